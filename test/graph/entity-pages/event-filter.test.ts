import { describe, expect, test } from 'vitest';
import { choicesAmong, chosenEvents, type EventFilter, isWithin } from '../../../graph/entity-pages/event-filter.ts';
import type { EventLink } from '../../../graph/entity-pages/event-links.ts';

const ALL: EventFilter = { role: null, with: null, where: null, about: null };
const [CITY, COUNTY, OTHER] = ['place/浙江省/湖州市', 'place/浙江省/湖州市/吴兴区', 'place/浙江省/湖州'];

function link(id: string, roles: EventLink['roles'], more: Partial<EventLink> = {}): EventLink {
  return { id, day: '', year: '', roles, places: [], programs: [], people: [], ...more };
}

/** Newest first, as they are read. */
const EVENTS = [
  link('event/3', ['SPOKE_AT'], { places: [COUNTY], people: [{ id: 'person/朱恒毅', role: 'ATTENDED' }] }),
  link('event/2', ['CHAIRED', 'SPOKE_AT'], { places: [CITY], programs: ['program/全科网格'] }),
  link('event/1', ['ATTENDED'], {
    places: [OTHER],
    people: [
      { id: 'person/朱恒毅', role: 'CHAIRED' },
      { id: 'person/朱恒毅', role: 'SPOKE_AT' },
    ],
  }),
];
const ids = (events: readonly EventLink[]) => events.map(({ id }) => id);

describe('choosing among events', () => {
  test('leaves all where nothing is asked for', () => {
    expect(chosenEvents(EVENTS, ALL)).toEqual(EVENTS);
  });

  test('finds an event by any of the roles in it', () => {
    expect(ids(chosenEvents(EVENTS, { ...ALL, role: 'SPOKE_AT' }))).toEqual(['event/3', 'event/2']);
    expect(ids(chosenEvents(EVENTS, { ...ALL, role: 'CHAIRED' }))).toEqual(['event/2']);
  });

  test('counts what lies in a place as in it, and not what is only called so at the beginning', () => {
    expect(ids(chosenEvents(EVENTS, { ...ALL, where: CITY }))).toEqual(['event/3', 'event/2']);
    expect(isWithin(CITY, OTHER)).toBe(false);
  });

  test('asks for all fields at once', () => {
    expect(ids(chosenEvents(EVENTS, { ...ALL, with: 'person/朱恒毅', where: CITY }))).toEqual(['event/3']);
    expect(chosenEvents(EVENTS, { ...ALL, about: 'program/全科网格', role: 'ATTENDED' })).toEqual([]);
  });

  test('offers for each field what the others leave, with the numbers that a choice leaves', () => {
    const { roles, with: company, where, about } = choicesAmong(EVENTS, { ...ALL, role: 'SPOKE_AT', where: CITY });
    expect(Object.fromEntries(roles)).toEqual({ CHAIRED: 1, SPOKE_AT: 2 });
    expect(company).toEqual([{ id: 'person/朱恒毅', events: 1, latest: 'event/3' }]);
    expect(where.map(({ id, events }) => [id, events])).toEqual([
      [CITY, 2],
      [COUNTY, 1],
    ]);
    expect(about).toEqual([{ id: 'program/全科网格', events: 1, latest: 'event/2' }]);
    for (const { id, events } of where)
      expect(chosenEvents(EVENTS, { ...ALL, role: 'SPOKE_AT', where: id })).toHaveLength(events);
  });

  test('counts a companion of two roles once an event', () => {
    expect(choicesAmong(EVENTS, ALL).with).toEqual([{ id: 'person/朱恒毅', events: 2, latest: 'event/3' }]);
  });
});
