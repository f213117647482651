/**
 * Imports what is loaded on demand. A module of its own, because the file for a script tag has another way.
 *
 * @param _failures how often that has failed on this page
 */
export function importEverything(_failures: number): Promise<typeof import('./everything.js')> {
  return import('./everything.js');
}
