/** What former divisions count as: successors.tsv, whose head tells where it is from. A district that was abolished is not lost, nor counted beside its heir. */
import { readFileSync } from 'node:fs';
import { stepEnds } from './path-steps.ts';

/** Former paths and what each counts as. */
export const SUCCESSORS: ReadonlyMap<string, string> = new Map(
  readFileSync(new URL('./successors.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string]),
);

/** Steps of the shortest and the longest former path. */
const DEPTHS = [...SUCCESSORS.keys()].map((path) => path.split('/').length);
const [SHALLOWEST, DEEPEST] = [Math.min(...DEPTHS), Math.max(...DEPTHS)];

/** The path of a place among the present divisions; its own where it lies in no former one. */
export function presentPath(path: string): string {
  const ends = stepEnds(path, DEEPEST);
  for (let depth = ends.length; depth >= SHALLOWEST; depth -= 1) {
    const end = ends[depth - 1];
    const heir = SUCCESSORS.get(path.slice(0, end));
    // An heir may have been divided later.
    if (heir !== undefined) return presentPath(heir + path.slice(end));
  }
  return path;
}
