/** `npm run restore`: a backup, or a dump, becomes a store again. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dumpOfBackup } from '../backup.ts';
import { ZhituError } from '../errors.ts';
import { dumpDigest, type LoadReport, loadLines } from '../load.ts';
import { isAddress, openStore, storeTarget } from '../open.ts';
import type { GraphStore } from '../store.ts';
import { EMBEDDED_SUFFIXES } from '../stores/embedded-files.ts';
import { runCommand, usageError } from './command.ts';
import { readLines } from './text-files.ts';

const HELP = `Makes a store again from a file that \`npm run backup\` or \`npm run dump\` wrote, and compares the two.
用 backup 或 dump 生成的文件恢复图库，并逐字节核对。

  npm run restore -- FILE [--store S] [--replace]

  --replace         put it in the place of an embedded store that is there; the old one is kept
                    beside it as S.before-TIME  替换已有的库文件（旧库保留）
  --store S         file of the embedded engine, or address of an empty Neo4j (neo4j://host:7687);
                    otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  -h, --help        this text

Examples  示例
  npm run restore -- data/backups/2026-05-01.jsonl.gz --replace
  NEO4J_PASSWORD=… npm run restore -- graph.jsonl --store neo4j://localhost:7687

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 成功，1 失败，2 命令有误。
`;

await runCommand(
  { name: 'restore', help: HELP, options: { store: { type: 'string' }, replace: { type: 'boolean' } } },
  async ({ values, positionals }) => {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw usageError(`expected one file, and was given ${positionals.length}`);
    const target = storeTarget({ store: values.store }, process.env);
    const report = isAddress(target)
      ? await restoreInto(target, file)
      : await restoreFile(target, file, values.replace);
    process.stdout.write(
      `${report.nodes} nodes, ${report.relations} relations, ${report.kept} kept records: equal to the backup  与备份一致\n`,
    );
    return 0;
  },
);

async function restoreInto(target: string, file: string): Promise<LoadReport> {
  const store = await openStore({ store: target }, process.env);
  try {
    const report = await loadLines(store, dumpOfBackup(readLines(file)));
    await assertEqual(store, report);
    return report;
  } finally {
    await store.close();
  }
}

/** Beside the store first, so that one that is there stays as it is until the other is whole. */
async function restoreFile(target: string, file: string, replace = false): Promise<LoadReport> {
  if (existsSync(target) && !replace)
    throw new ZhituError(
      'bad-input',
      `There is a store at ${target}. Add --replace to put the backup in its place (the old one is kept), or name another with --store.`,
      { path: target },
    );
  // It shows whether another process has it, and folds its log into the file. One that is too damaged to open may be replaced.
  if (existsSync(target)) await closeAgain(target);
  const restored = `${target}.restoring`;
  await removeStore(restored);
  try {
    const report = await restoreInto(restored, file);
    if (existsSync(target))
      await moveStore(target, `${target}.before-${new Date().toISOString().replace(/[:.]/gu, '-')}`);
    await moveStore(restored, target);
    return report;
  } catch (error) {
    await removeStore(restored);
    throw error;
  }
}

async function closeAgain(target: string): Promise<void> {
  try {
    await (await openStore({ store: target }, process.env)).close();
  } catch (error) {
    if (error instanceof ZhituError && error.code === 'store-locked') throw error;
  }
}

async function assertEqual(store: GraphStore, { sha256 }: LoadReport): Promise<void> {
  const found = await dumpDigest(store);
  if (found === sha256) return;
  throw new ZhituError(
    'store-rejected',
    `What ${store.location} has now is not what the file lists: either another program was writing, or the lines are not in the order of a dump. Empty the store and restore again.`,
    { expected: sha256, found },
  );
}

async function moveStore(from: string, to: string): Promise<void> {
  for (const suffix of EMBEDDED_SUFFIXES) if (existsSync(from + suffix)) await rename(from + suffix, to + suffix);
}

async function removeStore(path: string): Promise<void> {
  for (const suffix of EMBEDDED_SUFFIXES) await rm(path + suffix, { recursive: true, force: true });
}
