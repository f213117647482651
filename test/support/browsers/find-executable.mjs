import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * The first of these programs that this machine has.
 *
 * @param {readonly string[]} candidates bare names, looked up on `PATH`, or absolute paths
 * @returns {string | undefined} an absolute path
 */
export function findExecutable(candidates) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute);
  return candidates
    .flatMap((name) => (path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name))))
    .find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
