import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../graph/open.ts';
import { writeGraph } from '../../graph/writer.ts';
import { SAMPLE } from '../conformance/sample.ts';
import { ROOT } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';

let folder: string;
let store: string;
let backup: string;
let made: ReturnType<typeof run>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-backup-'));
  store = join(folder, 'a.grafeo');
  backup = join(folder, 'backups', 'a.jsonl.gz');
  const opened = await openStore({ store }, {});
  await writeGraph(opened, SAMPLE);
  await opened.close();
  made = run('backup', '--store', store, '--out', backup);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programPath(`graph/cli/${command}.ts`), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const dump = (path: string) => run('dump', '--store', path).stdout;

describe('npm run backup and restore', { timeout: 120_000 }, () => {
  test('give the same store again under another name, and leave no unfinished file', () => {
    expect(made).toEqual({ status: 0, stdout: `${backup}\n`, stderr: '' });
    const again = join(folder, 'b.grafeo');
    const { status, stdout } = run('restore', backup, '--store', again);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+ nodes, \d+ relations, 0 kept records: equal/u)]);
    expect(dump(again)).toBe(dump(store));
    expect(readdirSync(folder).filter((name) => name.startsWith('b.'))).toEqual(['b.grafeo']);
    expect(readdirSync(join(folder, 'backups'))).toEqual(['a.jsonl.gz']);
  });

  test('do not replace a store unless told, and then keep it', () => {
    const target = join(folder, 'c.grafeo');
    writeFileSync(target, 'not a store');
    expect(run('restore', backup, '--store', target)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Add --replace'),
    });
    expect(run('restore', backup, '--store', target, '--replace').status).toBe(0);
    expect(dump(target)).toBe(dump(store));
    const kept = readdirSync(folder).find((name) => name.startsWith('c.grafeo.before-')) ?? '';
    expect(readFileSync(join(folder, kept), 'utf8')).toBe('not a store');
  });

  test('refuse a packed file that was cut, and leave what was there', () => {
    const cut = join(folder, 'cut.jsonl.gz');
    writeFileSync(cut, readFileSync(backup));
    truncateSync(cut, 700);
    const target = join(folder, 'd.grafeo');
    const { status, stderr } = run('restore', cut, '--store', target);
    expect([status, stderr]).toEqual([1, expect.stringContaining('cannot be unpacked')]);
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('d.grafeo'))).toEqual([]);
  });

  test('migrate carries a store over, and refuses one that holds something', () => {
    const target = join(folder, 'e.grafeo');
    expect(run('migrate', '--from', store, '--to', target).stdout).toMatch(/the two are equal/u);
    expect(dump(target)).toBe(dump(store));
    expect(run('migrate', '--from', store, '--to', target)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Expected an empty store'),
    });
  });
});
