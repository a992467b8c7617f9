/** `npm run diff`: what two runs found differently. */

import { runCommand, usageError } from '../../graph/cli/command.ts';
import { storeTarget } from '../../graph/open.ts';
import { diffRuns } from '../runs/diff.ts';
import { findRun, listRuns, runsFolder } from '../runs/history.ts';
import { diffTally } from './diff-report.ts';
import { writeLine } from './lines-out.ts';

const HELP = `Lists the facts that came, changed and went between two runs of \`ingest\`, by rule, with their sentences.
按规则列出两次运行之间新增、变化和消失的事实及其原句。

  npm run diff -- RUN RUN [options]

RUN is a number, or last, last~1, last~2 …  RUN 为编号，或 last、last~1、last~2……
Files that only one of the runs read are counted, and their facts are not listed.  只比较两次运行都读过的文件。

  --limit N         facts shown of each rule and kind (default 5; 0 shows counts only)  每类最多显示的条数
  --json            every change as an object, one a line  逐行输出 JSON
  --runs DIR        folder of the journals (default: runs/ beside the store)  运行记录的文件夹
  --store S         the store beside which they are; otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  -h, --help        this text

Examples  示例
  npm run ingest -- seeds --dry-run
  npm run diff -- last~1 last
  npm run -s diff -- 3 7 --json | jq -r 'select(.kind == "gone") | .before.said[0].quote'

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 成功，1 失败，2 命令有误。
`;

const OPTIONS = {
  limit: { type: 'string' },
  json: { type: 'boolean' },
  runs: { type: 'string' },
  store: { type: 'string' },
} as const;

const FACTS_SHOWN = 5;

await runCommand({ name: 'diff', help: HELP, options: OPTIONS }, async ({ values, positionals }) => {
  const [first, second, ...rest] = positionals;
  if (first === undefined || second === undefined || rest.length > 0)
    throw usageError(`expected two runs, such as last~1 last, and was given ${positionals.join(' ') || 'none'}`);
  const limit = limitOf(values.limit);
  const runs = values.runs ?? runsFolder(storeTarget(values, process.env));
  const diff = await diffRuns(await findRun(runs, first), await findRun(runs, second), await listRuns(runs));
  const tally = diffTally(limit);
  for await (const change of diff.changes()) {
    if (values.json) await writeLine(process.stdout, JSON.stringify(change));
    else tally.add(change);
  }
  if (!values.json) for (const line of tally.lines(diff)) await writeLine(process.stdout, line);
  return 0;
});

function limitOf(text: string | undefined): number {
  if (text === undefined) return FACTS_SHOWN;
  if (!/^\d{1,9}$/u.test(text)) throw usageError(`--limit expects a whole number, and was given ${text}`);
  return Number(text);
}
