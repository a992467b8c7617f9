/** What the right column shows, as it stands in the address behind `cell=`. */
import { kindOfId } from '../../../graph/model.ts';

export type Selection =
  /** A place, in one column of the table of times or in all of them. */
  | { readonly kind: 'place'; readonly place: string; readonly column: string | null }
  /** Who began in a period, and who could have. */
  | { readonly kind: 'period'; readonly period: string }
  /** A meeting at which several places presented. */
  | { readonly kind: 'meeting'; readonly event: string }
  /** Someone who may have carried it from place to place. */
  | { readonly kind: 'carrier'; readonly person: string }
  /** One relation: a lesson learned, what the level above said. */
  | { readonly kind: 'relation'; readonly key: string };

/** Reads what `writeSelection` writes; null for anything else. */
export function readSelection(text: string | undefined): Selection | null {
  if (!text) return null;
  if (text.includes('|')) return { kind: 'relation', key: text };
  if (/^\d{4}(?:-\d{2})?$/u.test(text)) return { kind: 'period', period: text };
  const kind = kindOfId(text);
  if (kind === 'Event') return { kind: 'meeting', event: text };
  if (kind === 'Person') return { kind: 'carrier', person: text };
  if (kind !== 'Place') return null;
  const [, place = text, column = null] = /^(.+)@([\da-z-]+)$/u.exec(text) ?? [];
  return { kind: 'place', place, column };
}

export function writeSelection(selection: Selection): string {
  if (selection.kind === 'place')
    return selection.column === null ? selection.place : `${selection.place}@${selection.column}`;
  if (selection.kind === 'period') return selection.period;
  if (selection.kind === 'carrier') return selection.person;
  return selection.kind === 'meeting' ? selection.event : selection.key;
}

/** The key of a place, or of one of its cells. */
export function placeKey(place: string, column: string | null = null): string {
  return writeSelection({ kind: 'place', place, column });
}
