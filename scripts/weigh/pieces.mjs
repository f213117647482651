import { decodedMappings } from '@jridgewell/trace-mapping';

/** @import { TraceMap } from '@jridgewell/trace-mapping' */

/**
 * A piece of generated code and its place in the source. It ends where the next piece begins.
 *
 * @typedef {object} Piece
 * @property {number} offset
 * @property {number} end
 * @property {string} source  empty for code that the compiler added
 * @property {number} line  of the source, from 0
 * @property {number} column  from 0
 */

/**
 * @param {string} code
 * @param {TraceMap} map
 * @returns {Piece[]}
 */
export function piecesOf(code, map) {
  const lineStarts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const pieces = decodedMappings(map).flatMap((segments, generatedLine) =>
    segments.map(([generatedColumn, source, line = 0, column = 0]) => ({
      offset: (lineStarts[generatedLine] ?? 0) + generatedColumn,
      source: (source !== undefined && map.sources[source]) || '',
      line,
      column,
    })),
  );
  return pieces.map((piece, index) =>
    Object.assign(piece, { end: pieces[index + 1]?.offset ?? code.length }),
  );
}
