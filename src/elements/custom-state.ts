/** Sets `:state(name)`; browsers that do not know the short form throw, and do without it. */
export function setCustomState({ states }: ElementInternals, name: string, isOn: boolean): void {
  try {
    if (isOn) states.add(name);
    else states.delete(name);
  } catch {
    // As above.
  }
}
