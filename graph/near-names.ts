/** Names that a reader may have meant where nothing has what was typed: of the same sound, or one character away. */
import { z } from 'zod';
import { briefsOf, type NodeBrief } from './brief.ts';
import { pairsQuery } from './full-text.ts';
import { normaliseQuery } from './search.ts';
import type { GraphStore, Statement } from './store.ts';

export interface NearName {
  readonly node: NodeBrief;
  /** The name or alias that is near. */
  readonly form: string;
  readonly by: 'sound' | 'character';
}

/** Longer ones are sentences, of which no name is one character away. */
const LONGEST = 20;
/** Of two names of so many characters one character differs soon: they are near by their sound alone. */
const SHORT = 3;
/** Names looked at: those that share the most pairs of characters come first. */
const CANDIDATES = 200;

const Row = z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()).nullable() });
type Row = z.infer<typeof Row>;
const COLUMNS = 'n.id AS id, n.name AS name, n.aliases AS aliases';

/**
 * Names near a query of two to twenty characters, those of the same sound first, then by the number of their relations.
 * @throws ZhituError of the store
 */
export async function nearNames(store: GraphStore, query: string, limit: number): Promise<readonly NearName[]> {
  const q = normaliseQuery(query).replace(/\s/gu, '');
  const characters = [...q];
  if (characters.length < 2 || characters.length > LONGEST) return [];
  const sound = await soundOf(q);
  const pairs = characters.length > SHORT ? withPairs(store, characters) : null;
  const [alike, close] = await Promise.all([
    sound === null ? [] : store.read(ofSound(sound)),
    pairs === null ? [] : store.read(pairs),
  ]);
  const found = new Map<string, Omit<NearName, 'node'>>();
  for (const { id, name } of alike) if (normaliseQuery(name) !== q) found.set(id, { form: name, by: 'sound' });
  for (const { id, name, aliases } of close) {
    const form = [name, ...(aliases ?? [])].find((one) => isOneAway([...normaliseQuery(one)], characters));
    if (form !== undefined && !found.has(id)) found.set(id, { form, by: 'character' });
  }
  const nodes = await briefsOf(store, [...found.keys()].sort());
  return nodes
    .map((node) => ({ node, ...(found.get(node.id) as Omit<NearName, 'node'>) }))
    .sort(
      (one, other) => Number(other.by === 'sound') - Number(one.by === 'sound') || other.node.degree - one.node.degree,
    )
    .slice(0, limit);
}

/** Pinyin without tones and blanks; null for what is not all Chinese. */
async function soundOf(q: string): Promise<string | null> {
  if (!/^\p{Script=Han}+$/u.test(q)) return null;
  // Its word list is large, and only a search that found nothing needs it.
  const { pinyin } = await import('pinyin-pro');
  return pinyin(q, { toneType: 'none', type: 'array', v: true }).join('');
}

/** `search` holds the pinyin and has an index for parts of it. */
const ofSound = (sound: string): Statement<Row> => ({
  cypher: `MATCH (n:Entity) WHERE n.search CONTAINS $sound AND n.pinyin = $sound RETURN ${COLUMNS} ORDER BY id LIMIT $limit`,
  params: { sound, limit: CANDIDATES },
  row: Row,
});

function withPairs({ hasFullText }: GraphStore, characters: readonly string[]): Statement<Row> | null {
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  if (hasFullText) {
    const words = pairs.flatMap((pair) => pairsQuery(pair) ?? []).join(' OR ');
    if (words === '') return null;
    return {
      cypher: `CALL db.index.fulltext.queryNodes('entity_forms', $words, {limit: $limit}) YIELD node
WITH node AS n WHERE n.name IS NOT NULL RETURN ${COLUMNS}`,
      params: { words, limit: CANDIDATES },
      row: Row,
    };
  }
  return {
    cypher: `MATCH (n:Entity) WHERE any(pair IN $pairs WHERE n.search CONTAINS pair) AND n.name IS NOT NULL
WITH n, size([pair IN $pairs WHERE n.search CONTAINS pair]) AS shared
RETURN ${COLUMNS}, shared ORDER BY shared DESC, id LIMIT $limit`,
    params: { pairs, limit: CANDIDATES },
    row: Row,
  };
}

/** Whether one character put in, left out or exchanged makes one of the other. */
export function isOneAway(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.length === long.length ? 1 : 0;
  const same = short.slice(at + rest).join('') === long.slice(at + 1).join('');
  return same && one.join('') !== other.join('');
}
