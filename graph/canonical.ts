/** JSON that is the same for the same value, whichever way it was put together. */

/** As `JSON.stringify`, with the keys of every object in the order of their UTF-16 code units. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const parts = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(parts).sort()) copy[key] = ordered(parts[key]);
  return copy;
}
