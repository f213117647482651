import { readdirSync, readFileSync } from 'node:fs';

import { defineConfig, type Plugin, type UserConfig } from 'vite';

import packageJson from './package.json' with { type: 'json' };
import { keptRegistration } from './scripts/kept-registration.mjs';

const BUNDLE_ENTRY = 'src/bundle.ts';
const BUNDLE_FILE = 'store-logout.bundle.js';
const LICENSE_FILE = 'store-logout.bundle.LICENSE.txt';

/** For pages with a bundler or an import map: every source file as a module of its own, dependencies left out. */
const modules: UserConfig = {
  build: {
    target: 'es2022',
    minify: false,
    lib: { entry: listSourceFiles().filter((file) => file !== BUNDLE_ENTRY), formats: ['es'] },
    rolldownOptions: {
      external: isDependency,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** For a plain `<script type="module">`: everything in one minified file, but what only few pages need. */
const bundle: UserConfig = {
  plugins: [keptRegistration(), bundledLicenses()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: { entry: BUNDLE_ENTRY, formats: ['es'], fileName: () => BUNDLE_FILE },
    rolldownOptions: {
      output: {
        minify: true,
        postBanner: licenseBanner(),
        // What few pages need lies beside the file, and is loaded by those that do.
        chunkFileNames: BUNDLE_FILE.replace('.js', '.[name].js'),
      },
    },
  },
};

export default defineConfig(({ mode }) => (mode === 'bundle' ? bundle : modules));

function listSourceFiles(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file}`);
}

function isDependency(id: string): boolean {
  return Object.keys(packageJson.dependencies).some((name) => id === name || id.startsWith(`${name}/`));
}

/** Minifying drops the notice that Lit's licence asks for. */
function licenseBanner(): string {
  const { name, version, license } = packageJson;
  return `/*! ${name} ${version}, ${license}. Includes Lit, Copyright Google LLC, BSD-3-Clause. See ${LICENSE_FILE} */`;
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
