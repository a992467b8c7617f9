/** A run kept in a file, and what changed since. */
import { z } from 'zod';
import { ZhituError } from '../../graph/errors.ts';
import { ROWS, ratesOf } from './figures.ts';
import { LEXICONS } from './lexicons.ts';
import type { SetScore } from './measure.ts';
import { textTable, three } from './report.ts';
import { SETS } from './sets.ts';

const Outcome = z.object({
  page: z.string(),
  article: z.string(),
  /** A category or a check. */
  category: z.string(),
  item: z.string(),
  verdict: z.string(),
});
type Outcome = z.infer<typeof Outcome>;

const SavedRun = z.object({
  sets: z.array(z.enum(SETS)),
  without: z.array(z.enum(LEXICONS)),
  f1: z.record(z.string(), z.number()),
  outcomes: z.array(Outcome),
});
export type SavedRun = z.infer<typeof SavedRun>;

export function runOf(scores: readonly SetScore[], without: SavedRun['without']): SavedRun {
  const pages = scores.flatMap((score) => score.pages);
  const rates = ratesOf(pages);
  return {
    sets: scores.map(({ set }) => set),
    without,
    f1: Object.fromEntries(ROWS.map((row) => [row, rates[row].f1])),
    outcomes: pages.flatMap(({ page, judgements, checks }) => [
      ...judgements.map(({ article, category, item, verdict }) => ({ page, article, category, item, verdict })),
      ...checks.map(({ article, measure, item, right }) => {
        const verdict = right ? 'right' : 'wrong';
        return { page, article, category: measure, item, verdict };
      }),
    ]),
  };
}

/** @throws ZhituError `bad-input` for a file that `--save` did not write */
export function parseRun(text: string, file: string): SavedRun {
  try {
    return SavedRun.parse(JSON.parse(text));
  } catch (error) {
    throw new ZhituError('bad-input', `${file}: expected a run that \`npm run eval -- --save\` wrote`, {}, error);
  }
}

/** The F1 of each category that moved. */
export function figureChanges(before: SavedRun, after: SavedRun): string {
  const rows = ROWS.flatMap((row) => {
    const [old, now] = [before.f1[row] ?? 0, after.f1[row] ?? 0];
    if (three(old) === three(now)) return [];
    return [[row, three(old), three(now), `${now > old ? '+' : '−'}${three(Math.abs(now - old))}`]];
  });
  if (rows.length === 0) return 'no figure changed\n';
  return textTable(['F1', 'before', 'now', 'change'], rows);
}

/** What became another verdict, was added or is gone, one line each: `c1.txt  posts  张三 县长: missed → right`. */
export function outcomeChanges(before: readonly Outcome[], after: readonly Outcome[]): readonly string[] {
  const [old, now] = [verdictsOf(before), verdictsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key) ?? 'not there', now.get(key) ?? 'not there'];
    if (was === is) return [];
    const [page, , category, item] = key.split('\t');
    return [`${page}  ${category}  ${item}: ${was} → ${is}`];
  });
}

/** Verdicts by item; an item that occurs several times in an article has them all. */
function verdictsOf(outcomes: readonly Outcome[]): ReadonlyMap<string, string> {
  const verdicts = new Map<string, string[]>();
  for (const { page, article, category, item, verdict } of outcomes) {
    const key = [page, article, category, item].join('\t');
    verdicts.set(key, [...(verdicts.get(key) ?? []), verdict].sort());
  }
  return new Map([...verdicts].map(([key, list]) => [key, list.join(', ')]));
}
