/** `npm run bench:extract`: how fast pages are read, and in how much memory (docs/benchmarks.md). */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { runCommand, usageError } from '../graph/cli/command.ts';
import { openProgress } from '../ingest/cli/progress.ts';
import { openPipeline } from '../ingest/pipeline.ts';
import { openSegmenter } from '../ingest/segment.ts';
import { withFigures } from './document.ts';
import { loadNameStock, loadTemplates, makePages } from './extract/corpus.ts';
import { measureHostile } from './extract/hostile.ts';
import { measure } from './extract/measure.ts';
import { hostileMarkdown, reportMarkdown, type Setting } from './extract/report.ts';

const HELP = `Measures how fast all stages read pages, beside nodejieba on the same text, and the memory over the run.
测量各阶段处理版面的速度（与同一文本上的 nodejieba 对比）和内存占用。

  npm run bench:extract -- [options]

  --articles N   articles to read (default 1000): 1000 takes seconds, 100000 some minutes
  --seed N       other names, places and days (default 1)
  --hostile      time of pages made to be slow, instead
  --update       write the tables of docs/benchmarks.md
  -h, --help     this text

Examples  示例
  npm run bench:extract
  npm run bench:extract -- --articles 100000 --update
  npm run bench:extract -- --hostile --update

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 完成，1 失败，2 命令有误。
`;

const DOCUMENT = new URL('../docs/benchmarks.md', import.meta.url);
/** Of the hostile pages the document names the slowest. */
const SLOWEST = 12;
/** The templates so many times, until the compiler has seen enough. */
const WARM_UP_ROUNDS = 6;

await runCommand(
  {
    name: 'bench:extract',
    help: HELP,
    options: {
      articles: { type: 'string' },
      seed: { type: 'string' },
      hostile: { type: 'boolean' },
      update: { type: 'boolean' },
    },
  },
  async ({ values, positionals }) => {
    if (positionals.length > 0) throw usageError(`expected options only, and was given ${positionals[0]}`);
    const articles = wholeNumber('articles', values.articles, 1000);
    const seed = wholeNumber('seed', values.seed, 1);
    const markdown = values.hostile ? hostile(values.update ? SLOWEST : undefined) : speed(articles, seed);
    process.stdout.write(`${markdown}\n`);
    if (values.update) {
      const section = values.hostile ? 'hostile' : 'speed';
      await writeFile(DOCUMENT, withFigures(await readFile(DOCUMENT, 'utf8'), section, markdown));
    }
    return 0;
  },
);

function speed(articles: number, seed: number): string {
  const templates = loadTemplates();
  const progress = openProgress(process.stderr);
  const measured = measure(makePages(templates, loadNameStock(), seed), {
    pipeline: openPipeline(),
    segment: openSegmenter(),
    articles,
    warmUp: WARM_UP_ROUNDS * templates.length,
    onProgress: (done) => progress.update({ stage: 'extract', done, total: articles }),
  });
  progress.close();
  return reportMarkdown(measured, setting(seed));
}

function hostile(most: number | undefined): string {
  const pipeline = openPipeline();
  return hostileMarkdown(measureHostile((page) => pipeline.run(page)).slice(0, most));
}

function setting(seed: number): Setting {
  const { version } = createRequire(import.meta.url)('nodejieba/package.json') as { readonly version: string };
  return {
    processor: cpus()[0]?.model.trim() ?? 'an unknown processor',
    runtime: `Node ${process.versions.node}`,
    nodejieba: version,
    seed,
  };
}

function wholeNumber(option: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (!/^[1-9]\d{0,8}$/u.test(text))
    throw usageError(`--${option} expects a whole number from 1 on, and was given ${text}`);
  return Number(text);
}
