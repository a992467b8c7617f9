/** A place that five hundred relations end at: what an explorer must not pour onto the canvas at once. */
import { type GraphPart, type NodeKind, type NodeRecord, type RelationRecord, relationKey } from '../../graph/model.ts';

export const HUB = 'place/枢纽市';
export const HUB_EVENTS = 300;
export const HUB_PROGRAMS = 150;
export const HUB_BODIES = 50;

export function hubPart(): GraphPart {
  const events = many(HUB_EVENTS, (index) => {
    const day = new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10);
    return node(`event/hub${index}`, 'Event', `枢纽会议${index}`, {
      type: 'meeting',
      dateFrom: day,
      datePrecision: 'day',
    });
  });
  const programs = many(HUB_PROGRAMS, (index) => node(`program/枢纽项目${index}`, 'Program', `枢纽项目${index}`));
  const bodies = many(HUB_BODIES, (index) => node(`org/枢纽机构${index}`, 'Organization', `枢纽机构${index}`));
  const hub = node(HUB, 'Place', '枢纽市', { level: 'city', pinyin: 'shuniushi', initials: 'sns' });
  return {
    nodes: [hub, ...events, ...programs, ...bodies],
    relations: [
      ...events.map(({ id }) => relation('HELD_IN', id)),
      ...programs.map(({ id }) => relation('LAUNCHED_IN', id, { stage: 'practised' })),
      ...bodies.map(({ id }) => relation('LOCATED_IN', id)),
    ],
  };
}

function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function node(id: string, kind: NodeKind, name: string, more: NodeRecord['properties'] = {}): NodeRecord {
  const search = [name, more.pinyin, more.initials].filter(Boolean).join('\n');
  return { id, kind, labels: [], properties: { id, name, search, ...more } };
}

function relation(type: RelationRecord['type'], from: string, more: RelationRecord['properties'] = {}): RelationRecord {
  const key = relationKey(type, from, HUB);
  return { key, type, from, to: HUB, properties: { key, ...more } };
}
