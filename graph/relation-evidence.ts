/** From a relation to the sentences that state it. */
import {
  briefsOf,
  type NodeBrief,
  RELATION_COLUMNS,
  type RelationBrief,
  RelationRow,
  relationBrief,
  stringList,
} from './brief.ts';
import { compare } from './compare.ts';
import { ZhituError } from './errors.ts';
import { type Quote, quotesOf } from './evidence.ts';
import { type EvidenceRef, formatEvidence, kindOfId, parseEvidence } from './model.ts';
import type { GraphStore } from './store.ts';

export interface Evidence extends Quote {
  readonly rule: string | null;
  /** 0 to 1. */
  readonly confidence: number | null;
}

export interface RelationEvidence {
  readonly relation: RelationBrief;
  readonly from: NodeBrief;
  readonly to: NodeBrief;
  readonly sentences: readonly Evidence[];
}

/**
 * Every sentence that states a relation, oldest paper first.
 * @throws ZhituError `not-found` where no relation has that key
 */
export async function relationEvidence(store: GraphStore, key: string): Promise<RelationEvidence> {
  const ends = endsOfKey(key);
  const rows = ends
    ? await store.read({
        cypher: `MATCH (a:Entity {id: $from}) MATCH (b:Entity {id: $to}) MATCH (a)-[r]->(b) WHERE r.key = $key RETURN ${RELATION_COLUMNS}`,
        params: { ...ends, key },
        row: RelationRow,
      })
    : [];
  const row = rows[0];
  if (!row) {
    throw new ZhituError(
      'not-found',
      `no relation has the key ${JSON.stringify(key)}: take keys from a node or a subgraph`,
      { key },
    );
  }
  const stated = statements(row);
  const [quotes, ends2] = await Promise.all([
    quotesOf(
      store,
      stated.map(({ ref }) => ref),
    ),
    briefsOf(store, [row.from, row.to]),
  ]);
  const byRef = new Map(quotes.map((quote) => [quote.ref, quote]));
  const sentences = stated.flatMap(({ ref, rule, confidence }) => {
    const quote = byRef.get(formatEvidence(ref));
    return quote ? [{ ...quote, rule, confidence }] : [];
  });
  return {
    relation: relationBrief(row),
    from: ends2[0] as NodeBrief,
    to: (ends2[1] ?? ends2[0]) as NodeBrief,
    sentences: sentences.sort(bySource),
  };
}

/** The nodes that a relation's key joins, or null for a string that is not a key. Ids may hold `|`, so the second end is found by its prefix. */
export function endsOfKey(key: string): { readonly from: string; readonly to: string } | null {
  const parts = key.split('|');
  const second = parts.findIndex((part, index) => index >= 2 && kindOfId(part) !== null);
  if (second < 0 || kindOfId(parts[1] as string) === null) return null;
  return { from: parts.slice(1, second).join('|'), to: parts[second] as string };
}

/** What states a relation: its evidence with rule and confidence, or for MENTIONS the places of the name. */
export function statements({
  type,
  from,
  properties,
}: RelationRow): readonly { ref: EvidenceRef; rule: string | null; confidence: number | null }[] {
  if (type === 'MENTIONS') {
    return stringList(properties.spans).map((span) => ({
      ref: { articleId: from, ...parseSpan(span) },
      rule: null,
      confidence: null,
    }));
  }
  const rules = stringList(properties.rules);
  const confidences = Array.isArray(properties.confidences) ? properties.confidences.map(Number) : [];
  return stringList(properties.evidence).flatMap((item, index) => {
    const ref = parseEvidence(item);
    return ref ? [{ ref, rule: rules[index] ?? null, confidence: confidences[index] ?? null }] : [];
  });
}

/** `start-end`, as MENTIONS keeps the places of a name. */
export function parseSpan(span: string): { start: number; end: number } {
  const [start = 0, end = 0] = span.split('-').map(Number);
  return { start, end };
}

function bySource(one: Evidence, other: Evidence): number {
  return (
    compare(one.source.date ?? '', other.source.date ?? '') ||
    compare(one.source.id, other.source.id) ||
    one.start - other.start
  );
}
