import { executeServerCommand } from '@web/test-runner-commands';

/** Presses real keys, one after the other. */
export async function press(...keys: string[]): Promise<void> {
  await executeServerCommand('keys', keys);
}

/** Clicks with a real mouse in the middle of `element`: twice makes a double click. */
export async function clickOn(element: Element, count = 1): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await executeServerCommand('clicks', {
    x: Math.round(x + width / 2),
    y: Math.round(y + height / 2),
    count,
  });
}
