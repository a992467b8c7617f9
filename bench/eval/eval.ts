/** `npm run eval`: how well the extraction agrees with annotated pages (docs/evaluation.md). */
import { readFile, writeFile } from 'node:fs/promises';
import { runCommand, usageError } from '../../graph/cli/command.ts';
import { PRECISION_FILE } from '../../ingest/rule-confidence.ts';
import { figureChanges, outcomeChanges, parseRun, runOf, type SavedRun } from './changes.ts';
import { figuresMarkdown, figuresOf, withFigures } from './committed.ts';
import { precisionTable, rulePrecisions } from './confidence.ts';
import { accuracyOf, intervalsOf, ratesOf } from './figures.ts';
import { LEXICONS, lexiconsNamed } from './lexicons.ts';
import { judgementsBySet, measure, type SetScore } from './measure.ts';
import { errorLines, figureTable, ruleTable } from './report.ts';
import { rulesOf } from './rules.ts';
import { SETS, setsNamed, UNSEEN } from './sets.ts';

const HELP = `Compares the extraction with annotated pages: precision, recall and F1 of each category.
把抽取结果与人工标注的版面对比：各类别的精确率、召回率和 F1。

  npm run eval -- [options]

  --set A,B                ${SETS.join(', ')}; without it all of them
  --errors                 every difference, with its sentence (of ${UNSEEN} only where --set names it)
  --rules                  how often each rule is right
  --without-lexicon A,B    leave out names known beforehand: ${LEXICONS.join(', ')}
  --save FILE              keep this run
  --compare FILE           what changed since a kept run: figures, and each fact with its sentence
  --json                   figures, and with --rules the rules, as JSON
  --markdown               the tables of docs/evaluation.md, on standard output
  --update                 write test/gold/figures.json and the tables of docs/evaluation.md
  --update-confidence      write ingest/lexicon/rule-precision.tsv, which gives each fact its confidence
  -h, --help               this text

Examples  示例
  npm run eval -- --save before.json
  npm run eval -- --compare before.json
  npm run eval -- --set more --errors

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 完成，1 失败，2 命令有误。
`;

const FIGURES = new URL('../../test/gold/figures.json', import.meta.url);
const DOCUMENT = new URL('../../docs/evaluation.md', import.meta.url);

await runCommand(
  {
    name: 'eval',
    help: HELP,
    options: {
      set: { type: 'string' },
      errors: { type: 'boolean' },
      rules: { type: 'boolean' },
      'without-lexicon': { type: 'string' },
      save: { type: 'string' },
      compare: { type: 'string' },
      json: { type: 'boolean' },
      markdown: { type: 'boolean' },
      update: { type: 'boolean' },
      'update-confidence': { type: 'boolean' },
    },
  },
  async ({ values, positionals }) => {
    if (positionals.length > 0) throw usageError(`expected options only, and was given ${positionals[0]}`);
    const sets = values.set === undefined ? SETS : setsNamed(values.set);
    const lexicons = values['without-lexicon'];
    const without = lexicons === undefined ? [] : lexiconsNamed(lexicons);
    if (values.update || values.markdown || values['update-confidence']) {
      if (values.set !== undefined || without.length > 0)
        throw usageError(
          '--update, --update-confidence and --markdown take all sets and lexicons: leave out --set and --without-lexicon',
        );
      if (values.update || values.markdown) await committedTables(values.update === true);
      if (values['update-confidence'])
        await writeFile(PRECISION_FILE, precisionTable(rulePrecisions(judgementsBySet(await measure(SETS)))));
      return 0;
    }
    const before =
      values.compare === undefined ? null : parseRun(await readFile(values.compare, 'utf8'), values.compare);
    const scores = await measure(sets, without);
    const run = runOf(scores, [...without]);
    if (before) requireSameConditions(before, run);
    if (values.save !== undefined) await writeFile(values.save, JSON.stringify(run));
    print(values.json ? asJson(scores, values.rules === true) : figureTable(scores.flatMap(({ pages }) => pages)));
    if (values.rules && !values.json)
      print(`\n${ruleTable(rulesOf(judgementsBySet(scores).flatMap(({ judgements }) => judgements)))}`);
    // Errors of unseen pages are for who asks for them, since reading them ends their being unseen.
    const open = scores.filter(({ set }) => set !== UNSEEN || values.set !== undefined);
    if (before) {
      const pages = new Set(open.flatMap((score) => score.pages.map(({ page }) => page)));
      const [was, is] = [before, run].map(({ outcomes }) => outcomes.filter(({ page }) => pages.has(page)));
      print(`\n${figureChanges(before, run)}`);
      print(
        outcomeChanges(was ?? [], is ?? [])
          .map((line) => `${line}\n`)
          .join(''),
      );
    }
    if (values.errors) {
      print(`\n${errorLines(open.flatMap(({ pages }) => pages)).join('\n')}\n`);
    }
    return 0;
  },
);

function requireSameConditions(before: SavedRun, now: SavedRun): void {
  const conditions = ({ sets, without }: SavedRun): string =>
    `--set ${sets.join(',')}${without.length > 0 ? ` --without-lexicon ${without.join(',')}` : ''}`;
  if (conditions(before) !== conditions(now))
    throw usageError(`the kept run had ${conditions(before)}, this one has ${conditions(now)}: call it alike`);
}

async function committedTables(update: boolean): Promise<void> {
  const figures = figuresOf(await measure(SETS), await measure(SETS, LEXICONS));
  const markdown = figuresMarkdown(figures);
  if (update) {
    await writeFile(FIGURES, `${JSON.stringify(figures, null, 2)}\n`);
    await writeFile(DOCUMENT, withFigures(await readFile(DOCUMENT, 'utf8'), markdown));
  } else print(`${markdown}\n`);
}

function asJson(scores: readonly SetScore[], withRules: boolean): string {
  const pages = scores.flatMap((score) => score.pages);
  const report = {
    sets: scores.map(({ set }) => set),
    figures: ratesOf(pages),
    intervals: intervalsOf(pages),
    accuracy: accuracyOf(pages),
    ...(withRules ? { rules: rulesOf(judgementsBySet(scores).flatMap(({ judgements }) => judgements)) } : {}),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function print(text: string): void {
  process.stdout.write(text);
}
