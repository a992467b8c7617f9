/** A disk that is full in the middle of an ingest: it says so, and goes on where there is room again. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dumpAt } from '../support/dumps.ts';
import { begin, undisturbed, writePages } from '../support/killed-ingest.ts';
import { ROOT } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';
import { writeSmallPages } from '../support/small-pages.ts';

const NO_MOUNT = 'a small file system can only be mounted by root';

let folder: string;
let disk: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-disk-'));
  disk = join(folder, 'disk');
  mkdirSync(disk);
});
afterEach(() => {
  spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

const mounted = (kilobytes: number): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk]).status === 0;

function makeRoom(): void {
  const { status, stderr } = spawnSync('mount', ['-o', 'remount,size=256m', disk], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}

/** Names on the disk that are neither the store nor the folder of its runs. */
const leftovers = (): readonly string[] =>
  readdirSync(disk).filter((name) => !['graph.grafeo', 'graph.grafeo.wal', 'runs'].includes(name));

it('ends an ingest with a message; the store opens again, and ingesting again completes it', async (context) => {
  const file = join(folder, 'pages.jsonl');
  writePages(file, 700);
  const calm = join(folder, 'calm.grafeo');
  await undisturbed(file, calm);
  // Enough for the first of its transactions, and not for all.
  if (!mounted(3000)) return context.skip(NO_MOUNT);
  const store = join(disk, 'graph.grafeo');
  const program = await begin(file, store);
  expect(await program.ended).not.toBe(0);
  expect(program.stderr()).toMatch(/graph\.grafeo has no room left.*make room and repeat/su);
  expect(program.stderr()).toContain("code: 'disk-full'");
  expect(leftovers()).toEqual([]);
  makeRoom();
  const kept = await dumpAt(store);
  await undisturbed(file, store);
  const whole = await dumpAt(store);
  expect(whole.length).toBeGreaterThan(kept.length);
  expect(whole).toEqual(await dumpAt(calm));
}, 240_000);

it('is said in one line by every command that writes a store, and leaves no half file', async (context) => {
  if (!mounted(64)) return context.skip(NO_MOUNT);
  const pages = join(folder, 'pages');
  await writeSmallPages(pages, 30);
  const command = (path: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [programPath(path), ...args], { cwd: ROOT, encoding: 'utf8' });
  const store = join(disk, 'graph.grafeo');
  const full = command('ingest/cli/ingest.ts', pages, '--store', store, '--workers', '1');
  expect(full.status).toBe(1);
  expect(full.stderr).toMatch(/^ingest: .*no room left.*(?:make|Make) room/mu);
  expect(full.stderr).not.toMatch(/^\s+at /mu);
  expect(leftovers()).toEqual([]);
  makeRoom();
  const again = command('ingest/cli/ingest.ts', pages, '--store', store, '--workers', '1');
  expect(again.status, again.stderr).toBe(0);
  const filling = spawnSync('mount', ['-o', 'remount,size=1k', disk]);
  if (filling.status !== 0) spawnSync('sh', ['-c', `cat /dev/zero > ${disk}/runs/filler`]);
  const backup = command('graph/cli/backup.ts', '--store', store, '--out', join(disk, 'backup.jsonl'));
  expect(backup.status).toBe(1);
  expect(backup.stderr).toMatch(/^backup: .*no room left/mu);
  expect(leftovers()).toEqual([]);
}, 240_000);
