import { brotliCompressSync, gzipSync } from 'node:zlib';

/**
 * @typedef {object} Size  in bytes
 * @property {number} min
 * @property {number} gzip
 * @property {number} brotli
 */

/**
 * Compresses each file on its own, as servers do.
 *
 * @param {readonly string[]} files  source texts
 * @returns {Size}
 */
export function sizeOf(files) {
  const sum = (/** @type {(file: string) => number} */ measure) =>
    files.map(measure).reduce((total, size) => total + size, 0);
  return {
    min: sum((file) => Buffer.byteLength(file)),
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    brotli: sum((file) => brotliCompressSync(file).length),
  };
}
