// The first script of a page: writes down everything that it should not have to hear, and answers a page around it.
{
  /** @type {string[]} */
  const watched = [];
  Object.assign(window, { watched });

  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    watched.push(`violation: ${violatedDirective} ${blockedURI} ${sample}`);
  });
  addEventListener('error', ({ message }) => watched.push(`error: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => watched.push(`rejection: ${reason}`));
  for (const level of /** @type {const} */ (['warn', 'error'])) {
    console[level] = (...words) => {
      // What Lit's own development build says of itself.
      if (!/^(Lit is in dev mode|Multiple versions of Lit)/.test(words[0]))
        watched.push(`${level}: ${words.join(' ')}`);
    };
  }
  if ('ReportingObserver' in window) {
    new ReportingObserver((reports) => {
      const told = reports.map(({ type, body }) => `report: ${type} ${JSON.stringify(body)}`);
      // The test runner has a script of its own on every page.
      watched.push(...told.filter((report) => !report.includes('__web-dev-server__')));
    }).observe();
  }

  // A sandboxed page cannot be looked into.
  addEventListener('message', async ({ data, source }) => {
    if (data !== 'sign out') return;
    await customElements.whenDefined('store-logout');
    const element = document.querySelector('store-logout');
    await element?.updateComplete;
    const text = element?.shadowRoot?.querySelector('button')?.innerText.trim();
    const outcome = await element?.logout();
    source?.postMessage({ watched, text, outcome }, { targetOrigin: '*' });
  });
}
