/** What two programs, two places or two stretches of time share, and what only one of them has. */
import type { CountState } from '../per-version.ts';
import type { GraphStore } from '../store.ts';
import { adoptionsOf } from './adoptions.ts';
import { programNamed, scopeOf } from './answer.ts';
import { type Census, censusOf } from './census.ts';
import { namesOf } from './names.ts';
import { isIn, nameOf } from './place-levels.ts';
import { compareDays, earliestWhen, knownRange, order } from './ranges.ts';
import { declaredPlaces } from './spread.ts';
import { type Claim, isAdoption, type SpreadLevel, type When } from './types.ts';

/** One side of a compared thing. */
export interface Side {
  readonly when: When;
  /** The last day on which anything of it was printed. */
  readonly lastPrinted: string | null;
  readonly keys: readonly string[];
  readonly evidence: readonly string[];
}

export interface Compared {
  readonly id: string;
  readonly name: string;
  readonly a: Side | null;
  readonly b: Side | null;
  /** Which came first for sure; `together` where their ranges overlap. Null unless both are dated, and where stretches of time are compared. */
  readonly first: 'a' | 'b' | 'together' | null;
  /** The one that was last printed before the other began. Null for neither. */
  readonly replaced: 'a' | 'b' | null;
}

export interface Comparison {
  readonly counted: CountState;
  readonly of: 'places' | 'programs';
  readonly shared: readonly Compared[];
  readonly onlyA: readonly Compared[];
  readonly onlyB: readonly Compared[];
}

type Sides = Omit<Comparison, 'counted'>;

/** Two programs over the places of a level: who has both, and which came first there. */
export async function comparePrograms(
  store: GraphStore,
  {
    a,
    b,
    level,
    within,
  }: { readonly a: string; readonly b: string; readonly level: SpreadLevel; readonly within?: string | undefined },
): Promise<Comparison> {
  const [first, second] = await Promise.all([programNamed(store, a), programNamed(store, b)]);
  const { launches, coverage, counted } = await censusOf(store);
  const claims = [launches.get(first) ?? [], launches.get(second) ?? []] as const;
  const declared = declaredPlaces(level, scopeOf(level, within, claims.flat()), coverage);
  const sides = claims.map((own) => {
    const { rows } = adoptionsOf(own, { level, declared, implied: false });
    return new Map(rows.flatMap((row) => entry(row.id, row.claims)));
  });
  return { counted, ...compare('places', sides, (id) => nameOf(id)) };
}

/** Two places, with what lies in them: the programs of each. */
export async function comparePlaces(store: GraphStore, a: string, b: string): Promise<Comparison> {
  const census = await censusOf(store);
  const sides = [a, b].map((place) => programsWhere(census, (claim) => isIn(claim.place.id, place)));
  return { counted: census.counted, ...(await named(store, 'programs', sides)) };
}

/** A stretch of time, in ISO days, both included. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/**
 * Two stretches of time by what began in each: the places of a program, or without one the programs of a province. A place is of both
 * where one of its claims ends in the one and another in the other.
 */
export async function comparePeriods(
  store: GraphStore,
  {
    a,
    b,
    program,
    level,
    within,
  }: {
    readonly a: Stretch;
    readonly b: Stretch;
    readonly program?: string | undefined;
    readonly level: SpreadLevel;
    readonly within?: string | undefined;
  },
): Promise<Comparison> {
  const census = await censusOf(store);
  const inside =
    ({ from, to }: Stretch) =>
    ({ when }: Claim): boolean =>
      when.to !== null && from <= when.to && when.to <= to;
  if (program === undefined) {
    const scope = scopeOf(level, within, [...census.launches.values()].flat());
    const here = ({ place }: Claim): boolean => scope === '' || isIn(place.id, scope);
    const sides = [a, b].map((stretch) => programsWhere(census, (claim) => here(claim) && inside(stretch)(claim)));
    return { counted: census.counted, ...withoutOrder(await named(store, 'programs', sides)) };
  }
  const claims = census.launches.get(await programNamed(store, program)) ?? [];
  const sides = [a, b].map((stretch) => {
    const { rows } = adoptionsOf(claims.filter(inside(stretch)), { level, declared: [], implied: false });
    return new Map(rows.flatMap((row) => entry(row.id, row.claims)));
  });
  return { counted: census.counted, ...withoutOrder(compare('places', sides, (id) => nameOf(id))) };
}

/** Of two stretches of time one comes first, whatever was in them: nothing came before another, and nothing replaced it. */
function withoutOrder({ of, shared, onlyA, onlyB }: Sides): Sides {
  return { of, shared: shared.map((both) => ({ ...both, first: null, replaced: null })), onlyA, onlyB };
}

function programsWhere({ launches }: Census, holds: (claim: Claim) => boolean): ReadonlyMap<string, Side> {
  return new Map([...launches].flatMap(([program, claims]) => entry(program, claims.filter(holds))));
}

/** Only what a place has counts, not what it plans. */
function entry(id: string, claims: readonly Claim[]): readonly (readonly [string, Side])[] {
  const own = claims.filter(({ stage }) => isAdoption(stage));
  const when = earliestWhen(own.map((claim) => claim.when));
  if (!when) return [];
  const last =
    own
      .flatMap(({ lastPrinted }) => lastPrinted ?? [])
      .sort()
      .at(-1) ?? null;
  const evidence = [...new Set(own.flatMap((claim) => claim.evidence))].sort();
  return [[id, { when, lastPrinted: last, keys: own.map(({ key }) => key), evidence }]];
}

async function named(
  store: GraphStore,
  of: Comparison['of'],
  sides: readonly ReadonlyMap<string, Side>[],
): Promise<Sides> {
  const names = await namesOf(
    store,
    sides.flatMap((side) => [...side.keys()]),
  );
  return compare(of, sides, (id) => names.get(id) ?? id);
}

function compare(
  of: Comparison['of'],
  [left, right]: readonly ReadonlyMap<string, Side>[],
  name: (id: string) => string,
): Sides {
  const ids = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])];
  const all = ids
    .map((id) => compared(id, name(id), left?.get(id) ?? null, right?.get(id) ?? null))
    .sort((x, y) => compareDays(firstDay(x), firstDay(y)) || (x.id < y.id ? -1 : 1));
  return {
    of,
    shared: all.filter(({ a, b }) => a && b),
    onlyA: all.filter(({ b }) => !b),
    onlyB: all.filter(({ a }) => !a),
  };
}

function firstDay({ a, b }: Compared): string | null {
  return [a?.when.to ?? null, b?.when.to ?? null].sort(compareDays)[0] ?? null;
}

/** Whether nothing was printed of the one any more when the other began. */
function isGone(one: Side | null, other: Side | null): boolean {
  const begins = other && knownRange(other.when)?.from;
  return Boolean(begins && one && one.lastPrinted !== null && one.lastPrinted < begins);
}

function compared(id: string, name: string, a: Side | null, b: Side | null): Compared {
  const sign = a && b ? order(a.when, b.when) : null;
  const first = sign === null ? null : sign === -1 ? 'a' : sign === 1 ? 'b' : 'together';
  return { id, name, a, b, first, replaced: isGone(a, b) ? 'a' : isGone(b, a) ? 'b' : null };
}
