import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDayOf, indexOf, isoOf, lastDayOf, startOf, UNITS } from '../../../../web/client/time/days.ts';
import { inWindow, moved, outsideOf, spanOf, stretched, windowText } from '../../../../web/client/time/window.ts';
import type { TimeWindow } from '../../../../web/client/view.ts';

const window = (from: string, to: string): TimeWindow => ({ from, to, clock: 'happened', outside: 'fade' });
const day = (iso: string): number => firstDayOf(iso) as number;
const at = (from: string, to = from) => ({ from: day(from), to: day(to), exact: from === to });
const unit = fc.constantFrom(...UNITS);
const someDay = fc.integer({ min: day('1000-01-01'), max: day('9999-12-31') });

describe('days', () => {
  it('reads what it writes, and every day lies in the unit that it is counted in', () => {
    fc.assert(
      fc.property(someDay, unit, (number, which) => {
        expect(firstDayOf(isoOf(number))).toBe(number);
        const index = indexOf(number, which);
        expect(startOf(index, which)).toBeLessThanOrEqual(number);
        expect(startOf(index + 1, which)).toBeGreaterThan(number);
      }),
    );
  });

  it('ends February with the leap day where there is one', () => {
    expect(
      [lastDayOf('2020-02'), lastDayOf('2019-02'), lastDayOf('2019')].map((last) => isoOf(last as number)),
    ).toEqual(['2020-02-29', '2019-02-28', '2019-12-31']);
    expect(lastDayOf('近日')).toBeNull();
  });
});

describe('what lies outside', () => {
  const span = spanOf(window('2019-01-01', '2019-12-31'));

  it('is what certainly lies outside: an interval that reaches into the window stays, and so does what has no date', () => {
    expect(inWindow([at('2018-12-20', '2019-01-02')], span)).toBe(true);
    expect(inWindow([at('2018-12-20', '2018-12-31')], span)).toBe(false);
    expect(inWindow([at('2018-01-01'), at('2019-12-31')], span)).toBe(true);
    expect(inWindow(undefined, span)).toBe(true);
  });

  it('takes a relation along with its end', () => {
    const of = new Map([['event/old', [at('2017-01-01')]]]);
    const relations = [
      { key: 'r', from: 'person/x', to: 'event/old' },
      { key: 's', from: 'person/x', to: 'place/y' },
    ];
    expect([...outsideOf({ of }, relations, span)]).toEqual(['event/old', 'r']);
  });
});

describe('moving a window', () => {
  it('moves by whole months, whatever their length', () => {
    expect(moved(window('2019-01-01', '2019-01-31'), 1, 'month')).toEqual(window('2019-02-01', '2019-02-28'));
    expect(moved(window('2019-12-01', '2020-02-29'), -1, 'month')).toEqual(window('2019-11-01', '2020-01-31'));
  });

  it('moves an edge up to the other and no further', () => {
    expect(stretched(window('2019-01-01', '2019-03-31'), 'from', 5, 'month')).toEqual(
      window('2019-03-01', '2019-03-31'),
    );
    expect(stretched(window('2019-01-01', '2019-03-31'), 'to', -9, 'month')).toEqual(
      window('2019-01-01', '2019-01-31'),
    );
  });

  it('comes back to where it was, for any window of whole units', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1500 * 12, max: 2500 * 12 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: -40, max: 40 }),
        (first, length, by) => {
          const start = window(isoOf(startOf(first, 'month')), isoOf(startOf(first + length + 1, 'month') - 1));
          expect(moved(moved(start, by, 'month'), -by, 'month')).toEqual(start);
        },
      ),
    );
  });

  it('is written as short as it can be', () => {
    expect(windowText(window('2019-01-01', '2021-12-31'))).toBe('2019 – 2021');
    expect(windowText(window('2019-01-01', '2019-06-30'))).toBe('2019-01 – 2019-06');
    expect(windowText(window('2019-07-01', '2019-07-31'))).toBe('2019-07');
    expect(windowText(window('2019-07-01', '2019-07-02'))).toBe('2019-07-01 – 2019-07-02');
  });
});
