import { brotliCompressSync, gzipSync } from 'node:zlib';

/**
 * @typedef {object} Size  in bytes
 * @property {number} min
 * @property {number} gzip
 * @property {number} brotli
 * @property {number} later  of what is loaded later, with gzip
 */

/**
 * Each file is compressed by itself, as it is sent.
 *
 * @param {{ readonly files: readonly string[], readonly later?: readonly string[] }} loaded
 * @returns {Size}
 */
export function sizeOf({ files, later = [] }) {
  const sum = (/** @type {(file: string) => number} */ measure, some = files) =>
    some.map(measure).reduce((total, size) => total + size, 0);
  const zipped = (/** @type {string} */ file) => gzipSync(file, { level: 9 }).length;
  return {
    min: sum((file) => Buffer.byteLength(file)),
    gzip: sum(zipped),
    brotli: sum((file) => brotliCompressSync(file).length),
    later: sum(zipped, later),
  };
}
