/**
 * What a store keeps beside the graph, so that it can be worked out again: which file holds which page, what was extracted from
 * it, what people decided. None of it carries the label of entities, so no search, count or expansion meets it.
 */
import { z } from 'zod';
import { BATCH, readInSlices, slices } from './records.ts';
import { Properties } from './shapes.ts';
import type { GraphStore, Reader, Statement } from './store.ts';

/**
 * - `Source`: a file, or a line of one, and the page it holds: `file` `line` (0 where the file is one page) `page`
 * - `Page`: the content of one page with what was given for it: `sha256` `extractor` `articles`
 * - `Extraction`: what was found in one article of a page: `page` `article` `index` `body` `identity`
 * - `Block`: what mentions that are resolved together were resolved to, where that is not the usual: `entities`
 * - `Decision`: what a person decided on two mentions: `kind` `a` `b` `articleA` `articleB` `by` `at` `note`, and where it was withdrawn `withdrawnBy` `withdrawnAt`
 * - `Judgement`: what a person holds of a fact: `relation` `verdict` `reason` `note` `by` `at` `evidence` `fromName` `toName`, and where it was withdrawn `withdrawnBy` `withdrawnAt`
 * - `View`: a picture that somebody saved: `name` `note` `version` (the latest) `createdAt` `changedAt` `nodes` (how many), and where it was deleted `deletedAt`
 * - `ViewVersion`: what it showed at one saving: `view` `version` `at` `body`
 * - `Link`: an address too long to be passed on: `body` `usedOn` (the last day on which it was made or opened); the id is a hash of it
 */
export const KEPT_LABELS = [
  'Source',
  'Page',
  'Extraction',
  'Block',
  'Decision',
  'Judgement',
  'View',
  'ViewVersion',
  'Link',
] as const;
/** `Summary`: what spares reading: of a block `summary`, of an article's names `version` `body`. It can be lost without harm, and no dump lists it. */
export const CACHE_LABELS = ['Summary'] as const;
export type KeptLabel = (typeof KEPT_LABELS)[number] | (typeof CACHE_LABELS)[number];

/** Properties by which records are looked up beside their `id`; each has an index. */
export const KEPT_INDEXES: readonly { readonly label: KeptLabel; readonly property: string }[] = [
  { label: 'Source', property: 'file' },
  { label: 'Source', property: 'page' },
  { label: 'Extraction', property: 'page' },
  { label: 'Extraction', property: 'article' },
  { label: 'Decision', property: 'articleA' },
  { label: 'Decision', property: 'articleB' },
  { label: 'Judgement', property: 'relation' },
  { label: 'Judgement', property: 'verdict' },
  { label: 'ViewVersion', property: 'view' },
  { label: 'Link', property: 'usedOn' },
];

export interface KeptRecord {
  readonly label: KeptLabel;
  readonly id: string;
  readonly properties: Properties;
}

const Row = z.object({ id: z.string(), properties: Properties });

/** The records of which a property has one of these values, sorted by id. */
export async function keptBy(
  store: Reader,
  label: KeptLabel,
  property: string,
  values: readonly string[],
): Promise<readonly KeptRecord[]> {
  const rows = await readInSlices([...new Set(values)], (some) =>
    store.read({
      cypher: `UNWIND $values AS value MATCH (n:${label} {${property}: value}) RETURN n.id AS id, properties(n) AS properties`,
      params: { values: some },
      row: Row,
    }),
  );
  const found = new Map(rows.map((row) => [row.id, keptRecord(label, row)]));
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The ids of all records of a label, sorted. */
export async function keptIds(store: Pick<GraphStore, 'stream'>, label: KeptLabel): Promise<readonly string[]> {
  const ids: string[] = [];
  const all = { cypher: `MATCH (n:${label}) RETURN n.id AS id`, row: z.object({ id: z.string() }) };
  for await (const { id } of store.stream(all)) ids.push(id);
  return ids.sort();
}

function keptRecord(label: KeptLabel, { id, properties: { id: _, ...properties } }: z.infer<typeof Row>): KeptRecord {
  return { label, id, properties };
}

/** Statements that write records whole, each with what it had before gone. */
export function keepStatements(records: readonly KeptRecord[]): readonly Statement[] {
  return byLabel(records, ({ id, properties }) => ({ ...properties, id })).map(({ label, rows }) => ({
    cypher: `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row`,
    params: { rows },
    row: z.unknown(),
  }));
}

/** Statements that remove records. */
export function dropStatements(records: readonly Pick<KeptRecord, 'label' | 'id'>[]): readonly Statement[] {
  return byLabel(records, ({ id }) => id).map(({ label, rows }) => ({
    cypher: `UNWIND $ids AS id MATCH (n:${label} {id: id}) DELETE n`,
    params: { ids: rows },
    row: z.unknown(),
  }));
}

function byLabel<R extends Pick<KeptRecord, 'label' | 'id'>, T>(
  records: readonly R[],
  rowOf: (record: R) => T,
): readonly { readonly label: KeptLabel; readonly rows: readonly T[] }[] {
  return [...KEPT_LABELS, ...CACHE_LABELS].flatMap((label) =>
    slices(
      records.filter((record) => record.label === label),
      BATCH,
    ).map((batch) => ({ label, rows: batch.map(rowOf) })),
  );
}
