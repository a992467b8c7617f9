import { describe, expect, it } from 'vitest';
import { drawnEdges, drawnNodes, drawnPale } from '../../../../web/client/picture/drawn.ts';
import { leafGroups } from '../../../../web/client/picture/groups.ts';
import { tintScale } from '../../../../web/client/picture/tint.ts';
import { relation, shown } from './pictures.ts';

const CITY = 'place/湖州市';
const events = Array.from({ length: 7 }, (_, index) => `event/${index}`);
const nodes = [shown(CITY), ...events.map((id, index) => shown(id, { x: index, y: 3 * index }))];
const held = events.map((id) => relation('HELD_IN', id, CITY));
const groups = leafGroups(nodes, held, new Set(), []);
const nameOf = () => '举办的活动 7 个';

describe('what is drawn', () => {
  it('is one counted node for a group, where its first leaf stood, and one edge the same way round', () => {
    const [city, group, ...others] = drawnNodes(nodes, groups, nameOf);
    expect(city?.id).toBe(CITY);
    expect(group).toMatchObject({ id: groups[0]?.id, x: 0, y: 0, count: 7, glyph: 'event', label: '举办的活动\n7 个' });
    expect(others).toEqual([]);
    expect(drawnEdges(held, groups, () => '')).toEqual([
      { id: `${groups[0]?.id}|edge`, from: groups[0]?.id, to: CITY, label: '7', stage: '' },
    ]);
  });

  it('is each node and relation by itself without groups', () => {
    expect(drawnNodes(nodes, [], nameOf).map(({ id }) => id)).toEqual([CITY, ...events]);
    expect(drawnEdges(held, [], () => '举办地').map(({ label }) => label)).toEqual(held.map(() => '举办地'));
  });

  it('fades a group only where all its leaves are faded', () => {
    expect([...drawnPale(new Set(events), groups)]).toEqual([groups[0]?.id]);
    expect([...drawnPale(new Set(events.slice(1)), groups)]).toEqual([]);
  });

  it('knows the three stages of a program in a place and takes no other word into the drawing', () => {
    const staged = (stage: string) => ({ ...relation('LAUNCHED_IN', 'program/一', CITY), properties: { stage } });
    const edges = drawnEdges([staged('origin'), staged('near chosen')], [], () => '');
    expect(edges.map(({ stage }) => stage)).toEqual(['origin', '']);
  });
});

describe('tintScale', () => {
  it('tints from the oldest to the newest in equal steps of time', () => {
    const dates = ['2017-01-01', '2019', '2021-01-01', null];
    const scale = tintScale(
      dates.map((date, index) => shown(`event/${index}`, { node: { date } })),
      [],
    );
    expect(scale).toMatchObject({ from: '2017-01-01', to: '2021-01-01' });
    expect([...(scale?.of ?? [])]).toEqual([
      ['event/0', 0],
      ['event/1', 2],
      ['event/2', 4],
    ]);
  });

  it('is null without dates, and newest for one alone', () => {
    expect(tintScale([shown('person/一')], [])).toBeNull();
    const alone = tintScale([shown('event/1', { node: { date: '2019-07-01' } })], []);
    expect(alone?.of.get('event/1')).toBe(4);
  });

  it('tints what has no date by the last that it is joined to, and leaves out what is joined to none', () => {
    const dates = [
      ['event/old', '2017-01-01'],
      ['event/mid', '2019-01-01'],
      ['event/new', '2021-12-31'],
    ] as const;
    const nodes = [...dates.map(([id, date]) => shown(id, { node: { date } })), shown('person/a'), shown('person/b')];
    const scale = tintScale(nodes, [
      relation('CHAIRED', 'person/a', 'event/mid'),
      relation('ATTENDED', 'person/a', 'event/old'),
      relation('HOLDS', 'person/b', 'person/a'),
    ]);
    expect(scale?.of.get('person/a')).toBe(scale?.of.get('event/mid'));
    expect(scale?.of.has('person/b')).toBe(false);
    expect([scale?.from, scale?.to]).toEqual(['2017-01-01', '2021-12-31']);
  });
});
