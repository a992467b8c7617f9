/** How far a run is that another process carries out, by what its journal tells. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './processes.ts';

const LOOK_MS = 5;

/** Waits until the first run in a folder of runs has told of so many lines, or has ended. */
export async function untilTold(program: Program, runs: string, lines: number): Promise<void> {
  let over = false;
  void program.ended.then(() => (over = true));
  const journal = join(runs, '0001', 'pages.jsonl');
  while (!over && !(existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > lines))
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}
