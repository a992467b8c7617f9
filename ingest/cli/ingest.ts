/** `npm run ingest`: writes what pages state to the store, and says what that changed. */

import { runCommand } from '../../graph/cli/command.ts';
import { ZhituError } from '../../graph/errors.ts';
import { collectFiles } from '../files.ts';
import { bulkLines, carryOutBulk } from './bulk-run.ts';
import { EXTRACTOR_OPTIONS_HELP } from './extractor-options.ts';
import { INGEST_OPTIONS, requestOf } from './ingest-request.ts';
import { carryOut, resumeCall } from './ingest-run.ts';
import { untilInterrupted } from './interrupt.ts';
import { PAGE_OPTIONS_HELP } from './page-options.ts';
import { openProgress } from './progress.ts';
import { dryRunLines, exitStatus, ingestLines, problemLine } from './report.ts';

const HELP = `Writes what newspaper pages state to the graph. Writing a page again changes nothing.
把报纸版面写入图库；同一版面重复写入不会产生变化。

  npm run ingest -- PATH… [options]
  npm run ingest -- --from FILE|-        what \`extract\` printed, from a file or from standard input
                                         写入 extract 的输出（文件，或用 - 表示标准输入）
  npm run ingest -- --resume             goes on with the last run that was stopped, killed or failed
                                         继续上一次未完成的运行
  npm run ingest -- --retry-failed       takes up the pages that failed in the last run  重试上一次失败的版面

A path is a file, or a folder that stands for its files: .txt (a page), .md and .html (an article or a page),
.jsonl (an article a line).  路径可以是单个文件，也可以是文件夹（其中的 .txt、.md、.html、.jsonl 文件）。
Ctrl-C ends a run after the transaction in hand; a second Ctrl-C at once.  按 Ctrl-C 写完当前事务后停止，再按一次立即停止。

  --store S         file of the embedded engine, or address of a Neo4j (neo4j://host:7687);
                    otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  --dry-run         extracts all pages, writes nothing to the graph, and keeps the facts for \`npm run diff\`
                    只抽取、不写入，供比较规则修改前后的结果
  --bulk DIR        for more than 50,000 articles into an empty Neo4j: writes files for its import tool, and prints the
                    command (docs/scale.md)  向空库批量导入：生成 neo4j-admin 所需的文件
  --runs DIR        folder of the journals (default: runs/ beside the store)  运行记录的文件夹
${PAGE_OPTIONS_HELP}
${EXTRACTOR_OPTIONS_HELP}
  -h, --help        this text

Examples  示例
  npm run ingest -- seeds
  npm run ingest -- 版面/2019年7月 --publication 浙江法制报
  NEO4J_PASSWORD=… npm run ingest -- seeds --store neo4j://localhost:7687
  npm run -s extract -- seeds | npm run ingest -- --from -
  npm run ingest -- seeds --dry-run && npm run diff -- last~1 last

Exit status: 0 all pages, 3 some, 1 none, 2 not understood, 130 stopped.
退出码：0 全部成功，3 部分成功，1 全部失败，2 命令有误，130 被中止。
`;

await runCommand({ name: 'ingest', help: HELP, options: INGEST_OPTIONS }, async ({ values, positionals }) => {
  const start = performance.now();
  const request = await requestOf(values, positionals, process.env);
  enter(request.asked.directory);
  if (request.values.from === undefined) {
    const { files, problems } = await collectFiles(request.asked.paths);
    if (files.length === 0) {
      // Nothing to read: no store is opened, so none is created.
      for (const problem of problems) process.stderr.write(`${problemLine(problem)}\n`);
      const { retries } = request.asked;
      if (retries === null || problems.length > 0) return exitStatus(0, problems.length);
      process.stdout.write(`no page of run ${retries} failed\n`);
      return 0;
    }
  }
  return untilInterrupted(async (signal) => {
    const progress = openProgress(process.stderr);
    try {
      if (request.values.bulk !== undefined) {
        const report = await carryOutBulk(request, request.values.bulk, progress, signal);
        progress.close();
        const lines = bulkLines(report, process.env.NEO4J_DATABASE ?? 'neo4j', performance.now() - start);
        process.stdout.write(`${lines.join('\n')}\n`);
        return exitStatus(report.good, report.failed);
      }
      const { run, report } = await carryOut(request, progress, signal);
      progress.close();
      const milliseconds = performance.now() - start;
      const lines = 'written' in report ? ingestLines(report, milliseconds) : dryRunLines(report, milliseconds);
      process.stdout.write(`${lines.join('\n')}\n`);
      process.stderr.write(`run ${run}${report.stopped ? ` stopped; go on with: ${resumeCall(request)}` : ''}\n`);
      return exitStatus(report.pages, report.failed);
    } finally {
      progress.close();
    }
  });
});

function enter(directory: string): void {
  if (directory === process.cwd()) return;
  try {
    process.chdir(directory);
  } catch (error) {
    throw new ZhituError(
      'not-found',
      `The run was begun in ${directory}, which is not there. Name its paths instead.`,
      {},
      error,
    );
  }
}
