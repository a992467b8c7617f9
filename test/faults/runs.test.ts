import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findRun } from '../../ingest/runs/history.ts';
import { dumpAt, dumpOfPages } from '../support/dumps.ts';
import { NO_PROC, type Program, ROOT, signalGroup, start } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';
import { pageName, smallPage, writeSmallPages } from '../support/small-pages.ts';
import { untilTold } from '../support/told.ts';

/** Enough for two transactions. */
const PAGES = 230;
const SEED = 'seeds/004_9ceeee8b7f2fe289.txt';
/** Killed this often, at moments that differ from time to time. */
const ROUNDS = Number(process.env.ZHITU_FAULT_ROUNDS ?? 1);

let home: string;
let pages: string;
let undisturbed: readonly string[];
let folder: string;
let store: string;
let runs: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhitu-runs-'));
  pages = join(home, 'pages');
  await writeSmallPages(pages, PAGES);
  undisturbed = await dumpOfPages(pages);
}, 120_000);
afterAll(() => rm(home, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-run-'));
  store = join(folder, 'graph.grafeo');
  runs = join(folder, 'runs');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const COMMAND = [programPath('ingest/cli/ingest.ts')];

function ingest(...args: readonly string[]) {
  return spawnSync(process.execPath, [...COMMAND, ...args, '--workers', '1'], { cwd: ROOT, encoding: 'utf8' });
}

function begin(...args: readonly string[]): Program {
  return start(process.execPath, [...COMMAND, ...args, '--workers', '1']);
}

/** The first lines in which two graphs differ, cut: whole, they would hide what is wrong. */
async function difference(path: string, expected: readonly string[]): Promise<readonly string[]> {
  const found = await dumpAt(path);
  const [missing, extra] = [
    expected.filter((line) => !found.includes(line)),
    found.filter((line) => !expected.includes(line)),
  ];
  return [...missing.map((line) => `- ${line}`), ...extra.map((line) => `+ ${line}`)]
    .slice(0, 4)
    .map((line) => line.slice(0, 300));
}

describe.skipIf(NO_PROC)('a run that is ended before its time', { timeout: 240_000 }, () => {
  it('by Ctrl-C writes what it has extracted, says how to go on, and comes to the same graph', async () => {
    const program = begin(pages, '--store', store);
    await untilTold(program, runs, 40);
    signalGroup(program, 'SIGINT');
    expect(await program.ended).toBe(130);
    expect(program.stderr()).toContain(`run 0001 stopped; go on with: npm run ingest -- --resume --store ${store}`);
    const run = await findRun(runs, 'last');
    const { pages: counts } = await run.totals();
    expect(run.state).toBe('stopped');
    expect(counts.written).toBeGreaterThan(0);
    expect(counts.written).toBeLessThan(PAGES);

    const again = ingest('--resume', '--store', store);
    expect(again.stderr).toContain('run 0001\n');
    expect(again.status).toBe(0);
    expect(again.stdout).toContain(`${counts.written} known and not read again`);
    const whole = await findRun(runs, 'last');
    expect(whole.state).toBe('finished');
    expect(await whole.totals()).toMatchObject({ pages: { written: PAGES } });
    expect(await difference(store, undisturbed)).toEqual([]);
    expect(ingest('--resume', '--store', store).stderr).toMatch(/the last, 0001, was finished/u);
  });

  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    'by kill -9, the time number %i, goes on to the same graph, and its journal has every fact',
    async () => {
      const program = begin(pages, '--store', store);
      const moment = Math.floor(Math.random() * PAGES * 1.5);
      await untilTold(program, runs, moment);
      signalGroup(program, 'SIGKILL');
      await program.ended;
      const killed = existsSync(join(runs, '0001', 'run.json'));
      const again = killed ? ingest('--resume', '--store', store) : ingest(pages, '--store', store);
      expect(again.stderr, `killed after ${moment} lines`).toContain('run 0001\n');
      expect(await difference(store, undisturbed), `killed after ${moment} lines`).toEqual([]);
      const run = await findRun(runs, 'last');
      const { pages: counts, facts } = await run.totals();
      expect(counts).toEqual({ written: PAGES });
      const keys = new Set<string>();
      for await (const { article, key } of run.facts()) keys.add(`${article} ${key}`);
      expect(keys.size).toBe(facts);
    },
  );
});

describe('a corrupt page among many', { timeout: 120_000 }, () => {
  it('fails alone with its reason, and is taken up by --retry-failed when it is mended', async () => {
    const few = join(folder, 'pages');
    await writeSmallPages(few, 12);
    const bad = join(few, pageName(7));
    await writeFile(bad, Buffer.from([0, 1, 2, 3, 255, 254, 0]));
    const first = ingest(few, '--store', store);
    expect(first.status).toBe(3);
    expect(first.stderr).toContain(`${bad}: binary: `);
    expect(await (await findRun(runs, 'last')).totals()).toMatchObject({
      pages: { written: 11, failed: 1 },
      failed: { binary: 1 },
    });

    await writeFile(bad, smallPage(7));
    const retry = ingest('--retry-failed', '--store', store);
    expect(retry.status).toBe(0);
    const run = await findRun(runs, 'last');
    expect(run.record.asked).toMatchObject({ paths: [bad], retries: '0001' });
    expect(await difference(store, await dumpOfPages(few))).toEqual([]);
    expect(ingest('--retry-failed', '--store', store).stdout).toBe('no page of run 0002 failed\n');
  });
});

describe('extract piped into ingest', { timeout: 120_000 }, () => {
  it('gives the graph that ingest gives, and a line that does not fit is a problem of its own', async () => {
    const few = join(folder, 'pages');
    await writeSmallPages(few, 3);
    const lines = join(folder, 'lines.jsonl');
    const extracted = `npm run -s extract -- ${SEED} ${few} | tee ${lines}`;
    const pipe = `{ ${extracted}; echo '{"source":1}'; } | npm run -s ingest -- --from - --store ${store}`;
    const piped = spawnSync('sh', ['-c', pipe], { cwd: ROOT, encoding: 'utf8' });
    expect(piped.stderr).toMatch(/^stdin#5: bad-line: /mu);
    expect(piped.status).toBe(3);
    expect(await difference(store, await dumpOfPages(SEED, few))).toEqual([]);
    const again = spawnSync(process.execPath, [...COMMAND, '--from', lines, '--store', store], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(again.stdout).toMatch(/^Nothing changed: /u);
  });

  it('extracts a page alike from its file and from standard input', () => {
    const page = JSON.stringify({ file: SEED, text: readFileSync(join(ROOT, SEED), 'utf8') });
    const extract = (args: readonly string[], input?: string) =>
      spawnSync(process.execPath, [programPath('ingest/cli/extract.ts'), ...args], {
        cwd: ROOT,
        encoding: 'utf8',
        ...(input !== undefined && { input }),
      });
    const piped = extract(['--stdin', '--workers', '2'], `${page}\n`);
    expect(piped.stdout).toBe(extract([SEED, '--workers', '1']).stdout);
    expect(piped.status).toBe(0);
    expect(extract(['--stdin', SEED]).status).toBe(2);
  });
});

describe('npm run runs and npm run diff', { timeout: 120_000 }, () => {
  const call = (name: 'runs' | 'diff', ...args: readonly string[]) =>
    spawnSync(process.execPath, [programPath(`ingest/cli/${name}.ts`), ...args, '--store', store], {
      cwd: ROOT,
      encoding: 'utf8',
    });

  it('tell what a dry run would change, and leave the graph as it is', async () => {
    const few = join(folder, 'pages');
    await writeSmallPages(few, 4);
    ingest(few, '--store', store);
    const before = await dumpAt(store);
    await writeFile(join(few, pageName(2)), smallPage(2).replaceAll('陆文涛', '沈明远'));
    const dry = ingest(few, '--store', store, '--dry-run');
    expect(dry.stdout).toContain('nothing was written');
    expect(await difference(store, before)).toEqual([]);

    const diff = call('diff', 'last~1', 'last');
    expect(diff.stdout).toContain('1 pages compared; 3 the same in both runs');
    expect(diff.stdout).toMatch(/^\+ .*\n {2}SPOKE_AT\|person\/沈明远\|/mu);
    const kinds = call('diff', '1', '2', '--json')
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line).kind);
    expect(new Set(kinds)).toEqual(new Set(['added', 'gone']));

    const list = call('runs').stdout.trim().split('\n');
    expect(list).toHaveLength(3);
    expect(list[2]).toMatch(/^0002 .* finished .* --dry-run$/u);
    expect(call('runs', 'show', 'last').stdout).toMatch(/^pages +4 extracted$/mu);
    expect(call('runs', 'prune', '--keep', '1').stdout).toBe('taken away: 0001\n');
    expect(call('runs', 'show', '1').stderr).toMatch(/There is no run 1 .* it has 0002/u);
    expect(call('diff', 'last').status).toBe(2);
  });
});
