/** Runs the extraction over annotated pages and scores it. */
import { ZhituError } from '../../graph/errors.ts';
import { readPageFile } from '../../ingest/files.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import type { SetJudgements } from './confidence.ts';
import { type Lexicon, optionsWithout } from './lexicons.ts';
import { type PageScore, scorePage } from './score-page.ts';
import { loadSet, type SetName } from './sets.ts';

export interface SetScore {
  readonly set: SetName;
  readonly pages: readonly PageScore[];
}

/** Scores the pages of each set, in the order given. @throws ZhituError `bad-input` for a page that cannot be read */
export async function measure(
  sets: readonly SetName[],
  without: readonly Lexicon[] = [],
): Promise<readonly SetScore[]> {
  const pipeline = openPipeline(optionsWithout(without));
  const scores: SetScore[] = [];
  for (const set of sets) {
    const pages: PageScore[] = [];
    for (const { file, gold } of loadSet(set)) {
      const page = await readPageFile(file);
      if ('reason' in page) throw new ZhituError('bad-input', `${file}: ${page.message}`);
      pages.push(scorePage(gold, pipeline.run(page).extraction));
    }
    scores.push({ set, pages });
  }
  return scores;
}

/** All judgements of each set, whatever page they are of. */
export function judgementsBySet(scores: readonly SetScore[]): readonly SetJudgements[] {
  return scores.map(({ set, pages }) => ({ set, judgements: pages.flatMap(({ judgements }) => judgements) }));
}
