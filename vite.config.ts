import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { minify } from 'terser';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

import packageJson from './package.json' with { type: 'json' };
import { keptRegistration } from './scripts/kept-registration.mjs';
import { minifiedTemplates } from './scripts/minified-templates.mjs';

const LICENSE_FILE = 'store-logout.bundle.LICENSE.txt';
/** A source file with the strings of one language. */
const LANGUAGE = /^src\/lang\/(?!all|languages|strings)[\w-]+\.ts$/;

/** For pages with a bundler or an import map: each source file becomes a module, without the dependencies. */
const modules: UserConfig = {
  plugins: [keptRegistration(), minifiedTemplates()],
  build: {
    target: 'es2022',
    minify: false,
    lib: { entry: sourceFiles().filter((file) => file !== 'src/bundle.ts'), formats: ['es'] },
    rolldownOptions: {
      external: isDependency,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

/** For a script tag: each language is a file that needs no other file. */
const languages: UserConfig = {
  plugins: [keptRegistration(), ownStrings()],
  build: {
    target: 'es2022',
    minify: false,
    emptyOutDir: false,
    lib: { entry: sourceFiles().filter((file) => LANGUAGE.test(file)), formats: ['es'] },
    rolldownOptions: { output: { entryFileNames: 'lang/[name].js' } },
  },
};

/** For a script tag: the whole library is one minified file. */
const bundle: UserConfig = {
  plugins: [keptRegistration(), minifiedTemplates(), bundledLicenses(), minifiedAgain()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: { entry: 'src/bundle.ts', formats: ['es'], fileName: () => 'store-logout.bundle.js' },
    rolldownOptions: {
      output: {
        minify: true,
        codeSplitting: false,
        comments: { annotation: false },
        postBanner: licenseBanner(),
      },
    },
  },
};

const builds: Readonly<Record<string, UserConfig>> = { bundle, languages };

export default defineConfig(({ mode }) => builds[mode] ?? modules);

function sourceFiles(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file}`);
}

function isDependency(id: string): boolean {
  const names = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies });
  return names.some((name) => id === name || id.startsWith(`${name}/`));
}

/** After Rolldown's own minifier, Terser saves another one per cent and more. */
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
          compress: { passes: 3, keep_fargs: false, unsafe_arrows: true },
        });
        chunk.code = code ?? chunk.code;
      }
    },
  };
}

/** Minifying drops the notice that Lit's licence requires, so this adds it. */
function licenseBanner(): string {
  const { name, version, license } = packageJson;
  return `/*! ${name} ${version}, ${license}; Lit, Copyright Google LLC, BSD-3-Clause: ${LICENSE_FILE} */`;
}

/** Gives each language its own copy of `strings.ts`. Otherwise the languages would share a file. */
function ownStrings(): Plugin {
  return {
    name: 'own-strings',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './strings.js' && importer
        ? resolve(`src/lang/strings.ts?for=${basename(importer, '.ts')}`)
        : undefined,
  };
}

/** Puts the full text of Lit's licence beside the bundle that contains Lit. */
function bundledLicenses(): Plugin {
  return {
    name: 'bundled-licenses',
    generateBundle() {
      const source = readFileSync('node_modules/lit/LICENSE', 'utf8');
      this.emitFile({ type: 'asset', fileName: LICENSE_FILE, source });
    },
  };
}
