/** `npm run decide`: what people decide on who is who, and what became of it. */
import { userInfo } from 'node:os';
import { runCommand, usageError } from '../../graph/cli/command.ts';
import { type Decision, decisionsIn } from '../../graph/decisions.ts';
import { ZhituError } from '../../graph/errors.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { type DecisionReport, decide, withdraw } from '../decide.ts';
import { type EntityMention, mentionsOf } from '../entity-mentions.ts';

const HELP = `Says of two mentions that they are the same person or event, or are not, and works the graph out anew.
A decision outlives new versions, replacing and removing pages; withdrawn, it is kept and no longer counts.
判定两处提及是否为同一人（或同一活动），并据此重算图谱；判定长期有效，撤回后仍留存记录。

  npm run decide -- mentions ID                who was taken for this person or event, and why  列出提及及理由
  npm run decide -- same A B [--note N]        A and B are one  判为同一
  npm run decide -- different A B [--note N]   they are not  判为不同
  npm run decide -- list                       all decisions  列出判定
  npm run decide -- withdraw DECISION          one no longer counts  撤回

A and B are mentions as \`mentions\` lists them (article/…!person/王伟), or ids of the graph, which stand for their first mention.

  --by NAME         who decides (default: the user of this machine)
  --note TEXT       why
  --store S         file of the embedded engine, or address of a Neo4j (neo4j://host:7687);
                    otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  -h, --help        this text

Examples  示例
  npm run decide -- mentions person/王伟
  npm run decide -- different 'article/0123456789abcdef!person/王伟' 'article/fedcba9876543210!person/王伟' --note 一为记者
  npm run decide -- withdraw decision/0123456789abcdef

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 成功，1 失败，2 命令有误。
`;

const OPTIONS = { by: { type: 'string' }, note: { type: 'string' }, store: { type: 'string' } } as const;
/** What each word of this command takes behind it. */
const ARGUMENTS: Readonly<Record<string, number>> = { mentions: 1, same: 2, different: 2, list: 0, withdraw: 1 };

await runCommand({ name: 'decide', help: HELP, options: OPTIONS }, async ({ values, positionals }) => {
  const [verb = '', ...targets] = positionals;
  const wanted = ARGUMENTS[verb];
  if (wanted === undefined)
    throw usageError(`expected ${Object.keys(ARGUMENTS).join(', ')}, and was given ${verb || 'none of them'}`);
  if (targets.length !== wanted)
    throw usageError(`${verb} takes ${wanted} ${wanted === 1 ? 'id' : 'ids'}, and was given ${targets.length}`);
  const store = await openStore({ store: values.store, mustExist: true, changes: true }, process.env);
  try {
    const by = values.by ?? userInfo().username;
    const lines = await answer(store, verb, targets, { by, note: values.note ?? null });
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    return 0;
  } finally {
    await store.close();
  }
});

async function answer(
  store: GraphStore,
  verb: string,
  [a = '', b = '']: readonly string[],
  { by, note }: Pick<Decision, 'by' | 'note'>,
): Promise<readonly string[]> {
  const at = new Date().toISOString();
  switch (verb) {
    case 'mentions':
      return (await knownMentions(store, a)).flatMap(mentionLines);
    case 'list':
      return (await decisionsIn(store)).map(decisionLine);
    case 'withdraw':
      return reportLines(await withdraw(store, a, { by, at }));
    default: {
      const kind = verb === 'same' ? 'same' : 'different';
      return reportLines(
        await decide(store, { kind, a: await refOf(store, a), b: await refOf(store, b), by, at, note }),
      );
    }
  }
}

/** A mention as it is; an id of the graph as its first mention. */
async function refOf(store: GraphStore, target: string): Promise<string> {
  if (target.includes('!')) return target;
  const [first] = await knownMentions(store, target);
  return first?.ref ?? target;
}

async function knownMentions(store: GraphStore, id: string): Promise<readonly EntityMention[]> {
  const mentions = await mentionsOf(store, id);
  if (mentions.length > 0) return mentions;
  throw new ZhituError(
    'not-found',
    `No article names ${id}. Give the id of a person or an event as the page shows it (person/王昌荣).`,
    { id },
  );
}

function mentionLines({ ref, title, publishedOn, publication, words, reasons }: EntityMention): readonly string[] {
  const source = [publishedOn, publication, title && `《${title}》`].filter((part) => part).join(' ');
  return [
    ref,
    `    ${source}`,
    ...(words === '' ? [] : [`    …${words.replaceAll('\n', ' ')}…`]),
    ...reasons.map((reason) => `    · ${reason}`),
  ];
}

function decisionLine({ id, kind, a, b, by, at, note, withdrawn }: Decision): string {
  const state = withdrawn ? `withdrawn 已撤回 ${withdrawn.by} ${withdrawn.at}` : 'in force 有效';
  return [id, kind, a, b, by, at, note ?? '', state].join('\t');
}

function reportLines({ decision, written }: DecisionReport): readonly string[] {
  const { nodesCreated, nodesChanged, nodesRemoved, relationsCreated, relationsChanged, relationsRemoved } = written;
  return [
    decisionLine(decision),
    `nodes      ${nodesCreated} created, ${nodesChanged} changed, ${nodesRemoved} removed`,
    `relations  ${relationsCreated} created, ${relationsChanged} changed, ${relationsRemoved} removed`,
  ];
}
