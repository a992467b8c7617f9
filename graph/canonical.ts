/** JSON that is the same for the same value, whichever way it was put together. */

/** As `JSON.stringify`, with the keys of every object in the order of their UTF-16 code units. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
