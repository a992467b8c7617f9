import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countNeighbours } from '../../graph/branches.ts';
import type { NeighbourInput } from '../../graph/new-neighbours.ts';
import type { GraphStore } from '../../graph/store.ts';
import { loadNeighbours, previewNeighbours, subgraphOf } from '../../graph/traverse.ts';
import { CHAIRED_KEY, CITY, COMMITTEE, FIRST, MEETING, openFixture, VISIT, WANG, ZHU } from '../web/fixture.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await openFixture();
});
afterAll(() => store.close());

const chaired = { relation: 'CHAIRED', direction: 'out', kind: 'Event' } as const;
const spoke = { relation: 'SPOKE_AT', direction: 'out', kind: 'Event' } as const;
const asked: NeighbourInput = { id: WANG, take: [chaired, spoke], limit: 25, order: 'date', shown: [] };

describe('countNeighbours', () => {
  it('counts by relation, direction and kind', async () => {
    expect(await countNeighbours(store, WANG)).toEqual([
      { ...chaired, total: 1 },
      { relation: 'HOLDS', direction: 'out', kind: 'Organization', total: 1 },
      { ...spoke, total: 1 },
      { relation: 'MENTIONS', direction: 'in', kind: 'Article', total: 1 },
    ]);
  });

  it('is empty for an id that nothing has', async () => {
    expect(await countNeighbours(store, 'person/没有')).toEqual([]);
  });
});

describe('loadNeighbours', () => {
  it('loads the chosen branches and no others', async () => {
    const { nodes, left } = await loadNeighbours(store, { ...asked, take: [chaired] });
    expect(nodes.map(({ id }) => id)).toEqual([MEETING]);
    expect(left).toBe(0);
  });

  it('brings the relations between what is new and what is shown, once each', async () => {
    const { relations } = await loadNeighbours(store, { ...asked, take: [chaired], shown: [ZHU, COMMITTEE] });
    expect(relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['ATTENDED', ZHU, MEETING],
      ['CHAIRED', WANG, MEETING],
    ]);
    expect(relations.find(({ key }) => key === CHAIRED_KEY)?.evidence).toBe(2);
  });

  it('puts the newest first and says how many the limit left out', async () => {
    const { nodes, left } = await loadNeighbours(store, { ...asked, limit: 1 });
    expect(nodes.map(({ id }) => id)).toEqual([MEETING]);
    expect(left).toBe(1);
  });

  it('puts the best connected first when asked to', async () => {
    const { nodes } = await loadNeighbours(store, { ...asked, order: 'degree' });
    expect(nodes.map(({ id, degree }) => [id, degree])).toEqual([
      [MEETING, 5],
      [VISIT, 3],
    ]);
  });

  it('does not load again what is shown', async () => {
    expect((await loadNeighbours(store, { ...asked, shown: [MEETING] })).nodes.map(({ id }) => id)).toEqual([VISIT]);
  });

  it('tells the two directions of a relation apart', async () => {
    const below = await loadNeighbours(store, {
      ...asked,
      id: CITY,
      take: [{ relation: 'PART_OF', direction: 'in', kind: 'Place' }],
    });
    expect(below.nodes).toEqual([]);
  });
});

describe('previewNeighbours', () => {
  it('says exactly how many nodes loading would add', async () => {
    for (const limit of [1, 2, 25]) {
      const input = { ...asked, limit };
      const { nodes, left } = await loadNeighbours(store, input);
      expect(await previewNeighbours(store, input)).toEqual({ adds: nodes.length, left });
    }
  });
});

describe('subgraphOf', () => {
  it('returns the nodes in the order asked for, with every relation among them', async () => {
    const { nodes, relations } = await subgraphOf(store, [MEETING, WANG, FIRST]);
    expect(nodes.map(({ id }) => id)).toEqual([MEETING, WANG, FIRST]);
    expect(relations.map(({ type }) => type)).toEqual(['CHAIRED', 'MENTIONS', 'MENTIONS', 'REPORTED_IN']);
  });

  it('leaves out ids that nothing has', async () => {
    expect(await subgraphOf(store, ['person/没有'])).toEqual({ nodes: [], relations: [] });
    expect(await subgraphOf(store, [])).toEqual({ nodes: [], relations: [] });
  });
});
