/** An element as it would be written in a theme, one attribute a line. */
export function tagOf(element: Element): string {
  const hidden = ['hidden', 'class'];
  const attributes = [...element.attributes]
    .filter(({ name }) => !hidden.includes(name))
    .map(({ name, value }) => `\n  ${name}${value && `="${value}"`}`);
  const name = element.localName;
  return `<${name}${attributes.join('')}\n></${name}>`;
}
