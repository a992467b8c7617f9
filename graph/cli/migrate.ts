/** `npm run migrate`: everything in one store into another, empty one. */
import { dumpLines } from '../dump.ts';
import { ZhituError } from '../errors.ts';
import { dumpDigest, loadLines } from '../load.ts';
import { openStore } from '../open.ts';
import { runCommand, usageError } from './command.ts';

const HELP = `Carries everything in one store over into another, empty one: the graph, what was extracted, and what
people decided. Both are compared at the end; the first is not changed.
把一个图库的全部内容（含人工决定）迁移到另一个空图库，并在最后核对；原图库不变。

  npm run migrate -- --from S --to S

  --from S, --to S  file of the embedded engine, \`embedded\` for the one under data/, or address of a Neo4j
                    (user and password: NEO4J_USER and NEO4J_PASSWORD)
  -h, --help        this text

Examples  示例
  NEO4J_PASSWORD=… npm run migrate -- --from embedded --to neo4j://localhost:7687
  NEO4J_PASSWORD=… npm run migrate -- --from neo4j://localhost:7687 --to data/copy.grafeo

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 成功，1 失败，2 命令有误。
`;

/** The name of the default embedded store on this command line. */
const EMBEDDED = 'embedded';

await runCommand(
  { name: 'migrate', help: HELP, options: { from: { type: 'string' }, to: { type: 'string' } } },
  async ({ values: { from, to }, positionals }) => {
    if (from === undefined || to === undefined || positionals.length > 0)
      throw usageError('expected --from STORE and --to STORE');
    if (from === to) throw usageError(`expected two stores, and was given ${from} twice`);
    const source = await openStore({ ...targetOf(from), mustExist: true }, noTarget(from));
    try {
      const target = await openStore(targetOf(to), noTarget(to));
      try {
        const { sha256, ...counts } = await loadLines(target, dumpLines(source));
        if ((await dumpDigest(target)) !== sha256)
          throw new ZhituError(
            'store-rejected',
            `What ${target.location} has now differs from ${source.location}: another program was writing to one of them. Empty the target and migrate again.`,
          );
        process.stdout.write(
          `${counts.nodes} nodes, ${counts.relations} relations, ${counts.kept} kept records: the two are equal  两库一致\n`,
        );
        return 0;
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  },
);

function targetOf(store: string): { readonly store?: string } {
  return store === EMBEDDED ? {} : { store };
}

/** `embedded` is the default file, whatever the environment names. */
function noTarget(store: string): NodeJS.ProcessEnv {
  return store === EMBEDDED ? { ...process.env, ZHITU_STORE: '', NEO4J_URI: '' } : process.env;
}
