/** `npm run dump`: the whole graph as sorted lines of JSON on standard output. */
import { once } from 'node:events';
import { dumpLines } from '../dump.ts';
import { openStore } from '../open.ts';
import { runCommand } from './command.ts';

const HELP = `Prints the whole graph, one JSON object a line: nodes by id, then relations by type and start, then what is kept
beside it (files, pages, extractions, decisions).
The same graph gives the same bytes on either engine.
把整个图谱按固定顺序输出为 JSON Lines；同一图谱在两种引擎上的输出逐字节相同。

  npm run -s dump -- [--store S]

  --store S         file of the embedded engine, or address of a Neo4j (neo4j://host:7687);
                    otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  -h, --help        this text

Examples  示例
  npm run -s dump > graph.jsonl
  npm run -s dump -- --store neo4j://localhost:7687 | diff graph.jsonl -

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 成功，1 失败，2 命令有误。
`;

await runCommand({ name: 'dump', help: HELP, options: { store: { type: 'string' } } }, async ({ values }) => {
  const store = await openStore({ store: values.store, mustExist: true }, process.env);
  try {
    for await (const line of dumpLines(store)) {
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    }
  } finally {
    await store.close();
  }
  return 0;
});
