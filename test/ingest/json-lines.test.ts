import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileProblem, MAX_PAGE_BYTES, type RawPage } from '../../ingest/files.ts';
import { linesOf, readJsonLines } from '../../ingest/json-lines.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-jsonl-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(content: string | Uint8Array): Promise<(RawPage | FileProblem)[]> {
  const file = join(folder, 'x.jsonl');
  await writeFile(file, content);
  const items: (RawPage | FileProblem)[] = [];
  for await (const item of readJsonLines(file)) items.push({ ...item, file: item.file.slice(folder.length + 1) });
  return items;
}

const ARTICLE = { title: '题', text: '正文。' };

describe('readJsonLines', () => {
  it('gives each line as an article with what its fields state', async () => {
    const line = {
      title: ' 甲县召开会议 ',
      date: '2019-07-03',
      byline: '记者 张倩 通讯员 王志浩',
      text: '昨日，\r\n甲县召开会议。',
      url: 'https://example.com/1',
      publication: '某报',
      issue: 5783,
      page: 3,
      views: 7,
    };
    expect(await read(`${JSON.stringify(line)}\n`)).toMatchObject([
      {
        file: 'x.jsonl#1',
        text: '昨日，\n甲县召开会议。',
        given: {
          title: '甲县召开会议',
          date: '2019-07-03',
          byline: [
            { name: '张倩', role: 'reporter' },
            { name: '王志浩', role: 'correspondent' },
          ],
          publication: '某报',
          url: 'https://example.com/1',
          issue: 5783,
          pageNumber: 3,
          issues: [],
        },
      },
    ]);
  });

  it('reports a bad line by its number and goes on', async () => {
    const items = await read(
      [
        JSON.stringify(ARTICLE),
        '',
        '{"title": "题"',
        '{"title": "题", "content": "x"}',
        '{"text": " "}',
        '[1]',
        JSON.stringify(ARTICLE),
      ].join('\n'),
    );
    expect(items.map((item) => [item.file, 'reason' in item ? item.reason : 'good'])).toEqual([
      ['x.jsonl#1', 'good'],
      ['x.jsonl#3', 'bad-line'],
      ['x.jsonl#4', 'bad-line'],
      ['x.jsonl#5', 'bad-line'],
      ['x.jsonl#6', 'bad-line'],
      ['x.jsonl#7', 'good'],
    ]);
    expect(items[2]).toMatchObject({ message: expect.stringMatching(/saw title, content; text:/u) });
  });

  it('takes people as names, as lists and with their roles', async () => {
    const bylines = [
      '张倩',
      ['张倩', '记者 王志浩'],
      [{ name: 'Zhang', role: 'photographer' }, { name: '李洁' }],
      null,
    ];
    const items = await read(bylines.map((byline) => JSON.stringify({ ...ARTICLE, byline })).join('\n'));
    expect(items.map((item) => ('given' in item ? item.given?.byline.map(({ name }) => name) : []))).toEqual([
      ['张倩'],
      ['张倩', '王志浩'],
      ['Zhang', '李洁'],
      [],
    ]);
  });

  it('keeps the words of a byline that it cannot read as a doubt', async () => {
    const [item] = await read(JSON.stringify({ ...ARTICLE, byline: '这里没有名字，只有一句话。' }));
    expect(item).toMatchObject({ given: { byline: [], issues: [{ reason: 'unread-byline' }] } });
  });

  it('reads GB18030, a byte order mark and a last line without line feed', async () => {
    const [gbk] = await read(iconv.encode(JSON.stringify({ title: '题目', text: '昨日，甲县召开会议。' }), 'gb18030'));
    expect(gbk).toMatchObject({ text: '昨日，甲县召开会议。', encoding: 'gb18030' });
    const [marked] = await read(`\ufeff${JSON.stringify(ARTICLE)}`);
    expect(marked).toMatchObject({ file: 'x.jsonl#1', text: '正文。' });
  });

  it('refuses a line that is longer than any article, and reads the next', async () => {
    const long = JSON.stringify({ text: '浙'.repeat(MAX_PAGE_BYTES / 3 + 1) });
    const items = await read(`${long}\n${JSON.stringify(ARTICLE)}`);
    expect(items.map((item) => ('reason' in item ? item.reason : item.text))).toEqual(['too-large', '正文。']);
  });

  it('gives up a file whose first hundred lines hold nothing', async () => {
    const items = await read('x\n'.repeat(5_000));
    expect(items).toHaveLength(101);
    expect(items.at(-1)).toMatchObject({ file: 'x.jsonl', reason: 'bad-line' });
  });

  it('says of an empty file and of one that is not there why', async () => {
    expect(await read('\n \n')).toMatchObject([{ file: 'x.jsonl', reason: 'empty' }]);
    const gone: (RawPage | FileProblem)[] = [];
    for await (const item of readJsonLines(join(folder, 'gone.jsonl'))) gone.push(item);
    expect(gone).toMatchObject([{ reason: 'missing' }]);
  });
});

describe('linesOf', () => {
  async function split(chunks: readonly string[], limit = 100): Promise<(string | null)[]> {
    async function* stream() {
      for (const chunk of chunks) yield Buffer.from(chunk);
    }
    const lines: (string | null)[] = [];
    for await (const line of linesOf(stream(), limit)) lines.push(line && Buffer.from(line).toString());
    return lines;
  }

  it('joins what chunks cut, and keeps blank lines, so that the numbers are right', async () => {
    expect(await split(['a', 'b\n', '\nc', 'd\ne'])).toEqual(['ab', '', 'cd', 'e']);
  });

  it('keeps nothing of a line over the limit, in one chunk or many', async () => {
    expect(await split(['abcd\nab\n', 'ab', 'cd', 'e\nabc'], 3)).toEqual([null, 'ab', null, 'abc']);
  });
});
