/**
 * Test files that prove nothing about an engine, and so run in one. What they take for granted of an engine, another
 * file proves in every engine. A file that is not named here runs in all of them.
 *
 * These run in the last browser, because Chromium has the most to do.
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
  'test/platforms/auth-js.test.ts',
  'test/platforms/medusa.test.ts',
  'test/platforms/oauth2-revoke.test.ts',
  'test/platforms/vendure.test.ts',

  // The same rows on other backends. `custom` and Commerce Engine have every row in every engine, but for two that only
  // Wix has: test/platforms/wix.test.ts has those.
  'test/outcomes/auth-js.test.ts',
  'test/outcomes/medusa.test.ts',
  'test/outcomes/oauth2-revoke.test.ts',
  'test/outcomes/salla-fetch.test.ts',
  'test/outcomes/unisouk.test.ts',
  'test/outcomes/vendure.test.ts',
  'test/outcomes/wix-api.test.ts',
  'test/outcomes/wix-headless.test.ts',
  'test/resilience/any-answer.test.ts',
];

/** The same, but in Chromium. */
export const onlyChromium = [
  // The coverage counts what Chromium executes of these platforms.
  'test/platforms/commerce-engine.test.ts',
  'test/platforms/unisouk.test.ts',

  // A thousand elements: only Chromium can be told to collect garbage.
  'test/resilience/leaks.test.ts',
];
