import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openKeptPages, pageName } from '../../scripts/kept-pages.ts';

describe('the name of a kept page', () => {
  it.each([
    ['版面 3.TXT', '版面 3.txt'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\报纸\\一版.html', '一版.html'],
    ['..txt', '版面.txt'],
    ['a\u202Eb\u0000<c>.md', 'abc.md'],
    [`${'长'.repeat(300)}.txt`, `${'长'.repeat(60)}.txt`],
  ])('of %j is %j', (given, name) => {
    expect(pageName(given)).toBe(name);
  });

  it('keeps other bytes of one name under a number of their own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhitu-kept-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const kept = openKeptPages(folder);
    for (const text of ['one', 'two', 'one', 'two'])
      await kept.keep({ name: 'a.txt', base64: Buffer.from(text).toString('base64') }, '2026-11-21');
    expect((await kept.list()).map(({ name, bytes }) => [name, bytes]).sort()).toEqual([
      ['a-2.txt', 3],
      ['a.txt', 3],
    ]);
  });
});
