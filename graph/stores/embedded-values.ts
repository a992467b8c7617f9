/** What the embedded engine returns, as plain values (`values.ts`). */
import type { Value } from '../store.ts';
import { bigValue, isMap, mapValues, nodeValue, pathValue, type Raw, relationValue } from './values.ts';

/** A value of a row of the embedded engine. A local date and time comes as a `Date` in UTC, everything temporal else as text. */
export function fromEmbedded(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return bigValue(value);
  if (typeof value !== 'object') return value as Value;
  if (Array.isArray(value)) return value.map(fromEmbedded);
  if (value instanceof Date) return value.toISOString().replace(/(?:\.000)?Z$/u, '');
  if (ArrayBuffer.isView(value)) return [...(value as Float32Array)];
  const map = value as Raw;
  if ('_id' in map && Array.isArray(map._labels)) {
    const properties = mapValues(map, fromEmbedded, ['_id', '_labels']);
    return nodeValue(String(map._id), map._labels as string[], properties);
  }
  if ('_id' in map && '_source' in map && typeof map._type === 'string') {
    const properties = mapValues(map, fromEmbedded, ['_id', '_source', '_target', '_type']);
    const engine = { id: String(map._id), from: String(map._source), to: String(map._target) };
    return relationValue(engine, map._type, properties);
  }
  const { nodes, edges } = map;
  if (Array.isArray(nodes) && Array.isArray(edges) && nodes.length === edges.length + 1 && nodes.every(isMap)) {
    return pathValue(nodes.map(fromEmbedded), edges.map(fromEmbedded));
  }
  return mapValues(map, fromEmbedded);
}
