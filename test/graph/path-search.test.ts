import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hop } from '../../graph/hops.ts';
import { daysOf, pathsInTime, type Reached, shortestPaths } from '../../graph/path-search.ts';

type Edge = readonly [string, string];

function hop(at: string, other: string, more: Partial<Hop> = {}): Hop {
  const undated = { nodeFrom: null, nodeTo: null, relationFrom: null, relationTo: null };
  return { at, other, key: `ATTENDED|${at}|${other}`, ...undated, ...more };
}

/** What is read in so many steps from a node. */
function reach(edges: readonly Edge[], start: string, level: number): Reached {
  const depth = new Map([[start, 0]]);
  const hops: Hop[] = [];
  let edge = [start];
  for (let step = 1; step <= level; step++) {
    const read = edge.flatMap((at) =>
      edges.flatMap(([a, b]) => (a === at ? [hop(at, b)] : b === at ? [hop(at, a)] : [])),
    );
    hops.push(...read);
    edge = [...new Set(read.map(({ other }) => other))].filter((id) => !depth.has(id));
    for (const id of edge) depth.set(id, step);
  }
  return { start, depth, hops, level };
}

/** Every path without a repeated node, found the long way. */
function everyPath(edges: readonly Edge[], from: string, to: string, longest: number): readonly (readonly string[])[] {
  const grow = (path: readonly string[]): readonly (readonly string[])[] => {
    const at = path.at(-1) as string;
    if (at === to) return [path];
    if (path.length > longest) return [];
    const next = new Set(edges.flatMap(([a, b]) => (a === at ? [b] : b === at ? [a] : [])));
    return [...next].filter((id) => !path.includes(id)).flatMap((id) => grow([...path, id]));
  };
  return grow([from]);
}

const letter = fc.constantFrom(...'abcdefgh');
const edgeList = fc.array(fc.tuple(letter, letter), { maxLength: 14 });
const texts = (paths: readonly (readonly string[])[]) => paths.map((path) => path.join('')).sort();

describe('shortestPaths', () => {
  it('finds and counts exactly the paths of least length, wherever the two sides meet', () => {
    fc.assert(
      fc.property(edgeList, fc.integer({ min: 0, max: 4 }), (edges, level) => {
        const all = everyPath(edges, 'a', 'b', 8);
        const least = Math.min(...all.map((path) => path.length - 1));
        fc.pre(least >= level && least <= 8);
        const found = shortestPaths(reach(edges, 'a', level), reach(edges, 'b', least - level), 1000);
        const wanted = all.filter((path) => path.length - 1 === least);
        expect(texts(found.paths)).toEqual(texts(wanted));
        expect(found.total).toBe(wanted.length);
      }),
    );
  });

  it('lists no more than asked for, and counts all the same', () => {
    const edges: Edge[] = ['c', 'd', 'e', 'f'].flatMap((id): Edge[] => [
      ['a', id],
      [id, 'b'],
    ]);
    const { paths, total } = shortestPaths(reach(edges, 'a', 1), reach(edges, 'b', 1), 3);
    expect(paths).toEqual([
      ['a', 'c', 'b'],
      ['a', 'd', 'b'],
      ['a', 'e', 'b'],
    ]);
    expect(total).toBe(4);
  });

  it('does not multiply a pair that several relations join', () => {
    const one = { ...reach([['a', 'b']], 'a', 1) };
    const doubled = { ...one, hops: [...one.hops, hop('a', 'b', { key: 'CHAIRED|a|b' })] };
    expect(shortestPaths(doubled, reach([], 'b', 0), 10)).toEqual({ paths: [['a', 'b']], total: 1 });
  });
});

describe('pathsInTime', () => {
  const at = (from: string, to = from) => ({ nodeFrom: from, nodeTo: to });
  const asked = { longest: 6, most: 50, start: null };
  const line = (first: Partial<Hop>, second: Partial<Hop>) => [
    hop('person/一', 'event/1', first),
    hop('person/二', 'event/1', first),
    hop('person/二', 'event/2', second),
    hop('person/三', 'event/2', second),
  ];
  const between = (hops: readonly Hop[], from = 'person/一', to = 'person/三') =>
    pathsInTime(hops, from, to, asked).paths.map((path) => path.length);

  it('goes from an earlier event to a later one, and not back', () => {
    const hops = line(at('2019-07-01'), at('2020-03-05'));
    expect(between(hops)).toEqual([5]);
    expect(between(hops, 'person/三', 'person/一')).toEqual([]);
  });

  it('takes a month or a stretch as any of its days', () => {
    expect(between(line(at('2019-07-20'), at('2019-07')))).toEqual([5]);
    expect(between(line(at('2019-07'), at('2019-07-01')))).toEqual([5]);
    expect(between(line(at('2019-07-20'), at('2019-06-30', '2019-07-19')))).toEqual([]);
  });

  it('remembers how late it is already: a stretch in the middle does not turn time back', () => {
    const hops = [hop('a', 'b', at('2020-05-01')), hop('b', 'c', at('2019', '2021')), hop('c', 'd', at('2020-01-01'))];
    expect(between(hops, 'a', 'd')).toEqual([]);
    expect(between(hops.slice(0, 2), 'a', 'c')).toEqual([3]);
  });

  it('reads the date of a relation, and of the node it starts from', () => {
    const launch = hop('program/一', 'place/甲', { relationFrom: '2018', relationTo: '2018' });
    const hops = [launch, hop('place/甲', 'event/1', at('2017-09-29'))];
    expect(between(hops, 'program/一', 'event/1')).toEqual([]);
    expect(between(hops, 'event/1', 'program/一')).toEqual([3]);
    const start = daysOf('2020-01-01', null);
    expect(pathsInTime(line(at('2019'), at('2021')), 'person/一', 'person/三', { ...asked, start }).paths).toEqual([]);
  });

  it('leaves out what nothing dates, puts the shortest first, and says when it stops early', () => {
    expect(between([hop('a', 'b'), hop('b', 'c')], 'a', 'c')).toEqual([]);
    const hops = [hop('a', 'e', at('2019')), hop('e', 'b'), hop('a', 'c'), hop('c', 'e', at('2019'))];
    expect(pathsInTime(hops, 'a', 'b', asked)).toEqual({
      paths: [
        ['a', 'e', 'b'],
        ['a', 'c', 'e', 'b'],
      ],
      complete: true,
    });
    expect(pathsInTime(hops, 'a', 'b', { ...asked, most: 1 })).toEqual({ paths: [['a', 'e', 'b']], complete: false });
  });

  it('finds every path where all is dated alike', () => {
    fc.assert(
      fc.property(edgeList, (edges) => {
        const hops = edges.flatMap(([a, b]) => [hop(a, b, at('2019')), hop(b, a, at('2019'))]);
        const found = pathsInTime(hops, 'a', 'b', { ...asked, longest: 4, most: 10_000 });
        expect(texts(found.paths)).toEqual(texts(everyPath(edges, 'a', 'b', 4)));
      }),
    );
  });
});
