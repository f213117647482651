/**
 * Test files that prove nothing about an engine, and so run in one. What they take for granted of an engine, another
 * file proves in every engine. A file that is not named here runs in all of them.
 */
export const oneEngine = [
  // Pure functions, and what is written about the package.
  'test/connection/connection.test.ts',
  'test/lang/all.test.ts',
  'test/logout/custom-answers.test.ts',
  'test/logout/judge.test.ts',
  'test/logout/never-rejects.test.ts',
  'test/package/manifest.test.ts',
  'test/package/readme.test.ts',
  'test/tokens/memory.test.ts',

  // What a platform is sent, and what its answers mean. How engines send, follow, submit and leave is tested with
  // `custom`, Salla, Wix and OpenID Connect; what they do with storage and cookies in test/tokens.
  'test/platforms/commerce-engine.test.ts',
  'test/platforms/unisouk.test.ts',

  // The same rows on other backends. `custom` has the rows about answers and networks in every engine. What a refresh
  // and an anonymous pair do in every engine is in test/tabs and test/platforms.
  'test/outcomes/commerce-engine.test.ts',
  'test/outcomes/salla-fetch.test.ts',
  'test/outcomes/unisouk.test.ts',
  'test/outcomes/wix-api.test.ts',
  'test/outcomes/wix-headless.test.ts',
  'test/resilience/any-answer.test.ts',

  // A thousand elements: only Chromium can be told to collect garbage.
  'test/resilience/leaks.test.ts',
];

/**
 * The same for platforms that are not in the file for a script tag. They run in the last browser, because Chromium has the
 * most to do: coverage counts what Chromium executes of that file, so the tests above run there.
 */
export const oneOtherEngine = ['auth-js', 'medusa', 'oauth2-revoke', 'vendure'].flatMap((platform) => [
  `test/platforms/${platform}.test.ts`,
  `test/outcomes/${platform}.test.ts`,
]);
