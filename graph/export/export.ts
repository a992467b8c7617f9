/** The graph as the text of a format: reads it in batches, gives each relation its names, time and sentences. */
import { type RecordBatch, recordBatches } from '../all-records.ts';
import { quotesOf } from '../evidence.ts';
import { type NodeKind, parseEvidence, type RelationRecord } from '../model.ts';
import type { GraphStore } from '../store.ts';
import { csv } from './csv.ts';
import { cypher } from './cypher.ts';
import {
  type About,
  type Chunk,
  type Citation,
  type CitedRelation,
  type Format,
  type Interval,
  intervalOf,
} from './format.ts';
import { ftm } from './ftm.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { jsonl } from './json-lines.ts';

export const FORMATS = { csv, jsonl, graphml, gexf, cypher, ftm } as const satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;

export interface ExportOptions {
  readonly format: FormatName | Format;
  readonly about: About;
  /** What is exported, nodes before the relations among them. Default: everything in the store. */
  readonly records?: AsyncIterable<RecordBatch>;
  /** Nodes of these kinds only, and the relations among them. Default: all. */
  readonly kinds?: readonly NodeKind[];
  readonly onProgress?: (records: number) => void;
}

/** What is kept of a node for its relations. */
interface End {
  readonly name: string;
  readonly time: Interval | null;
}

/** The text of an export, piece by piece, each with the file that it belongs to. Only names, times and one batch of records are held. */
export async function* exportChunks(
  store: GraphStore,
  { format, about, records: batches = recordBatches(store), kinds, onProgress }: ExportOptions,
): AsyncIterable<Chunk> {
  const writer: Format = typeof format === 'string' ? FORMATS[format] : format;
  const ends = new Map<string, End>();
  let records = 0;
  let isBetween = false;
  yield* writer.begin(about);
  for await (const batch of batches) {
    for (const node of batch.nodes ?? []) {
      if (kinds && !kinds.includes(node.kind)) continue;
      const time = intervalOf(node);
      ends.set(node.id, { name: String(node.properties.name ?? node.id), time });
      yield* writer.node(node, time);
      records += 1;
    }
    const relations = (batch.relations ?? []).filter(({ from, to }) => ends.has(from) && ends.has(to));
    if (batch.relations && !isBetween) {
      isBetween = true;
      yield* writer.between?.() ?? [];
    }
    for (const relation of await cited(store, relations, ends)) {
      yield* writer.relation(relation);
      records += 1;
    }
    onProgress?.(records);
  }
  if (!isBetween) yield* writer.between?.() ?? [];
  yield* writer.end();
}

async function cited(
  store: GraphStore,
  relations: readonly RelationRecord[],
  ends: ReadonlyMap<string, End>,
): Promise<readonly CitedRelation[]> {
  const refs = relations.flatMap(({ properties }) => (properties.evidence as readonly string[] | undefined) ?? []);
  const parsed = [...new Set(refs)].flatMap((ref) => parseEvidence(ref) ?? []);
  const quotes = new Map((await quotesOf(store, parsed)).map((quote) => [quote.ref, quote]));
  return relations.map((relation) => {
    const {
      evidence = [],
      rules = [],
      confidences = [],
    } = relation.properties as {
      evidence?: readonly string[];
      rules?: readonly string[];
      confidences?: readonly number[];
    };
    const citations = evidence.flatMap((ref, index): Citation[] => {
      const quote = quotes.get(ref);
      if (!quote) return [];
      const { source, start, end } = quote;
      return [
        {
          articleId: source.id,
          title: source.title,
          publication: source.publication,
          issue: source.issue,
          publishedOn: source.date,
          reporters: source.byline.map(({ name }) => name),
          start,
          end,
          quote: quote.quote,
          rule: rules[index] ?? '',
          confidence: confidences[index] ?? 0,
        },
      ];
    });
    const [from, to] = [ends.get(relation.from), ends.get(relation.to)];
    return {
      ...relation,
      fromName: from?.name ?? relation.from,
      toName: to?.name ?? relation.to,
      // What somebody did at an event was at the time of the event.
      time: intervalOf(relation, relation.type) ?? to?.time ?? from?.time ?? null,
      citations,
    };
  });
}
