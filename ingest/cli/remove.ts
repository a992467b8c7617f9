/** `npm run remove`: takes articles, files and folders out of the store, and says what went and what stayed. */
import { runCommand, usageError } from '../../graph/cli/command.ts';
import { openStore } from '../../graph/open.ts';
import { removeFromGraph } from '../remove.ts';
import { removalLines } from './removal-report.ts';
import { exitStatus } from './report.ts';

const HELP = `Takes articles, files or folders out of the graph. What other pages state too stays, and so does what people decided.
把文章、文件或文件夹从图库中移除；其他版面也记载的内容和人工判定会保留。

  npm run remove -- ARTICLE_ID | FILE | FOLDER … [options]

An article id is article/ and 16 digits; a file may also be one line of a .jsonl file (pages.jsonl#12); a folder stands
for the files directly in it. The files need not be there any longer, but are named as they were ingested. Ingesting a
file again brings it back; an article that was removed by its id stays away until its file changes.
文章 id 形如 article/…；文件可以是 .jsonl 中的一行（pages.jsonl#12）；文件夹代表其中的文件。文件本身可以已不存在。

  --store S         file of the embedded engine, or address of a Neo4j (neo4j://host:7687);
                    otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  --dry-run         only say what would go  只显示将会移除的内容
  -h, --help        this text

Examples  示例
  npm run remove -- 版面/2019年7月/03版.txt
  npm run remove -- article/0123456789abcdef --dry-run

Exit status: 0 all found, 3 some, 1 none, 2 not understood.  退出码：0 全部找到，3 部分找到，1 全部未找到，2 命令有误。
`;

await runCommand(
  { name: 'remove', help: HELP, options: { store: { type: 'string' }, 'dry-run': { type: 'boolean' } } },
  async ({ values, positionals }) => {
    if (positionals.length === 0)
      throw usageError('expected the id of an article, or the path of a file or a folder, and was given none');
    const store = await openStore({ store: values.store, mustExist: true, changes: true }, process.env);
    try {
      const dryRun = values['dry-run'] === true;
      const report = await removeFromGraph(positionals, { store, dryRun });
      for (const target of report.unknown)
        process.stderr.write(`${target}: unknown: no article, file or folder of this name is in the store\n`);
      process.stdout.write(`${removalLines(report, dryRun).join('\n')}\n`);
      return exitStatus(positionals.length - report.unknown.length, report.unknown.length);
    } finally {
      await store.close();
    }
  },
);
