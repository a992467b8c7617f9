/** Places of an answer, held to the gazetteer. */
import type { Division, Gazetteer } from '../gazetteer.ts';
import type { PlaceRef } from '../types.ts';

/**
 * The place at a path, where there is one: a division; a foreign country; or a settlement that no list has, in a known county
 * or township and named in the text. `unknown-place` for any other path, `place-differs` where a quoted name belongs to other
 * divisions only.
 * @param quotes the words of the text that name it
 */
export function readPlace(
  path: string,
  quotes: readonly string[],
  gazetteer: Gazetteer,
): PlaceRef | 'unknown-place' | 'place-differs' {
  const division = gazetteer.at(path);
  if (division) {
    const differs = quotes.some((quote) => {
      const named = divisionsCalled(quote, gazetteer);
      return named.length > 0 && !named.some((other) => isSame(other, division));
    });
    return differs ? 'place-differs' : { path: division.path, level: division.level, code: division.code };
  }
  if (gazetteer.words.list('countries').includes(path)) return { path, level: 'country', code: null };
  return settlement(path, quotes, gazetteer) ?? 'unknown-place';
}

/** The path of the seat of an organization, where it is one. */
export function readSeat(path: string, gazetteer: Gazetteer): string | null {
  return gazetteer.at(path)?.path ?? null;
}

/** Whether these words are a name of the place and not a pointer to it (全市, 当地). */
export function isNameOf(words: string, place: PlaceRef, gazetteer: Gazetteer): boolean {
  const name = place.path.split('/').at(-1) as string;
  const division = gazetteer.at(place.path);
  if (!division) return words.length > 1 && name.includes(words);
  return divisionsCalled(words, gazetteer).some((other) => isSame(other, division));
}

function divisionsCalled(words: string, gazetteer: Gazetteer): readonly Division[] {
  return [...gazetteer.named(words), ...gazetteer.stemmed(words)];
}

/** One division, or what it was before (临安市, 临安区). */
function isSame(a: Division, b: Division): boolean {
  return a === b || (a.stem === b.stem && a.parent === b.parent);
}

/** Levels that settlements lie in. */
const HOLDS_SETTLEMENTS = new Set(['county', 'township', 'city']);

function settlement(path: string, quotes: readonly string[], gazetteer: Gazetteer): PlaceRef | null {
  const cut = path.lastIndexOf('/');
  const superior = gazetteer.at(path.slice(0, Math.max(0, cut)));
  const name = path.slice(cut + 1);
  if (!superior || !HOLDS_SETTLEMENTS.has(superior.level) || !quotes.some((quote) => quote.includes(name))) return null;
  const ends = (list: string): boolean =>
    gazetteer.words.list(list).some((suffix) => name.endsWith(suffix) && name.length > suffix.length);
  if (ends('settlement-village')) return { path, level: 'village', code: null };
  return ends('settlement-township') && superior.level !== 'township' ? { path, level: 'township', code: null } : null;
}
