import { describe, expect, test } from 'vitest';
import type { Census } from '../../../graph/spread/census.ts';
import { MOST_CLAIMS, recentFigures, recentStatements } from '../../../graph/spread/recent.ts';
import type { Claim, SpreadLevel } from '../../../graph/spread/types.ts';
import type { Reader } from '../../../graph/store.ts';
import { claim, coverage, HUZHOU, PROGRAM, PROVINCE } from './world.ts';

/** A count in which each program was launched `claims` times. */
function census(programs: readonly string[], claims = 1): Census {
  const launches = new Map(
    programs.map((program): [string, readonly Claim[]] => [
      program,
      Array.from({ length: claims }, () => claim({ place: HUZHOU, date: '2019', program })),
    ]),
  );
  return {
    coverage: coverage({ [HUZHOU]: ['2019'] }),
    launches,
    lessons: [],
    counted: { articles: 1, isCurrent: true },
  };
}

/** A store in which nobody presented anything, with what it was asked for. */
function openReader() {
  const asked: string[] = [];
  const reader: Reader = {
    read: async ({ params }) => {
      asked.push(...((params?.programs ?? []) as string[]));
      return [];
    },
  };
  /** How often each program was read since the last call; one reading takes several statements. */
  const read = (): readonly string[] => [...new Set(asked.splice(0))];
  return { reader, read };
}

const options = (level: SpreadLevel) => ({ level, grain: 'year', implied: false, within: PROVINCE }) as const;

describe('what ties places to a program', () => {
  test('is read once for a count of the graph, however often and at whatever level it is asked for', async () => {
    const { reader, read } = openReader();
    const counted = census([PROGRAM]);
    const [first, again] = [
      await recentStatements(reader, PROGRAM, counted),
      recentStatements(reader, PROGRAM, counted),
    ];
    expect(await again).toBe(first);
    expect(read()).toEqual([PROGRAM]);
    const figures = await recentFigures(reader, PROGRAM, counted, options('city'));
    expect(await recentFigures(reader, PROGRAM, counted, options('city'))).toBe(figures);
    expect((await recentFigures(reader, PROGRAM, counted, options('province'))).level).toBe('province');
    expect(read()).toEqual([]);
  });

  test('is read again for a new count', async () => {
    const { reader, read } = openReader();
    await recentStatements(reader, PROGRAM, census([PROGRAM]));
    read();
    await recentStatements(reader, PROGRAM, census([PROGRAM]));
    expect(read()).toEqual([PROGRAM]);
  });

  test('is read again after a reading that failed', async () => {
    const counted = census([PROGRAM]);
    const failing: Reader = { read: () => Promise.reject(new Error('gone')) };
    await expect(recentStatements(failing, PROGRAM, counted)).rejects.toThrow('gone');
    expect((await recentStatements(openReader().reader, PROGRAM, counted)).claims).toHaveLength(1);
  });

  test('is given up for what was asked for longest ago, once there is much of it', async () => {
    const { reader, read } = openReader();
    const programs = ['program/a', 'program/b', 'program/c'] as const;
    const counted = census(programs, Math.ceil(MOST_CLAIMS / 2));
    const [a, b, c] = programs;
    for (const program of [a, b, a, c]) await recentStatements(reader, program, counted);
    read();
    await recentStatements(reader, c, counted);
    expect(read()).toEqual([]);
    await recentStatements(reader, b, counted);
    expect(read()).toEqual([b]);
  });
});
