/**
 * For builds from the sources: `sideEffects` in package.json is about the published files, so that a bundler would take
 * the modules that register the tags, or load everything at once, for some without effect.
 *
 * @returns {import('vite').Plugin}
 */
export function keptRegistration() {
  return {
    name: 'kept-registration',
    transform: (_code, id) =>
      /\/src\/(define|ready|bundle\/bundle|platforms\/on-demand)\.ts$/.test(id)
        ? { moduleSideEffects: true }
        : undefined,
  };
}
