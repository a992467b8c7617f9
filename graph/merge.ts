/**
 * How two records of one node or relation become one. Every function here is commutative, associative and idempotent, so
 * that neither the order of pages nor repetition ever shows in the graph (test/property/merge.test.ts).
 */
import { mergeProperties, NODE_MERGING, RELATION_MERGING, union, withProperties } from './merge-properties.ts';
import { type NodeRecord, parseEvidence, type RelationRecord, SUB_LABELS } from './model.ts';
import { combinedConfidence, uniteWitnesses, witnessesOf } from './witnesses.ts';

/**
 * A node record in the form in which it is stored: no `id` among the properties, lists sorted and without repeats.
 * Merging two records gives this form too.
 */
export function normalizeNode(node: NodeRecord): NodeRecord {
  return mergeNodes(node, node);
}

/** Both records of one id as one. A name that yields to the other's becomes an alias. */
export function mergeNodes(a: NodeRecord, b: NodeRecord): NodeRecord {
  const merged = mergeProperties(a.properties, b.properties, NODE_MERGING);
  const { name, aliases } = merged;
  const others = [a, b].flatMap(({ properties }) =>
    typeof properties.name === 'string' && properties.name !== name ? [properties.name] : [],
  );
  const known = Array.isArray(aliases) ? (aliases as readonly string[]) : [];
  const labels = SUB_LABELS.filter((label) => a.labels.includes(label) || b.labels.includes(label));
  const properties = others.length > 0 ? withProperties(merged, { aliases: [...union(others, known)] }) : merged;
  return { id: a.id, kind: a.kind, labels, properties };
}

/** A relation without the sentences of these articles; null where none is left. Its other properties stay. */
export function withoutEvidenceOf(relation: RelationRecord, articles: readonly string[]): RelationRecord | null {
  const gone = new Set(articles);
  const kept = witnessesOf(relation).filter(({ evidence }) => !gone.has(parseEvidence(evidence)?.articleId ?? ''));
  if (kept.length === 0) return null;
  return normalizeRelation({
    ...relation,
    properties: {
      ...relation.properties,
      evidence: kept.map(({ evidence }) => evidence),
      rules: kept.map(({ rule }) => rule),
      confidences: kept.map(({ confidence }) => confidence),
      dates: kept.map(({ date }) => date),
    },
  });
}

/** What a relation says beside who states it. */
export function withoutWitnesses({ properties, ...relation }: RelationRecord): RelationRecord {
  const { evidence: _e, rules: _r, confidences: _s, confidence: _c, dates: _d, ...rest } = properties;
  return { ...relation, properties: rest };
}

/** A relation record in the form in which it is stored, its `confidence` computed. */
export function normalizeRelation(relation: RelationRecord): RelationRecord {
  return mergeRelations(relation, relation);
}

/** Both records of one key as one: all evidence of both, the widest observation, the earliest dated statement. */
export function mergeRelations(a: RelationRecord, b: RelationRecord): RelationRecord {
  const { dates: _, ...merged } = mergeProperties(a.properties, b.properties, RELATION_MERGING);
  const { key, type, from, to } = a;
  const witnesses = uniteWitnesses(a === b ? witnessesOf(a) : [...witnessesOf(a), ...witnessesOf(b)]);
  if (witnesses.length === 0) return { key, type, from, to, properties: merged };
  const isDated = witnesses.some(({ date }) => date !== '');
  const properties = withProperties(merged, {
    evidence: witnesses.map(({ evidence }) => evidence),
    rules: witnesses.map(({ rule }) => rule),
    confidences: witnesses.map(({ confidence }) => confidence),
    ...(isDated && { dates: witnesses.map(({ date }) => date) }),
    confidence: combinedConfidence(witnesses),
  });
  return { key, type, from, to, properties };
}
