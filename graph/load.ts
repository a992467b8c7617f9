/** What `dumpLines` lists becomes a store again. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { changeStatements } from './change.ts';
import { countGraph } from './counts.ts';
import { dumpLines } from './dump.ts';
import { ZhituError } from './errors.ts';
import { KEPT_LABELS, type KeptRecord, keepStatements, keptIds } from './kept.ts';
import { packed } from './page-records.ts';
import { NodeRecord, Properties, RelationRecord } from './shapes.ts';
import type { GraphStore } from './store.ts';
import { TRANSACTION } from './writer.ts';

const KeptLine = z.object({ label: z.enum(KEPT_LABELS), id: z.string(), properties: Properties });
const Line = z.union([NodeRecord, RelationRecord, KeptLine]);
type Line = z.infer<typeof Line>;

export interface LoadReport {
  readonly nodes: number;
  readonly relations: number;
  readonly kept: number;
  /** SHA-256 of the lines, each with its `\n`, hex: that of `dumpDigest` where the lines were a whole dump. */
  readonly sha256: string;
}

/** How much of a wrong line a message shows. */
const SHOWN = 80;

/**
 * Writes the lines of a dump into an empty store, in transactions of at most 5,000 records.
 * @throws ZhituError `bad-input` where the store is not empty (nothing is written then), for a line that is none of a dump or stands in it twice, and where a relation
 * has an end that no line gives; what was written before stays, and the store has to be emptied before the next attempt.
 */
export async function loadLines(
  store: GraphStore,
  lines: AsyncIterable<string>,
  onProgress: (records: number) => void = () => {},
): Promise<LoadReport> {
  await assertEmpty(store);
  const hash = createHash('sha256');
  const counts = { nodes: 0, relations: 0, kept: 0 };
  let waiting: Line[] = [];
  let number = 0;
  let last = '';
  const flush = async (): Promise<void> => {
    await store.write(statementsOf(waiting));
    waiting = [];
    onProgress(number);
  };
  for await (const text of lines) {
    number += 1;
    hash.update(`${text}\n`);
    const record = parse(text, number);
    const name = 'key' in record ? record.key : record.id;
    // A dump is sorted: what stands in it twice stands side by side.
    if (name === last) throw twice(name, number);
    last = name;
    counts['label' in record ? 'kept' : 'kind' in record ? 'nodes' : 'relations'] += 1;
    // Ends are written before what joins them.
    if (waiting.length === TRANSACTION || ('type' in record && waiting[0] && !('type' in waiting[0]))) await flush();
    waiting.push(record);
  }
  await flush();
  await assertLoaded(store, counts);
  return { ...counts, sha256: hash.digest('hex') };
}

/** SHA-256 of the dump of a store, each line with its `\n`, hex: equal for equal stores on either engine. */
export async function dumpDigest(store: GraphStore): Promise<string> {
  const hash = createHash('sha256');
  for await (const line of dumpLines(store)) hash.update(`${line}\n`);
  return hash.digest('hex');
}

async function assertEmpty(store: GraphStore): Promise<void> {
  const { nodes } = await countGraph(store);
  const kept = await countKept(store);
  if (nodes === 0 && kept === 0) return;
  throw new ZhituError(
    'bad-input',
    `Expected an empty store at ${store.location}, and found one with ${nodes} nodes and ${kept} records beside them. Name another with --store, or empty this one first.`,
    { nodes, kept },
  );
}

async function countKept(store: GraphStore): Promise<number> {
  let total = 0;
  for (const label of KEPT_LABELS) total += (await keptIds(store, label)).length;
  return total;
}

function parse(text: string, number: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const line = Line.safeParse(value);
  if (line.success) return line.data;
  throw new ZhituError(
    'bad-input',
    `Line ${number} is none of a dump (expected a node, a relation or a kept record as JSON, and saw “${text.slice(0, SHOWN)}”). Take a file that npm run dump or npm run backup wrote.`,
    { line: number },
  );
}

function twice(name: string, line: number): ZhituError {
  return new ZhituError(
    'bad-input',
    `Line ${line} gives ${name}, which the line before it gave. Take a file that npm run dump or npm run backup wrote.`,
    { line },
  );
}

function statementsOf(records: readonly Line[]): ReturnType<typeof changeStatements> {
  const nodes = records.filter((record) => 'kind' in record);
  const relations = records.filter((record) => 'type' in record);
  const kept = records.filter((record) => 'label' in record).map(keptRecord);
  const asNew = <T>(next: T): { readonly old: null; readonly next: T } => ({ old: null, next });
  return [...changeStatements({ nodes: nodes.map(asNew), relations: relations.map(asNew) }), ...keepStatements(kept)];
}

/** A dump has the body of an extraction as it was before packing. */
function keptRecord({ properties, ...record }: z.infer<typeof KeptLine>): KeptRecord {
  const { body } = properties;
  return { ...record, properties: typeof body === 'string' ? { ...properties, body: packed(body) } : properties };
}

/** A relation whose ends are missing is matched by nothing and so written by nobody: only the count shows it. */
async function assertLoaded(
  store: GraphStore,
  counts: Pick<LoadReport, 'nodes' | 'relations' | 'kept'>,
): Promise<void> {
  const { nodes, relations } = await countGraph(store);
  const kept = await countKept(store);
  if (nodes === counts.nodes && relations === counts.relations && kept === counts.kept) return;
  throw new ZhituError(
    'bad-input',
    `Expected ${counts.nodes} nodes, ${counts.relations} relations and ${counts.kept} kept records by the lines of the dump, and ${store.location} has ${nodes}, ${relations} and ${kept}. The dump is not whole, or another program was writing. Empty the store and load a whole dump.`,
    { expected: counts, found: { nodes, relations, kept } },
  );
}
