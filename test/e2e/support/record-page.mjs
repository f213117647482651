/**
 * @typedef {object} PageRecord  something that happened in a tab, on whichever of its pages
 * @property {number} at  ms since 1970
 * @property {string} page
 * @property {'pageshow' | 'member-visible' | 'member-hidden' | 'logged-out' | 'failed-logout'} what
 * @property {boolean} [persisted]  of `pageshow`: out of the back/forward cache
 * @property {string} [origin]  of the events
 * @property {string} [local]  of the events
 */

/**
 * Runs in every page, before everything else: writes down what happens, and in which frames a visitor could see
 * something of the member's.
 */
export function recordPage() {
  // In WebKit and Firefox, a page out of the back/forward cache may see the tab's own storage as it was when it fell
  // asleep. So that tells only which tab it is, and all tabs write into the storage that they share.
  /** Where storage is blocked, the page alone remembers. */
  const isBlocked = (() => {
    try {
      return !localStorage;
    } catch {
      return true;
    }
  })();
  const tab = isBlocked ? '' : (sessionStorage['tab'] ??= `records:${Math.random()}`);
  let remembered = '[]';
  const records = () => JSON.parse((isBlocked ? remembered : localStorage.getItem(tab)) ?? '[]');
  Object.assign(window, { records });

  /** @param {Record<string, unknown>} entry */
  const record = (entry) => {
    const entries = [...records(), { at: Date.now(), page: location.pathname.split('/').pop(), ...entry }];
    if (isBlocked) remembered = JSON.stringify(entries);
    else localStorage.setItem(tab, JSON.stringify(entries));
  };

  /** @param {Element} element */
  const isVisible = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().width > 0;

  let isSeen = false;
  /** @param {boolean} isNow */
  const see = (isNow) => {
    if (isNow !== isSeen) record({ what: isNow ? 'member-visible' : 'member-hidden' });
    isSeen = isNow;
  };
  let isAway = false;
  const look = () => {
    if (!isAway) see([...document.querySelectorAll('[data-member]')].some(isVisible));
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  addEventListener('pagehide', () => {
    isAway = true;
    see(false);
  });
  addEventListener('pageshow', ({ persisted }) => {
    isAway = false;
    record({ what: 'pageshow', persisted });
    Object.assign(window, { isShown: true });
  });
  for (const what of /** @type {const} */ (['logged-out', 'failed-logout'])) {
    document.addEventListener(what, ({ detail }) => {
      record({ what, origin: detail.origin, local: detail.local });
    });
  }
}
