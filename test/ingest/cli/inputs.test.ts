import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ExtractedPage } from '../../../ingest/contract.ts';
import { ROOT } from '../../support/processes.ts';
import { programPath } from '../../support/programs.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-inputs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const TEXT = '7月1日，省委政法委书记王昌荣在湖州市主持召开座谈会，围绕社会治理听取意见。';
const TITLE = '王昌荣在湖州调研';

it('reads web pages, Markdown and JSON lines beside text, and names the line that gives nothing', async () => {
  const line = {
    title: TITLE,
    date: '2019-07-03',
    byline: '张倩',
    text: TEXT,
    url: 'https://a.cn/1',
    publication: '某报',
  };
  const web = `<html><head><title>${TITLE}-某某网</title></head><body><h1>${TITLE}</h1>
<p>2019-07-03 09:12 来源：某报 作者：张倩</p><div><p>${TEXT}</p></div></body></html>`;
  await writeFile(join(folder, 'a.html'), web);
  await writeFile(
    join(folder, 'b.jsonl'),
    `${JSON.stringify(line)}\n{}\n${JSON.stringify({ ...line, title: '另题' })}\n`,
  );
  await writeFile(
    join(folder, 'c.md'),
    `---\ntitle: ${TITLE}\ndate: 2019-07-03\npublication: 某报\nbyline: 张倩\n---\n**7月1日**${TEXT.slice(4)}\n`,
  );
  await writeFile(join(folder, 'd.txt'), `某报 2019年7月3日 星期三 第2版\n\n${TITLE}\n\n本报记者 张倩\n\n${TEXT}\n`);

  const { status, stdout, stderr } = spawnSync(process.execPath, [programPath('ingest/cli/extract.ts'), folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const pages = stdout
    .trim()
    .split('\n')
    .map((json) => ExtractedPage.parse(JSON.parse(json)));

  expect(pages.map(({ source }) => source.file.slice(folder.length + 1))).toEqual([
    'a.html',
    'b.jsonl#1',
    'b.jsonl#3',
    'c.md',
    'd.txt',
  ]);
  for (const { source, articles } of pages) {
    expect(source.date?.value).toBe('2019-07-03');
    expect(source.publication).toBe('某报');
    expect(articles).toMatchObject([{ text: TEXT, byline: [{ name: '张倩' }] }]);
    expect(articles[0]?.facts.some(({ type }) => type === 'HELD_IN')).toBe(true);
  }
  // The same article is one article, whatever it came in.
  expect(new Set(pages.map(({ articles }) => articles[0]?.id)).size).toBe(2);
  expect(pages[1]?.articles[0]?.url).toBe('https://a.cn/1');
  expect(pages[4]?.source.pageNumber).toBe(2);
  expect(stderr).toContain(`${join(folder, 'b.jsonl#2')}: bad-line: `);
  expect(status).toBe(3);
}, 60_000);
