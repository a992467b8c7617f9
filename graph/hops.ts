/** One step from many nodes at once: what paths and shared neighbours are made of. */
import { z } from 'zod';
import { compare } from './compare.ts';
import { RELATIONS, type RelationType } from './model.ts';
import type { GraphStore, Statement } from './store.ts';

/** Join everything to everything: an article mentions a hundred names, a province has all places below it. */
const HUB_TYPES: readonly RelationType[] = ['MENTIONS', 'PART_OF'];
const ALL_TYPES = Object.keys(RELATIONS) as RelationType[];

/** Relations that one step reads at most in each direction. */
const MOST_HOPS = 20_000;

/** One relation, seen from the node that was asked about. Dates are ISO strings cut to their precision. */
export interface Hop {
  readonly at: string;
  readonly other: string;
  readonly key: string;
  /** When the other node happened or was printed. */
  readonly nodeFrom: string | null;
  readonly nodeTo: string | null;
  /** When the relation itself began to hold, where the text says so. */
  readonly relationFrom: string | null;
  readonly relationTo: string | null;
}

const text = z.string().nullable();
const HopRow = z.object({
  at: z.string(),
  other: z.string(),
  key: z.string(),
  nodeFrom: text,
  nodeTo: text,
  relationFrom: text,
  relationTo: text,
});

/** The types that a walk follows: all, or all but those of hubs. */
export function walkedTypes(hubs: boolean): readonly RelationType[] {
  return hubs ? ALL_TYPES : ALL_TYPES.filter((type) => !HUB_TYPES.includes(type));
}

const hopStatement = (ids: readonly string[], hubs: boolean, direction: 'out' | 'in'): Statement<Hop> => {
  const [tail, head] = direction === 'out' ? ['', '>'] : ['<', ''];
  return {
    cypher: `MATCH (a:Entity)${tail}-[r:${walkedTypes(hubs).join('|')}]-${head}(b:Entity) WHERE a.id IN $ids
RETURN a.id AS \`at\`, b.id AS other, r.key AS key, coalesce(b.dateFrom, b.publishedOn) AS nodeFrom,
  coalesce(b.dateTo, b.dateFrom, b.publishedOn) AS nodeTo, r.dateFrom AS relationFrom, coalesce(r.dateTo, r.dateFrom) AS relationTo
ORDER BY key LIMIT ${MOST_HOPS + 1}`,
    params: { ids },
    row: HopRow,
  };
};

/** Every relation of the given nodes, in the order of their keys; `complete` is false where there were too many to read. */
export async function hopsFrom(
  store: GraphStore,
  ids: readonly string[],
  hubs: boolean,
): Promise<{ readonly hops: readonly Hop[]; readonly complete: boolean }> {
  if (ids.length === 0) return { hops: [], complete: true };
  const found = await Promise.all(
    (['out', 'in'] as const).map((direction) => store.read(hopStatement(ids, hubs, direction))),
  );
  const hops = found.flatMap((rows) => rows.slice(0, MOST_HOPS));
  return {
    hops: hops.sort((one, other) => compare(one.key, other.key) || compare(one.at, other.at)),
    complete: found.every((rows) => rows.length <= MOST_HOPS),
  };
}
