/** The place a paper is published for: what 全省, 我市 and 省委 mean in it. */
import { type Division, type Gazetteer, isWithin } from './gazetteer.ts';
import { loadNewspapers, type Newspaper, newspaperNamed } from './newspapers.ts';
import { type PlaceCandidate, placeCandidateFinder } from './place-candidates.ts';
import { lineage, rankOf, superiorOf } from './place-context.ts';

/** A division is the home of a page if so much of what the page names lies in it; below, its superior is. */
const LEAST_SHARE = 0.7;

/**
 * The home of a paper as an official path (`浙江省`, `浙江省/嘉兴市`), or null: the one listed for a known newspaper, else the place
 * in the publication's name, else the narrowest province or city that the text's own place names have in common.
 */
export function homeOf(
  publication: string | null,
  text: string,
  gazetteer: Gazetteer,
  newspapers: readonly Newspaper[] = loadNewspapers(),
): string | null {
  if (publication !== null) {
    const known = newspaperNamed(publication, newspapers);
    if (known) return known.home;
    const named = divisionIn(publication, gazetteer);
    if (named) return named.path;
  }
  return commonHome(text, gazetteer);
}

/** The province, city or county whose name opens a publication's name: 嘉兴日报, 今日龙游. */
function divisionIn(publication: string, gazetteer: Gazetteer): Division | null {
  for (let at = 0; at < publication.length; at++) {
    const found = gazetteer.longestAt(publication, at);
    const division = found?.divisions.filter(({ level }) => level !== 'township').sort(byRank)[0];
    if (division) return division;
  }
  return null;
}

function byRank(a: Division, b: Division): number {
  return rankOf(a.level) - rankOf(b.level);
}

function commonHome(text: string, gazetteer: Gazetteer): string | null {
  const candidates = placeCandidateFinder(gazetteer)(text).filter(({ divisions }) => divisions.length > 0);
  const sure = candidates.filter(({ trust }) => trust === 'sure');
  return sharedBy(sure) ?? sharedBy(repeated(candidates.filter(({ trust }) => trust === 'doubtful')));
}

/** Bare names of counties are sure enough when nothing else is named and they come again. */
function repeated(candidates: readonly PlaceCandidate[]): PlaceCandidate[] {
  const times = new Map<string, number>();
  for (const { name } of candidates) times.set(name, (times.get(name) ?? 0) + 1);
  return candidates.filter(({ name }) => (times.get(name) ?? 0) > 1);
}

function sharedBy(candidates: readonly PlaceCandidate[]): string | null {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { divisions } of candidates) {
    const present = divisions.filter(({ to }) => to === null);
    const first = present[0];
    // A name that several provinces share says nothing; a township repeats what its county said.
    if (!first || first.level === 'township') continue;
    if (!present.every(({ path }) => isWithin(path, provinceOf(first.path)))) continue;
    total++;
    const places = rankOf(first.level) >= rankOf('county') ? superiorOf(first.path) : first.path;
    for (const path of lineage(places)) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  const [province] = [...counts].filter(([path]) => !path.includes('/')).sort((a, b) => b[1] - a[1])[0] ?? [];
  if (province === undefined) return null;
  const city = [...counts].find(([path, count]) => superiorOf(path) === province && count >= total * LEAST_SHARE)?.[0];
  return city ?? province;
}

function provinceOf(path: string): string {
  return path.split('/')[0] as string;
}
