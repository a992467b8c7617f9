import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPaths, type PathsInput } from '../../graph/paths.ts';
import { sharedNeighbours } from '../../graph/shared.ts';
import type { GraphStore } from '../../graph/store.ts';
import {
  CHAIRED_KEY,
  CITY,
  FIRST,
  GRID,
  MEETING,
  openFixture,
  PROVINCE,
  REPORTER,
  VISIT,
  WANG,
  ZHU,
} from '../web/fixture.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await openFixture();
});
afterAll(() => store.close());

const asked: PathsInput = { from: WANG, to: ZHU, order: 'shortest', longest: 6, hubs: false };

describe('findPaths', () => {
  it('finds the meeting that two people were at, with the relation of each step', async () => {
    const found = await findPaths(store, asked);
    expect(found.paths).toEqual([
      {
        nodes: [WANG, MEETING, ZHU],
        steps: [
          { from: WANG, to: MEETING, relations: [CHAIRED_KEY] },
          { from: MEETING, to: ZHU, relations: [`ATTENDED|${ZHU}|${MEETING}`] },
        ],
      },
    ]);
    expect(found).toMatchObject({ total: 1, complete: true });
    expect(found.relations.find(({ key }) => key === CHAIRED_KEY)?.evidence).toBe(2);
    expect(found.nodes.map(({ id }) => id).sort()).toEqual([MEETING, WANG, ZHU].sort());
  });

  it('walks by mentions and parts only when asked to', async () => {
    const from = { ...asked, from: ZHU, to: PROVINCE };
    expect((await findPaths(store, from)).paths).toEqual([]);
    const [path] = (await findPaths(store, { ...from, hubs: true })).paths;
    expect(path?.nodes).toEqual([ZHU, FIRST, CITY, PROVINCE]);
  });

  it('goes no further than asked', async () => {
    expect((await findPaths(store, { ...asked, to: REPORTER, longest: 2 })).paths).toEqual([]);
    const [path] = (await findPaths(store, { ...asked, to: REPORTER, longest: 3 })).paths;
    expect(path?.nodes).toEqual([WANG, MEETING, FIRST, REPORTER]);
  });

  it('finds paths in order of time, longer ones too', async () => {
    const found = await findPaths(store, { ...asked, from: WANG, to: GRID, order: 'time' });
    expect(found.paths.map(({ nodes }) => nodes)).toEqual([
      [WANG, MEETING, GRID],
      [WANG, VISIT, CITY, GRID],
    ]);
  });

  it.each([
    [{ to: WANG }, 'bad-input'],
    [{ to: 'person/没有' }, 'not-found'],
  ])('refuses %j as %s', async (more, code) => {
    await expect(findPaths(store, { ...asked, ...more })).rejects.toMatchObject({ code });
  });
});

describe('sharedNeighbours', () => {
  it('lists what every one of them is joined to, with the relations to each', async () => {
    const found = await sharedNeighbours(store, [WANG, ZHU], false);
    expect(found.nodes.map(({ id }) => id)).toEqual([MEETING]);
    expect(found.relations.map(({ key }) => key)).toEqual([`ATTENDED|${ZHU}|${MEETING}`, CHAIRED_KEY]);
    expect(found).toMatchObject({ total: 1, complete: true });
  });

  it('puts the newest first, and counts articles that mention all of them only when asked to', async () => {
    expect((await sharedNeighbours(store, [MEETING, GRID], false)).nodes).toEqual([]);
    expect((await sharedNeighbours(store, [WANG, CITY], true)).nodes.map(({ id }) => id)).toEqual([FIRST, VISIT]);
  });
});
