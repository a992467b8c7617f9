import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { dumpLines } from '../../graph/dump.ts';
import { loadLines } from '../../graph/load.ts';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { keepLink, openLink } from '../../graph/views/links.ts';
import { changeView, openView, savedViews, saveView } from '../../graph/views/views.ts';
import { writeGraph } from '../../graph/writer.ts';
import { ENGINES, run } from './engines.ts';
import { SAMPLE } from './sample.ts';

const DAY = new Date('2026-05-01T08:00:00Z');
const [FIRST, SECOND, THIRD] = ['2026-05-01T08:00:00.000Z', '2026-05-02T08:00:00.000Z', '2026-05-03T08:00:00.000Z'];
const IDS = SAMPLE.nodes.map(({ id }) => id);
const content = (ids: readonly string[]) => ({
  nodes: ids.map((id, x) => ({ id, x, y: x - 3 })),
  hidden: ['MENTIONS'],
});

async function lines(store: GraphStore): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of dumpLines(store)) all.push(line);
  return all;
}

describe.each(ENGINES)('saved views on $name', (engine) => {
  let store: GraphStore | undefined;
  const open = (): GraphStore => store as GraphStore;
  beforeEach(async (context) => {
    store ??= await engine.open(context);
    await open().write([run('MATCH (n) DETACH DELETE n')]);
    await writeGraph(open(), SAMPLE);
  });
  afterAll(() => store?.close());

  test('keep every version, and open at any of them', async () => {
    const saved = await saveView(open(), { name: '矛调', note: null, content: content(IDS.slice(0, 2)) }, FIRST);
    const changed = await changeView(open(), saved.id, { content: content(IDS), note: '加了两人' }, SECOND);
    expect(changed).toEqual({ ...saved, version: 2, changedAt: SECOND, nodes: IDS.length, note: '加了两人' });
    const now = await openView(open(), saved.id);
    expect(now.content).toEqual(content(IDS));
    expect(now.versions).toEqual([
      { version: 1, at: FIRST },
      { version: 2, at: SECOND },
    ]);
    expect((await openView(open(), saved.id, 1)).content).toEqual(content(IDS.slice(0, 2)));
    await expect(openView(open(), saved.id, 3)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('tell what is new and what is gone since they were saved', async () => {
    const { id } = await saveView(open(), { name: 'a', note: null, content: content(IDS) }, FIRST);
    expect((await openView(open(), id)).since).toEqual({
      newNodes: [],
      newRelations: [],
      goneNodes: [],
      goneRelations: [],
    });
    const [node] = SAMPLE.nodes.filter(({ kind }) => kind === 'Program');
    await open().write([run('MATCH (n:Entity {id: $id}) DETACH DELETE n', { id: node?.id ?? '' })]);
    expect((await openView(open(), id)).since.goneNodes).toEqual([{ id: node?.id, name: node?.properties.name }]);
  });

  test('are listed by their last change, not when they were deleted, and can be brought back as they were', async () => {
    const one = await saveView(open(), { name: '一', note: null, content: content(IDS) }, FIRST);
    const two = await saveView(open(), { name: '二', note: '备注', content: content(IDS) }, SECOND);
    expect((await savedViews(open())).map(({ name }) => name)).toEqual(['二', '一']);
    await changeView(open(), two.id, { isDeleted: true }, THIRD);
    expect((await savedViews(open())).map(({ name }) => name)).toEqual(['一']);
    await changeView(open(), two.id, { isDeleted: false }, THIRD);
    expect(await savedViews(open())).toEqual([{ ...two, changedAt: THIRD }, one]);
    await expect(changeView(open(), '0', { name: 'x' }, THIRD)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('two changes at once make two versions', async () => {
    const { id } = await saveView(open(), { name: '一', note: null, content: content(IDS) }, FIRST);
    await Promise.all([1, 2].map((count) => changeView(open(), id, { content: content(IDS.slice(0, count)) }, SECOND)));
    const { versions } = await openView(open(), id);
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  test('go with the dump into another store, links as well', async () => {
    const { id } = await saveView(open(), { name: '一', note: null, content: content(IDS) }, FIRST);
    await changeView(open(), id, { content: content(IDS.slice(1)) }, SECOND);
    const link = await keepLink(open(), '/explore?n=person/王@0.0', DAY);
    const before = await lines(open());
    const other = await openEmbedded(':memory:');
    try {
      await applySchema(other);
      await loadLines(
        other,
        (async function* () {
          yield* before;
        })(),
      );
      expect(await lines(other)).toEqual(before);
      expect((await openView(other, id, 1)).content).toEqual(content(IDS));
      expect(await openLink(other, link, DAY)).toBe('/explore?n=person/王@0.0');
    } finally {
      await other.close();
    }
  });

  test('one address has one link, and an unknown link leads nowhere', async () => {
    const [one, again] = [await keepLink(open(), '/explore?n=a', DAY), await keepLink(open(), '/explore?n=a', DAY)];
    expect(again).toBe(one);
    expect(await keepLink(open(), '/explore?n=b', DAY)).not.toBe(one);
    expect(await openLink(open(), '0', DAY)).toBeNull();
  });

  test('a link that nobody used for a year goes when another is made, one that was opened since stays', async () => {
    const [forgotten, opened] = [
      await keepLink(open(), '/explore?n=c', DAY),
      await keepLink(open(), '/explore?n=d', DAY),
    ];
    const months = (count: number) => new Date(Date.UTC(2026, 4 + count, 1));
    expect(await openLink(open(), opened, months(6))).toBe('/explore?n=d');
    await keepLink(open(), '/explore?n=e', months(11));
    expect(await openLink(open(), forgotten, DAY)).toBe('/explore?n=c');
    await keepLink(open(), '/explore?n=f', months(13));
    expect(await openLink(open(), forgotten, months(13))).toBeNull();
    expect(await openLink(open(), opened, months(13))).toBe('/explore?n=d');
  });
});
