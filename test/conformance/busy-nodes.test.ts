/**
 * What an expansion adds to nodes with very many neighbours, some of them neighbours in several ways, is what reading all neighbours and
 * sorting them gives.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Branch, countNeighbours } from '../../graph/branches.ts';
import { compare } from '../../graph/compare.ts';
import { nodeDetails } from '../../graph/details.ts';
import { kindOfId, type NodeKind } from '../../graph/model.ts';
import type { NeighbourInput } from '../../graph/new-neighbours.ts';
import { RelationType } from '../../graph/shapes.ts';
import type { GraphStore } from '../../graph/store.ts';
import { listNeighbours, loadNeighbours } from '../../graph/traverse.ts';
import { ENGINES, run } from './engines.ts';

const REPORTER = 'person/记者';
const PLACE = 'place/浙江省';
const QUIET = 'person/某';
/** More of each than are read and sorted in any case, and enough for walking the index of days. */
const ARTICLES = 1_300;

const id = (kind: string): string => `'${kind}/' + (100000 + i)`;
const MAKE = [
  run(`CREATE (:Entity:Person {id: '${REPORTER}', name: '记者', search: 'x'}),
  (:Entity:Person {id: '${QUIET}', name: '某', search: 'x'}),
  (:Entity:Place:Province {id: '${PLACE}', name: '浙江省', search: 'x'})`),
  // A third of the articles both name and are by the reporter; one in twenty has no day.
  run(`UNWIND range(1, ${ARTICLES}) AS i MATCH (p:Entity {id: '${REPORTER}'}) MATCH (l:Entity {id: '${PLACE}'})
CREATE (a:Entity:Article {id: ${id('article')}, name: 'a', search: 'a'})
SET a.publishedOn = CASE WHEN i % 20 = 0 THEN null ELSE toString(2000 + i % 30) + '-0' + (1 + i % 9) + '-01' END
CREATE (a)-[:MENTIONS {key: 'MENTIONS|' + a.id + '|${REPORTER}', spans: ['0-1']}]->(p)
CREATE (a)-[:MENTIONS {key: 'MENTIONS|' + a.id + '|${PLACE}', spans: ['2-3']}]->(l)`),
  run(`UNWIND range(1, ${ARTICLES}, 3) AS i MATCH (p:Entity {id: '${REPORTER}'}) MATCH (a:Entity {id: ${id('article')}})
CREATE (a)-[:REPORTED_BY {key: 'REPORTED_BY|' + a.id + '|${REPORTER}|reporter', role: 'reporter'}]->(p)
CREATE (a)-[:REPORTED_BY {key: 'REPORTED_BY|' + a.id + '|${REPORTER}|photographer', role: 'photographer'}]->(p)`),
  run(`UNWIND range(1, 40) AS i MATCH (p:Entity {id: '${REPORTER}'}) MATCH (l:Entity {id: '${PLACE}'})
CREATE (e:Entity:Event {id: ${id('event')}, name: 'e', search: 'e', dateFrom: toString(1990 + i)})
CREATE (e)-[:HELD_IN {key: 'HELD_IN|' + e.id + '|${PLACE}'}]->(l)
CREATE (p)-[:CHAIRED {key: 'CHAIRED|${REPORTER}|' + e.id}]->(e)
CREATE (p)-[:SPOKE_AT {key: 'SPOKE_AT|${REPORTER}|' + e.id}]->(e)`),
  run(`UNWIND range(1, 30) AS i MATCH (p:Entity {id: '${REPORTER}'}) MATCH (l:Entity {id: '${PLACE}'})
CREATE (o:Entity:Organization {id: ${id('org')}, name: 'o', search: 'o'})
CREATE (q:Entity:Place {id: 'place/浙江省/' + (100000 + i), name: 'q', search: 'q'})
CREATE (q)-[:PART_OF {key: 'PART_OF|' + q.id + '|${PLACE}'}]->(l)
CREATE (q)-[:LEARNED_FROM {key: 'LEARNED_FROM|' + q.id + '|${PLACE}'}]->(l)
CREATE (l)-[:LEARNED_FROM {key: 'LEARNED_FROM|${PLACE}|' + q.id + '|program/a', program: 'program/a'}]->(q)
CREATE (l)-[:LEARNED_FROM {key: 'LEARNED_FROM|${PLACE}|' + q.id + '|program/b', program: 'program/b'}]->(q)
CREATE (o)-[:LOCATED_IN {key: 'LOCATED_IN|' + o.id + '|${PLACE}'}]->(l)
CREATE (p)-[:HOLDS {key: 'HOLDS|${REPORTER}|' + o.id + '|局长', title: '局长'}]->(o)
CREATE (p)-[:HOLDS {key: 'HOLDS|${REPORTER}|' + o.id + '|书记', title: '书记'}]->(o)
CREATE (p)-[:HOLDS {key: 'HOLDS|${REPORTER}|${PLACE}|' + i, title: toString(i)}]->(l)`),
  run(`MATCH (q:Entity {id: '${QUIET}'}) MATCH (a:Entity {id: 'article/100001'})
CREATE (a)-[:MENTIONS {key: 'MENTIONS|article/100001|${QUIET}', spans: ['4-5']}]->(q)`),
];

const Around = z.object({
  relation: RelationType,
  direction: z.enum(['out', 'in']),
  id: z.string(),
  date: z.string(),
  degree: z.number(),
});

/** Everything around a node, read and sorted in the plainest way. */
async function expected(store: GraphStore, { id, take, shown, order, only }: NeighbourInput): Promise<string[]> {
  const around = await Promise.all(
    (
      [
        ['out', '-[r]->'],
        ['in', '<-[r]-'],
      ] as const
    ).map(([direction, arrow]) =>
      store.read({
        cypher: `MATCH (n:Entity {id: $id})${arrow}(m:Entity) RETURN type(r) AS relation, '${direction}' AS direction, m.id AS id,
coalesce(m.dateFrom, m.publishedOn, '') AS date, COUNT { (m)--() } AS degree ORDER BY id`,
        params: { id },
        row: Around,
      }),
    ),
  );
  const found = around
    .flat()
    .filter(
      (row) =>
        take.some((b) => b.relation === row.relation && b.direction === row.direction && b.kind === kindOfId(row.id)) &&
        !shown.includes(row.id) &&
        (only === undefined || only.includes(row.id)),
    );
  const each = [...new Map(found.map((row) => [row.id, row])).values()];
  each.sort((a, b) => (order === 'date' ? compare(b.date, a.date) : b.degree - a.degree) || compare(a.id, b.id));
  return each.map((row) => row.id);
}

const of = (relation: RelationType, direction: 'out' | 'in', kind: NodeKind): Branch => ({ relation, direction, kind });
const OF_REPORTER = [
  of('MENTIONS', 'in', 'Article'),
  of('REPORTED_BY', 'in', 'Article'),
  of('CHAIRED', 'out', 'Event'),
  of('SPOKE_AT', 'out', 'Event'),
  of('HOLDS', 'out', 'Organization'),
  of('HOLDS', 'out', 'Place'),
];
const OF_PLACE = [
  of('MENTIONS', 'in', 'Article'),
  of('HELD_IN', 'in', 'Event'),
  of('PART_OF', 'in', 'Place'),
  of('LEARNED_FROM', 'in', 'Place'),
  of('LEARNED_FROM', 'out', 'Place'),
  of('LOCATED_IN', 'in', 'Organization'),
  of('HOLDS', 'in', 'Person'),
];
const SHOWN = [PLACE, REPORTER, 'article/100029', 'article/100059', 'event/100040', 'org/100003', 'person/none'];
const asked = { order: 'date', shown: [], limit: 25 } as const;

const CASES: readonly (readonly [string, NeighbourInput])[] = [
  ['of a person, all', { ...asked, id: REPORTER, take: OF_REPORTER }],
  ['of a person, to the last and undated', { ...asked, id: REPORTER, take: OF_REPORTER, limit: 1_500 }],
  ['of a person, beside what is shown', { ...asked, id: REPORTER, take: OF_REPORTER, shown: SHOWN }],
  ['of a person, by one of two ways to articles', { ...asked, id: REPORTER, take: OF_REPORTER.slice(1) }],
  ['of a person, by one of two ways to events', { ...asked, id: REPORTER, take: OF_REPORTER.slice(3), shown: SHOWN }],
  ['of a person, without a day', { ...asked, id: REPORTER, take: OF_REPORTER.slice(4), limit: 40 }],
  ['of a person, the best connected', { ...asked, id: REPORTER, take: OF_REPORTER, order: 'degree', shown: SHOWN }],
  ['of a person, some alone', { ...asked, id: REPORTER, take: OF_REPORTER, only: [...SHOWN, REPORTER] }],
  ['of a place, all', { ...asked, id: PLACE, take: OF_PLACE, shown: SHOWN }],
  ['of a place, of one direction', { ...asked, id: PLACE, take: OF_PLACE.slice(3, 4), limit: 40 }],
  ['of a place, but for articles', { ...asked, id: PLACE, take: OF_PLACE.slice(1), limit: 100 }],
  ['of a place, on a way that leads elsewhere', { ...asked, id: PLACE, take: [of('MENTIONS', 'in', 'Person')] }],
  ['of one who has few', { ...asked, id: QUIET, take: OF_REPORTER }],
];

describe.each(ENGINES)('the neighbours that an expansion adds, on $name', (engine) => {
  let store: GraphStore | null = null;
  beforeAll(async () => {
    store = await engine.open({ skip: () => null as never });
    await store?.write(MAKE);
  });
  afterAll(() => store?.close());

  test.for(CASES)('%s', async ([_, input], context) => {
    const opened = store ?? context.skip('the server is missing');
    const ids = await expected(opened, input);
    const loaded = await loadNeighbours(opened, input);
    expect(loaded.nodes.map(({ id }) => id)).toEqual(ids.slice(0, input.limit));
    expect(loaded.left).toBe(Math.max(0, ids.length - input.limit));
    const listed = await listNeighbours(opened, { ...input, offset: 20 });
    expect(listed.nodes.map(({ id }) => id)).toEqual(ids.slice(20, 20 + input.limit));
    expect(listed.total).toBe(ids.length);
  });

  test('are counted once each, however many relations lead to them', async (context) => {
    const opened = store ?? context.skip('the server is missing');
    const counts = await countNeighbours(opened, PLACE);
    const totals = counts.map(({ relation, direction, kind, total }) => [relation, direction, kind, total]);
    expect(totals).toEqual([
      ['LEARNED_FROM', 'out', 'Place', 30],
      ['HELD_IN', 'in', 'Event', 40],
      ['HOLDS', 'in', 'Person', 1],
      ['LEARNED_FROM', 'in', 'Place', 30],
      ['LOCATED_IN', 'in', 'Organization', 30],
      ['MENTIONS', 'in', 'Article', ARTICLES],
      ['PART_OF', 'in', 'Place', 30],
    ]);
  });
  test('have the first facts of each relation read, as many of each as there is room for, and mentions last', async (context) => {
    const opened = store ?? context.skip('the server is missing');
    const listed = async (of: string) =>
      (await nodeDetails(opened, of)).groups.map(({ relation, direction, total, facts }) => [
        `${relation} ${direction}`,
        total,
        facts.length,
      ]);
    const reported = Math.ceil(ARTICLES / 3);
    expect(await listed(REPORTER)).toEqual([
      ['CHAIRED out', 40, 40],
      ['SPOKE_AT out', 40, 40],
      ['HOLDS out', 31, 90],
      ['REPORTED_BY in', reported, 230],
    ]);
    expect(await listed(PLACE)).toEqual([
      ['HELD_IN in', 40, 40],
      ['LEARNED_FROM out', 30, 60],
      ['LEARNED_FROM in', 30, 30],
      ['HOLDS in', 1, 30],
      ['PART_OF in', 30, 30],
      ['LOCATED_IN in', 30, 30],
      ['MENTIONS in', ARTICLES, 180],
    ]);
    const { groups } = await nodeDetails(opened, REPORTER);
    const bylines = groups.at(-1)?.facts.map(({ relation }) => relation.key) ?? [];
    const all = (of: string) =>
      Array.from({ length: reported }, (_, index) => `REPORTED_BY|article/${100_001 + 3 * index}|${REPORTER}|${of}`);
    const first = [...all('photographer'), ...all('reporter')].sort().slice(0, bylines.length);
    expect([...bylines].sort()).toEqual(first);
  });

  test('of few relations have the same counted from their facts', async (context) => {
    const opened = store ?? context.skip('the server is missing');
    for (const of of [QUIET, 'event/100001', 'org/100001', 'place/浙江省/100001', 'article/100001']) {
      const { branches, groups } = await nodeDetails(opened, of);
      expect(branches, of).toEqual(await countNeighbours(opened, of));
      expect(groups.length, of).toBeGreaterThan(0);
    }
  });
});
