/**
 * What is pictured: each theme in each language, on a telephone and on a desk.
 *
 * @typedef {object} Scene
 * @property {string} name  also the name of its picture
 * @property {'light' | 'dark' | 'forced'} theme
 * @property {string} lang
 * @property {'ltr' | 'rtl'} dir
 * @property {number} width
 * @property {boolean} isAsking  with the confirm dialog open
 */

/** A Latin one, the longest words, a script that runs the other way, and one with letters above and below the line. */
const LANGUAGES = /** @type {const} */ ([
  ['en', 'ltr'],
  ['de', 'ltr'],
  ['ar', 'rtl'],
  ['hi', 'ltr'],
]);

/** What is compared. */
export const scenes = () => scenesIn(LANGUAGES);

/**
 * Every language of the package, to be looked at.
 *
 * @param {readonly string[]} tags
 */
export const scenesInAll = (tags) =>
  scenesIn(tags.map((tag) => /** @type {const} */ ([tag, /^(ar|fa|he|ur)$/.test(tag) ? 'rtl' : 'ltr'])));

/**
 * @param {readonly (readonly [string, 'ltr' | 'rtl'])[]} languages
 * @returns {Scene[]}
 */
function scenesIn(languages) {
  return /** @type {const} */ (['light', 'dark', 'forced']).flatMap((theme) =>
    languages.flatMap(([lang, dir]) =>
      [320, 1280].flatMap((width) =>
        [false, true].map((isAsking) => ({
          name: [theme, lang, width, ...(isAsking ? ['asking'] : [])].join('-'),
          theme,
          lang,
          dir,
          width,
          isAsking,
        })),
      ),
    ),
  );
}
