/** The figures that the project commits to (test/gold/figures.json), and the tables made of them. */
import { z } from 'zod';
import { ZhituError } from '../../graph/errors.ts';
import { ROWS, type Row, ratesOf } from './figures.ts';
import type { Lexicon } from './lexicons.ts';
import type { SetScore } from './measure.ts';
import { three } from './report.ts';
import { SETS, type SetName, UNSEEN } from './sets.ts';

const Figure = z.object({ precision: z.number(), recall: z.number(), f1: z.number() });
const Figures = z.record(z.enum(SETS), z.partialRecord(z.enum(ROWS), Figure));

export const CommittedFigures = z.strictObject({
  /** Categories of which a set has no item are left out. */
  sets: Figures,
  /** The same without any name known beforehand, for what such names find. */
  withoutLexicons: Figures,
});
export type CommittedFigures = z.infer<typeof CommittedFigures>;

/** What each lexicon has names for. */
const FOUND_BY: Readonly<Record<Lexicon, Row>> = {
  programs: 'programs',
  organizations: 'organizations',
  people: 'persons',
};
const BY_NAME: readonly Row[] = Object.values(FOUND_BY);

/** A category is held to its figure within this much of F1: less than one item in most sets, more than rounding. */
export const TOLERANCE = 0.005;
const DECIMALS = 4;

export function figuresOf(full: readonly SetScore[], withoutLexicons: readonly SetScore[]): CommittedFigures {
  return { sets: bySet(full, ROWS), withoutLexicons: bySet(withoutLexicons, BY_NAME) };
}

function bySet(scores: readonly SetScore[], rows: readonly Row[]): CommittedFigures['sets'] {
  const figures = scores.map(({ set, pages }) => {
    const rates = ratesOf(pages);
    const kept = rows.filter((row) => rates[row].gold > 0);
    return [set, Object.fromEntries(kept.map((row) => [row, rounded(rates[row])]))] as const;
  });
  return Object.fromEntries(figures) as CommittedFigures['sets'];
}

function rounded({ precision, recall, f1 }: z.infer<typeof Figure>): z.infer<typeof Figure> {
  const round = (value: number): number => Number(value.toFixed(DECIMALS));
  return { precision: round(precision), recall: round(recall), f1: round(f1) };
}

/** One message for each category of a set that is worse than committed, naming the command that shows why. */
export function fallen(
  committed: CommittedFigures['sets'],
  measured: CommittedFigures['sets'],
  flags = '',
): readonly string[] {
  return SETS.flatMap((set) =>
    ROWS.flatMap((row) => {
      const expected = committed[set][row]?.f1;
      const seen = measured[set][row]?.f1 ?? 0;
      if (expected === undefined || seen >= expected - TOLERANCE) return [];
      return [`${row} on ${set}: F1 ${three(seen)}, committed ${three(expected)}. ${adviceFor(set, flags)}`];
    }),
  );
}

function adviceFor(set: SetName, flags: string): string {
  const command = `\`npm run eval -- --set ${set}${flags} --errors\` shows why`;
  const caution = set === UNSEEN ? ' (whoever reads that moves the page: test/gold/pages/README.md)' : '';
  return `${command}${caution}; \`npm run eval -- --update\` accepts the new figures.`;
}

/** The figures as two Markdown tables, F1 of each category and set. */
export function figuresMarkdown({ sets, withoutLexicons }: CommittedFigures): string {
  return [
    ...markdownTable('category', sets, ROWS),
    '',
    'Without any name known beforehand:',
    '',
    ...markdownTable('category', withoutLexicons, BY_NAME),
  ].join('\n');
}

function markdownTable(head: string, figures: CommittedFigures['sets'], rows: readonly Row[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line([head, ...SETS.map((set) => `\`${set}\``)]),
    `|---|${'---:|'.repeat(SETS.length)}`,
    ...rows.map((row) =>
      line([
        `\`${row}\``,
        ...SETS.map((set) => {
          const figure = figures[set][row];
          return figure ? three(figure.f1) : '–';
        }),
      ]),
    ),
  ];
}

const MARKERS = ['<!-- figures: npm run eval -- --update -->', '<!-- end of figures -->'] as const;

/** The part of a document between the markers. @throws ZhituError `bad-input` without them */
export function figuresIn(document: string): string {
  const [start, end] = borders(document);
  return document.slice(start, end).trim();
}

/** The document with other tables between its markers. @throws ZhituError `bad-input` without them */
export function withFigures(document: string, markdown: string): string {
  const [start, end] = borders(document);
  return `${document.slice(0, start)}\n\n${markdown}\n\n${document.slice(end)}`;
}

function borders(document: string): readonly [start: number, end: number] {
  const [start, end] = MARKERS.map((marker) => document.indexOf(marker)) as [number, number];
  if (start < 0 || end < start)
    throw new ZhituError('bad-input', `expected the lines ${MARKERS.join(' and ')} around the tables; put them back`);
  return [start + MARKERS[0].length, end];
}
