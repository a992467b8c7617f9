import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../../graph/open.ts';
import { carriersOf } from '../../../graph/spread/carriers.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { HUZHOU, PROGRAM, PROVINCE, WENZHOU } from './world.ts';

const WANG = 'person/王昌荣';
let store: GraphStore;
beforeAll(async () => {
  store = await openStore({ store: ':memory:' }, {});
  const node = (labels: string, id: string, properties: object = {}) =>
    `CREATE (:Entity:${labels} {id: '${id}', ${Object.entries({ name: id.split('/').at(-1), ...properties })
      .map(([name, value]) => `${name}: '${value}'`)
      .join(', ')}})`;
  const relation = (type: string, from: string, to: string, properties = '') =>
    `MATCH (a:Entity {id: '${from}'}) MATCH (b:Entity {id: '${to}'})
CREATE (a)-[:${type} {key: '${type}|${from}|${to}'${properties}}]->(b)`;
  const seen = (from: string, to: string, ref: string) =>
    `, title: '书记', observedFrom: '${from}', observedTo: '${to}', evidence: ['${ref}']`;
  const begun = (date: string, ref: string) =>
    `, stage: 'practised', dateFrom: '${date}', datePrecision: 'day', evidence: ['${ref}']`;
  const statements = [
    node('Place', PROVINCE),
    ...[HUZHOU, WENZHOU].map((id) => node('Place', id)),
    ...['湖州市委', '温州市委'].map((name) => node('Organization', `org/${name}`)),
    node('Program', PROGRAM),
    ...[WANG, 'person/李一'].map((id) => node('Person', id)),
    node('Article', 'article/1', { publishedOn: '2019-01-01' }),
    relation('MENTIONS', 'article/1', HUZHOU),
    relation('LOCATED_IN', 'org/湖州市委', HUZHOU),
    relation('LOCATED_IN', 'org/温州市委', WENZHOU),
    relation('LAUNCHED_IN', PROGRAM, HUZHOU, begun('2017-05-01', 'article/1#1-2')),
    relation('LAUNCHED_IN', PROGRAM, WENZHOU, begun('2019-03-01', 'article/1#3-4')),
    relation('HOLDS', WANG, 'org/湖州市委', seen('2017-01-01', '2018-02-03', 'article/1#5-6')),
    relation('HOLDS', WANG, 'org/温州市委', seen('2019-01-01', '2019-06-01', 'article/1#7-8')),
    relation('HOLDS', 'person/李一', 'org/湖州市委', seen('2017-01-01', '2018-02-03', 'article/1#9-10')),
  ];
  await store.write(statements.map((cypher) => ({ cypher, row: z.unknown() })));
});
afterAll(() => store.close());

test('who was in one place while it had the program, and in another when it began there, is a candidate with all sentences', async () => {
  const carriers = await carriersOf(store, { program: PROGRAM, level: 'city', grain: 'year', implied: false });
  expect(carriers).toMatchObject([
    {
      person: WANG,
      name: '王昌荣',
      from: { place: HUZHOU, bodyName: '湖州市委', title: '书记', to: '2018-02-03', evidence: ['article/1#5-6'] },
      to: { place: WENZHOU, from: '2019-01-01', evidence: ['article/1#7-8'] },
      adoptions: ['article/1#1-2', 'article/1#3-4'],
      gap: 59,
    },
  ]);
});
