/** How many people of a name a province's newspapers can be expected to speak of: the rarer a name, the less proof it needs. */
import { readFileSync } from 'node:fs';
import { loadWordLists, parseWordLists } from '../lexicon.ts';

/** People whom the papers of one province name over the years: officials, police, villagers, parties to a case. A round guess; a factor of three more moves every score by 1.1. */
const NAMED_IN_A_PROVINCE = 200_000;
/** Share of a surname that is listed as one but not among the hundred commonest, and of any other. */
const LISTED_SHARE = 3e-4;
const UNLISTED_SHARE = 3e-5;
/** A name of several parts (史蒂夫·乔布斯) is hardly borne twice; a single foreign one (苏拉, Jewel) may be. */
const EXPECTED = { foreignFull: 0.02, foreignShort: 2, least: 0.01 } as const;
/** Added to the counts of a given-name character: to one that names like to use, and to any other, of which some 1,700 are in use. */
const PRIOR = { usual: 3, other: 0.1 } as const;
const OTHER_CHARACTERS = 1_700;
/** Characters go together by sex, generation and taste: a pair is this much commoner than its characters say. */
const TOGETHER = 3;
/** Share of each of the pairs listed as common. */
const COMMON_DOUBLE_SHARE = 1e-3;
/** The corpora of the counts speak of the same leaders every day: no character is taken for more than the next ones. */
const MOST_COUNTED = 30;
const PER_MILLION = 1e6;
const PER_MILLE = 1e3;

const OWN = parseWordLists(
  readFileSync(new URL('./name-frequency.lex', import.meta.url), 'utf8'),
  'name-frequency.lex',
);
const NAMES = loadWordLists('names.lex');
const SINGLE_SHARE = Number(OWN.list('single')[0]) / PER_MILLE;
const SHARES = OWN.pairs('shares').map(([rank, share]) => [Number(rank), Number(share) / PER_MILLION] as const);
const RANK = new Map(OWN.list('ranked').map((surname, index) => [surname, index + 1]));
const LISTED = new Set(
  ['sure', 'word', 'function', 'rare', 'compound'].flatMap((kind) => NAMES.list(`surname-${kind}`)),
);
const COMMON_SINGLE = new Map(
  OWN.pairs('common-single').map(([character, share]) => [character, Number(share) / PER_MILLE]),
);
const COMMON_DOUBLE = new Set(OWN.list('common-double'));
const GIVEN = givenCounts();

/**
 * The number of people called so that one province's news can be expected to name; more than zero. Surname share × shares of the given
 * characters × people named. `name` is a name key (`block.ts`).
 */
export function expectedBearers(name: string): number {
  const isChinese = /^\p{Script=Han}{2,4}$/u.test(name);
  const surname = isChinese ? surnameOf(name) : null;
  if (surname === null) return /[·\s]/u.test(name) ? EXPECTED.foreignFull : EXPECTED.foreignShort;
  const given = [...name.slice(surname.length)];
  const expected = NAMED_IN_A_PROVINCE * surnameShare(surname) * givenShare(given);
  return Math.max(EXPECTED.least, expected);
}

function surnameOf(name: string): string | null {
  const compound = name.slice(0, 2);
  if (name.length > 2 && LISTED.has(compound)) return compound;
  return name.length < 4 && (LISTED.has(name[0] as string) || RANK.has(name[0] as string)) ? (name[0] as string) : null;
}

/** Share of a surname in the population; between the listed ranks along a power law. */
function surnameShare(surname: string): number {
  const rank = RANK.get(surname);
  if (rank === undefined) return LISTED.has(surname) ? LISTED_SHARE : UNLISTED_SHARE;
  const upper = SHARES.findIndex(([at]) => at >= rank);
  const [to, toShare] = SHARES[upper] as readonly [number, number];
  if (to === rank) return toShare;
  const [from, fromShare] = SHARES[upper - 1] as readonly [number, number];
  return fromShare * (toShare / fromShare) ** (Math.log(rank / from) / Math.log(to / from));
}

function givenShare([first = '', second]: readonly string[]): number {
  if (second === undefined) return SINGLE_SHARE * (COMMON_SINGLE.get(first) ?? GIVEN.share(first, 'single'));
  const share = COMMON_DOUBLE.has(first + second)
    ? COMMON_DOUBLE_SHARE
    : TOGETHER * GIVEN.share(first, 'first') * GIVEN.share(second, 'second');
  return (1 - SINGLE_SHARE) * share;
}

type Position = 'single' | 'first' | 'second';

function givenCounts(): { share(character: string, position: Position): number } {
  const file = readFileSync(new URL('../lexicon/name-characters.tsv', import.meta.url), 'utf8');
  const rows = file.split('\n').filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('char\t'));
  const usual = NAMES.characters('given');
  const counts = new Map<string, Readonly<Record<Position, number>>>();
  for (const row of rows) {
    const [character = '', , ...columns] = row.split('\t');
    const [single = 0, first = 0, second = 0] = columns.map((count) => Math.min(Number(count), MOST_COUNTED));
    counts.set(character, { single, first, second });
  }
  const count = (character: string, position: Position): number =>
    (counts.get(character)?.[position] ?? 0) + (usual.has(character) ? PRIOR.usual : PRIOR.other);
  const characters = [...new Set([...counts.keys(), ...usual])];
  const total = (position: Position): number =>
    characters.reduce((sum, character) => sum + count(character, position), OTHER_CHARACTERS * PRIOR.other);
  const totals = { single: total('single'), first: total('first'), second: total('second') };
  return { share: (character, position) => count(character, position) / totals[position] };
}
