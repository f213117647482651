import { cemValidatorPlugin } from '@wc-toolkit/cem-validator';
import { getTsProgram, typeParserPlugin } from '@wc-toolkit/type-parser';

import { tidyManifestPlugin } from './scripts/tidy-manifest.mjs';

export default {
  globs: ['src/define.ts', 'src/elements/*.ts'],
  exclude: ['src/elements/*-controller.ts'],
  outdir: '.',
  litelement: true,

  /**
   * The type parser needs all files for their types. The manifest describes only some of them.
   *
   * @param {{ ts: typeof import('typescript'), globs: string[] }} options
   */
  overrideModuleCreation({ ts, globs }) {
    const program = getTsProgram(ts, globs, 'tsconfig.build.json');
    return program.getSourceFiles().filter(({ fileName }) => globs.some((file) => fileName.endsWith(file)));
  },

  plugins: [
    tidyManifestPlugin(),
    typeParserPlugin(),
    cemValidatorPlugin({
      rules: {
        // `exports` in package.json replaces these fields
        packageJson: { main: 'off', module: 'off', types: 'off' },
        manifest: {
          schemaVersion: 'error',
          modulePath: 'error',
          definitionPath: 'error',
          // the package exports the types, not each element's module
          exportTypes: 'off',
        },
      },
    }),
  ],
};
