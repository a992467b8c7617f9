import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diffTally } from '../../../ingest/cli/diff-report.ts';
import type { ExtractedArticle } from '../../../ingest/contract.ts';
import { diffRuns, type FactChange, type RunDiff } from '../../../ingest/runs/diff.ts';
import { findRun, listRuns, pruneRuns } from '../../../ingest/runs/history.ts';
import { beginRun } from '../../../ingest/runs/journal.ts';
import { article, extraction, fact } from '../../support/extractions.ts';

let runs: string;
beforeEach(async () => {
  runs = await mkdtemp(join(tmpdir(), 'zhitu-diff-'));
});
afterEach(() => rm(runs, { recursive: true, force: true }));

const asked = { directory: '/', paths: ['pages'], options: {}, dryRun: false, retries: null };

/** A run that found this in its pages; a page without articles was unchanged. */
async function run(
  extractor: string,
  pages: Readonly<Record<string, readonly ExtractedArticle[] | null>>,
): Promise<void> {
  const journal = await beginRun(runs, { asked, store: 's', extractor });
  for (const [file, articles] of Object.entries(pages)) {
    const note = { file, page: `page/${file}`, extractor };
    if (articles) journal.extracted(note, extraction(file, articles), 0);
    else journal.unchanged(note);
  }
  await journal.beforeWrite();
  await journal.afterWrite();
  await journal.end({ state: 'finished', error: null, written: {}, issues: [] });
}

async function compare(before: string, after: string): Promise<RunDiff & { readonly all: readonly FactChange[] }> {
  const diff = await diffRuns(await findRun(runs, before), await findRun(runs, after), await listRuns(runs));
  const all: FactChange[] = [];
  for await (const change of diff.changes()) all.push(change);
  return { ...diff, all };
}

const SPOKE = fact({ type: 'SPOKE_AT', rule: 'role.spoke', evidence: [11, 17] });

it('lists what came, changed and went, and what got another confidence alone', async () => {
  await run('rules/1', {
    a: [article('1', [fact(), SPOKE])],
    b: [article('2'), article('3', [fact({ confidence: 0.9 })])],
  });
  await run('rules/2', {
    a: [article('1', [fact({ rule: 'chaired.named' })])],
    b: [article('2', [fact(), SPOKE]), article('3', [fact({ confidence: 0.8 })])],
  });
  const { all, compared, same } = await compare('1', '2');
  expect(all.map(({ kind, rule, before, after }) => [kind, rule, (after ?? before)?.article])).toEqual([
    ['changed', 'chaired.named', 'article/1'],
    ['added', 'role.spoke', 'article/2'],
    ['reweighed', 'chaired.host', 'article/3'],
    ['gone', 'role.spoke', 'article/1'],
  ]);
  expect([compared, same]).toEqual([2, 0]);
  const tally = diffTally(1);
  for (const change of all) tally.add(change);
  const lines = tally.lines({ compared, same, onlyBefore: [], onlyAfter: [] });
  expect(lines).toContain('role.spoke         1        0     1          0');
  expect(lines).toContain('      role.spoke 0.9  王昌荣讲话。');
  expect(lines).toContain('    - chaired.host 0.9  副省长王昌荣主持会议。');
});

it('sees a fact of which only the date or the post changed', async () => {
  const dated = (value: string) => [article('1', [fact({ date: { value, precision: 'day', basis: 'printed' } })])];
  await run('rules/1', { a: dated('2019-07-03') });
  await run('rules/2', { a: dated('2019-07-04') });
  expect((await compare('1', '2')).all.map(({ kind, after }) => [kind, after?.details.date])).toEqual([
    ['changed', '2019-07-04'],
  ]);
});

it('takes the facts of an unchanged page from the run that extracted it, and looks at no page that is the same in both', async () => {
  await run('rules/1', { a: [article('1')], b: [article('2')] });
  await run('rules/1', { a: null, b: null });
  await run('rules/2', { a: [article('1', [fact(), SPOKE])], b: [article('2')] });
  const diff = await compare('2', '3');
  expect(diff.all.map(({ kind, rule }) => [kind, rule])).toEqual([['added', 'role.spoke']]);
  expect(diff.compared).toBe(2);
  expect(await compare('1', '2')).toMatchObject({ compared: 0, same: 2, all: [] });
});

it('names the files that one run alone has, and those whose facts were pruned, and compares none of their facts', async () => {
  await run('rules/1', { a: [article('1')], b: [article('2')] });
  await run('rules/1', { a: null, c: [article('3')] });
  await run('rules/2', { a: [article('1', [])], d: [article('4')] });
  await pruneRuns(runs, 2);
  const { all, onlyBefore, onlyAfter } = await compare('2', '3');
  expect(all).toEqual([]);
  expect(onlyBefore).toEqual(['c']);
  expect(onlyAfter).toEqual(['d', 'a']);
});
