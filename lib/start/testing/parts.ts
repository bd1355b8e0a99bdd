import { z } from 'zod';
import { type Count, type Part } from './part';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

function countVitest(report: unknown): Count {
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(report);
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

function countPlaywright(report: unknown): Count {
  const { expected, unexpected, flaky } = playwrightReport.parse(report).stats;
  return { passed: expected + flaky, failed: unexpected };
}

const vitest = (name: string, project: string): Part => ({
  name,
  program: 'vitest/vitest.mjs',
  args: ['run', '--project', project, '--reporter=default', '--reporter=json', '--outputFile.json={report}'],
  report: { key: 'VITEST_REPORT', count: countVitest },
});

/** Checks of the sources: one each. */
export const checks: Part[] = [
  { name: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '.', '--cache', '--log-level', 'warn'] },
  {
    name: 'boundaries',
    program: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['app', 'components', 'lib', '--config', '.dependency-cruiser.cjs'],
  },
  { name: 'types', program: 'typescript/bin/tsc', args: [] },
  {
    name: 'lint',
    program: 'eslint/bin/eslint.js',
    args: ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/'],
  },
];

export const unit = vitest('unit', 'core');
export const database = vitest('database', 'database');
export const browser: Part = {
  name: 'browser',
  program: '@playwright/test/cli.js',
  args: ['test'],
  report: { key: 'PLAYWRIGHT_JSON_OUTPUT_FILE', count: countPlaywright },
};
