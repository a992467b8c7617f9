import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupLines, dumpOfBackup } from '../../graph/backup.ts';
import { dumpLines } from '../../graph/dump.ts';
import { keepStatements } from '../../graph/kept.ts';
import { dumpDigest, loadLines } from '../../graph/load.ts';
import { extractionRecord, packed, pageRecord } from '../../graph/page-records.ts';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { writeGraph } from '../../graph/writer.ts';
import { SAMPLE } from '../conformance/sample.ts';

const BODY = '{"name":"王昌荣"}';
let full: GraphStore;
let empty: GraphStore;

async function opened(): Promise<GraphStore> {
  const store = await openEmbedded(':memory:');
  await applySchema(store);
  return store;
}

beforeEach(async () => {
  [full, empty] = [await opened(), await opened()];
  await writeGraph(full, SAMPLE);
  await full.write(
    keepStatements([
      pageRecord({ id: 'page/1', sha256: 'ab', extractor: 'rules', articles: ['article/aaaa000000000001'] }),
      extractionRecord({
        id: 'extraction/1/0',
        page: 'page/1',
        article: 'article/1',
        index: 0,
        body: BODY,
        identity: null,
      }),
      { label: 'Decision', id: 'decision/1', properties: { kind: 'different', a: 'x', b: 'y' } },
    ]),
  );
});
afterEach(async () => {
  await full.close();
  await empty.close();
});

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

async function* linesOf(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}

describe('a dump', () => {
  test('makes the same store again, with what is kept beside the graph', async () => {
    const report = await loadLines(empty, dumpLines(full));
    expect(report).toMatchObject({ nodes: SAMPLE.nodes.length, relations: SAMPLE.relations.length, kept: 3 });
    expect(await all(dumpLines(empty))).toEqual(await all(dumpLines(full)));
    expect(report.sha256).toBe(await dumpDigest(empty));
    const [{ body }] = (await empty.readTable('MATCH (n:Extraction) RETURN n.body AS body')).rows.map(([body]) => ({
      body,
    })) as [{ body: unknown }];
    expect(body).toBe(packed(BODY));
  });

  test('is not loaded over what is there', async () => {
    await expect(loadLines(full, dumpLines(full))).rejects.toThrow(
      /Expected an empty store at :memory:, and found one with \d+ nodes and 3/u,
    );
    await empty.write(keepStatements([{ label: 'Decision', id: 'decision/2', properties: { kind: 'same' } }]));
    await expect(loadLines(empty, dumpLines(full))).rejects.toThrow(/0 nodes and 1 records beside them/u);
  });

  test('with a line that is none of one is refused by the number of the line', async () => {
    const lines = await all(dumpLines(full));
    await expect(loadLines(empty, linesOf([...lines.slice(0, 2), '{"id":"x"}']))).rejects.toThrow(
      /^Line 3 is none of a dump .*saw “\{"id":"x"\}”/u,
    );
    await expect(loadLines(empty, linesOf(['MATCH (n)']))).rejects.toMatchObject({
      code: 'bad-input',
      details: { line: 1 },
    });
  });

  test('in which a line stands twice is refused: nothing is written twice', async () => {
    const lines = await all(dumpLines(full));
    const twice = lines.flatMap((line) => (line.includes('"HOLDS"') ? [line, line] : [line]));
    expect(twice.length).toBeGreaterThan(lines.length);
    await expect(loadLines(empty, linesOf(twice))).rejects.toThrow(/^Line \d+ gives HOLDS\|.*, which the line before/u);
  });

  test('in which a node is missing is not taken for a whole one', async () => {
    const lines = (await all(dumpLines(full))).filter((line) => !line.startsWith('{"id":"person/王昌荣"'));
    await expect(loadLines(empty, linesOf(lines))).rejects.toThrow(/by the lines of the dump, and :memory: has/u);
  });
});

describe('a backup', () => {
  const backup = () => all(backupLines(full, '2021-05-01T00:00:00.000Z'));

  test('holds the dump, and a dump is read like one', async () => {
    const dump = await all(dumpLines(full));
    expect(await all(dumpOfBackup(linesOf(await backup())))).toEqual(dump);
    expect(await all(dumpOfBackup(linesOf(dump)))).toEqual(dump);
  });

  test('that ends early, or has another line than was written, is refused', async () => {
    const lines = await backup();
    await expect(all(dumpOfBackup(linesOf(lines.slice(0, -1))))).rejects.toThrow(/damaged: it ends after/u);
    await expect(all(dumpOfBackup(linesOf(lines.toSpliced(5, 1))))).rejects.toThrow(/damaged: its last line names/u);
    const changed = lines.map((line) => line.replace('推进会', '协调会'));
    await expect(all(dumpOfBackup(linesOf(changed)))).rejects.toThrow(/damaged/u);
  });

  test('of a newer format is refused before its first line, with what to do', async () => {
    const [head = '', ...rest] = await backup();
    const newer = JSON.stringify({ ...JSON.parse(head), format: 99 });
    await expect(loadLines(empty, dumpOfBackup(linesOf([newer, ...rest])))).rejects.toThrow(
      /format 99: a newer version .* Restore it with that version/u,
    );
    expect(await all(dumpLines(empty))).toEqual([]);
  });
});
