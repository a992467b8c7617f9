import { expect, test } from 'vitest';
import {
  canShowMore,
  chosenInput,
  eventsInput,
  type Filters,
  isFiltered,
  PAGE_OF_EVENTS,
  readFilters,
  writeFilters,
} from '../../../../web/client/entity/filters.ts';

const FULL: Filters = {
  role: 'SPOKE_AT',
  with: 'person/朱恒毅',
  where: 'place/浙江省/湖州市',
  about: 'program/党建+信访',
  from: 2019,
  to: 2021,
  shown: 60,
};

test('filters come back from the address that they were written to', () => {
  expect(readFilters(writeFilters(FULL))).toEqual(FULL);
  expect(writeFilters({ shown: PAGE_OF_EVENTS })).toEqual({});
  expect(writeFilters(FULL).role).toBe('spoke');
});

test('fields that mean nothing are passed over', () => {
  expect(readFilters({ role: 'danced', from: 'x', to: '20', n: '-3', other: 'y' })).toEqual({ shown: PAGE_OF_EVENTS });
  expect(readFilters({ n: '100000' }).shown).toBe(200);
});

test('the server is asked for what is shown, and a spreadsheet for all that fit', () => {
  const { shown: _shown, ...filter } = FULL;
  expect(eventsInput('person/王昌荣', FULL)).toEqual({ id: 'person/王昌荣', ...filter, take: 60 });
  expect(chosenInput('person/王昌荣', FULL)).toEqual({ id: 'person/王昌荣', ...filter });
});

test('more can be shown while there is more and an answer may hold it', () => {
  expect(canShowMore({ shown: 20 }, 21)).toBe(true);
  expect(canShowMore({ shown: 20 }, 20)).toBe(false);
  expect(canShowMore({ shown: 200 }, 900)).toBe(false);
  expect([isFiltered({ shown: 40 }), isFiltered(FULL)]).toEqual([false, true]);
});
