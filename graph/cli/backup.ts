/** `npm run backup`: everything in a store in one file. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backupLines } from '../backup.ts';
import { openStore } from '../open.ts';
import { runCommand, usageError } from './command.ts';
import { writeLines } from './text-files.ts';

const FOLDER = fileURLToPath(new URL('../../data/backups', import.meta.url));

const HELP = `Writes everything in a store to one file: the graph, what was extracted, and what people decided.
The file can be restored into either engine.
把图库的全部内容（图谱、抽取结果、人工决定）备份为一个文件，可恢复到任一引擎。

  npm run backup -- [--out FILE] [--store S]

  --out FILE        where to; packed if it ends in .gz (default: data/backups/TIME.jsonl.gz)
  --store S         file of the embedded engine, or address of a Neo4j (neo4j://host:7687);
                    otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  -h, --help        this text

Examples  示例
  npm run backup
  npm run backup -- --out /mnt/usb/zhitu.jsonl.gz
  npm run restore -- /mnt/usb/zhitu.jsonl.gz --store data/again.grafeo

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 成功，1 失败，2 命令有误。
`;

await runCommand(
  { name: 'backup', help: HELP, options: { out: { type: 'string' }, store: { type: 'string' } } },
  async ({ values, positionals }) => {
    if (positionals.length > 0) throw usageError(`expected options only, and was given ${positionals[0]}`);
    const madeAt = new Date().toISOString();
    const out = values.out ?? join(FOLDER, `${madeAt.replace(/[:.]/gu, '-')}.jsonl.gz`);
    const store = await openStore({ store: values.store, mustExist: true }, process.env);
    try {
      await writeLines(out, backupLines(store, madeAt));
      process.stdout.write(`${out}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
);
