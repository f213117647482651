/**
 * For builds from the sources. `sideEffects` in package.json names the published files only, so a build would drop the
 * source files that register the tags or a language.
 *
 * @returns {import('vite').Plugin}
 */
export function keptRegistration() {
  return {
    name: 'kept-registration',
    transform: (_code, id) =>
      /\/src\/(define|bundle|lang\/[\w-]+)\.ts$/.test(id) ? { moduleSideEffects: true } : undefined,
  };
}
