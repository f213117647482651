/**
 * For builds from the sources: `sideEffects` in package.json is about the published files, so that a bundler would take
 * the module that registers the tags for one without effect.
 *
 * @returns {import('vite').Plugin}
 */
export function keptRegistration() {
  return {
    name: 'kept-registration',
    transform: (_code, id) => (id.endsWith('/src/define.ts') ? { moduleSideEffects: true } : undefined),
  };
}
