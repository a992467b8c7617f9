/** `npm run bench:leave-one-out`: whether the figures rest on names that were added for a page (docs/evaluation.md). */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { runCommand, usageError } from '../graph/cli/command.ts';
import { outcomeChanges, runOf } from './eval/changes.ts';
import { ROWS, ratesOf } from './eval/figures.ts';
import { SIDE_CATEGORIES } from './eval/judge.ts';
import { measure } from './eval/measure.ts';
import { textTable, three } from './eval/report.ts';
import { type PageScore, scorePage } from './eval/score-page.ts';
import { loadSet, SETS, type SetName, setsNamed } from './eval/sets.ts';
import { type Entry, removalFor } from './leave-one-out/entries.ts';
import { copyProgram, type ProgramCopy } from './leave-one-out/program-copy.ts';

/** What may be lost, in F1. */
const ALLOWED = 0.05;

const HELP = `Reads each annotated page without the lexicon entries that stand on that page and on no other, and compares the
figures with the ordinary ones: what falls rests on names added for a page.
逐版去掉词典中“只在该版出现”的条目后重新抽取，并与正常结果对比：降幅说明成绩在多大程度上依赖为该版添加的词条。

  npm run -s bench:leave-one-out -- [options]

  --set A,B      ${SETS.join(', ')}; without it seeds and more
  --details      for each page the entries taken away, and what was lost
  -h, --help     this text

Taken away are names (programs, bodies, papers, zones, countries); then, to show how far the rest is the language, also the
entries of all other lists (verbs, class nouns, posts, traps) that nodejieba's dictionary does not have. The gazetteer stays.

Exit status: 0 without names no category of ALL falls by ${ALLOWED} or more; 1 one does, or failed; 2 not understood.
退出码：0 去掉专名后各类别降幅均小于 ${ALLOWED}；1 有类别超出，或运行失败；2 命令有误。
`;

const DEFAULT: readonly SetName[] = ['seeds', 'more'];
// The package's types leave the path out.
const { DEFAULT_DICT } = createRequire(import.meta.url)('nodejieba') as { readonly DEFAULT_DICT: string };
const DICTIONARY = new Set(
  readFileSync(DEFAULT_DICT, 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[0] as string),
);

interface Reading {
  readonly name: string;
  /** Words that stay though they stand on one page only; names never do. */
  isKept(word: string): boolean;
  /** Whether the fall is bounded. */
  readonly isBounded: boolean;
}
const READINGS: readonly Reading[] = [
  { name: 'names', isKept: () => true, isBounded: true },
  { name: 'names and rare words', isKept: (word) => DICTIONARY.has(word), isBounded: false },
];

interface Result extends Reading {
  readonly pages: readonly { readonly score: PageScore; readonly removed: readonly Entry[] }[];
}

await runCommand(
  { name: 'bench:leave-one-out', help: HELP, options: { set: { type: 'string' }, details: { type: 'boolean' } } },
  async ({ values, positionals }) => {
    if (positionals.length > 0) throw usageError(`expected options only, and was given ${positionals[0]}`);
    const sets = values.set === undefined ? DEFAULT : setsNamed(values.set);
    const ordinary = (await measure(sets)).flatMap(({ pages }) => pages);
    const program = await copyProgram();
    try {
      const results: Result[] = [];
      for (const reading of READINGS) results.push(await readWithout(reading, sets, program));
      print(figures(ordinary, results));
      print(
        results
          .map(({ name, pages }) => `${name}: ${pages.reduce((sum, { removed }) => sum + removed.length, 0)} entries\n`)
          .join(''),
      );
      if (values.details) for (const result of results) print(details(ordinary, result));
      return results.some((result) => result.isBounded && counted(ordinary, result).some((fall) => fall >= ALLOWED))
        ? 1
        : 0;
    } finally {
      await program.close();
    }
  },
);

async function readWithout(reading: Reading, sets: readonly SetName[], program: ProgramCopy): Promise<Result> {
  const annotated = sets.flatMap(loadSet);
  const texts = await Promise.all(annotated.map(({ file }) => readFile(file, 'utf8')));
  const pages: Result['pages'][number][] = [];
  for (const [index, { file, gold }] of annotated.entries()) {
    const removal = removalFor(texts[index] as string, texts, program.lexicon, reading.isKept);
    pages.push({ score: scorePage(gold, await program.extract(file, removal.files)), removed: removal.entries });
  }
  return { ...reading, pages };
}

function falls(ordinary: readonly PageScore[], { pages }: Result): readonly number[] {
  const [was, is] = [ratesOf(ordinary), ratesOf(pages.map(({ score }) => score))];
  return ROWS.map((row) => was[row].f1 - is[row].f1);
}

/** The falls of what counts in ALL: other categories have too few items for so small a difference. */
function counted(ordinary: readonly PageScore[], result: Result): readonly number[] {
  return falls(ordinary, result).filter((_, index) => !SIDE_CATEGORIES.some((side) => side === ROWS[index]));
}

function figures(ordinary: readonly PageScore[], results: readonly Result[]): string {
  const was = ratesOf(ordinary);
  const without = results.map((result) => ({
    rates: ratesOf(result.pages.map(({ score }) => score)),
    falls: falls(ordinary, result),
  }));
  const columns = ['F1', 'ordinary', ...results.flatMap(({ name }) => [`without ${name}`, 'fall'])];
  const rows = ROWS.map((row, index) => [
    row,
    three(was[row].f1),
    ...without.flatMap(({ rates, falls }) => [three(rates[row].f1), three(falls[index] as number)]),
  ]);
  return `${textTable(columns, rows)}\n`;
}

function details(ordinary: readonly PageScore[], { name, pages }: Result): string {
  const outcomes = (score: PageScore | undefined) =>
    score ? runOf([{ set: 'seeds', pages: [score] }], []).outcomes : [];
  const lines = pages.flatMap(({ score, removed }) => {
    const changes = outcomeChanges(outcomes(ordinary.find(({ page }) => page === score.page)), outcomes(score));
    const lists = [...new Set(removed.map(({ list }) => list))].map(
      (list) => `  ${list}: ${removed.flatMap((entry) => (entry.list === list ? [entry.words] : [])).join(' ')}`,
    );
    return [`${score.page}: ${removed.length} entries`, ...lists, ...changes.map((change) => `    ${change}`)];
  });
  return `\nwithout ${name}\n${lines.join('\n')}\n`;
}

function print(words: string): void {
  process.stdout.write(words);
}
