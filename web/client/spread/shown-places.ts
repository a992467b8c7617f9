/** Which places a table begins with: all of a short list, else those of which something is known. */
import type { PlaceRow } from '../../api/spread.ts';

/** Rows that fit without scrolling far. */
const MOST_ROWS = 14;

/** The places to show, and how many are left for a reader to ask for. */
export function shownPlaces(
  places: readonly PlaceRow[],
  all: boolean,
): { readonly shown: readonly PlaceRow[]; readonly left: number } {
  if (all || places.length <= MOST_ROWS) return { shown: places, left: 0 };
  const said = places.filter(({ claims }) => claims.length > 0);
  const covered = places.filter(({ claims, articles }) => claims.length === 0 && articles > 0);
  const kept = new Set([...said, ...covered.slice(0, Math.max(0, MOST_ROWS - said.length))]);
  const shown = places.filter((place) => kept.has(place));
  return { shown, left: places.length - shown.length };
}
