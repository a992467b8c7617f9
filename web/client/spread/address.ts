/** Addresses of the pages on spread: what is chosen stands behind the question mark. */
import type { Fields, Route } from '../route.ts';
import { writeAddress } from '../route.ts';

export type ProgramRoute = Extract<Route, { readonly page: 'program' }>;

/** The same address with fields changed; null takes a field away. */
export function withFields(route: ProgramRoute, changes: Readonly<Record<string, string | null>>): ProgramRoute {
  const kept = Object.entries({ ...route.fields, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return { ...route, fields: Object.fromEntries(kept) };
}

/** The address with another cell open. */
export function cellHref(route: ProgramRoute, cell: string): string {
  return writeAddress(withFields(route, { cell }));
}

/** The page of one program. */
export function programRoute(id: string, fields: Fields = {}): ProgramRoute {
  return { page: 'program', id, fields };
}

/** A list of ids as one field; what separates them is encoded where an id holds it. */
export function writeList(ids: readonly string[]): string {
  return ids.map((id) => id.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** Reads what `writeList` writes. */
export function readList(text: string | undefined): readonly string[] {
  const items = (text ?? '').split(',').filter((item) => item !== '');
  return items.map((item) => item.replaceAll('%2C', ',').replaceAll('%25', '%'));
}
