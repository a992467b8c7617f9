/** `npm run ingest`: writes what pages state to the store, and says what that changed. */

import { runCommand, usageError } from '../../graph/cli/command.ts';
import { openStore } from '../../graph/open.ts';
import { collectFiles } from '../files.ts';
import { ingestPaths } from '../ingest.ts';
import { EXTRACTOR_OPTIONS, EXTRACTOR_OPTIONS_HELP, withExtractor } from './extractor-options.ts';
import { untilInterrupted } from './interrupt.ts';
import { PAGE_OPTIONS, PAGE_OPTIONS_HELP, pipelineOptions } from './page-options.ts';
import { openProgress } from './progress.ts';
import { exitStatus, ingestLines, problemLine } from './report.ts';

const HELP = `Writes what newspaper pages state to the graph. Writing a page again changes nothing.
把报纸版面写入图库；同一版面重复写入不会产生变化。

  npm run ingest -- PATH… [options]

A path is a file, or a folder that stands for its files: .txt (a page), .md and .html (an article or a page),
.jsonl (an article a line).  路径可以是单个文件，也可以是文件夹（其中的 .txt、.md、.html、.jsonl 文件）。

  --store S         file of the embedded engine, or address of a Neo4j (neo4j://host:7687);
                    otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
${PAGE_OPTIONS_HELP}
${EXTRACTOR_OPTIONS_HELP}
  -h, --help        this text

Examples  示例
  npm run ingest -- seeds
  npm run ingest -- 版面/2019年7月 --publication 浙江法制报
  NEO4J_PASSWORD=… npm run ingest -- seeds --store neo4j://localhost:7687

Exit status: 0 all pages, 3 some, 1 none, 2 not understood.  退出码：0 全部成功，3 部分成功，1 全部失败，2 命令有误。
`;

await runCommand(
  { name: 'ingest', help: HELP, options: { ...PAGE_OPTIONS, ...EXTRACTOR_OPTIONS, store: { type: 'string' } } },
  async ({ values, positionals }) => {
    if (positionals.length === 0)
      throw usageError('expected the path of a page file or of a folder, and was given none');
    const start = performance.now();
    const { files, problems } = await collectFiles(positionals);
    if (files.length === 0) {
      // Nothing to read: no store is opened, so none is created.
      for (const problem of problems) process.stderr.write(`${problemLine(problem)}\n`);
      return exitStatus(0, problems.length);
    }
    return untilInterrupted((signal) =>
      withExtractor(values, pipelineOptions(values), signal, async ({ extractor }) => {
        const progress = openProgress(process.stderr);
        const store = await openStore({ store: values.store }, process.env);
        try {
          const report = await ingestPaths(positionals, { store, pipeline: extractor, onProgress: progress.update });
          progress.close();
          for (const problem of report.problems) process.stderr.write(`${problemLine(problem)}\n`);
          process.stdout.write(`${ingestLines(report, performance.now() - start).join('\n')}\n`);
          return exitStatus(report.pages, report.problems.length);
        } finally {
          progress.close();
          await store.close();
        }
      }),
    );
  },
);
