import type { Stage } from '../stage/stage.js';
import { languages } from './languages.js';
import type { Look } from './looks.js';
import type { Settings } from './settings.js';

/** The code for exactly what the preview shows. */
export interface Snippet {
  readonly name: 'HTML' | 'CSS' | 'JavaScript';
  readonly code: string;
}

export function snippetsOf({ logout, shop }: Stage, settings: Settings, look: Look): Snippet[] {
  return [
    { name: 'HTML', code: htmlOf(logout, settings, look) },
    { name: 'CSS', code: look.css },
    { name: 'JavaScript', code: scriptOf(settings, shop.memory !== undefined) },
  ];
}

function htmlOf(logout: Element, { language }: Settings, { content }: Look): string {
  const wanted = [...logout.attributes].map(({ name, value }) => (value ? `${name}="${value}"` : name));
  if (language) wanted.push(`lang="${language}"`);
  const inside = content && `\n  ${content}\n`;
  return `<store-logout\n${wanted.map((each) => `  ${each}\n`).join('')}>${inside}</store-logout>`;
}

function scriptOf({ language }: Settings, hasMemory: boolean): string {
  const chosen = languages.find(({ tag }) => tag === language);
  // English is always there, and `define.js` includes Arabic.
  const extra = chosen && !['en', 'ar'].includes(chosen.tag) ? chosen : undefined;
  return [
    `import 'store-logout/define.js';`,
    hasMemory && `import { memoryTokens } from 'store-logout';`,
    extra && `import 'store-logout/lang/${extra.tag}.js';`,
    hasMemory && `\n// Hand over the token that your sign-in keeps in page memory.`,
    hasMemory && `const tokens = memoryTokens({ accessToken: 'from your sign-in' });`,
    hasMemory && `document.querySelector('store-logout').tokens = tokens;`,
    `\ndocument.addEventListener('logged-out', ({ detail }) => {`,
    `  console.log('The session is over:', detail.server);`,
    `});`,
    `document.addEventListener('failed-logout', ({ detail }) => {`,
    `  console.warn(detail.reason, detail.message);`,
    `});`,
  ]
    .filter((line) => typeof line === 'string')
    .join('\n');
}
