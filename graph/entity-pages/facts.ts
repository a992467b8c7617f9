/** One kind of fact of a node, page by page: the newest first, each with the first sentence that states it. */
import { z } from 'zod';
import type { Direction } from '../branches.ts';
import { briefsOf, RELATION_COLUMNS, RelationRow, relationBrief, stringList } from '../brief.ts';
import type { Fact } from '../details.ts';
import type { RelationType } from '../model.ts';
import type { GraphStore } from '../store.ts';
import { firstRef, quotesByRef } from './event-list.ts';

export interface FactsQuery {
  readonly id: string;
  readonly relation: RelationType;
  readonly direction: Direction;
  readonly skip: number;
  readonly take: number;
}

export interface FactsPage {
  readonly total: number;
  readonly facts: readonly Fact[];
}

const TotalRow = z.object({ total: z.number() });

/** `m` is the other end. The embedded engine begins at the first node of a pattern, so that the one that is known comes first. */
const PATTERNS: Readonly<Record<Direction, (type: RelationType) => string>> = {
  out: (type) => `(a:Entity {id: $id})-[r:${type}]->(b:Entity) WITH a, r, b, b AS m`,
  in: (type) => `(b:Entity {id: $id})<-[r:${type}]-(a:Entity) WITH a, r, b, a AS m`,
};

/** Facts by their own date, else that of the event or article at the other end; undated ones last, by name. */
export async function factsPage(
  store: GraphStore,
  { id, relation, direction, skip, take }: FactsQuery,
): Promise<FactsPage> {
  const match = `MATCH ${PATTERNS[direction](relation)}`;
  const [counted, rows] = await Promise.all([
    store.read({ cypher: `${match} RETURN count(r) AS total`, params: { id }, row: TotalRow }),
    store.read({
      cypher: `${match} RETURN ${RELATION_COLUMNS}, r.key AS key,
  coalesce(r.dateFrom, r.observedTo, m.dateFrom, m.publishedOn, '') AS day, coalesce(m.name, m.id) AS name
ORDER BY day DESC, name, key SKIP $skip LIMIT $take`,
      params: { id, skip, take },
      row: RelationRow,
    }),
  ]);
  const otherOf = (row: RelationRow) => (direction === 'out' ? row.to : row.from);
  const firsts = rows.map((row) => firstRef(stringList(row.properties.evidence), new Map()));
  const [others, quotes] = await Promise.all([
    briefsOf(store, [...new Set(rows.map(otherOf))]),
    quotesByRef(store, firsts),
  ]);
  const byId = new Map(others.map((other) => [other.id, other]));
  return {
    total: counted[0]?.total ?? 0,
    facts: rows.flatMap((row, index): Fact[] => {
      const other = byId.get(otherOf(row));
      return other ? [{ relation: relationBrief(row), other, quote: quotes.get(firsts[index] ?? '') ?? null }] : [];
    }),
  };
}
