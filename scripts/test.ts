/**
 * `npm test`: type check, lint, the page's build, and every test of `test/`, with one summary at the end. With arguments
 * (`npm test -- test/ingest -t dates`) only vitest runs, with those arguments.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseCLI, startVitest } from 'vitest/node';
import { buildPage } from './page.ts';
import { EMPTY_TALLY, summaryLines, type Tally, tallyRun } from './tally.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);

/** Programs that pass or fail as a whole; each counts as one test. */
const CHECKS: readonly (readonly [name: string, file: string, ...args: readonly string[]])[] = [
  ['types of the server', 'typescript/bin/tsc', '-p', '.'],
  ['types of the page', 'typescript/bin/tsc', '-p', 'web/client'],
  ['lint', '@biomejs/biome/bin/biome', 'ci', '.'],
];

const checks = args.length === 0 ? [...CHECKS.map(runCheck), await runBuild()] : [];
const failedChecks = checks.filter((passed) => !passed).length;
const tests = await runTests();

const total: Tally = {
  ...tests,
  passed: tests.passed + checks.length - failedChecks,
  failed: tests.failed + failedChecks,
};
const skipFails = process.env.CI === 'true';
process.stdout.write(`\n${summaryLines(total, skipFails).join('\n')}\n`);
// Vitest may leave a timer or a worker behind; the summary is the end.
process.exit(total.failed > 0 || (skipFails && total.skipped > 0) ? 1 : 0);

function runCheck([name, file, ...options]: (typeof CHECKS)[number]): boolean {
  const { status } = spawnSync(process.execPath, [`node_modules/${file}`, ...options], { cwd: root, stdio: 'inherit' });
  return report(name, status === 0);
}

async function runBuild(): Promise<boolean> {
  try {
    return report(`page ${await buildPage(root)}`, true);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return report('page built', false);
  }
}

function report(name: string, passed: boolean): boolean {
  process.stdout.write(`${passed ? '✓' : '✗'} ${name}\n`);
  return passed;
}

async function runTests(): Promise<Tally> {
  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const vitest = await startVitest('test', filter, { ...options, root, watch: false });
  const tally = tallyRun(vitest, options.testNamePattern !== undefined);
  await vitest.close();
  if (tally.passed + tally.failed + tally.skipped > 0) return tally;
  return { ...EMPTY_TALLY, failed: 1 };
}
