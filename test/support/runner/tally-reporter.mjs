import { relative } from 'node:path';
import { coverageFaults } from './coverage.mjs';

/** Counts what passed, failed and was skipped, over all browsers; names what failed, then prints the count as the last line. */
export function tallyReporter() {
  let tally = emptyTally();
  return {
    onTestRunFinished({ sessions, testCoverage }) {
      tally = emptyTally();
      for (const session of sessions) addSession(tally, session);
      if (testCoverage) addCoverage(tally, testCoverage);
    },
    stop() {
      const { passed, failures, skipped } = tally;
      process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
      const named = failures.map((failure) => `Failed: ${failure}\n`).join('');
      const count = `${passed} passed, ${failures.length} failed${skipped ? `, ${skipped} skipped` : ''}`;
      // At the very end: the other reporter's terminal still takes its progress away, on the line that it stands on.
      process.once('exit', () => process.stdout.write(`\n${named}${count}\n`));
    },
  };
}

function emptyTally() {
  return { passed: 0, skipped: 0, failures: [] };
}

function addSession(tally, { testFile, browser, testResults, passed, errors }) {
  const where = [browser.name, relative('.', testFile)];
  const failedBefore = tally.failures.length;
  if (testResults) addSuite(tally, testResults, where);
  // A file that does not load, or throws outside its tests, has failed even where no test has.
  if ((!passed || errors.length > 0) && tally.failures.length === failedBefore) addFailure(tally, where, errors[0]);
}

function addSuite(tally, { tests, suites }, where) {
  for (const { name, skipped, passed, error } of tests) {
    if (skipped) tally.skipped++;
    else if (passed) tally.passed++;
    else addFailure(tally, [...where, name], error);
  }
  for (const suite of suites) addSuite(tally, suite, [...where, suite.name]);
}

function addFailure(tally, where, error) {
  const message = error?.message?.split('\n')[0];
  tally.failures.push(message ? `${where.join(' › ')}: ${message}` : where.join(' › '));
}

function addCoverage(tally, testCoverage) {
  const faults = coverageFaults(testCoverage);
  if (faults.length) tally.failures.push(`coverage: ${faults.join('; ')}`);
  else tally.passed++;
}
