import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { backupLines, dumpOfBackup } from '../../graph/backup.ts';
import { dumpLines } from '../../graph/dump.ts';
import {
  judge,
  judgementsInForce,
  judgementsOn,
  type NewJudgement,
  withdrawJudgement,
} from '../../graph/judgements.ts';
import { loadLines } from '../../graph/load.ts';
import { relationKey } from '../../graph/model.ts';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { writeGraph } from '../../graph/writer.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { removeFromGraph } from '../../ingest/remove.ts';
import { TOY_EXTRACTOR, toyText } from '../support/toy-pages.ts';
import { TOY_RESOLVER } from '../support/toy-resolver.ts';
import { CHAIRED_KEY, CITY, GRID, PART } from '../web/fixture.ts';
import { ENGINES } from './engines.ts';

const LAUNCHED_KEY = relationKey('LAUNCHED_IN', GRID, CITY);

function saying(more: Partial<NewJudgement> = {}): NewJudgement {
  return {
    relation: CHAIRED_KEY,
    verdict: 'dispute',
    reason: 'ends',
    note: '主持的是别人',
    by: '甲',
    at: '2026-01-02T03:04:05.000Z',
    ...more,
  };
}

async function listed(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

// A server plans each statement the first time, and the first tests pay for it.
describe.each(ENGINES)('judgements of facts on $name', { timeout: 120_000 }, ({ open }) => {
  const stores: GraphStore[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });
  const opened = async (context: Parameters<typeof open>[0]): Promise<GraphStore> => {
    const store = await open(context);
    stores.push(store);
    await writeGraph(store, PART);
    return store;
  };

  test('are kept with author, time, reason and the sentences that the reader saw', async (context) => {
    const store = await opened(context);
    const made = await judge(store, saying());
    expect(made).toEqual(await judgementsOn(store, [CHAIRED_KEY, LAUNCHED_KEY]));
    expect(made).toMatchObject([{ ...saying(), fromName: '王昌荣', toName: '座谈会', withdrawn: null }]);
    expect(made[0]?.evidence).toHaveLength(2);
  });

  test('of one reader on one fact follow each other, and those of two stand side by side', async (context) => {
    const store = await opened(context);
    await judge(store, saying());
    await judge(store, saying({ by: '乙', verdict: 'confirm', reason: null, note: null }));
    const all = await judge(store, saying({ verdict: 'confirm', reason: null, at: '2026-01-03T00:00:00.000Z' }));
    expect(all.map(({ by, verdict, withdrawn }) => [by, verdict, withdrawn?.at ?? null])).toEqual(
      expect.arrayContaining([
        ['甲', 'dispute', '2026-01-03T00:00:00.000Z'],
        ['甲', 'confirm', null],
        ['乙', 'confirm', null],
      ]),
    );
    expect((await judgementsInForce(store, 'confirm', 1)).total).toBe(2);
    expect(await judgementsInForce(store, 'dispute', 10)).toEqual({ total: 0, judgements: [] });
  });

  test('that are said twice are one, and withdrawn ones are kept', async (context) => {
    const store = await opened(context);
    await judge(store, saying());
    const [only, ...others] = await judge(store, saying());
    expect(others).toEqual([]);
    const withdrawn = { by: '乙', at: '2026-02-01T00:00:00.000Z' };
    expect(await withdrawJudgement(store, only?.id ?? '', withdrawn)).toEqual([{ ...only, withdrawn }]);
    const later = { by: '丙', at: '2026-03-01T00:00:00.000Z' };
    expect(await withdrawJudgement(store, only?.id ?? '', later), 'the first withdrawal stands').toEqual([
      { ...only, withdrawn },
    ]);
  });

  test('speak of a fact that is there', async (context) => {
    const store = await opened(context);
    const nobody = relationKey('CHAIRED', 'person/无人', GRID);
    await expect(judge(store, saying({ relation: nobody }))).rejects.toMatchObject({ code: 'not-found' });
    await expect(withdrawJudgement(store, 'judgement/0', { by: 'x', at: 'y' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('come back from a backup in another store', async (context) => {
    const store = await opened(context);
    await judge(store, saying());
    await judge(store, saying({ relation: LAUNCHED_KEY, reason: 'stage', note: null }));
    const copy = await openEmbedded(':memory:');
    stores.push(copy);
    await applySchema(copy);
    await loadLines(copy, dumpOfBackup(backupLines(store, '2026-01-01T00:00:00.000Z')));
    expect(await listed(dumpLines(copy))).toEqual(await listed(dumpLines(store)));
    expect(await judgementsOn(copy, [CHAIRED_KEY, LAUNCHED_KEY])).toHaveLength(2);
  });

  test('outlive the removal of the page and hold again when it comes back', async (context) => {
    const store = await open(context);
    stores.push(store);
    const folder = mkdtempSync(join(tmpdir(), 'zhitu-judgements-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'a.txt');
    writeFileSync(file, toyText({ day: '2019-07-03', number: 1, articles: [0, 1] }));
    const options = { store, pipeline: TOY_EXTRACTOR, resolver: TOY_RESOLVER };
    await ingestPaths([file], options);
    const [row] = await store.read({
      cypher: 'MATCH (a:Person)-[r:HOLDS]->(b:Entity) RETURN r.key AS key ORDER BY key LIMIT 1',
      row: z.object({ key: z.string() }),
    });
    const relation = row?.key ?? '';
    await judge(store, saying({ relation }));
    const before = await listed(dumpLines(store));
    await removeFromGraph([file], options);
    expect(await judgementsOn(store, [relation])).toHaveLength(1);
    await ingestPaths([file], options);
    expect(await listed(dumpLines(store))).toEqual(before);
  });
});
