/** The lines that `npm run eval` prints. Everything here is pure. */
import { alignedTable } from '../../graph/table-text.ts';
import { accuracyOf, intervalsOf, ROWS, ratesOf } from './figures.ts';
import type { RuleRecord } from './rules.ts';
import type { PageScore } from './score-page.ts';

/** A figure between 0 and 1 as every table has it. */
export const three = (value: number): string => value.toFixed(3);

export function textTable(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return alignedTable({ columns, rows, truncated: false }, new Map());
}

/** Precision, recall, F1 with its interval and counts of each category; then what is right of kinds, dates, types and stages. */
export function figureTable(pages: readonly PageScore[]): string {
  const rates = ratesOf(pages);
  const intervals = intervalsOf(pages);
  const rows = ROWS.map((row) => {
    const { precision, recall, f1, gold, found } = rates[row];
    const { low, high } = intervals[row];
    return [row, three(precision), three(recall), three(f1), `${three(low)}–${three(high)}`, gold, found];
  });
  const checks = Object.entries(accuracyOf(pages)).map(([measure, { right, of }]) => [measure, right, of]);
  return [
    textTable(['category', 'precision', 'recall', 'F1', '95 %', 'gold', 'found'], rows),
    textTable(['right', '', 'of'], checks),
  ].join('\n');
}

/** Every difference from the annotation: page, category, what is wrong, the item, the rules that found it, and its sentence. */
export function errorLines(pages: readonly PageScore[]): readonly string[] {
  return pages.flatMap(({ page, judgements, checks }) => [
    ...checks.filter(({ right }) => !right).map(({ measure, item }) => `${page}  ${measure}  ${item}`),
    ...judgements
      .filter(({ verdict }) => verdict === 'missed' || verdict === 'wrong')
      .flatMap(({ category, verdict, item, rules, sentence }) => [
        `${page}  ${category}  ${verdict}  ${item}${rules.length > 0 ? `  (${rules.join(', ')})` : ''}`,
        ...(sentence === null ? [] : [`    ${sentence}`]),
      ]),
  ]);
}

export function ruleTable(records: readonly RuleRecord[]): string {
  const columns = ['category', 'rule', 'right', 'wrong', 'optional', 'smoothed'];
  const rows = records.map(({ category, rule, right, wrong, optional, precision }) => [
    category,
    rule,
    right,
    wrong,
    optional,
    three(precision),
  ]);
  return textTable(columns, rows);
}
