import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE_FOLDER = path.resolve(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '../..');
const CACHE_FOLDER = path.resolve('node_modules/.cache');

/**
 * Chromium from the npm package `@sparticuz/chromium` (Linux, x64), unpacked on first use and kept in
 * node_modules. The package's own `args` are of no use here: they switch CORS off.
 *
 * @returns {import('puppeteer-core').LaunchOptions}
 */
export function unpackNpmChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Found no Chromium. Install one, or name it: CHROME_PATH=/path/to/chromium npm test');
  }

  const folder = path.join(CACHE_FOLDER, `chromium-${packageVersion()}`);
  if (!existsSync(folder)) unpackInto(folder);

  const executablePath = path.join(folder, 'chromium');
  return {
    executablePath,
    env: { ...process.env, ...missingLibraries(executablePath, folder), ...missingFonts(folder) },
    headless: 'shell', // the package holds the small headless shell, not the whole browser
  };
}

/** @returns {string} */
function packageVersion() {
  return JSON.parse(readFileSync(path.join(PACKAGE_FOLDER, 'package.json'), 'utf8')).version;
}

/**
 * The package unpacks into the folder for temporary files, so it runs in a process that has its own.
 * Renaming comes last: a half unpacked browser is never taken for a whole one.
 *
 * @param {string} folder
 */
function unpackInto(folder) {
  const workFolder = `${folder}.${process.pid}`;
  mkdirSync(workFolder, { recursive: true });
  const script = `
    import chromium, { inflate } from '@sparticuz/chromium';
    await chromium.executablePath();
    await inflate(${JSON.stringify(path.join(PACKAGE_FOLDER, 'bin/al2023.tar.br'))});`;
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TMPDIR: workFolder },
    });
    renameSync(workFolder, folder);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

/**
 * A bare container lacks the libraries Chromium is linked to (NSS); the package has them.
 *
 * @param {string} executablePath
 * @param {string} folder
 */
function missingLibraries(executablePath, folder) {
  const linked = spawnSync('ldd', [executablePath], { encoding: 'utf8' });
  if (linked.status === 0 && !linked.stdout.includes('not found')) return {};
  const folders = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH];
  return { LD_LIBRARY_PATH: folders.filter(Boolean).join(':') };
}

/** @param {string} folder */
function missingFonts(folder) {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
}
