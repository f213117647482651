/** The colours that the visitor wants: the system's or their own choice. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'demo:theme';

export function currentTheme(): Theme {
  const theme = document.documentElement.style.colorScheme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Every colour of the demo is a `light-dark()`, so `color-scheme` alone decides; see also `build/early.js`. */
export function setTheme(theme: Theme): void {
  const isOwn = theme !== 'system';
  document.documentElement.style.colorScheme = isOwn ? theme : '';
  if (isOwn) localStorage.setItem(KEY, theme);
  else localStorage.removeItem(KEY);
}
