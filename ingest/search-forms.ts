/** The forms under which a name is found: itself, its aliases, pinyin and initials. */
import { pinyin } from 'pinyin-pro';
import { simplifyCharacters } from '../graph/traditional.ts';

/** Names longer than this are typed by a few of their characters; their pinyin would only add noise. */
const LONGEST_PINYIN = 40;

export interface SearchForms {
  /** Pinyin without tones and blanks: `wangchangrong`. */
  readonly pinyin: string;
  /** First letters: `wcr`. */
  readonly initials: string;
  /** Lower case, one form a line: what the search looks in. */
  readonly search: string;
}

/** @param isPerson reads the first character as a surname (单 shàn, 仇 qiú) */
export function searchForms(name: string, aliases: readonly string[], isPerson: boolean): SearchForms {
  const { pinyin: spelled, initials } = spellingOf(name, isPerson);
  return { pinyin: spelled, initials, search: searchText([name, ...[...aliases].sort(), spelled, initials]) };
}

type Spelling = Pick<SearchForms, 'pinyin' | 'initials'>;

/** Places come with every article that lies in them, and spelling a name takes longer than all else that is done with it. */
const remembered = new Map<string, Spelling>();
/** Names after which all are forgotten: some megabytes. */
const MOST_REMEMBERED = 20_000;

function spellingOf(name: string, isPerson: boolean): Spelling {
  const key = `${isPerson ? 'person' : ''}/${name}`;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const spelling = spelled(name, isPerson);
  remembered.set(key, spelling);
  return spelling;
}

function spelled(name: string, isPerson: boolean): Spelling {
  const options = {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
    ...(isPerson ? { surname: 'head' as const } : {}),
  } as const;
  const syllables = pinyin(name.slice(0, LONGEST_PINYIN), options).map((syllable) =>
    syllable.toLowerCase().replace(/[^a-z0-9]/gu, ''),
  );
  const initials = syllables.map((syllable) => (/^\d/u.test(syllable) ? syllable : syllable.slice(0, 1))).join('');
  return { pinyin: syllables.join(''), initials };
}

/** The `search` property of a node with these names: lower case, one a line, each as it is and in simplified characters. */
export function searchText(names: readonly string[]): string {
  const forms = names.flatMap((name) => [name.toLowerCase(), simplifyCharacters(name.toLowerCase())]);
  return [...new Set(forms.filter((form) => form !== ''))].join('\n');
}
