/** Pages that are broken, or change while they are read, and a clock that goes wrong: the graph is that of an undisturbed ingest. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../graph/open.ts';
import { exitStatus } from '../../ingest/cli/report.ts';
import type { PageExtractor } from '../../ingest/extract.ts';
import { type IngestOptions, ingestPaths } from '../../ingest/ingest.ts';
import type { IngestReport } from '../../ingest/page-writer.ts';
import { findRun } from '../../ingest/runs/history.ts';
import { dumpOf } from '../support/dumps.ts';
import { ROOT } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';
import { pageName, smallPage } from '../support/small-pages.ts';
import { TOY_EXTRACTOR, toyText } from '../support/toy-pages.ts';

let folder: string;
let pages: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-odd-'));
  pages = join(folder, 'pages');
  mkdirSync(pages);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function toyPage(number: number, salt = number): string {
  return toyText({ day: '2019-07-03', number, articles: [number % 4], salt });
}

async function ingested(
  name: string,
  options: Partial<IngestOptions> = {},
): Promise<{ report: IngestReport; dump: readonly string[] }> {
  const store = await openStore({ store: join(folder, name) }, {});
  try {
    const report = await ingestPaths([pages], { pipeline: TOY_EXTRACTOR, ...options, store });
    return { report, dump: await dumpOf(store) };
  } finally {
    await store.close();
  }
}

describe('a corrupt page among a thousand', () => {
  it('is one problem, and the others are written as without it', async () => {
    const corrupt = join(pages, pageName(500));
    for (let number = 1; number <= 1000; number += 1) writeFileSync(join(pages, pageName(number)), toyPage(number));
    // Bytes that are text in no encoding.
    writeFileSync(corrupt, Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)));
    const { report, dump } = await ingested('a.grafeo');
    expect(report).toMatchObject({ pages: 999, failed: 1, problems: [{ file: corrupt }] });
    expect(exitStatus(report.pages, report.failed)).toBe(3);
    rmSync(corrupt);
    const without = await ingested('b.grafeo');
    expect(without.report).toMatchObject({ pages: 999, failed: 0 });
    expect(dump).toEqual(without.dump);
  }, 120_000);
});

describe('a page that is replaced while it is read', () => {
  it('is in the graph in one of its states, and in the last one after the next ingest', async () => {
    const COUNT = 60;
    const put = (number: number, salt: number): void => {
      writeFileSync(join(folder, 'new'), toyPage(number, salt));
      renameSync(join(folder, 'new'), join(pages, pageName(number)));
    };
    for (let number = 1; number <= COUNT; number += 1) put(number, number);
    const seen = new Set<string>();
    const replacing: PageExtractor = {
      version: TOY_EXTRACTOR.version as string,
      run(page) {
        seen.add(page.text);
        const number = Number(page.text.split('|')[1]);
        // The one in hand, one that was read, and one that is read later.
        for (const other of [number, number - 1, number + 1])
          if (other >= 1 && other <= COUNT) put(other, other + 1000 * number);
        return TOY_EXTRACTOR.run(page);
      },
    };
    await ingested('a.grafeo', { pipeline: replacing });
    const states = new Set(Array.from({ length: COUNT }, (_, index) => toyPage(index + 1)));
    for (const text of seen) expect(states.has(text) || /\|\d{4,}$/u.test(text), text).toBe(true);
    for (let number = 1; number <= COUNT; number += 1) put(number, 5000 + number);
    const again = await ingested('a.grafeo');
    expect(again.dump).toEqual((await ingested('b.grafeo')).dump);
  }, 120_000);
});

describe('a clock', () => {
  const CLOCK = `--import=${new URL('../support/odd-clock.mjs', import.meta.url).href}`;

  function command(name: string, args: readonly string[], nodeOptions = '') {
    return spawnSync(process.execPath, [programPath(`ingest/cli/${name}.ts`), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: nodeOptions },
    });
  }

  const write = (from: number, to: number): void => {
    for (let number = from; number <= to; number += 1) writeFileSync(join(pages, pageName(number)), smallPage(number));
  };

  it('that is years ahead, goes back at every look, and is then set right, shows in no id and in no order', async () => {
    const store = join(folder, 'odd.grafeo');
    const runs = join(folder, 'runs');
    write(1, 10);
    const first = command('ingest', [pages, '--store', store], CLOCK);
    expect(first.status, first.stderr).toBe(0);
    write(11, 20);
    const second = command('ingest', [pages, '--store', store]);
    expect(second.status, second.stderr).toBe(0);
    // The first run's times are years after those of the second.
    expect((await findRun(runs, 'last')).record.id).toBe('0002');
    expect(command('runs', ['--store', store]).status).toBe(0);
    const calm = join(folder, 'calm.grafeo');
    expect(command('ingest', [pages, '--store', calm]).status).toBe(0);
    const dumps = await Promise.all(
      [store, calm].map(async (path) => {
        const opened = await openStore({ store: path }, {});
        const lines = await dumpOf(opened);
        await opened.close();
        return lines;
      }),
    );
    expect(dumps[0]).toEqual(dumps[1]);
  }, 120_000);
});
