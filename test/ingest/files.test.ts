import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectFiles, isChanged, MAX_PAGE_BYTES, readPageFile } from '../../ingest/files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array = '本报讯 一页。'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('collectFiles', () => {
  it('gives the page files of a folder in name order, and nothing else of it', async () => {
    const pages = ['a10.md', 'a2.TXT', 'b.txt', 'c.HTML', 'd.htm', 'e.jsonl', 'readmes.txt', '丙.txt'];
    for (const name of [...pages, 'README.md', 'x.txt.bak', 'y.json', 'z.html.gz']) await put(name);
    await mkdir(join(folder, 'deeper.txt'));
    const { files, problems } = await collectFiles([folder]);
    expect(files).toEqual(pages.map((name) => join(folder, name)));
    expect(problems).toEqual([]);
  });

  it('takes a file that is named, whatever its ending', async () => {
    const page = await put('page.md');
    expect((await collectFiles([page])).files).toEqual([page]);
  });

  it('takes a file once, under its first name', async () => {
    const page = await put('page.txt');
    const again = relative(process.cwd(), page);
    expect((await collectFiles([page, folder, again])).files).toEqual([page]);
  });

  it('keeps the order of the paths, and goes on after a bad one', async () => {
    const page = await put('page.txt');
    const bare = join(folder, 'bare');
    await mkdir(join(bare, 'deep'), { recursive: true });
    const { files, problems } = await collectFiles([join(folder, 'gone'), bare, join(page, 'under'), page]);
    expect(files).toEqual([page]);
    expect(problems.map(({ file, reason }) => [relative(folder, file), reason])).toEqual([
      ['gone', 'missing'],
      ['bare', 'no-text-files'],
      [join('page.txt', 'under'), 'missing'],
    ]);
    expect(problems[1]?.message).toMatch(/sub-folders/u);
  });
});

describe('readPageFile', () => {
  it('gives the text with the hash of the bytes as they are on disk', async () => {
    const bytes = Buffer.from('\ufeff本报讯\r\n王昌荣');
    const page = await put('page.txt', bytes);
    expect(await readPageFile(page)).toEqual({
      file: page,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      text: '本报讯\n王昌荣',
      encoding: 'utf-8',
    });
  });

  it('says of each file that gives no page why', async () => {
    const huge = await put('huge.txt');
    await truncate(huge, MAX_PAGE_BYTES + 1);
    const dangling = join(folder, 'dangling.txt');
    await symlink(join(folder, 'nowhere'), dangling);
    const reasonOf = async (file: string) => {
      const result = await readPageFile(file);
      return 'reason' in result ? result.reason : null;
    };
    expect(await readPageFile(huge)).toMatchObject({
      reason: 'too-large',
      message: expect.stringMatching(/10\.0 MB/u),
    });
    expect(await reasonOf(dangling)).toBe('missing');
    expect(await reasonOf(await put('empty.txt', ''))).toBe('empty');
    expect(await reasonOf(await put('binary.txt', '\0\0'))).toBe('binary');
    expect(await reasonOf(folder)).toBe('unreadable');
    expect(await reasonOf(await put('good.txt'))).toBeNull();
  });

  it('reads a file of exactly the greatest size', async () => {
    const page = await put('page.txt', '浙'.padEnd(MAX_PAGE_BYTES - 2, ' '));
    expect(await readPageFile(page)).toHaveProperty('text');
  });

  it('does not wait for a pipe', async () => {
    const pipe = join(folder, 'pipe.txt');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    expect(await readPageFile(pipe)).toMatchObject({ reason: 'unreadable' });
  });
});

describe('isChanged', () => {
  it('sees that a file was written to, or another put in its place, and takes reading for no change', async () => {
    const path = await put('page.txt');
    const before = await stat(path);
    await readFile(path);
    expect(isChanged(before, await stat(path))).toBe(false);
    await appendFile(path, '又一行');
    const longer = await stat(path);
    expect(isChanged(before, longer)).toBe(true);
    await utimes(path, longer.atime, new Date(longer.mtimeMs + 1000));
    expect(isChanged(longer, await stat(path))).toBe(true);
    await rename(await put('other.txt', await readFile(path)), path);
    await utimes(path, longer.atime, longer.mtime);
    expect(isChanged(longer, await stat(path))).toBe(true);
  });
});
