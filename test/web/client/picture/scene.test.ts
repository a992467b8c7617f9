import { describe, expect, it } from 'vitest';
import { fadedIds, relationsAmong, shownNodes, withinFocus } from '../../../../web/client/picture/scene.ts';
import { brief, relation, shown } from './pictures.ts';

const chain = [
  relation('CHAIRED', 'person/一', 'event/1'),
  relation('HELD_IN', 'event/1', 'place/甲'),
  relation('PART_OF', 'place/甲', 'place/乙'),
  relation('PART_OF', 'place/丙', 'place/乙'),
];
const ids = ['person/一', 'event/1', 'place/甲', 'place/乙', 'place/丙'];
const none = new Set<string>();

describe('a scene', () => {
  it('has the nodes that are known and not hidden, and the relations among them', () => {
    const known = new Map(ids.map((id) => [id, brief(id)]));
    const placed = [...ids, 'person/没有'].map((id) => ({ id, x: 0, y: 0 }));
    const nodes = shownNodes(placed, known, ['event']);
    expect(nodes.map(({ id }) => id)).toEqual(ids.filter((id) => id !== 'event/1'));
    const among = relationsAmong(new Set(nodes.map(({ id }) => id)), chain, ['MENTIONS']);
    expect(among.map(({ type }) => type)).toEqual(['PART_OF', 'PART_OF']);
    expect(relationsAmong(new Set(ids), chain, ['PART_OF'])).toHaveLength(2);
  });

  it.each([
    [1, ['person/一', 'event/1']],
    [2, ['person/一', 'event/1', 'place/甲']],
    [3, ['person/一', 'event/1', 'place/甲', 'place/乙']],
  ] as const)('reaches %i relations around a focus, whichever way they point', (depth, reached) => {
    expect([...withinFocus({ id: 'person/一', depth }, chain)]).toEqual(reached);
  });

  it('fades what is beyond the focus and what is outside the window', () => {
    const nodes = ids.map((id) => shown(id));
    const faded = fadedIds(nodes, chain, { id: 'place/丙', depth: 1 }, new Set(['place/乙']));
    expect([...faded].sort()).toEqual(['event/1', 'person/一', 'place/乙', 'place/甲'].sort());
    expect(fadedIds(nodes, chain, { id: 'person/没有', depth: 1 }, none)).toBe(none);
  });
});
