import { describe, expect, it } from 'vitest';
import type { NodeBrief, RelationBrief } from '../../../graph/brief.ts';
import { relationKey } from '../../../graph/model.ts';
import { knownOf, sinceOf } from '../../../graph/views/since.ts';

const node = (id: string, name = id): NodeBrief => ({ ...BARE, id, name });
const BARE: NodeBrief = {
  id: '',
  kind: 'Person',
  labels: [],
  name: '',
  note: null,
  type: null,
  date: null,
  dateTo: null,
  datePrecision: null,
  dateText: null,
  issue: null,
  degree: 0,
};
const chaired = (from: string, to: string, evidence = 1): RelationBrief => ({
  key: relationKey('CHAIRED', from, to),
  type: 'CHAIRED',
  from,
  to,
  evidence,
  properties: {},
});
const [wang, zhu, talk] = [node('person/王', '王'), node('person/朱', '朱'), node('event/1', '会')];

describe('since a picture was saved', () => {
  const known = knownOf({ nodes: [wang, zhu, talk], relations: [chaired('person/王', 'event/1')] });

  it('nothing is new where nothing has changed', () => {
    const same = { nodes: [talk, wang, zhu], relations: [chaired('person/王', 'event/1')] };
    expect(sinceOf(known, same)).toEqual({ newNodes: [], newRelations: [], goneNodes: [], goneRelations: [] });
  });

  it('a relation is new, or has more sentences than it had', () => {
    const relations = [chaired('person/王', 'event/1', 2), chaired('person/朱', 'event/1')];
    expect(sinceOf(known, { nodes: [wang, zhu, talk], relations }).newRelations).toEqual([
      { key: 'CHAIRED|person/王|event/1', type: 'CHAIRED', isNew: false },
      { key: 'CHAIRED|person/朱|event/1', type: 'CHAIRED', isNew: true },
    ]);
  });

  it('a node that is gone is told by its name, and what it took along is not told again', () => {
    expect(sinceOf(known, { nodes: [zhu, talk], relations: [] })).toMatchObject({
      goneNodes: [{ id: 'person/王', name: '王' }],
      goneRelations: [],
    });
  });

  it('a relation that is gone is told where both its ends are there', () => {
    expect(sinceOf(known, { nodes: [wang, zhu, talk], relations: [] }).goneRelations).toEqual([
      'CHAIRED|person/王|event/1',
    ]);
  });

  it('a node that came back is new', () => {
    const without = knownOf({ nodes: [zhu, talk], relations: [] });
    expect(sinceOf(without, { nodes: [wang, zhu, talk], relations: [] }).newNodes).toEqual(['person/王']);
  });
});
