/** Names that look alike: the same thing may stand in the graph twice because a page was misprinted, or misread. */
import { z } from 'zod';
import { isOneAway } from '../near-names.ts';
import type { GraphStore } from '../store.ts';

export interface NamedThing {
  readonly id: string;
  readonly name: string;
}

export interface LookAlike {
  readonly a: string;
  readonly b: string;
  /** - `character`: one character apart; `sound`: people of one sound; `body`: people of one body whose names begin with the same letters */
  readonly why: 'character' | 'sound' | 'body';
}

/** Of shorter names one character is too much of the whole. */
const SHORTEST = 4;
/** Numerals tell things apart that are meant to be: 第一次会议, 第二次会议. */
const NUMERAL = /[\d一二三四五六七八九十百零〇]/u;
/** The characters at which names of places end, which names that are made with them leave out. */
const PLACE_END = /[省市县区]$/u;

/**
 * Pairs of names that one character put in, left out or exchanged makes the same. Names that differ in a numeral, or in the place
 * that they are made with, are meant to differ.
 * @param places names of places
 */
export function oneCharacterApart(things: readonly NamedThing[], places: readonly string[]): readonly LookAlike[] {
  const known = new Set(
    places.flatMap((place) => [place, place.replace(PLACE_END, '')]).filter((name) => name.length > 1),
  );
  const byPart = new Map<string, NamedThing[]>();
  const pairs = new Map<string, LookAlike>();
  for (const thing of things) {
    const characters = [...thing.name];
    if (characters.length < SHORTEST) continue;
    const parts = new Set([thing.name, ...characters.map((_, at) => without(characters, at))]);
    for (const part of parts) {
      const others = byPart.get(part) ?? [];
      for (const other of others) {
        const key = [thing.id, other.id].sort().join('\n');
        if (other.id === thing.id || pairs.has(key) || !isSuspicious(thing.name, other.name, known)) continue;
        const [a, b] = [thing.id, other.id].sort() as [string, string];
        pairs.set(key, { a, b, why: 'character' });
      }
      others.push(thing);
      byPart.set(part, others);
    }
  }
  return [...pairs.values()];
}

function without(characters: readonly string[], at: number): string {
  return characters.filter((_, index) => index !== at).join('');
}

function isSuspicious(one: string, other: string, places: ReadonlySet<string>): boolean {
  const [first, second] = [[...one], [...other]];
  if (!isOneAway(first, second)) return false;
  let at = 0;
  while (first[at] === second[at]) at++;
  if (NUMERAL.test(`${first[at] ?? ''}${second[at] ?? ''}`)) return false;
  return !(isInPlace(first, at, places) && isInPlace(second, at, places));
}

/** Characters of the longest name of a place that is looked for within another name. */
const LONGEST_PLACE = 8;

function isInPlace(characters: readonly string[], at: number, places: ReadonlySet<string>): boolean {
  for (let start = Math.max(0, at - LONGEST_PLACE + 1); start <= at; start++)
    for (let end = at + 1; end <= Math.min(characters.length, start + LONGEST_PLACE); end++)
      if (places.has(characters.slice(start, end).join(''))) return true;
  return false;
}

/** People of one key with different names, each pair once. */
export function pairsOf(
  people: readonly (NamedThing & { readonly key: string })[],
  why: LookAlike['why'],
): readonly LookAlike[] {
  const groups = new Map<string, NamedThing[]>();
  for (const { id, name, key } of people) groups.set(key, [...(groups.get(key) ?? []), { id, name }]);
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, index) =>
      group
        .slice(index + 1)
        .filter(({ name, id }) => name !== one.name && id !== one.id && isNear(one.name, name))
        .map(({ id }): LookAlike => {
          const [a, b] = [one.id, id].sort() as [string, string];
          return { a, b, why };
        }),
    ),
  );
}

/** Of two names of the same letters at least one character is the same: 王昌荣 and 魏春儒 share their initials by chance. */
function isNear(one: string, other: string): boolean {
  const [first, second] = [[...one], [...other]];
  return first.length === second.length && first.some((character, at) => character === second[at]);
}

const NameRow = z.object({ id: z.string(), name: z.string() });
const KeyRow = NameRow.extend({ key: z.string() });

/** All pairs, the surest reason first; of one pair the surest alone. */
export async function lookAlikes(store: GraphStore): Promise<readonly LookAlike[]> {
  const named = (prefix: string) =>
    store.read({
      cypher:
        'MATCH (n:Entity) WHERE n.id STARTS WITH $prefix AND n.name IS NOT NULL RETURN n.id AS id, n.name AS name ORDER BY id',
      params: { prefix },
      row: NameRow,
    });
  const places = (await named('place/')).map(({ name }) => name);
  const sounds = await store.read({
    cypher: `MATCH (n:Entity) WHERE n.id STARTS WITH 'person/' AND n.pinyin IS NOT NULL
RETURN n.id AS id, n.name AS name, n.pinyin AS key ORDER BY id`,
    row: KeyRow,
  });
  // The type alone says what stands at its ends: with labels a server would start from all nodes that have them.
  const bodies = await store.read({
    cypher: `MATCH (n)-[:HOLDS]->(b) WHERE n.initials IS NOT NULL AND b.id STARTS WITH 'org/'
RETURN DISTINCT n.id AS id, n.name AS name, n.initials + '|' + b.id AS key ORDER BY id`,
    row: KeyRow,
  });
  const all = [
    ...pairsOf(sounds, 'sound'),
    ...pairsOf(bodies, 'body'),
    ...oneCharacterApart(await named('org/'), places),
    ...oneCharacterApart(await named('program/'), places),
  ];
  return [...new Map(all.toReversed().map((pair) => [`${pair.a}\n${pair.b}`, pair])).values()].reverse();
}
