/** What a confirm dialog says, and in which language. */
export interface Question {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly lang: string;
}

/** A dialog that is open. */
export interface OpenDialog {
  readonly answer: Promise<boolean>;
  /** Takes it away; the answer is no. */
  close(): void;
}

// In a style sheet of the shadow root's: a `style` attribute or element would not pass a strict Content Security Policy.
const css = `
  dialog { max-inline-size: min(24em, calc(100vw - 2em)); padding: 1.5em; border: 1px solid; border-radius: 0.5em; background: canvas; color: canvastext; font: inherit; text-align: start; white-space: normal; }
  dialog::backdrop { background: rgb(0 0 0 / 0.5); }
  dialog p { margin: 0 0 1.5em; }
  dialog form { display: flex; flex-wrap: wrap; gap: 0.75em; justify-content: flex-end; }
  dialog button { inline-size: auto; background: transparent; color: inherit; border: 1px solid; }
  dialog button[value='yes'] { border-color: canvastext; outline-color: var(--store-logout-focus-color, canvastext); background: canvastext; color: canvas; forced-color-adjust: none; }
`;
const sheets = new WeakSet<ShadowRoot>();

/**
 * Asks in a native modal dialog inside `root`. Escape, and removing the dialog, mean no. A module of its own without
 * imports, so that only pages which ask load it, and the single file can load it beside itself.
 */
export function openConfirmDialog(root: ShadowRoot, { text, yes, no, lang }: Question): OpenDialog {
  addStyles(root);
  const dialog = create('dialog', { part: 'dialog', lang, dir: 'auto', 'aria-labelledby': 'question' });
  const question = create('p', { part: 'dialog-text', id: 'question' }, text);
  const form = create('form', { method: 'dialog' });
  form.append(
    create('button', { part: 'dialog-button dialog-cancel', value: 'no' }, no),
    create('button', { part: 'dialog-button dialog-confirm', value: 'yes', autofocus: '' }, yes),
  );
  dialog.append(question, form);
  root.append(dialog);

  const { promise: answer, resolve } = withResolvers<boolean>();
  const close = (): void => {
    resolve(dialog.returnValue === 'yes');
    dialog.remove();
  };
  dialog.addEventListener('close', close);
  // A click on the dialog's own buttons is none on the element.
  dialog.addEventListener('click', (event) => event.stopPropagation());
  dialog.showModal();
  return { answer, close };
}

function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

function addStyles(root: ShadowRoot): void {
  if (sheets.has(root)) return;
  sheets.add(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
