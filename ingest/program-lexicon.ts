/** Known programs and the words by which unknown ones are told: data files, checked when they are loaded. */
import { readFileSync } from 'node:fs';
import { ZhituError } from '../graph/errors.ts';
import { loadWordLists, type WordLists } from './lexicon.ts';
import { WordIndex } from './word-index.ts';

export interface KnownProgram {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Everything that program discovery reads from data. */
export interface ProgramLexicon {
  /** Known programs by each of their names. */
  readonly known: ReadonlyMap<string, KnownProgram>;
  readonly knownFinder: WordIndex;
  /** The lists of `program-classes.lex`, each ready for matching at an end or a start. */
  words(list: string): WordIndex;
  list(list: string): readonly string[];
  /** Verbs of `launches.lex` that take a program as object, the ones that mean little by themselves apart. */
  readonly verbs: { readonly made: WordIndex; readonly strong: WordIndex; readonly weak: WordIndex };
}

/** Verbs that take an aim or a slogan as often as a program. */
const WEAK_VERBS =
  '打造 形成 构建 坚持 强化 健全 完善 建设 落实 擦亮 建成 提升 组织 推动 优化 围绕 聚焦 加强 取得 发挥 提出 部署'.split(
    ' ',
  );

/** The lexicon from `ingest/lexicon/`. @throws ZhituError `bad-input` when a file breaks its format */
export function loadProgramLexicon(): ProgramLexicon {
  const names = readFileSync(new URL('./lexicon/programs.tsv', import.meta.url), 'utf8');
  return openProgramLexicon(parseKnownPrograms(names, 'programs.tsv'));
}

/**
 * @param programs known programs; an empty list leaves discovery to the patterns alone
 * @param classes trigger lists, by default those of `program-classes.lex`
 * @param launches verbs, by default those of `launches.lex`
 */
export function openProgramLexicon(
  programs: readonly KnownProgram[],
  classes: WordLists = loadWordLists('program-classes.lex'),
  launches: WordLists = loadWordLists('launches.lex'),
): ProgramLexicon {
  const known = new Map<string, KnownProgram>();
  for (const program of programs) for (const name of [program.name, ...program.aliases]) known.set(name, program);
  const matchers = new Map<string, WordIndex>();
  const weak = new Set(WEAK_VERBS);
  const strong = [...launches.list('practised'), ...classes.list('govern')].filter((verb) => !weak.has(verb));
  const made = [...launches.list('origin'), ...launches.list('origin-soft')].filter((verb) => !weak.has(verb));
  return {
    known,
    knownFinder: new WordIndex(known.keys()),
    words: (list) => {
      let matcher = matchers.get(list);
      if (!matcher) {
        matcher = new WordIndex(classes.list(list));
        matchers.set(list, matcher);
      }
      return matcher;
    },
    list: (list) => classes.list(list),
    verbs: { made: new WordIndex(made), strong: new WordIndex(strong), weak: new WordIndex(weak) },
  };
}

/**
 * Reads `name TAB alias|alias TAB note` lines; `#` starts a comment line. `file` is used in messages.
 * @throws ZhituError `bad-input` for an empty name, a quotation mark inside a name, or a name that two programs share
 */
export function parseKnownPrograms(text: string, file: string): readonly KnownProgram[] {
  const owner = new Map<string, number>();
  const programs: KnownProgram[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [name = '', aliases = ''] = line.split('\t');
    const program = { name, aliases: aliases === '' ? [] : aliases.split('|') };
    for (const form of [program.name, ...program.aliases]) {
      if (form.length < 2 || /[\s“”‘’"《》]/u.test(form))
        throw new ZhituError(
          'bad-input',
          `${file}:${index + 1}: expected a name of two characters or more without quotation marks, saw "${form}"`,
        );
      const earlier = owner.get(form);
      if (earlier !== undefined)
        throw new ZhituError(
          'bad-input',
          `${file}:${index + 1}: "${form}" already names the program of line ${earlier}; keep it in one of them`,
        );
      owner.set(form, index + 1);
    }
    programs.push(program);
  }
  return programs;
}
