/** `npm run extract`: what pages state, as JSON Lines on standard output (docs/extraction.md). No store is opened. */

import { runCommand, usageError } from '../../graph/cli/command.ts';
import type { Extent } from '../../graph/extent.ts';
import {
  extractFiles,
  extractPages,
  type FileResult,
  isUsable,
  type PageExtractor,
  type PageInTurn,
} from '../extract.ts';
import { sealedLine } from '../extraction-line.ts';
import { newIssueTally } from '../issue-tally.ts';
import { incomplete } from '../page-changes.ts';
import { readPipedPages } from '../piped-pages.ts';
import type { PageResult } from '../pipeline.ts';
import { rulesVersion } from '../version.ts';
import { EXTRACTOR_OPTIONS, EXTRACTOR_OPTIONS_HELP, withExtractor } from './extractor-options.ts';
import { untilInterrupted } from './interrupt.ts';
import { bytesFrom } from './lines-in.ts';
import { writeLine } from './lines-out.ts';
import { PAGE_OPTIONS, PAGE_OPTIONS_HELP, pipelineOptions } from './page-options.ts';
import { openProgress } from './progress.ts';
import { exitStatus, issueLines, problemLine, timingLines } from './report.ts';

const HELP = `Prints what newspaper pages state, one JSON object a page, one a line. Nothing is stored.
把报纸版面文本中的文章、实体和事实输出为 JSON Lines（每版一行），不写入图库。

  npm run -s extract -- PATH… [options]
  npm run -s extract -- --stdin [options]

A path is a file, or a folder that stands for its files: .txt (a page), .md and .html (an article or a page),
.jsonl (an article a line).  路径可以是单个文件，也可以是文件夹（其中的 .txt、.md、.html、.jsonl 文件）。

  --stdin           pages from standard input, one a line: an article as in a .jsonl, {"file","text"} for a whole
                    page, or {"file","line"} for a line of a .jsonl; each is printed as soon as it is read
                    从标准输入逐行读取版面，逐行输出
  --name N          what articles of standard input that name no file are called (default stdin.jsonl: stdin.jsonl#1 …)
${PAGE_OPTIONS_HELP}
${EXTRACTOR_OPTIONS_HELP}
  --timings         time spent in each stage, on standard error
  -h, --help        this text

Examples  示例
  npm run -s extract -- seeds > seeds.jsonl
  npm run -s extract -- page.txt --date 2019-07-03 --publication 浙江法制报
  npm run -s extract -- 版面/2019年7月 --timings | jq '.articles[].title'
  zcat pages.jsonl.gz | npm run -s extract -- --stdin --name pages.jsonl | npm run ingest -- --from -

Exit status: 0 all pages, 3 some, 1 none, 2 not understood.  退出码：0 全部成功，3 部分成功，1 全部失败，2 命令有误。
`;

const OPTIONS = {
  ...PAGE_OPTIONS,
  ...EXTRACTOR_OPTIONS,
  stdin: { type: 'boolean' },
  name: { type: 'string' },
  timings: { type: 'boolean' },
} as const;

await runCommand({ name: 'extract', help: HELP, options: OPTIONS }, async ({ values, positionals }) => {
  const name = values.name ?? 'stdin.jsonl';
  if (values.stdin && positionals.length > 0) throw usageError('expected paths or --stdin, and was given both');
  if (!values.stdin && values.name !== undefined) throw usageError('--name goes with --stdin');
  if (!/\.jsonl$/iu.test(name)) throw usageError(`--name expects a name that ends in .jsonl, and was given ${name}`);
  if (!values.stdin && positionals.length === 0)
    throw usageError('expected the path of a page file or of a folder, and was given none');
  return untilInterrupted((signal) =>
    withExtractor(values, pipelineOptions(values), signal, async ({ extractor, timings }) => {
      const progress = openProgress(process.stderr);
      const onProgress = (extent: Extent): void => progress.update({ stage: 'extract', ...extent });
      const results = values.stdin
        ? extractPages(pipedPages(name, signal), extractor, onProgress)
        : extractFiles(positionals, extractor, onProgress);
      const issues = newIssueTally();
      let good = 0;
      let bad = 0;
      try {
        for await (const file of results) {
          signal.throwIfAborted();
          if (file.result) {
            await writeLine(process.stdout, printed(file.result, versionOf(file, extractor), extractor));
            issues.add(file.result.issues);
          }
          if (file.problem) {
            progress.note(problemLine(file.problem));
            bad += 1;
          }
          if (isUsable(file)) good += 1;
        }
      } finally {
        progress.close();
      }
      warn(issueLines(issues.counts()));
      if (values.timings) warn(timingLines(timings()));
      return exitStatus(good, bad);
    }),
  );
});

function printed(
  { extraction: { source, articles } }: PageResult,
  version: string,
  { settings = '' }: PageExtractor,
): string {
  return sealedLine({ source, extractor: { version, settings }, articles });
}

/** A page that was not read in full is read again where it would otherwise be known. */
function versionOf({ problem }: FileResult, { version = rulesVersion() }: PageExtractor): string {
  return problem ? incomplete(version) : version;
}

async function* pipedPages(name: string, signal: AbortSignal): AsyncGenerator<PageInTurn> {
  for await (const page of readPipedPages(bytesFrom('-', signal), name)) yield { page, left: null };
}

function warn(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
}
