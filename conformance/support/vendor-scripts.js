import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The vendors that publish modules. Salla publishes a script that runs on a page unchanged. */
const MODULES = ['better-auth', 'commerce-engine', 'medusa', 'oidc', 'unisouk', 'wix'];

const folder = fileURLToPath(new URL('..', import.meta.url));

/**
 * The vendors' code as a page loads it.
 *
 * @returns {Promise<Map<string, string>>} source text by path, `/vendors/….js`
 */
export async function vendorScripts() {
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(MODULES.map((name) => [name, `${folder}vendors/${name}.js`])),
        output: { entryFileNames: 'vendors/[name].js', chunkFileNames: 'vendors/[name]-[hash].js' },
      },
    },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const scripts = new Map(
    outputs.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])),
  );

  const salla = createRequire(import.meta.url).resolve('@salla.sa/twilight/package.json');
  const bundle = new URL('dist/@salla.sa/twilight.min.js', `file://${salla}`);
  return scripts.set('/vendors/salla.js', await readFile(bundle, 'utf8'));
}
