/** What the pages about one person, place, organization or event read, the same on both engines. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { conflictsPage } from '../../graph/entity-pages/conflicts.ts';
import { eventsCsv } from '../../graph/entity-pages/event-csv.ts';
import { type EventsQuery, eventsPage } from '../../graph/entity-pages/event-list.ts';
import { factsPage } from '../../graph/entity-pages/facts.ts';
import { entityHead } from '../../graph/entity-pages/head.ts';
import { printedNames } from '../../graph/entity-pages/names.ts';
import { reportingArticles, reportingOf } from '../../graph/entity-pages/reporting.ts';
import { uncountedEvents } from '../../graph/entity-pages/uncounted.ts';
import { judge } from '../../graph/judgements.ts';
import { type GraphPart, type RelationType, relationKey } from '../../graph/model.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeGraph } from '../../graph/writer.ts';
import { ENGINES } from './engines.ts';
import { SAMPLE } from './sample.ts';

const [MAYOR, HUZHOU, WANG, REPORTER] = ['person/赵甲', 'place/浙江省/湖州市', 'person/王昌荣', 'person/李明'];
const [A, B] = ['article/aaaa000000000001', 'article/bbbb000000000002'];
const [TWICE, EARLY] = ['event/2019-08-01/推进会', 'event/2019-09-01/培训'];
const TWO_DATES = 'program/两说';
const IDS = [...SAMPLE.nodes.filter(({ kind }) => kind !== 'Article').map(({ id }) => id), MAYOR, TWICE, EARLY];
const OPEN: Omit<EventsQuery, 'id'> = {
  role: null,
  with: null,
  where: null,
  about: null,
  from: null,
  to: null,
  skip: 0,
  take: 20,
};

/**
 * A second mayor at the same time, a meeting in two cities, a training that was printed before it was held, and a program that two papers
 * let begin in different years.
 */
const CONTRADICTING: GraphPart = {
  nodes: [
    { id: MAYOR, kind: 'Person', labels: ['Official'], properties: { name: '赵甲', search: '赵甲' } },
    {
      id: TWICE,
      kind: 'Event',
      labels: [],
      properties: { name: '推进会', search: '推进会', type: 'meeting', dateFrom: '2019-07-01', datePrecision: 'day' },
    },
    {
      id: EARLY,
      kind: 'Event',
      labels: [],
      properties: { name: '培训', search: '培训', type: 'training', dateFrom: '2019-09-01', datePrecision: 'day' },
    },
    { id: TWO_DATES, kind: 'Program', labels: [], properties: { name: '两说', search: '两说' } },
  ],
  relations: [
    stated(
      'HOLDS',
      'person/李明（湖州）',
      HUZHOU,
      { title: '市长', observedFrom: '2019-01-01', observedTo: '2020-01-01' },
      '市长',
    ),
    stated(
      'HOLDS',
      MAYOR,
      HUZHOU,
      { title: '湖州市市长', observedFrom: '2019-07-01', observedTo: '2019-07-01' },
      '市长',
    ),
    stated('HELD_IN', TWICE, HUZHOU),
    stated('HELD_IN', TWICE, 'place/浙江省/嘉兴市'),
    stated('REPORTED_IN', EARLY, A),
    stated('CHAIRED', WANG, TWICE),
    stated('ATTENDED', WANG, TWICE),
    begun('2018', [`${B}#0-4`]),
    begun('2016', [`${A}#0-4`]),
  ],
};

function stated(type: RelationType, from: string, to: string, more = {}, qualifier?: string) {
  const properties = { evidence: [`${A}#0-4`], rules: ['sample.rule'], confidences: [0.9], ...more };
  return { key: relationKey(type, from, to, qualifier), type, from, to, properties };
}

function begun(year: string, evidence: readonly string[]) {
  const dated = { stage: 'origin', dateFrom: year, datePrecision: 'year', dates: [year], evidence };
  return stated('LAUNCHED_IN', TWO_DATES, HUZHOU, dated, 'origin');
}

describe('the pages about one entity', { timeout: 120_000 }, () => {
  const stores: GraphStore[] = [];
  beforeEach(async (context) => {
    if (stores.length > 0) return;
    for (const engine of ENGINES.toReversed()) stores.push(await engine.open(context));
    for (const store of stores) for (const part of [SAMPLE, CONTRADICTING]) await writeGraph(store, part);
    // The first writes of a server that has just started take long on a busy machine.
  }, 240_000);
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  /** The answer of the embedded engine, once the other has given the same. */
  async function same<T>(read: (store: GraphStore) => Promise<T>, what: string): Promise<T> {
    const [there, here] = await Promise.all(stores.map(read));
    expect(here, what).toEqual(there);
    return here as T;
  }

  test('have the same head, names and reporters on both engines', async () => {
    for (const id of IDS) {
      await same((store) => entityHead(store, id), id);
      await same((store) => printedNames(store, id), id);
      await same((store) => reportingOf(store, id), id);
      await same((store) => uncountedEvents(store, id, 5), id);
    }
    const { programs, places } = await same((store) => reportingOf(store, REPORTER), 'beats');
    expect([programs.length, places.length]).toEqual([2, 3]);
    expect(programs.map(({ node, articles }) => [node.name, articles])).toContainEqual(['全科网格', 2]);
    for (const { node, articles } of [...programs, ...places]) {
      const behind = { id: REPORTER, list: 'subjects', other: node.id } as const;
      expect(await same((store) => reportingArticles(store, behind), node.id)).toHaveLength(articles);
    }
  });

  test('tell people of one name apart, and lead from the name alone to each of them', async () => {
    const head = await same((store) => entityHead(store, 'person/李明（湖州）'), 'one of two');
    expect(head).toMatchObject({ toldApartBy: '湖州', namesakes: [{ id: 'person/李明' }] });
    for (const store of stores)
      await expect(entityHead(store, 'person/没有此人')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('list an event of two roles once, with both, newest first and the undated last', async () => {
    const { events, total } = await same((store) => eventsPage(store, { ...OPEN, id: WANG }), WANG);
    expect(total).toBe(4);
    expect(events.map(({ node, parts }) => [node.id, ...parts.map(({ role }) => role)])).toEqual([
      ['event/2019-07-01/推进会', 'CHAIRED'],
      [TWICE, 'CHAIRED', 'ATTENDED'],
      ['event/2019-06/调研', 'SPOKE_AT'],
      ['event/座谈会', 'CHAIRED'],
    ]);
  });

  test('filter events alike on both engines, whatever is asked for', async () => {
    const filters = [
      {},
      { role: 'CHAIRED' as const },
      { with: 'person/张𠮷' },
      { where: HUZHOU },
      { about: 'program/全科网格' },
      { from: 2019, to: 2019 },
      { from: 2020 },
      { to: 2018 },
      { skip: 1, take: 1 },
    ];
    for (const id of [WANG, HUZHOU, 'org/浙江省委政法委'])
      for (const filter of filters)
        await same((store) => eventsPage(store, { ...OPEN, ...filter, id }), `${id} ${JSON.stringify(filter)}`);
    const { fitting, years } = await same((store) => eventsPage(store, { ...OPEN, id: WANG, from: 2019 }), 'a year');
    expect([fitting, years.find(({ year }) => year === null)?.events]).toEqual([3, 1]);
  });

  test('give every kind of fact page by page, the newest first', async () => {
    const kinds = new Set(
      [...SAMPLE.relations, ...CONTRADICTING.relations].flatMap(({ type, from, to }) => [
        `${type}|out|${from}`,
        `${type}|in|${to}`,
      ]),
    );
    for (const kind of kinds) {
      const [relation, direction, id] = kind.split('|') as [RelationType, 'out' | 'in', string];
      const query = { id, relation, direction, skip: 0, take: 50 };
      const { facts, total } = await same((store) => factsPage(store, query), kind);
      expect(facts).toHaveLength(total);
      expect(total).toBeGreaterThan(0);
      if (total < 3) continue;
      const rest = await same((store) => factsPage(store, { ...query, skip: 1, take: 1 }), kind);
      expect(rest).toEqual({ total, facts: facts.slice(1, 2) });
    }
  });

  test('write the same table for a spreadsheet, one line an event', async () => {
    const { role: _role, skip: _skip, take: _take, ...filter } = OPEN;
    const text = await same(async (store) => {
      let all = '';
      for await (const piece of eventsCsv(store, WANG, { ...filter, role: null })) all += piece;
      return all;
    }, 'csv');
    expect(text.startsWith('\ufeffdateFrom,')).toBe(true);
    expect(text.trim().split('\r\n')).toHaveLength(5);
  });

  test('give no event to a spreadsheet of which a reader hid the part, and give it again when that is taken back', async () => {
    const { role: _role, skip: _skip, take: _take, ...filter } = OPEN;
    const linesOf = async (store: GraphStore) => {
      let all = '';
      for await (const piece of eventsCsv(store, WANG, { ...filter, role: null })) all += piece;
      return all.trim().split('\r\n').length;
    };
    const counts = await same(async (store) => {
      const { events } = await eventsPage(store, { ...OPEN, id: WANG });
      const [event] = events;
      if (!event) throw new Error('expected an event, saw none');
      for (const { key } of event.parts)
        await judge(store, { relation: key, verdict: 'hide', reason: null, note: null, by: 'x', at: '2026-01-01' });
      const hidden = await linesOf(store);
      for (const { key } of event.parts)
        await judge(store, { relation: key, verdict: 'confirm', reason: null, note: null, by: 'x', at: '2026-01-02' });
      return [hidden, await linesOf(store)];
    }, 'hidden');
    expect(counts).toEqual([4, 5]);
  });

  test('show each contradiction with its sides, on the pages concerned and in the list of all', async () => {
    const all = await same((store) => conflictsPage(store, { id: null, kind: null, skip: 0, take: 20 }), 'all');
    expect(all.conflicts.map(({ kind, about, sides }) => [kind, about.id, sides.length])).toEqual([
      ['date', EARLY, 1],
      ['launch', TWO_DATES, 2],
      ['places', TWICE, 2],
      ['post', HUZHOU, 2],
    ]);
    for (const { sides } of all.conflicts) for (const { quote } of sides) expect(quote?.quote).toBeTruthy();
    const of = (id: string) =>
      same((store) => conflictsPage(store, { id, kind: null, skip: 0, take: 20 }), id).then(({ conflicts }) =>
        conflicts.map(({ id: one }) => one),
      );
    const [date, launch, places, post] = all.conflicts.map(({ id }) => id) as [string, string, string, string];
    expect([await of(EARLY), await of(TWICE), await of(MAYOR), await of(WANG)]).toEqual([[date], [places], [post], []]);
    expect([await of(TWO_DATES), await of(HUZHOU)]).toEqual([[launch], [launch, post]]);
  });

  test('show two dates of one beginning apart, each with the sentence that gives it', async () => {
    const { conflicts } = await same(
      (store) => conflictsPage(store, { id: TWO_DATES, kind: null, skip: 0, take: 20 }),
      'dates',
    );
    const [{ from, to, sides }] = conflicts as [(typeof conflicts)[number]];
    expect([from, to]).toEqual(['2016', '2018']);
    expect(sides.map(({ date, quote, relation }) => [date, quote?.source.id, relation.properties.dateFrom])).toEqual([
      ['2016', A, '2016'],
      ['2018', B, '2016'],
    ]);
  });

  test('put contradictions that a reader has judged behind the others, and keep showing them', async () => {
    const first = await same((store) => conflictsPage(store, { id: null, kind: null, skip: 0, take: 20 }), 'before');
    const relation = first.conflicts[0]?.sides[0]?.relation.key ?? '';
    for (const store of stores)
      await judge(store, { relation, verdict: 'dispute', reason: 'time', note: null, by: 'x', at: '2026-01-01' });
    const then = await same((store) => conflictsPage(store, { id: null, kind: null, skip: 0, take: 20 }), 'after');
    expect(then.conflicts.map(({ kind, isJudged }) => [kind, isJudged])).toEqual([
      ['launch', false],
      ['places', false],
      ['post', false],
      ['date', true],
    ]);
    expect(
      await same((store) => conflictsPage(store, { id: null, kind: 'post', skip: 0, take: 20 }), 'posts'),
    ).toMatchObject({
      total: 1,
    });
  });

  test('name articles that print an entity in more than one way', async () => {
    const { forms, total, looked } = await same((store) => printedNames(store, HUZHOU), 'names');
    expect([total, looked]).toEqual([1, 1]);
    expect(forms.every(({ named }) => named.every(({ source }) => source.id === A || source.id === B))).toBe(true);
    expect(forms.length).toBeGreaterThan(0);
  });
});
