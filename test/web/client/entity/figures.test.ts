import { expect, test } from 'vitest';
import type { RelationType } from '../../../../graph/model.ts';
import type { EntityHead } from '../../../../web/api/entity.ts';
import { figuresOf } from '../../../../web/client/entity/figures.ts';

type Counts = Partial<Record<RelationType, number>>;

function figures(kind: string, events: number, counts: Counts): readonly (readonly [string, number])[] {
  const head = {
    node: { kind },
    events,
    counts: Object.entries(counts).map(([relation, count]) => ({ relation, count })),
  } as unknown as EntityHead;
  return figuresOf(head).map(({ relation, count }) => [relation, count] as const);
}

test('an official has the figures of a part in events, with none where there is none', () => {
  expect(figures('Person', 3, { CHAIRED: 2, MENTIONS: 4 })).toEqual([
    ['CHAIRED', 2],
    ['SPOKE_AT', 0],
    ['ATTENDED', 0],
    ['MENTIONS', 4],
  ]);
});

test('who only signs articles has no figures of events, and no second number of articles', () => {
  expect(figures('Person', 0, { REPORTED_BY: 2 })).toEqual([['REPORTED_BY', 2]]);
  expect(figures('Person', 1, { REPORTED_BY: 2, ATTENDED: 1 })).toHaveLength(5);
});
