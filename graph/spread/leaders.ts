/** Which places tend to have programs before which others, over all programs of the graph. */
import { compare } from '../compare.ts';
import { groupBy } from '../group-by.ts';
import type { CountState } from '../per-version.ts';
import type { GraphStore } from '../store.ts';
import { scopeOfAll, statedByProgram } from './all-programs.ts';
import { type Census, censusOf } from './census.ts';
import { median, type Pair, pairsOf } from './order.ts';
import { perCensus } from './per-census.ts';
import { compareWhens, knownRange } from './ranges.ts';
import { declaredPlaces } from './spread.ts';
import type { SpreadLevel, When } from './types.ts';

export interface Leader {
  readonly place: string;
  readonly name: string;
  /** Programs that it has, with a date, and of these such as it had first, alone or with others. */
  readonly programs: number;
  readonly firsts: readonly string[];
  /**
   * Mean of 1 − (t − t_first) / (t_last − t_first) over its programs that at least two places had at different times (after Walker,
   * 1969); null for fewer than `FEWEST_PROGRAMS` of them.
   */
  readonly innovativeness: number | null;
  readonly scored: number;
  readonly medianLag: number | null;
}

export interface Leaders {
  readonly counted: CountState;
  readonly level: SpreadLevel;
  readonly within: string;
  readonly leaders: readonly Leader[];
  readonly pairs: readonly (Pair & { readonly leaderName: string; readonly followerName: string })[];
}

/** A score over fewer programs says more of the programs than of the place. */
const FEWEST_PROGRAMS = 3;

/** Leaders first; pairs by their signs. */
export async function leadersOf(
  store: GraphStore,
  { level, within }: { readonly level: SpreadLevel; readonly within?: string | undefined },
): Promise<Leaders> {
  const census = await censusOf(store);
  return {
    counted: census.counted,
    ...perCensus(census, `leaders ${level} ${within}`, () => leadersIn(census, level, within)),
  };
}

export type LeadersPage = Leaders & {
  /** Of all pairs, of which `pairs` are the first. */
  readonly pairsTotal: number;
};

/** The first pairs, and after them the one of these two places where it is not among them: of a level of townships there are thousands. */
export function firstPairs(
  leaders: Leaders,
  { take, pair }: { readonly take: number; readonly pair?: readonly [leader: string, follower: string] | undefined },
): LeadersPage {
  const [first, rest] = [leaders.pairs.slice(0, take), leaders.pairs.slice(take)];
  const asked = pair && rest.find(({ leader, follower }) => leader === pair[0] && follower === pair[1]);
  return { ...leaders, pairs: asked ? [...first, asked] : first, pairsTotal: leaders.pairs.length };
}

function leadersIn(census: Census, level: SpreadLevel, within: string | undefined): Omit<Leaders, 'counted'> {
  const scope = scopeOfAll(census, level, within);
  const adopted = adoptedOf(census, level, scope);
  const declared = declaredPlaces(level, scope, census.coverage);
  const names = new Map(declared.map(({ id, name }) => [id, name]));
  const scores = [...adopted].flatMap(([program, places]) => scoresOf(program, places));
  const byPlace = groupBy(scores, ({ place }) => place);
  const leaders = [...byPlace].map(([place, own]) => leaderOf(place, names.get(place) ?? place, own));
  return {
    level,
    within: scope,
    leaders: leaders.sort(
      (a, b) =>
        (b.innovativeness ?? -1) - (a.innovativeness ?? -1) ||
        b.firsts.length - a.firsts.length ||
        compare(a.place, b.place),
    ),
    pairs: pairsOf(adopted)
      .map((pair) => ({
        ...pair,
        leaderName: names.get(pair.leader) ?? pair.leader,
        followerName: names.get(pair.follower) ?? pair.follower,
      }))
      .sort(
        (a, b) =>
          b.led.length - b.followed.length - (a.led.length - a.followed.length) ||
          b.led.length - a.led.length ||
          compare(a.leader, b.leader) ||
          compare(a.follower, b.follower),
      ),
  };
}

/** Since when which declared place has which program. */
function adoptedOf(census: Census, level: SpreadLevel, within: string): ReadonlyMap<string, ReadonlyMap<string, When>> {
  const adopted = new Map<string, ReadonlyMap<string, When>>();
  for (const [program, { rows }] of statedByProgram(census, { level, within, implied: false }))
    adopted.set(program, new Map(rows.flatMap((row) => (row.declared && row.adopted ? [[row.id, row.adopted]] : []))));
  return adopted;
}

interface Score {
  readonly place: string;
  readonly program: string;
  readonly isFirst: boolean;
  readonly lag: number;
  readonly score: number | null;
}

function scoresOf(program: string, places: ReadonlyMap<string, When>): readonly Score[] {
  const dated = [...places].filter(([, when]) => knownRange(when) !== null).sort(([, a], [, b]) => compareWhens(a, b));
  const days = dated.map(([, { to }]) => Date.parse(String(to)) / DAY_MS);
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  return dated.map(([place], index) => {
    const lag = (days[index] as number) - first;
    return { place, program, isFirst: lag === 0, lag, score: last > first ? 1 - lag / (last - first) : null };
  });
}

const DAY_MS = 86_400_000;

function leaderOf(place: string, name: string, scores: readonly Score[]): Leader {
  const scored = scores.flatMap(({ score }) => score ?? []);
  return {
    place,
    name,
    programs: scores.length,
    firsts: scores.filter(({ isFirst }) => isFirst).map(({ program }) => program),
    innovativeness:
      scored.length >= FEWEST_PROGRAMS ? scored.reduce((sum, score) => sum + score, 0) / scored.length : null,
    scored: scored.length,
    medianLag: median(scores.map(({ lag }) => lag)),
  };
}
