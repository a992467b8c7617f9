/** The tables of `npm run bench:store`, as Markdown that reads as text. Everything here is pure. */
import type { SavedExtractions } from './extractions.ts';
import type { ReadFigures } from './reads.ts';
import type { BulkWritten, Written } from './writing.ts';

/** What is asked of writing: so much of what bare `UNWIND` reaches, and of ingesting again: so many times as fast. */
export const TARGET = { ofBare: 0.5, again: 20 } as const;

/** What one size gave; null where a way was not measured. */
export interface SizeFigures {
  readonly saved: SavedExtractions;
  readonly embedded: Written | null;
  readonly neo4j: Written | null;
  readonly bulk: BulkWritten | null;
}

export interface StoreReads {
  /** `Neo4j`, `embedded`. */
  readonly engine: string;
  readonly nodes: number;
  readonly relations: number;
  readonly diskBytes: number;
  readonly figures: readonly ReadFigures[];
}

export function writingMarkdown(sizes: readonly SizeFigures[], setting: string): string {
  const rows = sizes.flatMap(({ saved, embedded, neo4j, bulk }) => [
    ...(embedded ? [wayRow('embedded', saved, embedded)] : []),
    ...(neo4j ? [wayRow('Neo4j', saved, neo4j)] : []),
    ...(bulk ? [bulkRow(saved, bulk)] : []),
  ]);
  return [
    `${setting}.`,
    '',
    line([
      'articles',
      'facts',
      'way',
      'articles/s',
      'facts/s',
      'bare `UNWIND`, rows/s',
      'of that: ingest',
      'its writing',
      'again',
      'memory',
      'on disk',
    ]),
    '|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...rows,
    '',
    ...sizes.flatMap(({ bulk, saved }) => (bulk ? [bulkLine(saved, bulk)] : [])),
    ...sizes.flatMap(({ neo4j, saved }) => (neo4j?.graphrag ? [graphragLine(saved, neo4j)] : [])),
    verdictLine(sizes),
  ].join('\n');
}

function wayRow(way: string, { articles, facts }: SavedExtractions, written: Written): string {
  const { milliseconds, bare, again, bytes, diskBytes } = written;
  return line([
    whole(articles),
    whole(facts),
    way,
    rate(articles, milliseconds),
    rate(facts, milliseconds),
    rate(bare.rows, bare.milliseconds),
    percent(ofBare(written)),
    percent(writingOfBare(written)),
    `${(milliseconds / again).toFixed(0)}×`,
    megabytes(bytes),
    megabytes(diskBytes),
  ]);
}

function bulkRow({ articles, facts }: SavedExtractions, bulk: BulkWritten): string {
  const { files, imported, indexed, bytes, diskBytes } = bulk;
  const all = files + imported + indexed;
  return line([
    whole(articles),
    whole(facts),
    '`--bulk`',
    rate(articles, all),
    rate(facts, all),
    '',
    '',
    '',
    '',
    megabytes(bytes),
    megabytes(diskBytes),
  ]);
}

function bulkLine({ articles }: SavedExtractions, { files, imported, indexed }: BulkWritten): string {
  return `\`--bulk\` of ${whole(articles)} articles: ${seconds(files)} for the files, ${seconds(imported)} for the import, ${seconds(indexed)} for the indexes.`;
}

function graphragLine({ articles }: SavedExtractions, { graphrag, milliseconds, bare }: Written): string {
  if (!graphrag) return '';
  const { rows, version } = graphrag;
  return (
    `neo4j-graphrag ${version}, \`Neo4jWriter\`, ${whole(articles)} articles: ${rate(rows, graphrag.milliseconds)} nodes and relations a second ` +
    `(ours, with merging, identity and what is kept beside the graph: ${rate(bare.rows, milliseconds)} rows a second). It only creates: written again, each node is there twice.`
  );
}

function verdictLine(sizes: readonly SizeFigures[]): string {
  const written = sizes.flatMap(({ embedded, neo4j }) => [embedded, neo4j]).filter((one) => one !== null);
  if (written.length === 0) return '';
  const [writing, whole] = [Math.min(...written.map(writingOfBare)), Math.min(...written.map(ofBare))];
  const again = Math.min(...written.map((one) => one.milliseconds / one.again));
  const isReached = (share: number): string => (share >= TARGET.ofBare ? '**reached**' : '**not reached**');
  return (
    `\nTargets: writing at least ${percent(TARGET.ofBare)} of bare \`UNWIND\`: ${isReached(writing)} (${percent(writing)} at least), ` +
    `and the whole ingest, with all that it reads and works out besides: ${isReached(whole)} (${percent(whole)} at least); ` +
    `again at least ${TARGET.again} times as fast: **${again >= TARGET.again ? 'reached' : 'not reached'}** (${again.toFixed(0)}× at least).`
  );
}

/** The share of bare `UNWIND` that an ingest reaches, with all that it does. */
function ofBare({ milliseconds, bare }: Written): number {
  return bare.milliseconds / milliseconds;
}

/** The same of its writing alone, with what it writes more than once because a later page changes it. */
function writingOfBare({ writing, bare }: Written): number {
  return bare.milliseconds / writing;
}

/** How reads were measured. */
export interface ReadsMade {
  /** How many of each call were made before any was measured. */
  readonly before: number;
  /** Megabytes of a server's heap and page cache. */
  readonly heapMb: number;
  readonly pagecacheMb: number;
}

export function readsMarkdown(
  stores: readonly StoreReads[],
  setting: string,
  { before, heapMb, pagecacheMb }: ReadsMade,
): string {
  return [
    `${setting}; of its memory ${whole(heapMb)} MB for the heap of Neo4j and ${whole(pagecacheMb)} MB for its page cache. Measured when Neo4j had read the graph through once, and after ${whole(before)} calls of each kind, as of a server that has been in use for a while.`,
    ...stores.flatMap(({ engine, nodes, relations, diskBytes, figures }) => [
      '',
      `${engine}, ${whole(nodes)} nodes, ${whole(relations)} relations, ${megabytes(diskBytes)} on disk; milliseconds:`,
      '',
      line(['call', 'calls', 'p50', 'p95', 'p99', 'target of p95', '']),
      '|---|---:|---:|---:|---:|---:|---|',
      ...figures.map(({ call, calls, failed, p50, p95, p99, target }) =>
        line([
          call,
          failed === 0 ? whole(calls) : `${whole(calls)} (${whole(failed)} failed)`,
          tenths(p50),
          tenths(p95),
          tenths(p99),
          target === null ? '' : whole(target),
          verdict(p95, target),
        ]),
      ),
    ]),
  ].join('\n');
}

function verdict(p95: number, target: number | null): string {
  if (target === null) return '';
  return p95 <= target ? 'reached' : '**not reached**';
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const tenths = (value: number): string => value.toFixed(1);
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(0)} s`;
const rate = (count: number, milliseconds: number): string => whole((count / milliseconds) * 1000);
