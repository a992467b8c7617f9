import { describe, expect, it } from 'vitest';
import { GROUP_FROM, groupsWithout, leafGroups } from '../../../../web/client/picture/groups.ts';
import { ALL_OPENED } from '../../../../web/client/view.ts';
import { relation, shown } from './pictures.ts';

const CITY = 'place/湖州市';
const events = Array.from({ length: 8 }, (_, index) => `event/${index}`);
const nodes = [shown(CITY), ...events.map((id) => shown(id))];
const held = events.map((id) => relation('HELD_IN', id, CITY));
const none = new Set<string>();

describe('leafGroups', () => {
  it('makes one of the leaves that say the same of one node, in the order of the view', () => {
    expect(leafGroups(nodes, held, none, [])).toEqual([
      {
        id: `group:${CITY}|HELD_IN|in|Event`,
        anchor: CITY,
        relation: 'HELD_IN',
        direction: 'in',
        kind: 'Event',
        members: events,
      },
    ]);
  });

  it('leaves fewer than the threshold alone', () => {
    expect(leafGroups(nodes, held.slice(0, GROUP_FROM - 1), none, [])).toEqual([]);
    expect(leafGroups(nodes, held.slice(0, GROUP_FROM), none, [])).toHaveLength(1);
  });

  it('takes no node that has a second relation, even to the same one', () => {
    const more = [
      ...held,
      relation('ABOUT', events[0] as string, 'program/全科网格'),
      relation('HELD_IN', 'event/1', CITY),
    ];
    const [group] = leafGroups([...nodes, shown('program/全科网格')], more, none, []);
    expect(group?.members).toEqual(events.slice(2));
  });

  it('lets pinned and selected ones stand by themselves, and counts them all the same', () => {
    const pinned = nodes.map((node) => (node.id === 'event/3' ? { ...node, pinned: true } : node));
    const [group] = leafGroups(pinned, held, new Set(['event/5', 'event/6']), []);
    expect(group?.members).toEqual(['event/0', 'event/1', 'event/2', 'event/4', 'event/7']);
  });

  it('tells relations, directions and kinds apart', () => {
    const programs = events.map((_, index) => `program/${index}`);
    const launched = programs.map((id) => relation('LAUNCHED_IN', id, CITY));
    const groups = leafGroups([...nodes, ...programs.map((id) => shown(id))], [...held, ...launched], none, []);
    expect(groups.map(({ relation: type, kind }) => [type, kind])).toEqual([
      ['HELD_IN', 'Event'],
      ['LAUNCHED_IN', 'Program'],
    ]);
  });

  it('stays open where a reader has opened it, or all of them', () => {
    const [group] = leafGroups(nodes, held, none, []);
    expect(leafGroups(nodes, held, none, [group?.id ?? ''])).toEqual([]);
    expect(leafGroups(nodes, held, none, [ALL_OPENED])).toEqual([]);
  });
});

describe('groupsWithout', () => {
  it('lets leaves stand alone whose relation is hidden, and keeps no group of one', () => {
    const groups = leafGroups(nodes, held, none, []);
    const keys = held.map(({ key }) => key);
    expect(groupsWithout(groups, held, new Set(keys.slice(0, 2)))[0]?.members).toEqual(events.slice(2));
    expect(groupsWithout(groups, held, new Set(keys.slice(1)))).toEqual([]);
    expect(groupsWithout(groups, held, none)).toEqual(groups);
  });
});
