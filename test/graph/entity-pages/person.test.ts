/** The page of a person against what people annotated on the seed pages. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GoldEvent, readGold } from '../../../bench/eval/gold.ts';
import { type EventsPage, eventsPage } from '../../../graph/entity-pages/event-list.ts';
import { entityHead } from '../../../graph/entity-pages/head.ts';
import { postsPage } from '../../../graph/entity-pages/tenures.ts';
import { uncountedEvents } from '../../../graph/entity-pages/uncounted.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { openSeedGraph } from '../../browser/graph.ts';

const GOLD = fileURLToPath(new URL('../../gold/pages/seeds', import.meta.url));
const WANG = '王昌荣';
const ROLES = { CHAIRED: 'chaired', SPOKE_AT: 'spoke', ATTENDED: 'attended' } as const;
const PUNCTUATION = /[“”"]/gu;

let store: GraphStore;
beforeAll(async () => {
  store = await openSeedGraph();
});
afterAll(() => store.close());

const read = (more: Partial<Parameters<typeof eventsPage>[1]> = {}): Promise<EventsPage> => {
  const open = { role: null, with: null, where: null, about: null, from: null, to: null, skip: 0, take: 50 };
  return eventsPage(store, { id: `person/${WANG}`, ...open, ...more });
};

function annotated(): readonly GoldEvent[] {
  const pages = readdirSync(GOLD).filter((name) => name.endsWith('.gold.json'));
  const events = pages.flatMap((page) => readGold(join(GOLD, page)).articles.flatMap((article) => article.events));
  return events.filter(({ participants }) => participants.some(({ person }) => person === WANG));
}

const plain = (name: string): string => name.replace(PUNCTUATION, '');

test('the page of 王昌荣 lists exactly the annotated events, each once, with the annotated roles, days and places', async () => {
  const { events, total, fitting } = await read();
  const gold = annotated();
  expect(gold.length).toBeGreaterThan(0);
  expect([total, fitting, events.length]).toEqual([gold.length, gold.length, gold.length]);
  const left = [...events];
  for (const { names, date, participants, places } of gold) {
    const at = left.findIndex(({ node }) => names.some((name) => plain(name) === plain(node.name)));
    expect(at, names[0]).toBeGreaterThanOrEqual(0);
    const [row] = left.splice(at, 1) as [(typeof events)[number]];
    expect(row.parts.map(({ role }) => ROLES[role as keyof typeof ROLES])).toEqual(
      (['chaired', 'spoke', 'attended'] as const).filter((role) =>
        participants.some((one) => one.person === WANG && one.role === role),
      ),
    );
    expect(row.node.date).toBe(date);
    expect(row.places.map(({ id }) => id).sort()).toEqual(places.map(([path]) => `place/${path}`).sort());
    for (const { quote } of row.parts) expect(quote?.quote.length).toBeGreaterThan(0);
  }
});

test('events come newest first, and filters leave those that fit', async () => {
  const dates = (await read()).events.map(({ node }) => node.date ?? '');
  expect(dates).toEqual([...dates].sort().reverse());
  expect((await read({ role: 'CHAIRED' })).events.map(({ node }) => node.name)).toEqual(['王昌荣主持召开座谈会']);
  expect((await read({ from: 2020, to: 2021 })).fitting).toBe(1);
  expect((await read({ where: 'place/浙江省/湖州市' })).fitting).toBe(2);
  expect((await read({ with: 'person/王忠志' })).events.map(({ node }) => node.date)).toEqual(['2021-04-27']);
  const second = await read({ skip: 1, take: 1 });
  expect([second.fitting, second.events.length]).toEqual([3, 1]);
});

test('the sentence shown is the first of the earliest paper that states the role', async () => {
  const [latest] = (await read()).events;
  expect(latest?.parts.map(({ quote }) => quote?.quote)).toEqual(['省委常委、政法委书记王昌荣出席并讲话。']);
});

test('what stands in the same articles without a part of the person is left out, and can be listed with its sentence', async () => {
  const own = (await read()).events.map(({ node }) => node.id);
  const { events, total, looked, articles } = await uncountedEvents(store, `person/${WANG}`, 50);
  expect([looked, articles, events.length]).toEqual([2, 2, total]);
  expect(total).toBeGreaterThan(0);
  for (const { event, quote } of events) {
    expect(own).not.toContain(event.id);
    expect(quote?.quote.length).toBeGreaterThan(0);
  }
  expect((await uncountedEvents(store, `person/${WANG}`, 1)).events).toHaveLength(1);
  expect(await uncountedEvents(store, 'place/浙江省', 50)).toMatchObject({ total: 0, events: [] });
});

test('posts are seen on the days on which papers printed them, and nothing is closed', async () => {
  const head = await entityHead(store, `person/${WANG}`);
  if (!('node' in head)) throw new Error('expected one person');
  expect(head.posts.map(({ title, sightings }) => [title, sightings.map(({ day }) => day)])).toEqual([
    ['省委常委', ['2019-07-03', '2021-04-28']],
    ['政法委书记', ['2019-07-03', '2021-04-28']],
  ]);
  expect(head.others.listed.map(({ person }) => person.name).sort()).toEqual(
    ['朱恒毅', '朱晨', '王忠志', '车俊'].sort(),
  );
});

test('of many posts those seen latest come first, with how many there are', async () => {
  const body = 'org/浙江省委政法委';
  const all = await postsPage(store, body, 10);
  expect(all.total).toBe(all.listed.length);
  expect(all.listed.length).toBeGreaterThan(1);
  const one = await postsPage(store, body, 1);
  expect(one).toEqual({ total: all.total, listed: all.listed.slice(0, 1) });
  // Both posts of the person were seen on the same days: one of them, and both counted.
  expect(await postsPage(store, `person/${WANG}`, 1)).toMatchObject({ total: 2, listed: [{ to: '2021-04-28' }] });
  expect(await postsPage(store, 'program/全科网格', 10)).toEqual({ total: 0, listed: [] });
});
