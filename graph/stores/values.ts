/**
 * What the engines return, as plain values that look the same on both: a node is a map with `~kind: 'node'`, a relation
 * one with `~kind: 'relation'`, a path one with `~kind: 'path'`; dates, times and durations are their ISO texts.
 */
import { parseRelationKey } from '../model.ts';
import type { Value } from '../store.ts';

/** `id` is the property of that name; where a node has none, `#` and the engine's own number. */
export type NodeValue = {
  readonly '~kind': 'node';
  readonly id: string;
  /** In code-unit order: the engines keep none. */
  readonly labels: readonly string[];
  readonly properties: { readonly [key: string]: Value };
};

/** `key`, `from` and `to` are those of the model; where a relation has no key, they are the engine's own numbers after a `#`. */
export type RelationValue = {
  readonly '~kind': 'relation';
  readonly key: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: { readonly [key: string]: Value };
};

export type PathValue = {
  readonly '~kind': 'path';
  readonly nodes: readonly Value[];
  readonly relations: readonly Value[];
};

/** A map as an engine gives it. */
export type Raw = { readonly [key: string]: unknown };

export function isMap(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A map with its values converted and its keys in code-unit order. */
export function mapValues(
  map: Raw,
  convert: (value: unknown) => Value,
  without: readonly string[] = [],
): Record<string, Value> {
  const kept = Object.keys(map).filter((key) => !without.includes(key));
  return Object.fromEntries(kept.sort().map((key) => [key, convert(map[key])]));
}

/** `engineId` stands in where the node has no `id` property. */
export function nodeValue(engineId: string, labels: readonly string[], properties: Record<string, Value>): NodeValue {
  const id = typeof properties.id === 'string' ? properties.id : `#${engineId}`;
  return { '~kind': 'node', id, labels: [...labels].sort(), properties };
}

/** `engine` stands in where the relation has no `key` property. */
export function relationValue(
  engine: { readonly id: string; readonly from: string; readonly to: string },
  type: string,
  properties: Record<string, Value>,
): RelationValue {
  const key = typeof properties.key === 'string' ? properties.key : `#${engine.id}`;
  const ends = parseRelationKey(key) ?? { from: `#${engine.from}`, to: `#${engine.to}` };
  return { '~kind': 'relation', key, type, from: ends.from, to: ends.to, properties };
}

/** The nodes of a path in its order, and the relations between them: one fewer. */
export function pathValue(nodes: readonly Value[], relations: readonly Value[]): PathValue {
  return { '~kind': 'path', nodes, relations };
}

/** A whole number past 2^53 keeps its digits as text. */
export function bigValue(value: bigint): Value {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
}
