import { shownText } from './shown-text.js';

/** The part of `element` with this name, if it is there. */
export function part(element: Element, name: string): HTMLElement | null | undefined {
  return element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`);
}

/** The name of the built-in button, as a screen reader says it. */
export function nameOf(element: Element): string {
  return shownText(part(element, 'button'));
}

/** What the element announces to a screen reader. */
export function announcementOf(element: Element): string {
  return shownText(part(element, 'status'));
}
