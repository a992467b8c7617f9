import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapsible } from '../../../../web/client/picture/collapse.ts';
import { relation } from './pictures.ts';

const at = { x: 0, y: 0 };
const hub = { id: 'person/王昌荣', ...at };
const other = { id: 'person/朱恒毅', ...at };
const brought = ['event/1', 'event/2', 'event/3'].map((id) => ({ id, ...at, from: hub.id }));
const ties = brought.map(({ id }) => relation('CHAIRED', hub.id, id));

describe('collapsible', () => {
  it('is what the expansion brought and nothing else holds', () => {
    const relations = [...ties, relation('ATTENDED', other.id, 'event/2')];
    expect(collapsible([hub, other, ...brought], relations, hub.id)).toEqual(['event/1', 'event/3']);
  });

  it('lets two go together that only hold each other, and keeps what a kept one holds', () => {
    const program = { id: 'program/全科网格', ...at, from: hub.id };
    const nodes = [hub, ...brought, program];
    const among = [...ties, relation('ABOUT', 'event/1', program.id)];
    expect(collapsible(nodes, among, hub.id)).toEqual(['event/1', 'event/2', 'event/3', program.id]);
    const held = [...among, relation('ATTENDED', other.id, 'event/1')];
    expect(collapsible([...nodes, other], held, hub.id)).toEqual(['event/2', 'event/3']);
  });

  it('leaves alone what was there before, and what is pinned', () => {
    const nodes = [hub, { id: 'event/1', ...at }, { ...(brought[1] as (typeof brought)[number]), pinned: true }];
    expect(collapsible(nodes, ties, hub.id)).toEqual([]);
  });

  it('never cuts off anything that stays from all it was joined to', () => {
    const ids = Array.from({ length: 8 }, (_, index) => `event/${index}`);
    const pair = fc.tuple(fc.constantFrom(hub.id, ...ids), fc.constantFrom(hub.id, ...ids));
    fc.assert(
      fc.property(fc.subarray(ids), fc.array(pair, { maxLength: 16 }), (from, pairs) => {
        const nodes = [hub, ...ids.map((id) => ({ id, ...at, ...(from.includes(id) && { from: hub.id }) }))];
        const relations = pairs.map(([one, two]) => relation('HELD_IN', one, two));
        const gone = new Set(collapsible(nodes, relations, hub.id));
        expect([...gone].every((id) => from.includes(id))).toBe(true);
        for (const { from: one, to: two } of relations) {
          const isCut = gone.has(one) !== gone.has(two);
          expect(isCut && one !== hub.id && two !== hub.id).toBe(false);
        }
      }),
    );
  });
});
