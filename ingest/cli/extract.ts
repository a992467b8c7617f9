/** `npm run extract`: what pages state, as JSON Lines on standard output (docs/extraction.md). No store is opened. */

import { runCommand, usageError } from '../../graph/cli/command.ts';
import { extractFiles, isUsable } from '../extract.ts';
import { openPipeline } from '../pipeline.ts';
import type { Issue } from '../types.ts';
import { EXTRACTOR_OPTIONS, EXTRACTOR_OPTIONS_HELP, withExtractor } from './extractor-options.ts';
import { PAGE_OPTIONS, PAGE_OPTIONS_HELP, pipelineOptions } from './page-options.ts';
import { openProgress } from './progress.ts';
import { exitStatus, issueLines, problemLine, timingLines } from './report.ts';

const HELP = `Prints what newspaper pages state, one JSON object a page, one a line. Nothing is stored.
把报纸版面文本中的文章、实体和事实输出为 JSON Lines（每版一行），不写入图库。

  npm run -s extract -- PATH… [options]

A path is a file, or a folder that stands for its files: .txt (a page), .md and .html (an article or a page),
.jsonl (an article a line).  路径可以是单个文件，也可以是文件夹（其中的 .txt、.md、.html、.jsonl 文件）。

${PAGE_OPTIONS_HELP}
${EXTRACTOR_OPTIONS_HELP}
  --timings         time spent in each stage, on standard error
  -h, --help        this text

Examples  示例
  npm run -s extract -- seeds > seeds.jsonl
  npm run -s extract -- page.txt --date 2019-07-03 --publication 浙江法制报
  npm run -s extract -- 版面/2019年7月 --timings | jq '.articles[].title'

Exit status: 0 all pages, 3 some, 1 none, 2 not understood.  退出码：0 全部成功，3 部分成功，1 全部失败，2 命令有误。
`;

await runCommand(
  { name: 'extract', help: HELP, options: { ...PAGE_OPTIONS, ...EXTRACTOR_OPTIONS, timings: { type: 'boolean' } } },
  async ({ values, positionals }) => {
    if (positionals.length === 0)
      throw usageError('expected the path of a page file or of a folder, and was given none');
    const progress = openProgress(process.stderr);
    const pipeline = openPipeline(pipelineOptions(values));
    return withExtractor(values, pipeline, async (extractor) => {
      const issues: Issue[] = [];
      let good = 0;
      let bad = 0;
      try {
        for await (const file of extractFiles(positionals, extractor, (done, total) =>
          progress.update({ stage: 'extract', done, total }),
        )) {
          const { result, problem } = file;
          if (result) {
            process.stdout.write(`${JSON.stringify(result.extraction)}\n`);
            issues.push(...result.issues);
          }
          if (problem) {
            progress.note(problemLine(problem));
            bad += 1;
          }
          if (isUsable(file)) good += 1;
        }
      } finally {
        progress.close();
      }
      warn(issueLines(issues));
      if (values.timings) warn(timingLines(pipeline.timings));
      return exitStatus(good, bad);
    });
  },
);

function warn(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
}
