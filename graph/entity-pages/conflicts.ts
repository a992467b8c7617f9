/** Conflicts of one entity, and of the whole graph: each side with its sentence, those that no reader has judged first. */
import { RELATION_COLUMNS, type RelationBrief, RelationRow, relationBrief, stringList } from '../brief.ts';
import { compare } from '../compare.ts';
import type { Quote } from '../evidence.ts';
import { groupBy } from '../group-by.ts';
import { judgedRelations } from '../judgements.ts';
import { type CountState, counted } from '../per-version.ts';
import type { GraphStore, Reader } from '../store.ts';
import { allConflicts, conflictsOf } from './conflict-reading.ts';
import type { ConflictKind, FoundConflict, Side } from './conflict-rules.ts';
import { firstRef, quotesByRef } from './event-list.ts';
import { type NamedNode, namedNodes } from './named.ts';

export interface ConflictSide {
  readonly relation: RelationBrief;
  readonly from: NamedNode;
  readonly to: NamedNode;
  readonly quote: Quote | null;
  /** Where the sentences of the relation give several dates: the one of this side, as is the quote. */
  readonly date: string | null;
}

export interface Conflict extends Omit<FoundConflict, 'sides' | 'about'> {
  readonly about: NamedNode;
  readonly sides: readonly ConflictSide[];
  /** How many sides there are; a card has the first of them. */
  readonly sidesTotal: number;
  /** Whether a reader has judged one of its sides. */
  readonly isJudged: boolean;
}

export interface ConflictsQuery {
  /** Only those that this entity is a side of; null for all of the graph. */
  readonly id: string | null;
  readonly kind: ConflictKind | null;
  readonly skip: number;
  readonly take: number;
}

export interface ConflictsPage {
  readonly total: number;
  readonly conflicts: readonly Conflict[];
  /** Of all of the graph, how current it is; null for those of one entity, which are looked for at once. */
  readonly counted: CountState | null;
}

/** Sides that a card has room for. */
const SIDES_SHOWN = 12;

const SIDES: Readonly<Record<ConflictKind, string>> = {
  post: '(b:Entity {id: about})<-[r:HOLDS]-(a:Entity)',
  places: '(a:Entity {id: about})-[r:HELD_IN]->(b:Entity)',
  date: '(a:Entity {id: about})-[r:REPORTED_IN]->(b:Entity)',
  launch: '(a:Entity {id: about})-[r:LAUNCHED_IN]->(b:Entity)',
};

/** Conflicts, the unjudged first, then by kind and name. */
export async function conflictsPage(store: GraphStore, query: ConflictsQuery): Promise<ConflictsPage> {
  const { value: all, state } =
    query.id === null ? await counted(store, allConflicts) : { value: await conflictsOf(store, query.id), state: null };
  const wanted = all.filter(({ kind }) => query.kind === null || kind === query.kind);
  const judged = wanted.length === 0 ? new Set<string>() : await judgedRelations(store);
  const isJudged = ({ sides }: FoundConflict) => sides.some(({ key }) => judged.has(key));
  const order = [...wanted].sort(
    (one, other) => Number(isJudged(one)) - Number(isJudged(other)) || compare(one.id, other.id),
  );
  const page = order.slice(query.skip, query.skip + query.take);
  return { total: order.length, conflicts: await withSides(store, page, isJudged), counted: state };
}

async function withSides(
  store: GraphStore,
  conflicts: readonly FoundConflict[],
  isJudged: (conflict: FoundConflict) => boolean,
): Promise<readonly Conflict[]> {
  if (conflicts.length === 0) return [];
  const rows = await sidesOf(store, conflicts);
  const relations = new Map(rows.map((row) => [String(row.properties.key), row]));
  const refOf = ({ key, date }: Side) => sentenceOf(relations.get(key), date);
  const refs = conflicts.flatMap(({ sides }) => sides.slice(0, SIDES_SHOWN).map(refOf));
  const [named, quotes] = await Promise.all([
    namedNodes(
      store,
      rows.flatMap(({ from, to }) => [from, to]),
    ),
    quotesByRef(store, refs),
  ]);
  return conflicts.flatMap((conflict): Conflict[] => {
    const about = named.get(conflict.about);
    if (!about) return [];
    const sides = conflict.sides.slice(0, SIDES_SHOWN).flatMap((side): ConflictSide[] => {
      const row = relations.get(side.key);
      const [from, to] = [named.get(row?.from ?? ''), named.get(row?.to ?? '')];
      if (!row || !from || !to) return [];
      return [
        { relation: relationBrief(row), from, to, quote: quotes.get(refOf(side) ?? '') ?? null, date: side.date },
      ];
    });
    return [{ ...conflict, about, sides, sidesTotal: conflict.sides.length, isJudged: isJudged(conflict) }];
  });
}

/** The first sentence of a relation, of those that give the date where it is asked for. */
function sentenceOf(row: RelationRow | undefined, date: string | null): string | null {
  const evidence = stringList(row?.properties.evidence);
  const dates = stringList(row?.properties.dates);
  return firstRef(date === null ? evidence : evidence.filter((_, index) => dates[index] === date), new Map());
}

/** The relations that cards show: posts end at the body that they are about, the others start at the event or program. One statement a kind. */
async function sidesOf(store: Reader, conflicts: readonly FoundConflict[]): Promise<readonly RelationRow[]> {
  const byKind = groupBy(conflicts, ({ kind }) => kind);
  const found = await Promise.all(
    [...byKind].map(([kind, all]) =>
      store.read({
        cypher: `UNWIND $abouts AS about MATCH ${SIDES[kind]} WHERE r.key IN $sides RETURN ${RELATION_COLUMNS}`,
        params: {
          abouts: [...new Set(all.map(({ about }) => about))],
          sides: [...new Set(all.flatMap(({ sides }) => sides.slice(0, SIDES_SHOWN).map(({ key }) => key)))],
        },
        row: RelationRow,
      }),
    ),
  );
  return found.flat();
}
