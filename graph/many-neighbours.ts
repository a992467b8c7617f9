/**
 * Which neighbours an expansion adds to a node with many relations. Nothing but the first of them is brought here: they and their number are
 * asked for kind by kind, as a neighbour may be one in several ways, but is of one kind.
 */
import { z } from 'zod';
import { type Degrees, isOnce, isPlain, kindsAt, type Way, wayName } from './branches.ts';
import { compare } from './compare.ts';
import { groupBy } from './group-by.ts';
import { kindOfId, type NodeKind } from './model.ts';
import type { NeighbourInput, NewNeighbours } from './new-neighbours.ts';
import type { GraphStore, Reader } from './store.ts';
import { type WayPattern, wayPattern } from './way-pattern.ts';

/** The neighbours of one kind that are asked for. */
interface Group extends WayPattern {
  readonly kind: NodeKind;
  /** Those of the chosen ways in which there are any. */
  readonly ways: readonly Way[];
  /** Relations on these ways: as many as neighbours, or more. */
  readonly degree: number;
  /** Those shown already that are of this kind. */
  readonly shown: readonly string[];
}

const FoundRow = z.object({ id: z.string(), date: z.string() });
type FoundRow = z.infer<typeof FoundRow>;
const ConnectedRow = z.object({ id: z.string(), degree: z.number() });
const TotalRow = z.object({ total: z.number() });

/** The property of a kind that has an index of days; nodes of other kinds have no date. */
const DAY: Partial<Readonly<Record<NodeKind, 'publishedOn' | 'dateFrom'>>> = {
  Article: 'publishedOn',
  Event: 'dateFrom',
};
/** What came to be known of the node before. */
export interface Hub {
  readonly degrees: Degrees;
  /** How many nodes the graph has of a kind, where a server keeps that; else 0. */
  readonly sizes: ReadonlyMap<NodeKind, number>;
}
/** Looking whether a node of the index is a neighbour takes so many times what reading a neighbour takes. */
const WALK_COST = 4;
/** So few are read and sorted in any case. */
const FEW = 1_000;

/** @param wanted how many ids are needed, from the first on */
export async function firstOfMany(
  store: GraphStore,
  input: NeighbourInput,
  { degrees, sizes }: Hub,
  wanted: number,
): Promise<Pick<NewNeighbours, 'ids' | 'total'>> {
  const { id, order } = input;
  const groups = groupsOf(input, degrees);
  const total = newTotals(store, id, groups);
  // Whoever awaits it is told of a failure; until then it may come sooner than the ids.
  total.catch(() => {});
  const ids = await (order === 'date'
    ? newest(store, id, groups, sizes, wanted)
    : mostConnected(store, id, groups, wanted));
  return { ids: ids.slice(0, wanted), total };
}

function groupsOf({ id, take, shown }: NeighbourInput, degrees: Degrees): readonly Group[] {
  const degreeOf = (way: Way): number => degrees.get(wayName(way)) ?? 0;
  const asked = new Map(take.map((branch) => [`${wayName(branch)} ${branch.kind}`, branch]));
  const present = [...asked.values()].filter((branch) => kindsAt(branch).includes(branch.kind) && degreeOf(branch) > 0);
  return [...groupBy(present, ({ kind }) => kind)].map(([kind, ways]) => ({
    kind,
    ways,
    degree: ways.reduce((sum, way) => sum + degreeOf(way), 0),
    shown: [...new Set(shown)].filter((other) => kindOfId(other) === kind),
    ...wayPattern(id, kind, ways, degreeOf),
  }));
}

/** The neighbours that are not shown yet, the newest first. */
async function newest(
  store: GraphStore,
  id: string,
  groups: readonly Group[],
  sizes: Hub['sizes'],
  wanted: number,
): Promise<readonly string[]> {
  const dated = groups.filter(({ kind }) => DAY[kind] !== undefined);
  const walked = groupsToWalk(dated, sizes, wanted);
  const ofDated = await Promise.all(
    dated.map((group) =>
      walked.includes(group) ? newestWalked(store, id, group, wanted) : newestRead(store, id, group, wanted),
    ),
  );
  const sorted = sortByDate(ofDated.flat());
  if (sorted.filter(({ date }) => date !== '').length >= wanted) return sorted.map((row) => row.id);
  // What has no day comes last: it counts only now.
  const undated = groups.filter((group) => walked.includes(group) || !dated.includes(group));
  const ofUndated = await Promise.all(undated.map((group) => newestRead(store, id, group, wanted)));
  return [...new Set(sortByDate([...sorted, ...ofUndated.flat()]).map((row) => row.id))];
}

/** The groups for which walking the index is cheaper: it meets a neighbour every `nodes of the kind / neighbours` steps. */
function groupsToWalk(dated: readonly Group[], sizes: Hub['sizes'], wanted: number): readonly Group[] {
  return dated.filter(({ kind, degree }) => {
    const size = sizes.get(kind) ?? 0;
    return size > 0 && degree > FEW && degree ** 2 > WALK_COST * wanted * size;
  });
}

/** The newest neighbours of a group that have a day, by the index of days from its end. */
async function newestWalked(
  store: Reader,
  id: string,
  { kind, ways, shown, relations, conditions }: Group,
  wanted: number,
): Promise<readonly FoundRow[]> {
  const day = DAY[kind];
  return store.read({
    cypher: `MATCH (m:${kind}) WHERE m.${day} > '' AND NOT m.id IN $shown
AND EXISTS { MATCH (n:Entity {id: $id})${relations}(m)${where(conditions)} }
RETURN m.id AS id, m.${day} AS date ORDER BY date DESC, id LIMIT $wanted`,
    params: { id, shown, wanted, ways: ways.map(wayName) },
    row: FoundRow,
  });
}

/** The first neighbours of a group by day and id, found by looking at all. */
async function newestRead(
  store: Reader,
  id: string,
  { kind, ways, shown, relations, end, conditions }: Group,
  wanted: number,
): Promise<readonly FoundRow[]> {
  const day = DAY[kind];
  const isOften = !ways.every(isOnce);
  const rows = await store.read({
    cypher: `MATCH (n:Entity {id: $id})${relations}${end}${where([...conditions, ...notShown(shown)])}
RETURN ${isOften ? 'DISTINCT ' : ''}m.id AS id, ${day ? `coalesce(m.${day}, '')` : "''"} AS date ORDER BY date DESC, id LIMIT $most`,
    // A neighbour in each of the ways stands in as many rows: sooner read than told apart in the engine.
    params: { id, shown, most: isOften ? wanted : wanted * ways.length, ways: ways.map(wayName) },
    row: FoundRow,
  });
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** The neighbours that are not shown yet, those with most relations first. */
async function mostConnected(
  store: Reader,
  id: string,
  groups: readonly Group[],
  wanted: number,
): Promise<readonly string[]> {
  const found = await Promise.all(
    groups.map(({ ways, shown, relations, end, conditions }) =>
      store.read({
        cypher: `MATCH (n:Entity {id: $id})${relations}${end}${where([...conditions, ...notShown(shown)])}
WITH DISTINCT m RETURN m.id AS id, COUNT { (m)--() } AS degree ORDER BY degree DESC, id LIMIT $wanted`,
        params: { id, shown, wanted, ways: ways.map(wayName) },
        row: ConnectedRow,
      }),
    ),
  );
  const sorted = found.flat().sort((one, other) => other.degree - one.degree || compare(one.id, other.id));
  return sorted.map((row) => row.id);
}

/** How many neighbours are not shown yet. */
async function newTotals(store: Reader, id: string, groups: readonly Group[]): Promise<number> {
  const totals = await Promise.all(groups.map((group) => newTotal(store, id, group)));
  return totals.reduce((sum, total) => sum + total, 0);
}

/** How many neighbours of a group are not shown yet. */
async function newTotal(
  store: Reader,
  id: string,
  { ways, degree, shown, relations, end, conditions }: Group,
): Promise<number> {
  const params = { id, shown, ways: ways.map(wayName) };
  const counted = `${where(conditions)} RETURN count(DISTINCT m) AS total`;
  const [all, known] = await Promise.all([
    ways.length === 1 && ways.every(isPlain)
      ? degree
      : totalOf(store, `MATCH (n:Entity {id: $id})${relations}${end}${counted}`, params),
    shown.length === 0
      ? 0
      : totalOf(
          store,
          `MATCH (m:Entity) WHERE m.id IN $shown MATCH (n:Entity {id: $id}) WITH DISTINCT m, n
MATCH (n)${relations}(m)${counted}`,
          params,
        ),
  ]);
  return all - known;
}

async function totalOf(
  store: Reader,
  cypher: string,
  params: Readonly<Record<string, string | readonly string[]>>,
): Promise<number> {
  return (await store.read({ cypher, params, row: TotalRow }))[0]?.total ?? 0;
}

function notShown(shown: readonly string[]): readonly string[] {
  return shown.length > 0 ? ['NOT m.id IN $shown'] : [];
}

function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
}

function sortByDate(rows: readonly FoundRow[]): readonly FoundRow[] {
  return [...rows].sort((one, other) => compare(other.date, one.date) || compare(one.id, other.id));
}
