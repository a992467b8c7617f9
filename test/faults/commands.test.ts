import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExtractedPage } from '../../ingest/contract.ts';
import { ROOT } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';

const SEED = join(ROOT, 'seeds', '004_9ceeee8b7f2fe289.txt');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-commands-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs a command of package.json as its script does. */
function run(name: 'extract' | 'ingest', ...args: readonly string[]) {
  return spawnSync(process.execPath, [programPath(`ingest/cli/${name}.ts`), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

describe('npm run extract', { timeout: 120_000 }, () => {
  it('prints one object a page that fits the contract, and nothing else, on standard output', async () => {
    const { status, stdout, stderr } = run('extract', 'seeds', '--timings');
    const lines = stdout.split('\n');
    expect(lines.pop()).toBe('');
    const pages = lines.map((line) => ExtractedPage.parse(JSON.parse(line)));
    expect(pages.map(({ source }) => source.file.slice(0, 10))).toEqual([
      'seeds/000_',
      'seeds/001_',
      'seeds/002_',
      'seeds/003_',
      'seeds/004_',
    ]);
    expect(stderr).toMatch(/\d s {2}all stages/u);
    expect(status).toBe(0);
  });

  it('gives a page in GBK and in UTF-16 the ids that it has in UTF-8', async () => {
    const text = await readFile(SEED, 'utf8');
    for (const encoding of ['gbk', 'utf-16le'] as const)
      await writeFile(join(folder, `${encoding}.txt`), iconv.encode(text, encoding));
    const { status, stdout } = run('extract', SEED, folder);
    expect(status).toBe(0);
    const ids = stdout
      .trim()
      .split('\n')
      .map((line) => ExtractedPage.parse(JSON.parse(line)).articles.map(({ id }) => id));
    expect(ids).toHaveLength(3);
    expect(ids[0]?.length).toBeGreaterThan(0);
    expect(ids[1]).toEqual(ids[0]);
    expect(ids[2]).toEqual(ids[0]);
  });

  it('names each path that gives nothing, prints the others, and ends with status 3', async () => {
    await copyFile(SEED, join(folder, 'a.txt'));
    await writeFile(join(folder, 'b.txt'), '');
    await writeFile(join(folder, 'c.txt'), '\0\u0001\u0002');
    await mkdir(join(folder, 'bare'));
    const { status, stdout, stderr } = run('extract', folder, join(folder, 'bare'), join(folder, 'gone'));
    expect(stdout.trim().split('\n')).toHaveLength(1);
    for (const [name, reason] of [
      ['b.txt', 'empty'],
      ['c.txt', 'binary'],
      ['bare', 'no-text-files'],
      ['gone', 'missing'],
    ]) {
      expect(stderr).toContain(`${join(folder, name as string)}: ${reason}: `);
    }
    expect(status).toBe(3);
  });

  it('ends with status 1 where no path gives a page, and 2 where it is not understood', () => {
    expect(run('extract', join(folder, 'gone')).status).toBe(1);
    expect(run('extract').status).toBe(2);
    expect(run('extract', 'seeds', '--date', '2019-02-30').status).toBe(2);
    expect(run('extract', 'seeds', '--tiems').stderr).toContain('--tiems');
  });

  it('ends quietly when its reader has seen enough', () => {
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `${process.execPath} --import tsx ingest/cli/extract.ts seeds | head -c 20`],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect(stdout).toHaveLength(20);
    expect(stderr).not.toMatch(/EPIPE|Error/u);
  });

  it('takes date and publication from the command line where the page has none', async () => {
    const page = join(folder, 'page.txt');
    await writeFile(
      page,
      '全市平安建设工作会议召开\n\n本报讯 市委副书记李明主持会议并讲话。会议要求，各地要抓好落实。\n',
    );
    const { stdout } = run('extract', page, '--date', '2020-03', '--publication', '湖州日报');
    expect(JSON.parse(stdout).source).toMatchObject({
      publication: '湖州日报',
      date: { value: '2020-03', precision: 'month', basis: 'file' },
    });
  });
});

describe('npm run ingest', { timeout: 120_000 }, () => {
  it('writes a store, and says the second time that nothing changed', () => {
    const store = join(folder, 'graph.grafeo');
    expect(run('ingest', SEED, '--store', store).stdout).toMatch(/^nodes {6}[1-9]\d* created/mu);
    const again = run('ingest', SEED, '--store', store);
    expect(again.stdout).toMatch(/^Nothing changed: /u);
    expect(again.status).toBe(0);
  });

  it('names a path that is not there, and creates no store for it', () => {
    const store = join(folder, 'new', 'graph.grafeo');
    const { status, stderr } = run('ingest', join(folder, 'nothing.txt'), '--store', store);
    expect(status).toBe(1);
    expect(stderr).toMatch(/nothing\.txt: missing: /u);
    expect(existsSync(store)).toBe(false);
  });

  it('ends with status 1 and a sentence where the store cannot be reached', () => {
    const { status, stderr } = run('ingest', SEED, '--store', 'bolt://127.0.0.1:1');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^ingest: .*127\.0\.0\.1:1/mu);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });
});
