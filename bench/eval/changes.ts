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
  /** Runs kept by an earlier version have neither of these. */
  sentence: z.string().nullable().default(null),
  rules: z.array(z.string()).default([]),
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
      ...judgements.map((judgement) => ({ page, ...judgement, rules: [...judgement.rules] })),
      ...checks.map(({ article, measure, item, right }) => {
        const verdict = right ? 'right' : 'wrong';
        return { page, article, category: measure, item, verdict, sentence: null, rules: [] };
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

/**
 * What became another verdict, was added or is gone: `c1.txt  posts  张三 县长: missed → right  (post.bracket)`, and below it the
 * sentence that states it.
 */
export function outcomeChanges(before: readonly Outcome[], after: readonly Outcome[]): readonly string[] {
  const [old, now] = [byItem(before), byItem(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key) ?? [], now.get(key) ?? []];
    if (verdictsOf(was) === verdictsOf(is)) return [];
    const known = [...is, ...was];
    const rules = [...new Set(known.flatMap((outcome) => outcome.rules))].join(', ');
    const sentence = known.find((outcome) => outcome.sentence !== null)?.sentence;
    const { page, category, item } = known[0] as Outcome;
    const line = `${page}  ${category}  ${item}: ${verdictsOf(was)} → ${verdictsOf(is)}`;
    return [rules === '' ? line : `${line}  (${rules})`, ...(sentence ? [`    ${sentence}`] : [])];
  });
}

function byItem(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly Outcome[]> {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { page, article, category, item } = outcome;
    const key = [page, article, category, item].join('\t');
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return groups;
}

/** An item that occurs several times in an article has all its verdicts. */
function verdictsOf(outcomes: readonly Outcome[]): string {
  return outcomes.length === 0
    ? 'not there'
    : outcomes
        .map(({ verdict }) => verdict)
        .sort()
        .join(', ');
}
