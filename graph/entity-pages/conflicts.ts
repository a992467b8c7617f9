/** Conflicts of one entity, and of the whole graph: each side with its sentence, those that no reader has judged first. */
import { z } from 'zod';
import { RELATION_COLUMNS, type RelationBrief, RelationRow, relationBrief, stringList } from '../brief.ts';
import { compare } from '../compare.ts';
import type { Quote } from '../evidence.ts';
import { judgedRelations } from '../judgements.ts';
import { kindOfId } from '../model.ts';
import type { GraphStore, Reader } from '../store.ts';
import { versionOf } from '../version.ts';
import {
  type ConflictKind,
  dateConflicts,
  type FoundConflict,
  type HeldIn,
  type HeldPost,
  placeConflicts,
  postConflicts,
  type Reported,
} from './conflict-rules.ts';
import { firstRef, quotesByRef } from './event-list.ts';
import { EXCLUSIVE_POSTS } from './exclusive-posts.ts';
import { type NamedNode, namedNodes } from './named.ts';

export interface ConflictSide {
  readonly relation: RelationBrief;
  readonly from: NamedNode;
  readonly to: NamedNode;
  readonly quote: Quote | null;
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
}

/** Sides that a card has room for. */
const SIDES_SHOWN = 12;

const HeldRow = z.object({
  key: z.string(),
  person: z.string(),
  body: z.string(),
  bodyName: z.string().nullable(),
  title: z.string(),
  from: z.string(),
  to: z.string(),
});
const PlaceRow = z.object({ key: z.string(), event: z.string(), type: z.string(), place: z.string() });
const ReportRow = z.object({
  key: z.string(),
  event: z.string(),
  date: z.string(),
  article: z.string(),
  printedOn: z.string(),
});

const SIDES: Readonly<Record<ConflictKind, string>> = {
  post: '(b:Entity {id: $about})<-[r:HOLDS]-(a:Entity)',
  places: '(a:Entity {id: $about})-[r:HELD_IN]->(b:Entity)',
  date: '(a:Entity {id: $about})-[r:REPORTED_IN]->(b:Entity)',
};

const ENDINGS = EXCLUSIVE_POSTS.map(({ ending }) => ending);
const HELD = `any(ending IN $endings WHERE r.title ENDS WITH ending) AND coalesce(r.former, false) = false
  AND r.observedFrom IS NOT NULL
RETURN r.key AS key, p.id AS person, b.id AS body, b.name AS bodyName, r.title AS title, r.observedFrom AS \`from\`,
  coalesce(r.observedTo, r.observedFrom) AS \`to\``;
const IN_PLACE = `RETURN r.key AS key, e.id AS event, coalesce(e.type, 'other') AS type, l.id AS place`;
const EARLY = `e.dateFrom > a.publishedOn
RETURN r.key AS key, e.id AS event, e.dateFrom AS date, a.id AS article, a.publishedOn AS printedOn`;

/** Conflicts, the unjudged first, then by kind and name. */
export async function conflictsPage(store: GraphStore, query: ConflictsQuery): Promise<ConflictsPage> {
  const all = query.id === null ? await allConflicts(store) : await conflictsOf(store, query.id);
  const wanted = all.filter(({ kind }) => query.kind === null || kind === query.kind);
  const judged = wanted.length === 0 ? new Set<string>() : await judgedRelations(store);
  const isJudged = ({ sides }: FoundConflict) => sides.some((key) => judged.has(key));
  const order = [...wanted].sort(
    (one, other) => Number(isJudged(one)) - Number(isJudged(other)) || compare(one.id, other.id),
  );
  const page = order.slice(query.skip, query.skip + query.take);
  return { total: order.length, conflicts: await withSides(store, page, isJudged) };
}

/** Those that an entity is a side of. */
async function conflictsOf(store: Reader, id: string): Promise<readonly FoundConflict[]> {
  const kind = kindOfId(id);
  if (kind === 'Event') {
    const [held, reports] = await Promise.all([
      store.read({
        cypher: `MATCH (e:Entity {id: $id})-[r:HELD_IN]->(l:Entity) ${IN_PLACE}`,
        params: { id },
        row: PlaceRow,
      }),
      store.read({
        cypher: `MATCH (e:Entity {id: $id})-[r:REPORTED_IN]->(a:Entity) WHERE ${EARLY}`,
        params: { id },
        row: ReportRow,
      }),
    ]);
    return [...placeConflicts(held), ...dateConflicts(reports)];
  }
  if (kind === 'Organization' || kind === 'Place') return postConflicts(await postsIn(store, [id]));
  if (kind !== 'Person') return [];
  const bodies = await store.read({
    cypher: `MATCH (p:Entity {id: $id})-[r:HOLDS]->(b:Entity) WHERE any(ending IN $endings WHERE r.title ENDS WITH ending)
RETURN DISTINCT b.id AS id`,
    params: { id, endings: ENDINGS },
    row: z.object({ id: z.string() }),
  });
  const posts = await postsIn(
    store,
    bodies.map((body) => body.id),
  );
  const own = new Set(posts.filter(({ person }) => person === id).map(({ key }) => key));
  return postConflicts(posts).filter(({ sides }) => sides.some((key) => own.has(key)));
}

async function postsIn(store: Reader, bodies: readonly string[]): Promise<readonly HeldPost[]> {
  if (bodies.length === 0) return [];
  const rows = await store.read({
    cypher: `UNWIND $bodies AS body MATCH (b:Entity {id: body})<-[r:HOLDS]-(p:Entity) WHERE ${HELD}`,
    params: { bodies, endings: ENDINGS },
    row: HeldRow,
  });
  return rows.map(heldPost);
}

function heldPost({ bodyName, ...row }: z.infer<typeof HeldRow>): HeldPost {
  return { ...row, bodyName: bodyName ?? row.body };
}

/** Found ones of a store, until its graph changes. */
const found = new WeakMap<
  GraphStore,
  { readonly version: string; readonly conflicts: Promise<readonly FoundConflict[]> }
>();

async function allConflicts(store: GraphStore): Promise<readonly FoundConflict[]> {
  const version = await versionOf(store);
  const known = found.get(store);
  if (known?.version === version) return known.conflicts;
  const conflicts = findConflicts(store);
  found.set(store, { version, conflicts });
  conflicts.catch(() => found.delete(store));
  return conflicts;
}

/** Starts from ranges of ids, of which there is an index, so that no label is looked at as a whole. */
async function findConflicts(store: GraphStore): Promise<readonly FoundConflict[]> {
  const posts: HeldPost[] = [];
  for (const prefix of ['org/', 'place/'])
    for await (const row of store.stream({
      cypher: `MATCH (b:Entity)<-[r:HOLDS]-(p:Entity) WHERE b.id STARTS WITH $prefix AND ${HELD}`,
      params: { prefix, endings: ENDINGS },
      row: HeldRow,
    }))
      posts.push(heldPost(row));
  const held: HeldIn[] = [];
  for await (const row of store.stream({
    cypher: `MATCH (e:Entity)-[r:HELD_IN]->(l:Entity) WHERE e.id STARTS WITH 'event/' ${IN_PLACE}`,
    row: PlaceRow,
  }))
    held.push(row);
  const early: Reported[] = [];
  for await (const row of store.stream({
    cypher: `MATCH (e:Entity)-[r:REPORTED_IN]->(a:Entity) WHERE e.id STARTS WITH 'event/' AND ${EARLY}`,
    row: ReportRow,
  }))
    early.push(row);
  return [...postConflicts(posts), ...placeConflicts(held), ...dateConflicts(early)];
}

async function withSides(
  store: GraphStore,
  conflicts: readonly FoundConflict[],
  isJudged: (conflict: FoundConflict) => boolean,
): Promise<readonly Conflict[]> {
  if (conflicts.length === 0) return [];
  const rows = (await Promise.all(conflicts.map((conflict) => sidesOf(store, conflict)))).flat();
  const relations = new Map(rows.map((row) => [String(row.properties.key), row]));
  const firsts = new Map(
    rows.map((row) => [String(row.properties.key), firstRef(stringList(row.properties.evidence), new Map())]),
  );
  const [named, quotes] = await Promise.all([
    namedNodes(
      store,
      rows.flatMap(({ from, to }) => [from, to]),
    ),
    quotesByRef(store, [...firsts.values()]),
  ]);
  return conflicts.flatMap((conflict): Conflict[] => {
    const about = named.get(conflict.about);
    if (!about) return [];
    const sides = conflict.sides.flatMap((key): ConflictSide[] => {
      const row = relations.get(key);
      const [from, to] = [named.get(row?.from ?? ''), named.get(row?.to ?? '')];
      if (!row || !from || !to) return [];
      return [{ relation: relationBrief(row), from, to, quote: quotes.get(firsts.get(key) ?? '') ?? null }];
    });
    return [{ ...conflict, about, sides, sidesTotal: conflict.sides.length, isJudged: isJudged(conflict) }];
  });
}

/** A conflict's relations: posts end at the body that they are about, the others start at the event. */
async function sidesOf(store: Reader, { kind, about, sides }: FoundConflict): Promise<readonly RelationRow[]> {
  return store.read({
    cypher: `MATCH ${SIDES[kind]} WHERE r.key IN $sides RETURN ${RELATION_COLUMNS}`,
    params: { about, sides: sides.slice(0, SIDES_SHOWN) },
    row: RelationRow,
  });
}
