import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { minify } from 'terser';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

import packageJson from './package.json' with { type: 'json' };
import { keptRegistration } from './scripts/kept-registration.mjs';
import { minifiedTemplates } from './scripts/minified-templates.mjs';

const LICENSE_FILE = 'store-logout.bundle.LICENSE.txt';

/** For a plain `<script type="module">`: each of these becomes one minified file. */
const files = {
  /** What a page loads. */
  bundle: 'store-logout.bundle.js',
  /** What that file then loads from beside it. */
  'bundle-logout': 'store-logout.bundle.logout.js',
  /** Both in one. */
  standalone: 'store-logout.standalone.js',
};

/** For pages with a bundler or an import map: every source file as a module of its own, dependencies left out. */
const modules: UserConfig = {
  // No bundler does that with a literal.
  plugins: [keptRegistration(), minifiedTemplates()],
  build: {
    target: 'es2022',
    minify: false,
    lib: {
      entry: listSourceFiles().filter((path) => !path.startsWith('src/bundle/')),
      formats: ['es'],
    },
    rolldownOptions: {
      external: isDependency,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

function isFile(mode: string): mode is keyof typeof files {
  return mode in files;
}

function fileOf(entry: keyof typeof files): UserConfig {
  return {
    plugins: [
      keptRegistration(),
      minifiedTemplates(),
      bundledLicenses(),
      ...(entry === 'bundle-logout' ? [] : [laidBeside(entry)]),
      minifiedAgain(),
    ],
    build: {
      target: 'es2022',
      emptyOutDir: false,
      lib: { entry: `src/bundle/${entry}.ts`, formats: ['es'], fileName: () => files[entry] },
      rolldownOptions: {
        output: {
          minify: true,
          comments: { annotation: false },
          postBanner: licenseBanner(),
          // What few pages need lies beside the file, and is loaded by those that do.
          ...(entry === 'standalone'
            ? { codeSplitting: false }
            : { chunkFileNames: files[entry].replace('.js', '.[name].js') }),
        },
      },
    },
  };
}

export default defineConfig(({ mode }) => (isFile(mode) ? fileOf(mode) : modules));

function listSourceFiles(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file}`);
}

function isDependency(id: string): boolean {
  return Object.keys(packageJson.dependencies).some((name) => id === name || id.startsWith(`${name}/`));
}

/** Rolldown's own minifier leaves more than one in a hundred bytes that Terser finds. */
function minifiedAgain(): Plugin {
  let isMapped = false;
  return {
    name: 'minified-again',
    configResolved({ build }) {
      isMapped = Boolean(build.sourcemap);
    },
    async generateBundle(_, output) {
      for (const chunk of Object.values(output)) {
        if (chunk.type !== 'chunk' || isMapped) continue;
        const { code } = await minify(chunk.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true },
        });
        chunk.code = code ?? chunk.code;
      }
    },
  };
}

/** Minifying drops the notice that Lit's licence asks for. */
function licenseBanner(): string {
  const { name, version, license } = packageJson;
  return `/*! ${name} ${version}, ${license}; Lit, Copyright Google LLC, BSD-3-Clause: ${LICENSE_FILE} */`;
}

/**
 * Has the file load the other one, which was built by itself and imports nothing: a page that asks for the file by an
 * address of its own (`?v=2`) would otherwise load it twice. The file that is both never gets to that.
 */
function laidBeside(entry: 'bundle' | 'standalone'): Plugin {
  const id = `./${files[entry === 'bundle' ? 'bundle-logout' : entry]}`;
  return {
    name: 'laid-beside',
    enforce: 'pre',
    resolveId: (source) =>
      source.endsWith('/import-everything.js') ? resolve('src/bundle/bundle-import.ts') : undefined,
    resolveDynamicImport: (specifier) =>
      typeof specifier === 'string' && /\/(everything|all)\.js$/.test(specifier)
        ? { id, external: true }
        : undefined,
  };
}

/** Lays the full text of Lit's licence beside the bundle that contains it. */
function bundledLicenses(): Plugin {
  return {
    name: 'bundled-licenses',
    generateBundle() {
      const source = readFileSync('node_modules/lit/LICENSE', 'utf8');
      this.emitFile({ type: 'asset', fileName: LICENSE_FILE, source });
    },
  };
}
