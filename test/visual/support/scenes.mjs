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
 * @property {boolean} isFailing  with the reasons of failed logouts beside their buttons
 */

/** A Latin one, the longest words, a script that runs the other way, and one with letters above and below the line. */
const LANGUAGES = /** @type {const} */ ([
  ['en', 'ltr'],
  ['de', 'ltr'],
  ['ar', 'rtl'],
  ['hi', 'ltr'],
]);

/** What is compared. */
export const scenes = () => [...scenesIn(LANGUAGES), ...failuresIn(LANGUAGES)];

/**
 * Every language of the package, to be looked at.
 *
 * @param {readonly string[]} tags
 */
export const scenesInAll = (tags) => {
  const languages = tags.map(
    (tag) => /** @type {const} */ ([tag, /^(ar|fa|he|ur)$/.test(tag) ? 'rtl' : 'ltr']),
  );
  return [...scenesIn(languages), ...failuresIn(languages)];
};

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
          isFailing: false,
        })),
      ),
    ),
  );
}

/**
 * @param {readonly (readonly [string, 'ltr' | 'rtl'])[]} languages
 * @returns {Scene[]}
 */
function failuresIn(languages) {
  return /** @type {const} */ (['light', 'dark', 'forced']).flatMap((theme) =>
    languages.flatMap(([lang, dir]) =>
      [390, 1280].map((width) => ({
        name: [theme, lang, width, 'reasons'].join('-'),
        theme,
        lang,
        dir,
        width,
        isAsking: false,
        isFailing: true,
      })),
    ),
  );
}
