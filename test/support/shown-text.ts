/**
 * The text of `node` as it is shown and read out: through slots, without what is not rendered. It may be in a frame.
 */
export function shownText(node: Node | null | undefined): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

function textOf(node: Node | null | undefined): string {
  if (!node) return '';
  // By its kind, not its class: a frame has classes of its own.
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  if (node.nodeName === 'SLOT') {
    // Most slots have no box, so that they cannot be asked as other elements are.
    if (getComputedStyle(node as Element).visibility === 'hidden') return '';
    const assigned = (node as HTMLSlotElement).assignedNodes();
    const text = (assigned.length ? assigned : [...node.childNodes]).map(textOf).join('');
    return isBox(node as Element) ? ` ${text} ` : text;
  }
  // Transparent text is still read out, hidden text is not.
  const isElement = node.nodeType === Node.ELEMENT_NODE;
  if (isElement && !(node as Element).checkVisibility({ visibilityProperty: true })) return '';
  const text = [...node.childNodes].map(textOf).join('');
  return isElement && isBox(node as Element) ? ` ${text} ` : text;
}

/** Whether what is read out has a space on both sides of it (https://www.w3.org/TR/accname-1.2/#comp_name_from_content). */
function isBox(element: Element): boolean {
  return !/^(inline|contents)$/.test(getComputedStyle(element).display);
}
