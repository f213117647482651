/** The text of `node` as it is shown and read out: through slots, without what is not rendered. */
export function shownText(node: Node | null | undefined): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

function textOf(node: Node | null | undefined): string {
  if (!node) return '';
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return (assigned.length ? assigned : [...node.childNodes]).map(textOf).join('');
  }
  // Transparent text is still read out, hidden text is not.
  if (node instanceof HTMLElement && !node.checkVisibility({ visibilityProperty: true })) return '';
  return [...node.childNodes].map(textOf).join('');
}
