/** When two names, headlines or posts count as the same. */
import type { Entity } from '../../ingest/contract.ts';
import type { Names } from './gold.ts';

/** Share of common pairs of characters above which two headlines are one. */
const SAME_TITLE = 0.6;

/** A text without what printing adds: blanks, quotation marks, punctuation, full width. */
export function squash(text: string | null): string {
  return (text ?? '').normalize('NFKC').replace(/[\s“”‘’"'《》「」『』·、,。:()\-—]/gu, '');
}

function bigrams(text: string | null): ReadonlySet<string> {
  const letters = squash(text);
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)));
}

/** Likeness of two texts, 0 to 1: Dice's coefficient over their pairs of neighbouring characters. */
export function likeness(a: string | null, b: string | null): number {
  const [left, right] = [bigrams(a), bigrams(b)];
  if (left.size === 0 || right.size === 0) return 0;
  return (2 * [...left].filter((pair) => right.has(pair)).length) / (left.size + right.size);
}

export function isSameTitle(a: string | null, b: string | null): boolean {
  return likeness(a, b) > SAME_TITLE;
}

/** Whether an entity goes by one of the names. */
export function isNamed(names: Names, { name, aliases }: Pick<Entity, 'name' | 'aliases'>): boolean {
  const accepted = new Set(names.map(squash));
  return [name, ...aliases].some((form) => accepted.has(squash(form)));
}

/** All names of a thing that an annotation refers to by one of them. */
export function allNames(name: string, things: readonly Names[]): Names {
  return things.find((names) => names.map(squash).includes(squash(name))) ?? [name];
}

/** What a place is compared by: its path. */
export const pathOf = ({ path, name }: Pick<Entity, 'path' | 'name'>): string => path ?? name;

/**
 * Whether two titles are one post: equal, or one is the tail of the other (a body left out, or added to at most its own length).
 * 庭长 is no 副庭长.
 */
export function isSamePost(found: string, gold: string): boolean {
  const [candidate, accepted] = [squash(found), squash(gold)];
  if (candidate === accepted || isTail(candidate, accepted)) return true;
  return isTail(accepted, candidate) && candidate.length * 2 >= accepted.length;
}

function isTail(long: string, short: string): boolean {
  return long.endsWith(short) && !/[副代]$/u.test(long.slice(0, long.length - short.length));
}
