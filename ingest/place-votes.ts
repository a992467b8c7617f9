/** What the names of an article say together before any of them is decided: superiors that they imply. */
import { type Division, isWithin } from './gazetteer.ts';
import type { PlaceCandidate } from './place-candidates.ts';
import { superiorOf } from './place-context.ts';

/** Two townships of one county, or one and the county's bare name, name it together: 下涯镇 … 梅城镇 are 建德. */
const VOTES_OF_A_COUNTY = 2;

/** The county that townships without a superior beside them speak for, as a list of none or one path. */
export function votedCounties(candidates: readonly PlaceCandidate[], home: string | null): readonly string[] {
  const votes = new Map<string, Set<string>>();
  const vote = (county: string, name: string): void => {
    votes.set(county, (votes.get(county) ?? new Set()).add(name));
  };
  for (const [index, { form, trust, divisions, name, start }] of candidates.entries()) {
    if (form !== 'name' || trust !== 'sure' || candidates[index - 1]?.end === start) continue;
    if (divisions.some(({ level }) => level !== 'township')) continue;
    for (const { path } of divisions) vote(superiorOf(path), name);
  }
  for (const { form, name, divisions } of candidates) {
    if (form !== 'bare') continue;
    for (const { path } of divisions) if (votes.has(path)) vote(path, name);
  }
  const province = home?.split('/')[0];
  const enough = [...votes].filter(([, names]) => names.size >= VOTES_OF_A_COUNTY);
  const atHome = enough.filter(([path]) => province === undefined || isWithin(path, province));
  // A county of another province needs one vote more.
  const standing = atHome.length > 0 ? atHome : enough.filter(([, names]) => names.size > VOTES_OF_A_COUNTY);
  const most = Math.max(0, ...standing.map(([, names]) => names.size));
  const elected = standing.filter(([, names]) => names.size === most).map(([path]) => path);
  // A draw elects nobody.
  return elected.length === 1 ? elected : [];
}

/** The only division that a name can mean: the only one there is, or the only one in the paper's province. */
export function onlyDivision(divisions: readonly Division[], home: string | null): Division | null {
  const [first] = divisions;
  // A township that is the only one of its name may still be another, unlisted one.
  if (divisions.length === 1) return first && first.level !== 'township' ? first : null;
  const province = home?.split('/')[0];
  if (province === undefined) return null;
  const atHome = divisions.filter(({ path }) => isWithin(path, province));
  return atHome.length === 1 ? (atHome[0] as Division) : null;
}
