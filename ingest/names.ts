/**
 * What a Chinese person's name looks like: surname and given-name characters, each with the weight it adds.
 * A shape alone never makes a name; `persons.ts` asks for a licence in the words around it as well.
 */
import { readFileSync } from 'node:fs';
import { CharacterSet } from './character-set.ts';
import { isHan } from './chinese.ts';
import { loadWordLists, type WordLists } from './lexicon.ts';

/** How sure a surname alone makes a name. Function words (于, 和) weigh nothing, rare ones ask for more proof elsewhere. */
const SURNAME_WEIGHT = { sure: 2, compound: 2.5, word: 1, function: -0.8, rare: -1 } as const;
/** Where the surnames of the list `surname-zhejiang` count as common ones. */
const LOCAL_HOME = '浙江省';
/** What no given name holds: particles, and the 某 of a withheld name. */
const PARTICLE = /[的了着吗呢吧啊么们把被某]/u;
/** 刘姐, 王叔: no given name begins so. */
const KIN: ReadonlySet<string> = new Set('姐哥叔婶爷奶嫂姨妈爸');
/** Bounds of what one given-name character may add or take. */
const GIVEN_LIMIT = 0.8;
/** Weight of a character that names avoid (的, 我): a name with it needs a post before it. */
const AVOIDED = -2;
/** Names of three characters are several times as common as those of two. */
const LONGER_NAME = 0.4;
/** Added to both counts of a character, so that an unseen one is neutral. */
const SMOOTHING = 2;
/** A character stands outside names this many times more often than inside: the ratio that makes a character neutral. */
const OUTSIDE_SHARE = 0.05;

export interface Surname {
  readonly length: 1 | 2;
  readonly weight: number;
  readonly isFunction: boolean;
}

export interface NameShapes {
  /** Weight of a surname that starts at `start`, with its length; null where none does. `home`: some surnames (应, 干) are common words elsewhere. */
  surnameAt(text: string, start: number, home: string | null): Surname | null;
  /** Weight of `given` (1 or 2 characters) as a given name; null for withheld names (王某) and forms of address (朱师傅). */
  givenWeight(given: string): number | null;
  /** Whether a character is common in transliterated foreign names. */
  isTransliteration(character: string): boolean;
  readonly lists: WordLists;
}

/** Loads surnames, given-name characters and their counts from `lexicon/`. */
export function loadNameShapes(lists: WordLists = loadWordLists('names.lex')): NameShapes {
  const weights = new Map<string, number>();
  const classes = [
    ['surname-rare', SURNAME_WEIGHT.rare],
    ['surname-function', SURNAME_WEIGHT.function],
    ['surname-word', SURNAME_WEIGHT.word],
    ['surname-sure', SURNAME_WEIGHT.sure],
    ['surname-compound', SURNAME_WEIGHT.compound],
  ] as const;
  for (const [key, weight] of classes) for (const name of lists.list(key)) weights.set(name, weight);

  const zhejiang = new Set(lists.list('surname-zhejiang'));
  const surnameOf = (name: string, weight: number): Surname => ({
    length: name.length === 2 ? 2 : 1,
    weight,
    isFunction: weight === SURNAME_WEIGHT.function,
  });
  const surnames = new Map(
    [...weights].map(([name, weight]) => {
      const local = weight < SURNAME_WEIGHT.word && zhejiang.has(name) ? SURNAME_WEIGHT.word : weight;
      return [name, { usual: surnameOf(name, weight), local: surnameOf(name, local) }];
    }),
  );
  const starts = new CharacterSet([...weights.keys()].map((name) => name.charAt(0)));
  const compoundStarts = new CharacterSet(
    [...weights.keys()].filter((name) => name.length === 2).map((name) => name.charAt(0)),
  );
  const usualGiven = lists.characters('given');
  const never = lists.characters('given-never');
  const counts = loadCounts();
  const givenWeight = (character: string): number => {
    if (never.has(character)) return AVOIDED;
    const { inside, outside } = counts.get(character) ?? { inside: 0, outside: 0 };
    const observed = Math.log((inside + SMOOTHING) / (outside * OUTSIDE_SHARE + SMOOTHING));
    const weight = observed + (usualGiven.has(character) ? GIVEN_LIMIT / 2 : 0);
    return Math.max(-GIVEN_LIMIT, Math.min(GIVEN_LIMIT, weight));
  };
  const notGiven = new Set(lists.list('not-given'));
  // Counted once for each character of the BMP, by its code; NaN where it is not counted yet, infinite where no name holds it.
  const partWeights = new Float64Array(0x10000).fill(Number.NaN);
  const NEVER = Number.NEGATIVE_INFINITY;
  /** Weight of the character at a position in a given name. */
  const partWeight = (text: string, at: number): number => {
    const code = text.charCodeAt(at);
    const known = partWeights[code] as number;
    if (!Number.isNaN(known)) return known;
    const character = text.charAt(at);
    const weight = isHan(character) && !PARTICLE.test(character) ? givenWeight(character) : NEVER;
    partWeights[code] = weight;
    return weight;
  };
  const transliteration = new Set(
    [...counts].filter(([, { foreign }]) => foreign >= 2).map(([character]) => character),
  );

  return {
    lists,
    surnameAt(text, start, home) {
      const isLocal = home?.startsWith(LOCAL_HOME) === true;
      if (!starts.at(text, start)) return null;
      const compound = compoundStarts.at(text, start) ? surnames.get(text.slice(start, start + 2)) : undefined;
      const found = compound ?? surnames.get(text.charAt(start));
      return found ? (isLocal ? found.local : found.usual) : null;
    },
    givenWeight(given) {
      if (given.length < 1 || given.length > 2 || notGiven.has(given) || KIN.has(given.charAt(0))) return null;
      const first = partWeight(given, 0);
      // Rare characters (𠮷) take two units.
      if (first === NEVER)
        return [...given].length < given.length && isHan(given) ? givenWeight(given) + LONGER_NAME : null;
      if (given.length === 1) return first;
      const second = partWeight(given, 1);
      if (second === NEVER) return null;
      return (first === AVOIDED || second === AVOIDED ? AVOIDED : (first + second) / 2) + LONGER_NAME;
    },
    isTransliteration: (character) => transliteration.has(character),
  };
}

interface CharacterCounts {
  /** As any part of a given name. */
  readonly inside: number;
  readonly foreign: number;
  readonly outside: number;
}

function loadCounts(): ReadonlyMap<string, CharacterCounts> {
  const file = readFileSync(new URL('./lexicon/name-characters.tsv', import.meta.url), 'utf8');
  const rows = file.split('\n').filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('char\t'));
  return new Map(
    rows.map((row) => {
      const [character = '', , single, first, second, foreign, outside] = row.split('\t');
      return [
        character,
        { inside: Number(single) + Number(first) + Number(second), foreign: Number(foreign), outside: Number(outside) },
      ];
    }),
  );
}
