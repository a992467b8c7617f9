/** The calls of each page, as the page makes them. */

import type { GraphStore } from '../../graph/store.ts';
import { markChanged } from '../../graph/version.ts';
import type { ReadRow } from '../store/reads.ts';
import type { PageCases } from './cases.ts';

/** What a page of the two questions may take. */
const TARGET_MS = 300;

/**
 * @param store gets the mark of a change before calls of the rows that say so
 * @param calls of each row: its pages in turn
 */
export function pageRows(store: GraphStore, cases: PageCases, calls: number): readonly ReadRow<string>[] {
  const row = (call: string, path: (id: string) => string, ids: readonly string[]): ReadRow<string> => ({
    call,
    target: TARGET_MS,
    samples: Array.from({ length: ids.length === 0 ? 0 : calls }, (_, index) => ids[index % ids.length] as string),
    make: (id) => ({ path: path(encodeURIComponent(id)) }),
  });
  const afterChange = (of: ReadRow<string>): ReadRow<string> => ({
    ...of,
    call: `${of.call}, after a change`,
    make: async (id, index) => {
      await store.write(markChanged());
      return of.make(id, index);
    },
  });
  const head = (id: string): string => `/api/entity?id=${id}`;
  const events = (id: string): string => `/api/entity/events?id=${id}&take=50`;
  const conflicts = (id: string): string => `/api/conflicts?id=${id}`;
  const spread = (id: string): string => `/api/spread?program=${id}`;
  const board = (part: string): ReadRow<string> => row(`board: ${part}`, () => `/api/board/${part}`, ['']);
  const large = row('program of 300 claims: figures', spread, cases.largePrograms);
  const allConflicts = row('all contradictions', () => '/api/conflicts', ['']);
  return [
    row('person of 1,000 events: head', head, cases.busyPeople),
    row('person of 1,000 events: events', events, cases.busyPeople),
    row('person of 1,000 events: contradictions', conflicts, cases.busyPeople),
    { ...row('person with most events: head', head, cases.busiestPeople), target: null },
    { ...row('person with most events: events', events, cases.busiestPeople), target: null },
    row('person in a body of 1,000 holders: head', head, cases.holders),
    row('person in a body of 1,000 holders: contradictions', conflicts, cases.holders),
    row('province: head', head, cases.provinces),
    row('province: events', events, cases.provinces),
    row('city: head', head, cases.cities),
    row('city: events', events, cases.cities),
    row('body: head', head, cases.bodies),
    row('body: events', events, cases.bodies),
    row('body: contradictions', conflicts, cases.bodies),
    row('event: head', head, cases.events),
    row('program of 25 claims: figures', spread, cases.smallPrograms),
    row(
      'program of 25 claims: by counties and months',
      (id) => `${spread(id)}&level=county&grain=month`,
      cases.smallPrograms,
    ),
    large,
    row(
      'program of 300 claims: by counties and months',
      (id) => `${spread(id)}&level=county&grain=month`,
      cases.largePrograms,
    ),
    row('program of 300 claims: carriers', (id) => `/api/spread/carriers?program=${id}`, cases.largePrograms),
    afterChange(large),
    row('programs and places', () => '/api/spread/matrix', ['']),
    row('leaders and followers', () => '/api/spread/leaders', ['']),
    board('coverage'),
    board('facts'),
    board('checks'),
    afterChange(board('coverage')),
    allConflicts,
    afterChange(allConflicts),
  ];
}
