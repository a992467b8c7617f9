/** Entries of the lexicons, the pages they stand on, and lexicons without some of them. Everything here is pure. */
import { foldWidth, isHan } from '../../ingest/chinese.ts';

/** A file of `ingest/lexicon/`. */
export interface LexiconFile {
  readonly name: string;
  readonly text: string;
}

export interface Entry {
  /** `programs.tsv`, or `organizations.lex national`. */
  readonly list: string;
  readonly words: string;
  /** Whether it names one program, body or place; else it is a word, such as a verb, a class noun or a trap. */
  readonly isName: boolean;
}

/** An entry with the forms of each of its parts: it stands on a page where its rarest part does, in any form. */
interface Item extends Entry {
  readonly parts: readonly (readonly string[])[];
}

/** A line with its entries. */
interface Line {
  readonly items: readonly Item[];
  /** Whether the items are names of one thing: it goes with the last name that any page has. */
  readonly isOneThing: boolean;
  /** The line with what is left; null leaves it out. */
  readonly write: (left: readonly Item[]) => string | null;
}

/** Made from public data, and the same for every page: the gazetteer, counts of letters, confidences. */
const NO_ENTRIES: ReadonlySet<string> = new Set([
  'divisions.tsv',
  'historical-divisions.tsv',
  'name-characters.tsv',
  'rule-precision.tsv',
]);
/** Lists of whole names among the lists of words. */
const NAME_LISTS: ReadonlySet<string> = new Set([
  'organizations.lex national',
  'organizations.lex national-same',
  'places.lex countries',
]);
/** A list may not be empty, and this stands on no page. */
const NOTHING = '〇〇〇';

/** A text in which entries are looked for: columns joined, without quotation marks and full width. */
function plain(text: string): string {
  return foldWidth(text).replace(/[\s“”‘’"'《》「」]/gu, '');
}

/** What is taken away while a page is read. */
export interface Removal {
  readonly entries: readonly Entry[];
  /** The files that change, without these entries. */
  readonly files: readonly LexiconFile[];
}

/**
 * Takes away the entries that stand on one page only.
 * @param page the page, one of `pages`
 * @param pages texts of all pages
 * @param isKept words that stay all the same; names never do
 */
export function removalFor(
  page: string,
  pages: readonly string[],
  lexicon: readonly LexiconFile[],
  isKept: (word: string) => boolean,
): Removal {
  const own = plain(page);
  const others = pages.filter((other) => other !== page).map(plain);
  const removed: Entry[] = [];
  const files = lexicon.flatMap(({ name, text }) => {
    let changed = false;
    const lines = linesOf({ name, text }).flatMap(({ line, raw }) => {
      const left = line ? kept(line, own, others, isKept) : [];
      if (!line || left.length === line.items.length) return [raw];
      changed = true;
      for (const { list, words, isName } of line.items.filter((item) => !left.includes(item)))
        removed.push({ list, words, isName });
      return [line.write(left)].filter((each) => each !== null);
    });
    return changed ? [{ name, text: lines.join('\n') }] : [];
  });
  return { entries: removed, files };
}

function kept(
  { items, isOneThing }: Line,
  own: string,
  others: readonly string[],
  isKept: (word: string) => boolean,
): readonly Item[] {
  const stands = (forms: readonly string[], text: string): boolean => forms.some((form) => text.includes(form));
  const isOnlyHere = ({ parts, isName }: Item): boolean =>
    parts
      .filter((forms) => isName || !forms.every(isKept))
      .some((forms) => stands(forms, own) && !others.some((text) => stands(forms, text)));
  const left = items.filter((item) => !isOnlyHere(item));
  const isElsewhere = left.some(({ parts }) => others.some((text) => parts.every((forms) => stands(forms, text))));
  return isOneThing && left.length < items.length && !isElsewhere ? [] : left;
}

function linesOf({ name, text }: LexiconFile): readonly { readonly raw: string; readonly line: Line | null }[] {
  const read = NO_ENTRIES.has(name) ? () => null : (READERS[name] ?? (name.endsWith('.lex') ? wordsLine : placeLine));
  return text.split('\n').map((raw) => ({ raw, line: /^(?:#|\s*$)/u.test(raw) ? null : read(raw, name, text) }));
}

type Reader = (raw: string, file: string, text: string) => Line | null;

const READERS: Readonly<Record<string, Reader>> = { 'programs.tsv': programLine, 'newspapers.tsv': newspaperLine };

/** `key = item item`; of `name:other/other` both sides count. */
function wordsLine(raw: string, file: string): Line | null {
  const [key = '', words] = raw.split(' = ');
  if (words === undefined) return null;
  const list = `${file} ${key}`;
  const items = words
    .trim()
    .split(/\s+/u)
    .map((word): Item => {
      const parts = word.split(':').map((part) => part.split(/[/|]/u).map(plain));
      const chinese = parts.filter((forms) => forms.some(isHan));
      return { list, words: word, isName: NAME_LISTS.has(list), parts: chinese.length > 0 ? chinese : parts };
    });
  const write = (left: readonly Item[]): string =>
    `${key} = ${left.length > 0 ? left.map((item) => item.words).join(' ') : NOTHING}`;
  return { items, isOneThing: false, write };
}

/** `name TAB alias|alias TAB note`: without its first name a program goes by the next. */
function programLine(raw: string, file: string): Line {
  const [name = '', aliases = '', ...note] = raw.split('\t');
  const items = [name, ...aliases.split('|').filter((alias) => alias !== '')].map(
    (words): Item => ({ list: file, words, isName: true, parts: [[plain(words)]] }),
  );
  const write = (left: readonly Item[]): string | null => {
    const [first, ...rest] = left.map(({ words }) => words);
    return first === undefined ? null : [first, rest.join('|'), ...note].join('\t');
  };
  return { items, isOneThing: true, write };
}

/** `name TAB home TAB aliases TAB marks TAB issues`: the paper, and each issue whose day is known. */
function newspaperLine(raw: string, file: string): Line | null {
  const [name = '', home = '', aliases = '', marks = '', issues = ''] = raw.split('\t');
  if (name === 'name') return null;
  const words = (cell: string): readonly string[] => cell.split(' ').filter((word) => word !== '');
  const paper: Item = {
    list: file,
    words: name,
    isName: true,
    parts: [[name, ...words(aliases), ...words(marks)].map(plain)],
  };
  const known = words(issues).map(
    (issue): Item => ({ list: `${file} issues`, words: issue, isName: true, parts: [[`第${issue.split('=')[0]}期`]] }),
  );
  const write = (left: readonly Item[]): string | null => {
    const others = left.filter((item) => item !== paper).map((item) => item.words);
    return left.includes(paper) ? [name, home, aliases, marks, others.join(' ')].join('\t') : null;
  };
  return { items: [paper, ...known], isOneThing: false, write };
}

/** A path, or any other row that begins with a name. A zone goes with the zone it lies in. */
function placeLine(raw: string, file: string, text: string): Line {
  const words = (raw.split('\t')[0] as string).trim();
  const names = words.split('/');
  const listed = names.slice(0, -1).filter((_, at) => text.includes(`\n${names.slice(0, at + 1).join('/')}\n`));
  const parts = [...listed, names.at(-1) as string].map((name) => [plain(name)]);
  return { items: [{ list: file, words, isName: true, parts }], isOneThing: false, write: () => null };
}
