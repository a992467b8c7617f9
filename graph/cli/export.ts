/** `npm run export`: the graph in a format that other programs read. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportChunks, FORMATS, type FormatName } from '../export/export.ts';
import { openStore } from '../open.ts';
import { NodeKind } from '../shapes.ts';
import { runCommand, usageError } from './command.ts';

const HELP = `Writes the graph in a format that other programs read, with the sentences that state each relation.
把图谱导出为其他软件可读的格式；每条关系都附有陈述它的原句。

  npm run -s export -- --format F [--out PATH] [options]

  --format F        csv      three tables for a spreadsheet: nodes, relations, evidence  三张表
                    jsonl    one object a line  每行一个 JSON 对象
                    graphml  yEd, Cytoscape, networkx, igraph
                    gexf     Gephi and Gephi Lite, with times  含时间
                    cypher   a script that makes the same graph in an empty Neo4j
                    ftm      FollowTheMoney entities for Aleph and OpenSanctions tools
  --out PATH        a file, or for csv a folder; without it, standard output (not for csv)
  --kinds K,…       only nodes of these kinds: ${NodeKind.options.join(',')}
  --store S         file of the embedded engine, or address of a Neo4j (neo4j://host:7687);
                    otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  -h, --help        this text

Examples  示例
  npm run export -- --format csv --out tables
  npm run export -- --format gexf --kinds Program,Place --out programs.gexf
  npm run -s export -- --format jsonl | head -3

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 成功，1 失败，2 命令有误。
`;

const OPTIONS = {
  format: { type: 'string' },
  out: { type: 'string' },
  kinds: { type: 'string' },
  store: { type: 'string' },
} as const;

/** Characters that are collected before they are handed on: a write a record would be slow. */
const BUFFER = 65_536;
/** An export is seen under its name only when it is whole. */
const UNFINISHED = '.part';

interface Sink {
  readonly write: (text: string) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly abandon: () => Promise<void>;
}

await runCommand({ name: 'export', help: HELP, options: OPTIONS }, async ({ values, positionals }) => {
  if (positionals.length > 0) throw usageError(`expected options only, and was given ${positionals[0]}`);
  const format = formatOf(values.format);
  const kinds = values.kinds?.split(',').map(kindOf);
  if (format === 'csv' && values.out === undefined)
    throw usageError('csv is three files: expected a folder for them (--out FOLDER)');
  const store = await openStore({ store: values.store, mustExist: true }, process.env);
  const sinks = await openSinks(format, values.out);
  try {
    const about = { source: `Zhitu ${store.location}`, madeOn: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length) };
    for await (const { file, text } of exportChunks(store, { format, about, ...(kinds && { kinds }) }))
      await sinks.get(file)?.write(text);
    for (const sink of sinks.values()) await sink.finish();
  } catch (error) {
    for (const sink of sinks.values()) await sink.abandon();
    throw error;
  } finally {
    await store.close();
  }
  return 0;
});

function formatOf(name: string | undefined): FormatName {
  const names = Object.keys(FORMATS) as FormatName[];
  const found = names.find((known) => known === name);
  if (!found) throw usageError(`expected --format ${names.join('|')}, and was given ${name ?? 'none'}`);
  return found;
}

function kindOf(name: string): NodeKind {
  const kind = NodeKind.safeParse(name);
  if (!kind.success) throw usageError(`expected kinds among ${NodeKind.options.join(', ')}, and was given ${name}`);
  return kind.data;
}

async function openSinks(format: FormatName, out: string | undefined): Promise<ReadonlyMap<string, Sink>> {
  const { files } = FORMATS[format];
  if (out === undefined) return new Map(files.map((file) => [file, sinkTo(process.stdout)]));
  const isFolder = files.length > 1;
  await mkdir(isFolder ? out : dirname(out), { recursive: true });
  return new Map(files.map((file) => [file, fileSink(isFolder ? join(out, file) : out)]));
}

function fileSink(path: string): Sink {
  const unfinished = `${path}${UNFINISHED}`;
  const stream = createWriteStream(unfinished);
  const sink = sinkTo(stream);
  return {
    write: sink.write,
    finish: async () => {
      await sink.finish();
      stream.end();
      await once(stream, 'close');
      await rename(unfinished, path);
    },
    abandon: async () => {
      stream.destroy();
      await rm(unfinished, { force: true });
    },
  };
}

function sinkTo(stream: WriteStream | NodeJS.WriteStream): Sink {
  let waiting = '';
  // A full disk shows as an event between two writes: it is kept, so that the next one reports it.
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure = error;
  });
  const flush = async (): Promise<void> => {
    if (failure) throw failure;
    const text = waiting;
    waiting = '';
    if (text !== '' && !stream.write(text)) await once(stream, 'drain');
    if (failure) throw failure;
  };
  return {
    write: async (text) => {
      waiting += text;
      if (waiting.length >= BUFFER) await flush();
    },
    finish: flush,
    abandon: async () => {},
  };
}
