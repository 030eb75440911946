import { countJest, countPlaywright, describe as line, failedRun, total } from './test-counts.mjs';

const jestReport = {
  numPassedTests: 7,
  numFailedTests: 1,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 2,
  numTodoTests: 1,
};

describe('the counts of the test runners', () => {
  it('reads Jest’s report', () => {
    expect(countJest(jestReport)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('counts a spec file that could not be loaded as a failure', () => {
    expect(countJest({ ...jestReport, numRuntimeErrorTestSuites: 2 }).failed).toBe(3);
  });

  it('reads Playwright’s report: a test that passed at the second try has passed', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });

  it('counts an error outside of any test as a failure', () => {
    const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats, errors: [{ message: 'no browser' }] }).failed).toBe(1);
  });

  it('adds up, and a run without a report has failed', () => {
    const results = [{ name: 'Jest', passed: 5, failed: 0, skipped: 0, note: '1.0 s' }, failedRun()];
    expect(total(results)).toEqual({ passed: 5, failed: 1 });
    expect(line(results[0])).toBe('Jest: 5 passed, 0 failed, 0 skipped (1.0 s)');
  });
});
