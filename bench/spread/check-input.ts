/** What the check in Python is given: the dump as it is, the adjacency, the heirs of former divisions, and the figures that are to come out. */
import { writeFileSync } from 'node:fs';
import { dumpLines } from '../../graph/dump.ts';
import { openAdjacency } from '../../graph/spread/adjacency.ts';
import { spreadOf } from '../../graph/spread/answer.ts';
import { censusOf } from '../../graph/spread/census.ts';
import { leadersOf } from '../../graph/spread/leaders.ts';
import { SUCCESSORS } from '../../graph/spread/successors.ts';
import type { GraphStore } from '../../graph/store.ts';

const PROVINCE = 'place/浙江省';
/** The programs with the most places, so that the check stays short on pages that name hundreds. */
const MOST_PROGRAMS = 40;

/** Writes the file; returns the number of programs in it. */
export async function writeCheckInput(store: GraphStore, file: string): Promise<number> {
  const { launches } = await censusOf(store);
  const programs = [...launches]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .slice(0, MOST_PROGRAMS)
    .map(([id]) => id);
  const figures: unknown[] = [];
  for (const program of programs) {
    for (const [level, grain, implied] of [
      ['city', 'year', false],
      ['city', 'month', false],
      ['county', 'year', false],
      ['city', 'year', true],
    ] as const)
      figures.push(await spreadOf(store, { program, level, grain, implied, within: PROVINCE }));
  }
  const dump: unknown[] = [];
  for await (const line of dumpLines(store)) dump.push(JSON.parse(line));
  const adjacency = openAdjacency();
  const neighbours = Object.fromEntries(
    (['city', 'county'] as const).flatMap((level) =>
      adjacency.places(level, PROVINCE).map(({ id }) => [id, adjacency.neighbours(id)] as const),
    ),
  );
  const leaders = await leadersOf(store, { level: 'city', within: PROVINCE });
  const given = { dump, neighbours, successors: Object.fromEntries(SUCCESSORS), figures, leaders };
  writeFileSync(file, JSON.stringify(given));
  return programs.length;
}
