// Runs in the head of every page, so that nothing is painted in the wrong colours or direction first.
{
  const { documentElement: page } = document;
  try {
    const theme = localStorage.getItem('demo:theme');
    if (theme) page.style.colorScheme = theme;
    const isArabic = localStorage.getItem('demo:language') === 'ar' && !('english' in page.dataset);
    if (isArabic) Object.assign(page, { lang: 'ar', dir: 'rtl' });
  } catch {
    // Storage is refused: the system's colours, in English.
  }
}
