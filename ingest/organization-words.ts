/** The tails and boundary words of organization names, prepared for matching. */
import { loadWordLists, type WordLists } from './lexicon.ts';
import { WordIndex } from './word-index.ts';

/**
 * - `national`: one body of the whole country; `seated`: a body every place has (公安局), told apart by its seat
 * - `centre`, `named`, `team`: told apart by the words before the tail; `named` needs them even after a place
 */
export type TailClass = 'national' | 'seated' | 'centre' | 'named' | 'team';

export interface Tail {
  readonly word: string;
  readonly kind: TailClass;
}

export interface OrganizationWords {
  /** The longest tail that starts at a position and is not part of a longer word, or null. */
  tailAt(text: string, at: number): Tail | null;
  readonly stops: ReadonlySet<string>;
  readonly stopWords: WordIndex;
  /** Words in which a stop letter is none. */
  readonly notStops: ReadonlySet<string>;
  readonly kindOpen: WordIndex;
  readonly kindOpenAlways: WordIndex;
  readonly centreKinds: WordIndex;
  readonly centreWords: ReadonlySet<string>;
  readonly levels: WordIndex;
  readonly levelTraps: ReadonlySet<string>;
  readonly notLevels: WordIndex;
  readonly postHeads: WordIndex;
  readonly printedName: ReadonlySet<string>;
  readonly nameOpen: WordIndex;
  readonly papers: WordIndex;
  /** Offices of a paper (某某日报社|总编室). */
  readonly paperOffices: WordIndex;
  readonly policeNotAfter: ReadonlySet<string>;
  readonly partyOrgans: WordIndex;
  readonly sameTail: ReadonlyMap<string, string>;
  /** Parties, and the youth league, other than the one whose committee a bare 市委 is. */
  readonly otherParties: WordIndex;
  /** Tails that name a body only behind a place. */
  readonly needsPlace: ReadonlySet<string>;
  /** What follows 中央 where it is the Central Committee. */
  readonly centreRight: WordIndex;
  readonly villageBodies: ReadonlySet<string>;
  /** Named bodies that may be called by nothing but their township. */
  readonly onePerTownship: ReadonlySet<string>;
  /** Bodies named after their area, not after the body they are part of: 嵊泗县枸杞派出所. */
  readonly territorial: ReadonlySet<string>;
}

const HAN = /\p{Script=Han}/u;

let prepared: OrganizationWords | undefined;

/** The words of `lexicon/organizations.lex`; read once a process. */
export function organizationWords(): OrganizationWords {
  prepared ??= openOrganizationWords(loadWordLists('organizations.lex'));
  return prepared;
}

/** The same from other lists. With an empty list `national` only the patterns find bodies. */
export function openOrganizationWords(words: WordLists): OrganizationWords {
  const kinds = new Map<string, TailClass>();
  for (const word of words.list('open-team')) kinds.set(word, 'team');
  for (const word of words.list('open-named')) kinds.set(word, 'named');
  for (const word of words.list('open-centre')) kinds.set(word, 'centre');
  for (const word of words.list('seated')) kinds.set(word, 'seated');
  for (const word of words.list('national')) kinds.set(word, 'national');
  const tails = new WordIndex(kinds.keys());
  const notAfter = new Map(words.pairs('tail-not-after').map(([tail, letters]) => [tail, new Set(letters)]));
  const shortBefore = words.characters('short-national-before');
  const nationalNotAfter = words.characters('national-not-after');
  return {
    tailAt: (text, at) => {
      const word = tails.startingAt(text, at);
      if (word === null) return null;
      const kind = kinds.get(word) as TailClass;
      const next = text[at + word.length] ?? '';
      if (notAfter.get(word)?.has(next)) return null;
      if (kind === 'national') {
        const before = text[at - 1] ?? '';
        if (nationalNotAfter.has(next)) return null;
        if (word.length === 2 && word !== '中央' && HAN.test(before) && !shortBefore.has(before)) return null;
      }
      return { word, kind };
    },
    stops: words.characters('left-stop'),
    stopWords: new WordIndex(words.list('left-stop-words')),
    notStops: new Set(words.list('left-stop-not')),
    kindOpen: new WordIndex([...words.list('kind-open'), ...words.list('kind-open-always')]),
    kindOpenAlways: new WordIndex(words.list('kind-open-always')),
    centreKinds: new WordIndex(words.list('centre-kinds')),
    centreWords: new Set(words.list('centre-words')),
    levels: new WordIndex(words.list('level-words')),
    levelTraps: new Set(words.list('level-trap')),
    notLevels: new WordIndex(words.list('level-not')),
    postHeads: new WordIndex(words.list('post-head')),
    printedName: new Set(words.list('printed-name')),
    nameOpen: new WordIndex(words.list('name-open')),
    papers: new WordIndex(words.list('papers')),
    paperOffices: new WordIndex(words.list('paper-office')),
    policeNotAfter: words.characters('police-short-not-after'),
    partyOrgans: new WordIndex([...words.list('party-organs'), '办公厅', '办公室']),
    centreRight: new WordIndex(words.list('centre-right')),
    villageBodies: new Set(words.list('village-bodies')),
    needsPlace: new Set(words.list('needs-place')),
    otherParties: new WordIndex(words.list('other-parties')),
    territorial: new Set(words.list('territorial')),
    onePerTownship: new Set(words.list('one-per-township')),
    sameTail: new Map(words.pairs('same-tail').map(([short, long]) => [long, short])),
  };
}
