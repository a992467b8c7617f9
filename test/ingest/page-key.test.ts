import { describe, expect, it } from 'vitest';
import { fileName, pageId, placeOfPage } from '../../ingest/page-key.ts';

const id = (file: string, settings = ''): string => pageId({ file, sha256: 'ab' }, settings);

describe('the id of a page', () => {
  it('is that of its content, whatever its file is called', () => {
    expect(id('a.txt')).toBe(id('elsewhere/b.txt'));
    expect(id('a.jsonl#1')).toBe(id('b.jsonl#7'));
    expect(pageId({ file: 'a.txt', sha256: 'cd' }, '')).not.toBe(id('a.txt'));
  });

  it('is another where the name, the kind of file or what was given changes what is read in it', () => {
    const ids = [id('a.txt'), id('a.md'), id('a.html'), id('a.jsonl#1'), id('第3版.txt'), id('a.txt', '浙江日报')];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the name of a file', () => {
  it('is one however the file is called', () => {
    for (const path of ['seeds/a.txt', './seeds/a.txt', 'seeds/../seeds/a.txt', '/home/x/seeds/a.txt'])
      expect(fileName(path, '/home/x')).toBe('seeds/a.txt');
  });

  it('is its whole path outside the working directory', () => {
    expect(fileName('../y/a.txt', '/home/x')).toBe('/home/y/a.txt');
    expect(fileName('..a.txt', '/home/x')).toBe('..a.txt');
  });

  it('has the line of a file of many pages', () => {
    expect(placeOfPage('b.jsonl#12', '/home/x')).toEqual({ file: 'b.jsonl', line: 12, id: 'source/b.jsonl#12' });
    expect(placeOfPage('b#12.txt', '/home/x')).toEqual({ file: 'b#12.txt', line: 0, id: 'source/b#12.txt' });
  });
});
