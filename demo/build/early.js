// Runs in the head of every page, so that the first paint has the right colours and direction.
{
  const { documentElement: page } = document;
  try {
    const theme = localStorage.getItem('demo:theme');
    if (theme) page.style.colorScheme = theme;
    const isArabic = localStorage.getItem('demo:language') === 'ar' && !('english' in page.dataset);
    if (isArabic) Object.assign(page, { lang: 'ar', dir: 'rtl' });
  } catch {
    // Without storage, the page has the system's colours and is in English.
  }
}
