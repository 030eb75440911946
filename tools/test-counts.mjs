/* What the test runners report, in one shape. */

export function countJest(report) {
  return {
    passed: report.numPassedTests,
    // A spec file that could not be loaded has no tests to fail, but it failed.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + (report.errors ?? []).length, skipped };
}

export function failedRun() {
  return { passed: 0, failed: 1, skipped: 0 };
}

export function describe({ name, passed, failed, skipped, note }) {
  return `${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${note})`;
}

export function total(results) {
  const sum = (field) => results.reduce((so, result) => so + result[field], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}
