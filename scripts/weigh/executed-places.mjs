import { TraceMap } from '@jridgewell/trace-mapping';

import { piecesOf } from './pieces.mjs';

/** @import { ExecutedModule } from '../../test/support/browsers/executed-code.mjs' */

const INLINE_MAP = /sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

/**
 * The executed places of a module. The tests run compiled code: the source map leads back to the module.
 *
 * @param {ExecutedModule} module
 * @returns {{ source: string, isExecuted: (line: number, column: number) => boolean }}  places as in a source map
 */
export function executedPlaces({ code, executed }) {
  const [, encoded = ''] = INLINE_MAP.exec(code) ?? [];
  const map = new TraceMap(Buffer.from(encoded, 'base64').toString());
  const pieces = piecesOf(code, map).toSorted((a, b) => a.line - b.line || a.column - b.column);
  return {
    source: map.sourcesContent?.[0] ?? '',
    isExecuted: (line, column) => {
      const piece = pieces.findLast((one) => one.line < line || (one.line === line && one.column <= column));
      const { offset, end } = piece ?? { offset: 0, end: 1 };
      // The compiler only removes types, so code within a piece keeps its offset.
      const within = piece?.line === line ? Math.min(column - piece.column, end - offset - 1) : 0;
      return executed.some(([from, to]) => from <= offset + within && offset + within < to);
    },
  };
}
