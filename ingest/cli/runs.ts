/** `npm run runs`: which runs there were, and what became of their pages. */

import { runCommand, usageError } from '../../graph/cli/command.ts';
import { storeTarget } from '../../graph/open.ts';
import { findRun, listRuns, pruneRuns, runsFolder } from '../runs/history.ts';
import { listLines, showLines, summaryOf } from './runs-report.ts';

const HELP = `Lists the runs of \`ingest\`: when, what, how it ended, pages, facts, duration and rate.
列出写入图库的历次运行：时间、内容、状态、版面数、事实数、用时和速度。

  npm run runs -- [options]
  npm run runs -- show RUN [options]     one run, with the pages that failed and why  一次运行的详情与失败原因
  npm run runs -- prune --keep N         takes all but the newest N runs away  只保留最新的 N 次

RUN is a number, or last, last~1, last~2 …  RUN 为编号，或 last、last~1、last~2……

  --all             show: all failed pages, not only the first of each reason  列出全部失败版面
  --json            for other programs  输出 JSON
  --runs DIR        folder of the journals (default: runs/ beside the store)  运行记录的文件夹
  --store S         the store beside which they are; otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  -h, --help        this text

Examples  示例
  npm run runs
  npm run runs -- show last
  npm run runs -- prune --keep 20

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 成功，1 失败，2 命令有误。
`;

const OPTIONS = {
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  keep: { type: 'string' },
  runs: { type: 'string' },
  store: { type: 'string' },
} as const;

await runCommand({ name: 'runs', help: HELP, options: OPTIONS }, async ({ values, positionals }) => {
  const [command = 'list', name, ...rest] = positionals;
  const runs = values.runs ?? runsFolder(storeTarget(values, process.env));
  const isShow = command === 'show';
  if (rest.length > 0 || (name !== undefined && !isShow))
    throw usageError(`expected nothing behind ${command}, and was given ${name}`);
  if (isShow) return show(runs, name, values);
  if (command === 'list') return list(runs, values.json);
  if (command !== 'prune') throw usageError(`expected show or prune, and was given ${command}`);
  const gone = await pruneRuns(runs, keepOf(values.keep));
  say(gone.length === 0 ? ['no run was taken away'] : [`taken away: ${gone.join(', ')}`]);
  return 0;
});

async function list(runs: string, json: boolean): Promise<number> {
  const summaries = await Promise.all((await listRuns(runs)).map(summaryOf));
  if (json) say(summaries.map((summary) => JSON.stringify(summary)));
  else say(summaries.length === 0 ? [`no run in ${runs} yet`] : listLines(summaries));
  return 0;
}

async function show(
  runs: string,
  name: string | undefined,
  { json, all }: { readonly json: boolean; readonly all: boolean },
): Promise<number> {
  if (name === undefined) throw usageError('show expects the number of a run, or last');
  const run = await findRun(runs, name);
  const summary = await summaryOf(run);
  const failures = [...(await run.pages()).values()].filter(({ state }) => state === 'failed');
  if (json) say([JSON.stringify({ ...run.record, ...summary, failures })]);
  else say(showLines(run.record, summary, failures, all));
  return 0;
}

function keepOf(text: string | undefined): number {
  const keep = text !== undefined && /^\d{1,6}$/u.test(text) ? Number(text) : 0;
  // Numbers go on from the newest run: without any they would begin anew, and name two runs alike.
  if (keep < 1)
    throw usageError(`prune expects --keep with the number of runs that stay, and was given ${text ?? 'none'}`);
  return keep;
}

function say(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}
