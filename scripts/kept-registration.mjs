/**
 * For builds from the sources: keeps the source files that register the tags or a language. `sideEffects` in package.json
 * names only published files, so a build would drop these.
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
