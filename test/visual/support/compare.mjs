import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * How far one picture is from another.
 *
 * @param {Uint8Array} expected a PNG
 * @param {Uint8Array} actual a PNG
 * @param {number} threshold  the least difference of a pixel's colour that counts, from 0 to 1
 */
export function compare(expected, actual, threshold) {
  const { width, height, data } = PNG.sync.read(Buffer.from(expected));
  const other = PNG.sync.read(Buffer.from(actual));
  const differences = new PNG({ width, height });
  const isSameSize = other.width === width && other.height === height;
  const count = isSameSize
    ? pixelmatch(data, other.data, differences.data, width, height, { threshold })
    : Infinity;
  return {
    /** of pixels that differ */
    count,
    /** of all its pixels */
    part: count / (width * height),
    expectedSize: `${width} × ${height}`,
    actualSize: `${other.width} × ${other.height}`,
    /** @returns {Buffer} a PNG that shows where they differ */
    draw: () => PNG.sync.write(differences),
  };
}
