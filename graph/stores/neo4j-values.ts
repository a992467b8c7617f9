/** What the Neo4j driver takes and returns, from and to plain values (`values.ts`). */
import {
  isDate,
  isDateTime,
  isDuration,
  isInt,
  isLocalDateTime,
  isLocalTime,
  isNode,
  isPath,
  isPoint,
  isRelationship,
  isTime,
  type Record as RawRecord,
  int as toInt,
} from 'neo4j-driver';
import type { Value } from '../store.ts';
import { bigValue, mapValues, nodeValue, pathValue, type Raw, relationValue } from './values.ts';

/** A value of a record of the Neo4j driver (set to give whole numbers as numbers). */
function fromNeo4j(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return bigValue(value);
  if (typeof value !== 'object') return value as Value;
  if (Array.isArray(value)) return value.map(fromNeo4j);
  // Most of what is an object is a map: that is seen sooner than that it is none of the driver's own classes.
  if (Object.getPrototypeOf(value) === Object.prototype) return mapValues(value as Raw, fromNeo4j);
  if (isInt(value)) return bigValue(value.toBigInt());
  if (isNode(value)) return nodeValue(value.elementId, value.labels, mapValues(value.properties, fromNeo4j));
  if (isRelationship(value)) {
    const engine = { id: value.elementId, from: value.startNodeElementId, to: value.endNodeElementId };
    return relationValue(engine, value.type, mapValues(value.properties, fromNeo4j));
  }
  if (isPath(value)) {
    const nodes = [value.start, ...value.segments.map((segment) => segment.end)];
    const relations = value.segments.map((segment) => segment.relationship);
    return pathValue(nodes.map(fromNeo4j), relations.map(fromNeo4j));
  }
  // The driver writes a duration without hours as `P3DT`.
  if (isDuration(value)) return String(value).replace(/T$/u, '');
  const temporal = [isDate, isDateTime, isLocalDateTime, isTime, isLocalTime, isPoint];
  if (temporal.some((is) => is(value))) return String(value);
  if (ArrayBuffer.isView(value)) return [...(value as Uint8Array)];
  return mapValues(value as Raw, fromNeo4j);
}

/** The values of a record, in the order of its columns: by their numbers, as the driver's iterator takes ten times as long. */
export function valuesOf(record: Pick<RawRecord, 'keys' | 'get'>): Value[] {
  return record.keys.map((_, column) => fromNeo4j(record.get(column)));
}

/** A parameter as the Neo4j driver wants it: whole numbers as integers, or `LIMIT $n` would be given a float. */
export function toNeo4j(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? toInt(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    // A stored list holds one type: one fraction among whole numbers makes all of them fractions.
    const fractions = value.some((item) => typeof item === 'number' && !Number.isSafeInteger(item));
    return fractions ? value.map((item) => (typeof item === 'number' ? item : toNeo4j(item))) : value.map(toNeo4j);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toNeo4j(item)]));
}
