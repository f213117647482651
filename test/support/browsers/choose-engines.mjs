/**
 * The engines to test in: those that `BROWSERS=chromium,firefox` names; all of them, and none may be missing,
 * with `CI=true`; else every engine this machine has.
 *
 * @template Engine
 * @param {Record<string, () => Engine | undefined | Promise<Engine | undefined>>} finders how to get each engine:
 *   answers nothing where it is not installed
 * @returns {Promise<Engine[]>}
 */
export async function chooseEngines(finders) {
  const named = process.env.BROWSERS?.split(',');
  const compulsory = Boolean(named) || process.env.CI === 'true';

  const engines = await Promise.all(
    (named ?? Object.keys(finders)).map(async (name) => {
      const find = finders[name];
      if (!find) throw new Error(`BROWSERS: "${name}" is none of ${Object.keys(finders).join(', ')}.`);
      const engine = await find();
      if (!engine && compulsory) {
        throw new Error(
          `The tests have to run in ${name}, which is not installed: see .ci/run for the packages.`,
        );
      }
      return engine;
    }),
  );
  return engines.filter((engine) => engine !== undefined);
}
