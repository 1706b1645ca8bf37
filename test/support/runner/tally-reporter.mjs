import { coverageFaults } from './coverage.mjs';

/** Counts what passed, failed and was skipped, over all browsers, and prints it as the last line. */
export function tallyReporter() {
  let tally = { passed: 0, failed: 0, skipped: 0 };
  return {
    onTestRunFinished({ sessions, testCoverage }) {
      tally = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) addSession(tally, session);
      if (testCoverage) addCoverage(tally, testCoverage);
    },
    stop() {
      const { passed, failed, skipped } = tally;
      process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
      // At the very end: the other reporter's terminal still takes its progress away, on the line that it stands on.
      process.once('exit', () =>
        process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`),
      );
    },
  };
}

function addSession(tally, { testResults, passed, errors }) {
  const failedBefore = tally.failed;
  if (testResults) addSuite(tally, testResults);
  // A file that does not load, or throws outside its tests, has failed even where no test has.
  if ((!passed || errors.length > 0) && tally.failed === failedBefore) tally.failed++;
}

function addSuite(tally, { tests, suites }) {
  for (const { skipped, passed } of tests) tally[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
  for (const suite of suites) addSuite(tally, suite);
}

function addCoverage(tally, testCoverage) {
  const faults = coverageFaults(testCoverage);
  for (const fault of faults) console.error(fault);
  tally[faults.length ? 'failed' : 'passed']++;
}
