/** An element as in a theme's source, with one attribute on each line. */
export function tagOf(element: Element): string {
  const hidden = ['hidden', 'class'];
  const attributes = [...element.attributes]
    .filter(({ name }) => !hidden.includes(name))
    .map(({ name, value }) => `\n  ${name}${value && `="${value}"`}`);
  const name = element.localName;
  return `<${name}${attributes.join('')}\n></${name}>`;
}
