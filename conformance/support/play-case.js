import { Stage } from './stage.js';

/** @import { Browser } from 'puppeteer-core' */
/** @import { Case, Places, Row, Side } from './types.js' */

/** Longer than any case needs. A case that hangs must not hold up the others. */
const LIMIT = 60_000;

/**
 * Runs one case with the vendor's logout and with ours, each in its own browser profile.
 *
 * @param {Case} each
 * @param {Browser} browser
 * @param {Places} places
 * @returns {Promise<Row>}
 */
export async function playCase(each, browser, places) {
  const result = async (/** @type {Side} */ side) => {
    const stage = await Stage.open(browser, places);
    try {
      return await inTime(each.play(stage, side));
    } catch (error) {
      return `error: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      stage.close();
    }
  };
  const results = await Promise.all([each.vendor === undefined ? '–' : result('vendor'), result('ours')]);
  const { vendor, ours } = each.compare?.(...results) ?? { vendor: results[0], ours: results[1] };
  return { case: each, vendor, ours, verdict: verdictOn(each, vendor, ours) };
}

/**
 * @param {Case} each
 * @param {string} vendor
 * @param {string} ours
 */
function verdictOn(each, vendor, ours) {
  const isStillIn = /^(logged-out.*still good$|member back)/.test(ours);
  if (isStillIn && !each.limit) return 'wrong';
  const isVendorAsSeen = each.vendor === undefined || vendor === each.vendor;
  if (ours !== each.ours) return each.gap && isVendorAsSeen ? 'gap' : 'wrong';
  // A closed gap fails, so that somebody removes it from the case.
  return isVendorAsSeen && !each.gap ? 'ok' : 'wrong';
}

/**
 * @template T
 * @param {Promise<T>} work
 */
async function inTime(work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${LIMIT / 1000} s`)), LIMIT);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
