/** @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult */
/** @typedef {import('@web/test-runner').TestSession} TestSession */

/**
 * Closes the run with one plain line for people and scripts, all engines together:
 * `N passed, N failed, N skipped`.
 *
 * @returns {import('@web/test-runner').Reporter}
 */
export function totalsReporter() {
  /** @type {string[]} */
  let lines = [];
  return {
    stop({ sessions }) {
      const { passed, failed, skipped } = countResults(sessions);
      lines = [`${passed} passed, ${failed} failed, ${skipped} skipped`, ''];
    },
    // The runner prints the last progress report after `stop`, so that the line comes below everything else.
    getTestProgress: () => lines,
  };
}

/** @param {readonly TestSession[]} sessions */
function countResults(sessions) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const tests = session.testResults ? listTests(session.testResults) : [];
    const failed = tests.filter((test) => !test.passed && !test.skipped).length;
    totals.skipped += tests.filter((test) => test.skipped).length;
    totals.passed += tests.filter((test) => test.passed).length;
    // A file can fail outside its tests as well: a crash at import, an error after the last test.
    totals.failed += session.passed ? failed : Math.max(failed, 1);
  }
  return totals;
}

/**
 * @param {TestSuiteResult} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
function listTests(suite) {
  return [...suite.tests, ...suite.suites.flatMap(listTests)];
}
