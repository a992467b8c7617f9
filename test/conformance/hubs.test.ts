/** A node that very many others name is walked without looking at all of them, and what is found is the same. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countNeighbours } from '../../graph/branches.ts';
import type { NeighbourInput } from '../../graph/new-neighbours.ts';
import type { GraphStore } from '../../graph/store.ts';
import { listNeighbours, loadNeighbours, subgraphOf } from '../../graph/traverse.ts';
import { ENGINES, run } from './engines.ts';

const HUB = 'place/浙江省';
/** More than are read and sorted in any case. */
const ARTICLES = 1_200;
const UNDATED = 3;
const EVENTS = 20;

/** Articles of different days, the last few without one; events on some of the days. */
const MAKE = [
  run(`CREATE (:Entity:Place:Province {id: '${HUB}', name: '浙江省', search: '浙江省'})`),
  run(`UNWIND range(1, ${ARTICLES}) AS i MATCH (p:Entity {id: '${HUB}'})
CREATE (a:Entity:Article {id: 'article/' + (100000 + i), name: 'a', search: 'a'})
SET a.publishedOn = CASE WHEN i > ${ARTICLES - UNDATED} THEN null ELSE toString(2000 + i % 20) + '-0' + (1 + i % 9) + '-01' END
CREATE (a)-[:MENTIONS {key: 'MENTIONS|article/' + (100000 + i) + '|${HUB}', spans: ['0-3']}]->(p)`),
  run(`UNWIND range(1, ${EVENTS}) AS i MATCH (p:Entity {id: '${HUB}'}) MATCH (a:Entity {id: 'article/' + (100000 + i)})
CREATE (e:Entity:Event {id: 'event/' + i, name: 'e', search: 'e', dateFrom: toString(1995 + i)})
CREATE (e)-[:HELD_IN {key: 'HELD_IN|event/' + i + '|${HUB}'}]->(p)
CREATE (e)-[:REPORTED_IN {key: 'REPORTED_IN|event/' + i + '|' + a.id}]->(a)`),
];

const MENTIONS = { relation: 'MENTIONS', direction: 'in', kind: 'Article' } as const;
const HELD = { relation: 'HELD_IN', direction: 'in', kind: 'Event' } as const;
const asked: NeighbourInput = { id: HUB, take: [MENTIONS, HELD], limit: 40, order: 'date', shown: [] };

describe.each(ENGINES)('a place that many articles mention, on $name', (engine) => {
  let store: GraphStore | null = null;
  beforeAll(async () => {
    store = await engine.open({ skip: () => null as never });
    await store?.write(MAKE);
  });
  afterAll(() => store?.close());

  const opened = (context: { skip: (reason: string) => never }): GraphStore =>
    store ?? context.skip('the server is missing');

  test('has its neighbours counted by what the server keeps', async (context) => {
    expect(await countNeighbours(opened(context), HUB)).toEqual([
      { ...HELD, total: EVENTS },
      { ...MENTIONS, total: ARTICLES },
    ]);
  });

  test('gives the newest of two branches in the order in which a list of all has them', async (context) => {
    const all = await listNeighbours(opened(context), { ...asked, limit: ARTICLES + EVENTS, offset: 0 });
    expect(all.total).toBe(ARTICLES + EVENTS);
    const ids = all.nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ARTICLES + EVENTS);
    const { nodes, left } = await loadNeighbours(opened(context), asked);
    expect(nodes.map(({ id }) => id)).toEqual(ids.slice(0, asked.limit));
    expect(left).toBe(ARTICLES + EVENTS - asked.limit);
    const page = await listNeighbours(opened(context), { ...asked, limit: 10, offset: 35 });
    expect(page.nodes.map(({ id }) => id)).toEqual(ids.slice(35, 45));
    expect(page.total).toBe(all.total);
  });

  test('counts what is shown already as neither added nor left out', async (context) => {
    const shown = ['article/100019', 'article/100020', 'event/20', 'person/none'];
    const { nodes, left } = await loadNeighbours(opened(context), { ...asked, shown });
    expect(nodes.filter(({ id }) => shown.includes(id))).toEqual([]);
    expect(left).toBe(ARTICLES + EVENTS - 3 - asked.limit);
  });

  test('is drawn with its relations to what is shown, and with no others', async (context) => {
    const { relations } = await subgraphOf(opened(context), [HUB, 'article/100001', 'event/1']);
    expect(relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['HELD_IN', 'event/1', HUB],
      ['MENTIONS', 'article/100001', HUB],
      ['REPORTED_IN', 'event/1', 'article/100001'],
    ]);
  });
});
