/** Short forms of nodes and relations: what lists, drawings and search results show of them. */
import { z } from 'zod';
import { groupBy } from './group-by.ts';
import { kindOfId, type NodeKind, type PropertyValue, SUB_LABELS, type SubLabel } from './model.ts';
import { Properties, RelationType } from './shapes.ts';
import type { GraphStore, Statement } from './store.ts';

export interface NodeBrief {
  readonly id: string;
  readonly kind: NodeKind;
  readonly labels: readonly SubLabel[];
  readonly name: string;
  /** What tells it apart: a person's posts, a place's parents, an article's paper. */
  readonly note: string | null;
  /** Type of an event, level of a place, kind of an article. */
  readonly type: string | null;
  /** When an event happened or an article was printed; ISO, cut to `datePrecision`. */
  readonly date: string | null;
  readonly dateTo: string | null;
  readonly datePrecision: string | null;
  /** The words of the text that a date was read from (近日). */
  readonly dateText: string | null;
  /** Number printed on an article's paper. */
  readonly issue: number | null;
  /** Number of relations of any type. */
  readonly degree: number;
}

export interface RelationBrief {
  readonly key: string;
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  /** How many sentences state it. */
  readonly evidence: number;
  /** Everything stored but the evidence lists: `title`, `stage`, `role`, dates, `confidence` … */
  readonly properties: Properties;
}

const text = z.string().nullable();
export const NodeRow = z.object({
  id: z.string(),
  name: text,
  labels: z.array(z.string()),
  path: text,
  level: text,
  eventType: text,
  articleKind: text,
  publication: text,
  issue: z.number().nullable(),
  dateFrom: text,
  dateTo: text,
  datePrecision: text,
  dateText: text,
  publishedOn: text,
  publishedPrecision: text,
  degree: z.number(),
});
export type NodeRow = z.infer<typeof NodeRow>;

const PostRow = z.object({ id: z.string(), title: z.string() });

/** The two columns that `relationBrief` reads, for a relation `r` from `a` to `b`. */
export const RELATION_COLUMNS = 'type(r) AS type, a.id AS `from`, b.id AS `to`, properties(r) AS properties';
export const RelationRow = z.object({
  type: RelationType,
  from: z.string(),
  to: z.string(),
  properties: Properties,
});
export type RelationRow = z.infer<typeof RelationRow>;

/** The columns of `NodeRow` for a node of the statement. */
export const nodeColumns = (
  n: string,
): string => `${n}.id AS id, ${n}.name AS name, labels(${n}) AS labels, ${n}.path AS path, ${n}.level AS level,
  ${n}.type AS eventType, ${n}.kind AS articleKind, ${n}.publication AS publication, ${n}.issue AS issue, ${n}.dateFrom AS dateFrom,
  ${n}.dateTo AS dateTo, ${n}.datePrecision AS datePrecision, ${n}.dateText AS dateText, ${n}.publishedOn AS publishedOn,
  ${n}.publishedPrecision AS publishedPrecision, COUNT { (${n})--() } AS degree`;

/** A person's note names at most this many posts: a row has no room for more. */
const NOTED_POSTS = 2;

const nodeRows = (ids: readonly string[]): Statement<NodeRow> => ({
  cypher: `MATCH (n:Entity) WHERE n.id IN $ids RETURN ${nodeColumns('n')} ORDER BY id`,
  params: { ids },
  row: NodeRow,
});

/** Each title once, as a person may have had a post in a thousand bodies: the latest seen first. */
const postRows = (ids: readonly string[]): Statement<z.infer<typeof PostRow>> => ({
  cypher: `MATCH (p:Entity)-[r:HOLDS]->(o:Entity) WHERE p.id IN $ids AND coalesce(r.former, false) = false
WITH p, coalesce(r.title, o.name, '') AS title, coalesce(r.observedTo, r.observedFrom, '') AS seen, r.key AS key
WITH p, title, seen, min(key) AS key ORDER BY seen DESC, key
WITH p, title, head(collect(seen)) AS seen, head(collect(key)) AS key
RETURN p.id AS id, title, seen, key ORDER BY id, seen DESC, key`,
  params: { ids },
  row: PostRow,
});

/**
 * The short forms of nodes, in the order of `ids`; ids that nothing has are left out.
 * @throws ZhituError of the store
 */
export async function briefsOf(store: GraphStore, ids: readonly string[]): Promise<readonly NodeBrief[]> {
  if (ids.length === 0) return [];
  const [found, notes] = await Promise.all([store.read(nodeRows(ids)), notesOf(store, ids)]);
  const rows = new Map(found.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? (nodeBrief(row, notes) ?? []) : [];
  });
}

/** What the notes of the persons among these say: their posts. */
export async function notesOf(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const persons = ids.filter((id) => kindOfId(id) === 'Person');
  if (persons.length === 0) return new Map();
  const titled = (await store.read(postRows(persons))).filter(({ title }) => title !== '');
  const noted = [...groupBy(titled, ({ id }) => id)];
  return new Map(
    noted.map(([id, posts]) => [
      id,
      posts
        .slice(0, NOTED_POSTS)
        .map(({ title }) => title)
        .join('、'),
    ]),
  );
}

/** @param notes those of persons (`notesOf`) @returns null for an id of no kind */
export function nodeBrief(row: NodeRow, notes: ReadonlyMap<string, string>): NodeBrief | null {
  const kind = kindOfId(row.id);
  if (!kind) return null;
  const isArticle = kind === 'Article';
  return {
    id: row.id,
    kind,
    labels: row.labels.filter((label): label is SubLabel => (SUB_LABELS as readonly string[]).includes(label)).sort(),
    name: row.name ?? row.id,
    note: kind === 'Person' ? (notes.get(row.id) ?? null) : noteOf(row, kind),
    type: row.eventType ?? row.level ?? row.articleKind,
    date: isArticle ? row.publishedOn : row.dateFrom,
    dateTo: row.dateTo,
    datePrecision: isArticle ? row.publishedPrecision : row.datePrecision,
    dateText: row.dateText,
    issue: row.issue,
    degree: row.degree,
  };
}

/** The short form of a relation, from the columns `RELATION_COLUMNS`. */
export function relationBrief({ type, from, to, properties }: RelationRow): RelationBrief {
  const {
    key,
    evidence,
    rules: _rules,
    confidences: _confidences,
    dates: _dates,
    forms: _forms,
    spans,
    ...rest
  } = properties;
  return { key: String(key), type, from, to, evidence: listLength(evidence) || listLength(spans), properties: rest };
}

/** A property as a list of strings; empty where it is missing or something else. */
export function stringList(value: PropertyValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function listLength(value: PropertyValue | undefined): number {
  return Array.isArray(value) ? value.length : 0;
}

function noteOf(row: NodeRow, kind: NodeKind): string | null {
  if (kind === 'Place') return row.path?.includes('/') ? row.path.split('/').slice(0, -1).join(' › ') : null;
  if (kind === 'Article') return row.publication;
  return null;
}
