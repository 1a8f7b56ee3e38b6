import { readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Names of the tests that were left out, with why where the name says so. */
  readonly skipped: readonly string[];
}

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped] };
}

/** Reads Vitest's JSON report. */
export function vitestCounts(path: string): Counts {
  const report = JSON.parse(readFileSync(path, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
    testResults: { status: string; assertionResults: { status: string; fullName: string }[] }[];
  };
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  // A file that could not even be loaded has no tests to count, but it has failed.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: tests
      .filter(({ status }) => status === 'pending' || status === 'skipped')
      .map(({ fullName }) => fullName),
  };
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: PlaywrightSuite[];
  readonly specs?: {
    readonly title: string;
    readonly tests: {
      readonly projectName: string;
      readonly status: string;
      readonly annotations: { description?: string }[];
    }[];
  }[];
}

/** Reads Playwright's JSON report. */
export function playwrightCounts(path: string): Counts {
  const report = JSON.parse(readFileSync(path, 'utf8')) as { suites: PlaywrightSuite[]; errors: unknown[] };
  let passed = 0;
  let failed = report.errors.length;
  const skipped: string[] = [];
  const visit = (suite: PlaywrightSuite) => {
    for (const { title, tests } of suite.specs ?? []) {
      for (const { projectName, status, annotations } of tests) {
        if (status === 'expected' || status === 'flaky') passed += 1;
        else if (status === 'skipped') {
          const why = annotations.map(({ description }) => description).find((text) => text !== undefined);
          skipped.push(`${projectName}: ${title}${why === undefined ? '' : ` (${why})`}`);
        } else failed += 1;
      }
    }
    for (const inner of suite.suites ?? []) visit(inner);
  };
  for (const suite of report.suites) visit(suite);
  return { passed, failed, skipped };
}
