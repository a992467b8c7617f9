/** The properties that exports give columns of their own, in the order of the columns. What is not among them goes into a column `more`, so that nothing is lost. */
import type { Properties, PropertyValue } from '../model.ts';

export const NODE_COLUMNS = [
  'name',
  'aliases',
  'pinyin',
  'initials',
  'type',
  'dateFrom',
  'dateTo',
  'datePrecision',
  'dateBasis',
  'dateText',
  'path',
  'level',
  'code',
  'title',
  'subtitle',
  'kind',
  'publication',
  'issue',
  'publishedOn',
  'publishedPrecision',
  'publishedBasis',
  'file',
  'sha256',
  'page',
  'pageNumber',
  'jumpTo',
  'jumpFrom',
  'url',
  'text',
] as const;

export const RELATION_COLUMNS = [
  'title',
  'acting',
  'former',
  'observedFrom',
  'observedTo',
  'stage',
  'dateFrom',
  'dateTo',
  'datePrecision',
  'dateBasis',
  'dateText',
  'program',
  'role',
  'confidence',
] as const;

/** What is computed from the rest: for searching, and for taking an article back. */
const DERIVED: readonly string[] = ['search', 'forms'];
/** These become citations. */
export const CITED: readonly string[] = ['evidence', 'rules', 'confidences', 'dates'];

/** The properties that have none of these names. */
export function without(properties: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}

/** The properties without a column, by name. */
export function moreOf(properties: Properties, columns: readonly string[]): Properties {
  return without(properties, [...columns, ...DERIVED, ...CITED]);
}

/** A value as text; a list is separated by `；`, as names hold `、` and `|`. */
export function valueText(value: PropertyValue | undefined): string {
  return Array.isArray(value) ? value.join('；') : value === undefined ? '' : String(value);
}
