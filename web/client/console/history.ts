/** The queries that were run on this computer, latest first. */
const STORED = 'zhitu.console';
const KEPT = 50;

export interface Past {
  readonly cypher: string;
  readonly params: Readonly<Record<string, string>>;
  /** ISO */
  readonly at: string;
  readonly rows: number;
}

export function readHistory(): readonly Past[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPast) : [];
  } catch {
    return [];
  }
}

/** The history with one more; the same query stands in it once. A full or closed store only loses it. */
export function remember(past: Past): readonly Past[] {
  const others = readHistory().filter(({ cypher }) => cypher !== past.cypher);
  return keep([past, ...others].slice(0, KEPT));
}

export const forget = (): readonly Past[] => keep([]);

function keep(history: readonly Past[]): readonly Past[] {
  try {
    localStorage.setItem(STORED, JSON.stringify(history));
  } catch {
    return history;
  }
  return history;
}

function isPast(value: unknown): value is Past {
  const past = value as Partial<Past> | null;
  return (
    typeof past?.cypher === 'string' &&
    typeof past.at === 'string' &&
    typeof past.rows === 'number' &&
    typeof past.params === 'object'
  );
}
