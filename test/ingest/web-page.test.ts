import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readFormat } from '../../ingest/formats.ts';
import { readPage } from '../../ingest/pages.ts';
import { readWebPage } from '../../ingest/web-page.ts';

const PARAGRAPH =
  '<p>　　近日，省委政法委书记王昌荣到湖州调研基层治理，强调要注重整合资源，坚持重心下移，推进现代化。</p>';
const TEXT = '近日，省委政法委书记王昌荣到湖州调研基层治理，强调要注重整合资源，坚持重心下移，推进现代化。';
const NAVIGATION = `<ul>${Array.from({ length: 40 }, (_, i) => `<li><a href="/${i}">栏目${i}</a></li>`).join('')}</ul>`;

interface Parts {
  readonly head?: string;
  readonly info?: string;
  readonly body?: string;
  readonly foot?: string;
}

function site({ head = '<title>王昌荣在湖州调研-某某网</title>', info = '', body, foot = '' }: Parts): string {
  return `<!DOCTYPE html><html><head>${head}<script>var a = '<p>脚本里的中文，不能进入正文。</p>';</script></head>
<body><div id="menu">${NAVIGATION}</div><div class="main"><h1>王昌荣在湖州调研</h1><div class="info">${info}</div>
<div class="txt">${body ?? PARAGRAPH.repeat(3)}<script>document.write('脚本')</script></div></div>
<div class="bottom">${NAVIGATION}${foot}</div></body></html>`;
}

const given = (parts: Parts) => readWebPage(site(parts)).given;

describe('the text of a web page', () => {
  test('is the body alone, one paragraph a line', () => {
    expect(readWebPage(site({})).text).toBe([TEXT, TEXT, TEXT].join('\n'));
  });

  test('is taken from where publishing systems put it, however short', () => {
    const body = `<founder-content>${PARAGRAPH}第二段<br>第三段<br/><span style="display: none">看不见</span></founder-content>`;
    expect(readWebPage(site({ body })).text).toBe(`${TEXT}\n第二段\n第三段`);
  });

  test('is found in a fragment without html and body', () => {
    expect(readWebPage(PARAGRAPH.repeat(4)).text).toBe(Array(4).fill(TEXT).join('\n'));
  });
});

describe('the head of a web page', () => {
  test.each([
    ['<title>王昌荣在湖州调研_平安频道_某某网</title>', '王昌荣在湖州调研'],
    ['<title>某某网</title><meta property="og:title" content="另一个题目">', '另一个题目'],
    ['<title>某日报数字报-王昌荣在湖州调研</title>', '王昌荣在湖州调研'],
    ['<title>别的题目在此 - 某某网</title>', '别的题目在此'],
    ['', '王昌荣在湖州调研'],
  ])('%s gives the title %s', (head, title) => {
    expect(given({ head }).title).toBe(title);
  });

  test.each([
    [{ info: '发布时间：2019-07-03 09:12' }, '2019-07-03'],
    [{ info: '2019年7月3日 09:12　来源：某报' }, '2019-07-03'],
    [{ info: '<time datetime="2019-07-03">上周</time>' }, '2019-07-03'],
    [{ head: '<meta name="PubDate" content="2019-07-03 08:00">', info: '发布时间：2020-01-01' }, '2019-07-03'],
    [{ head: '<link rel="canonical" href="https://a.cn/html/2019-07/03/c_1.htm">' }, '2019-07-03'],
  ])('%j gives the day %s', (parts, value) => {
    const { text, given: stated } = readWebPage(site(parts));
    const [page] = readPage({ file: 'x', sha256: '0', text, given: stated }, { homeOf: () => null }).items;
    expect(page?.date).toEqual({ value, precision: 'day', basis: 'file' });
  });

  test.each([
    [{ info: '2019-07-03 来源：《丽水日报》 作者：王平' }, '丽水日报'],
    [{ head: '<title>题目在此</title><meta name="ContentSource" content="某某发布">' }, '某某发布'],
    [{ head: '<title>王昌荣在湖州调研-桃源日报数字报</title>' }, '桃源日报'],
    [{ head: '<meta property="og:site_name" content="某某网">' }, '某某网'],
  ])('%j gives the publication %s', (parts, publication) => {
    expect(given(parts).publication).toBe(publication);
  });

  test.each([
    [{ info: '来源：某报 作者：张倩、王志浩 编辑：李洁' }, ['张倩', '王志浩']],
    [{ info: '记者：张倩　通讯员：王志浩' }, ['张倩', '王志浩']],
    [{ head: '<meta name="author" content="张倩">' }, ['张倩']],
    [{ info: '编辑：李洁' }, ['李洁']],
    [{ foot: '<p>责任编辑：李洁</p>' }, []],
    [{ info: '编辑：李洁', body: `<p>本报记者 张倩</p>${PARAGRAPH.repeat(3)}` }, []],
    [{ head: '<meta name="author" content="某某网">' }, []],
  ])('%j gives the authors %j', (parts, names) => {
    expect(given(parts).byline.map(({ name }) => name)).toEqual(names);
  });

  test('gives the address that a browser saved the page from', () => {
    const html = `<!-- saved from url=(0030)https://a.cn/2019/c_1.htm -->${site({})}`;
    expect(readWebPage(html).given.url).toBe('https://a.cn/2019/c_1.htm');
    expect(given({ head: '<link rel="canonical" href="javascript:x">' }).url).toBeNull();
  });
});

describe('hostile web pages', () => {
  test.each([
    ['nothing', '', 'no-articles'],
    ['no running text', '<html><head><title>王昌荣在湖州调研</title></head></html>', 'no-articles'],
    ['a frame that scripts fill', `<div id="app"></div><script>${'字'.repeat(500)}</script>`, 'no-articles'],
    ['endless nesting', `${'<div>'.repeat(50_000)}${PARAGRAPH}`, 'too-large'],
    ['nesting that takes long to search', '<div>'.repeat(240) + PARAGRAPH.repeat(2_000), 'too-large'],
    ['ten megabytes of elements', '<b>字</b>'.repeat(1_000_000), 'too-large'],
    ['scripts that never end', '<script>'.repeat(500_000), 'no-articles'],
    ['comments that never end', '<!--'.repeat(500_000), 'no-articles'],
  ])('%s is refused with its reason', (_, html, reason) => {
    expect(() => readWebPage(html)).toThrow(expect.objectContaining({ details: { reason } }));
  });
});

describe('the encoding of a web page', () => {
  const html = (charset: string) =>
    site({ head: `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">` });

  test.each([
    ['gb2312', iconv.encode(html('gb2312'), 'gb18030'), 'gb18030'],
    [
      'Big5',
      iconv.encode(
        site({ head: '<meta charset=Big5>', body: `<p>${'近日，縣委書記到鄉鎮調研。'.repeat(5)}</p>` }),
        'big5',
      ),
      'big5',
    ],
    ['gbk, saved again as UTF-8', Buffer.from(html('gbk')), 'utf-8'],
    ['a wrong one', iconv.encode(html('utf-8'), 'gb18030'), 'gb18030'],
  ])('declared as %s is read right', async (_, bytes, encoding) => {
    const content = await readFormat('x.HTM', bytes);
    expect(content.encoding).toBe(encoding);
    expect(content.text).toMatch(/(?:^|\n)近日，[省縣]委/u);
  });
});
