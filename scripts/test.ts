/**
 * `npm test`: type check, lint, the page's build, and every test of `test/`, with one summary at the end. With arguments
 * (`npm test -- test/ingest -t dates`) only vitest runs, with those arguments.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseCLI, startVitest } from 'vitest/node';
import { buildPage } from './page.ts';
import { EMPTY_TALLY, summaryLines, sumOf, type Tally, tallyRun } from './tally.ts';

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
const tests = args.length > 0 ? await runTests(args) : await runAll();
await new Promise<void>((sent) => (process.send ? process.send(tests, undefined, {}, () => sent()) : sent()));

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

/** The tests on both engines share one server and run one by one: beside the others, in a process of their own, they leave no core idle. */
async function runAll(): Promise<Tally> {
  const child = spawn(process.execPath, ['scripts/test.mjs', '--project', 'conformance'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    // A tally holds a map.
    serialization: 'advanced',
  });
  const told: Tally[] = [];
  child.on('message', (tally) => told.push(tally as Tally));
  const printed = child.stdout ? text(child.stdout) : '';
  const ended = once(child, 'exit');
  const others = await runTests(['--project', 'zhitu', '--project', 'page']);
  await ended;
  process.stdout.write(await printed);
  return sumOf([others, told[0] ?? { ...EMPTY_TALLY, failed: 1 }]);
}

async function runTests(given: readonly string[]): Promise<Tally> {
  const { filter, options } = parseCLI(['vitest', 'run', ...given]);
  const vitest = await startVitest('test', filter, { ...options, root, watch: false });
  const tally = tallyRun(vitest, options.testNamePattern !== undefined);
  await vitest.close();
  if (tally.passed + tally.failed + tally.skipped > 0) return tally;
  return { ...EMPTY_TALLY, failed: 1 };
}
