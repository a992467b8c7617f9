/** `npm run report`: a dossier on a program, or a table of places and periods, from the same figures as the page. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openStore } from '../open.ts';
import { panelCsv } from '../report/panel-csv.ts';
import { programReport, REPORT_FORMATS } from '../report/report.ts';
import { SPREAD_LEVELS } from '../spread/types.ts';
import type { GraphStore } from '../store.ts';
import { runCommand, usageError } from './command.ts';

const HELP = `Reports on how programs spread, with every sentence behind the figures (docs/spread.md).
关于项目扩散的报告；每个数字都附有原句（docs/spread.md）。

  npm run -s report -- program NAME [options]    a dossier  一个项目的专题报告
  npm run -s report -- panel [NAME…] [options]   CSV, one row a program, place and period  面板数据

  --format F        of the dossier: ${REPORT_FORMATS.join(', ')} (html)
  -o, --out FILE    where to; without it, standard output  输出文件
  --level L         ${SPREAD_LEVELS.join(', ')} (city)  层级
  --grain G         year, month (year)  时段
  --implied         what holds for a province holds for its places  上级的视同下级都有
  --within P        province whose places are counted; otherwise the one that most statements are of  范围
  --store S         file of the embedded engine, or address of a Neo4j (neo4j://host:7687);
                    otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  -h, --help        this text

Examples  示例
  npm run -s report -- program 全科网格 -o 全科网格.html
  npm run -s report -- program 枫桥经验 --format md --level county
  npm run -s report -- panel 全科网格 最多跑一次 -o panel.csv

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 成功，1 失败，2 命令有误。
`;

const OPTIONS = {
  format: { type: 'string', default: 'html' },
  out: { type: 'string', short: 'o' },
  level: { type: 'string', default: 'city' },
  grain: { type: 'string', default: 'year' },
  implied: { type: 'boolean', default: false },
  within: { type: 'string' },
  store: { type: 'string' },
} as const;

await runCommand(
  { name: 'report', help: HELP, options: OPTIONS },
  async ({ values, positionals: [what, ...names] }) => {
    const request = {
      level: oneOf('--level', values.level, SPREAD_LEVELS),
      grain: oneOf('--grain', values.grain, ['year', 'month'] as const),
      implied: values.implied,
      within: values.within,
    };
    const format = oneOf('--format', values.format, REPORT_FORMATS);
    const [program, ...more] = names;
    const make = async (store: GraphStore): Promise<string> => {
      if (what === 'panel') return panelCsv(store, { ...request, programs: names.length > 0 ? names : undefined });
      return programReport(store, { ...request, program: program as string }, format);
    };
    if (what !== 'program' && what !== 'panel')
      throw usageError(`expected program or panel, and was given ${what ?? 'nothing'}`);
    if (what === 'program' && (program === undefined || more.length > 0))
      throw usageError(`expected the name of one program, and was given ${names.length}`);
    const store = await openStore({ store: values.store, mustExist: true }, process.env);
    try {
      const text = await make(store);
      if (values.out === undefined) process.stdout.write(text);
      else await writeWhole(values.out, text);
    } finally {
      await store.close();
    }
    return 0;
  },
);

function oneOf<Choice extends string>(option: string, given: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((one) => one === given);
  if (choice !== undefined) return choice;
  throw usageError(`${option}: expected ${choices.join(', ')}, and was given ${given}`);
}

/** A file is seen under its name only when it is whole. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}
