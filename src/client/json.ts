/** `value` as an object whose members can be read safely. Empty for anything but an object. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** `value` if it is a string that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}

/** The result of `action`; nothing if it throws. */
export function quietly<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** The value that `json` stands for; `undefined` if it is not JSON. */
export function parsed(json = ''): unknown {
  return quietly(() => JSON.parse(json) as unknown);
}
