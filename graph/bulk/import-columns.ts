/** Columns of the files for `neo4j-admin database import`: which properties there are, and of what type each is. */
import { ZhituError } from '../errors.ts';
import type { Properties, PropertyValue } from '../model.ts';

/** Between the items of a list: a control character that no text of a page has (`textCell` makes sure). */
const LIST_SEPARATOR = '\u001f';

type Scalar = 'string' | 'boolean' | 'long' | 'double';
export type ColumnType = Scalar | `${Scalar}[]`;

/** Types by property. */
export type Columns = Map<string, ColumnType>;

/**
 * Notes the properties of a record.
 * @throws ZhituError `bad-input` for a property that has values of several types
 */
export function noteColumns(columns: Columns, properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) {
    const type = typeOf(value);
    const known = columns.get(name);
    if (known === undefined || known === type) columns.set(name, type);
    else columns.set(name, wider(name, known, type));
  }
}

function typeOf(value: PropertyValue): ColumnType {
  if (!Array.isArray(value)) return scalarType([value]);
  return `${scalarType(value)}[]`;
}

function scalarType(values: readonly (string | number | boolean)[]): Scalar {
  if (values.every((value) => typeof value === 'number'))
    return values.every((value) => Number.isSafeInteger(value)) && values.length > 0 ? 'long' : 'double';
  return typeof values[0] === 'boolean' ? 'boolean' : 'string';
}

function wider(name: string, a: ColumnType, b: ColumnType): ColumnType {
  for (const number of ['double', 'double[]'] as const) {
    const kinds: readonly ColumnType[] = [number, number.replace('double', 'long') as ColumnType];
    if (kinds.includes(a) && kinds.includes(b)) return number;
  }
  throw new ZhituError(
    'bad-input',
    `The property ${name} is ${a} in one record and ${b} in another, and a column of an import has one type. Give it one type in what extracts it.`,
    { property: name },
  );
}

/** A value as a field: texts in quotation marks with those within doubled, nothing for one that is absent. */
export function cell(value: PropertyValue | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return listCell(value);
  return typeof value === 'string' ? textCell(value) : String(value);
}

/** @throws ZhituError `bad-input` for an item that has the separator in it */
export function listCell(items: readonly (string | number)[]): string {
  const bad = items.find((item) => typeof item === 'string' && item.includes(LIST_SEPARATOR));
  if (bad === undefined) return textCell(items.join(LIST_SEPARATOR));
  throw new ZhituError(
    'bad-input',
    `A list has the control character U+001F in ${JSON.stringify(bad)}, which parts its items in the files for an import. Take it out of the page, or ingest without --bulk.`,
  );
}

function textCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
