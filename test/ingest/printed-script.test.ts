import { describe, expect, test } from 'vitest';
import { simplifyText } from '../../graph/traditional.ts';
import { NOTHING_GIVEN } from '../../ingest/given.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import { rawPage } from '../support/pages.ts';

const pipeline = openPipeline();
const PAGE = `湖州日報　2019年7月3日　星期三　第3版

王昌榮在湖州調研時強調注重整合資源

本報記者　張倩

7月1日至3日，省委常委、政法委書記王昌榮到湖州調研基層治理工作。

期間，王昌榮主持召開座談會，聽取湖州市吳興區“全科網格”建設情況彙報，研究乾隆年間的古橋修繕後的保護計
畫。（下轉5版）`;
const TITLE = '王昌榮在湖州調研時強調注重整合資源';
const TEXT =
  '7月1日至3日，省委常委、政法委書記王昌榮到湖州調研基層治理工作。\n期間，王昌榮主持召開座談會，聽取湖州市吳興區“全科網格”建設情況彙報，研究乾隆年間的古橋修繕後的保護計畫。';

describe('a page in traditional characters', () => {
  const { extraction } = pipeline.run(rawPage(PAGE));
  const simplified = pipeline.run(rawPage(simplifyText(PAGE))).extraction;
  const [article] = extraction.articles;

  test('keeps title and text as they are printed, column breaks joined', () => {
    expect(article).toMatchObject({ title: TITLE, text: TEXT, jump: { to: 5 } });
  });

  test('states what it states in simplified characters, of the same people and places, at the same offsets', () => {
    expect(extraction.source).toMatchObject({ publication: '湖州日报', pageNumber: 3, date: { value: '2019-07-03' } });
    expect(article?.byline).toEqual(simplified.articles[0]?.byline);
    expect(article?.facts.length).toBeGreaterThan(2);
    expect(article?.facts).toEqual(simplified.articles[0]?.facts);
    const spans = (page: typeof extraction) => page.articles[0]?.entities.map(({ id, mentions }) => [id, mentions]);
    expect(spans(extraction)).toEqual(spans(simplified));
  });

  test('has the names it prints among the aliases', () => {
    const person = article?.entities.find(({ id }) => id === 'person/王昌荣');
    expect(person).toMatchObject({ name: '王昌荣', aliases: ['王昌榮'] });
    const [start, end] = person?.mentions[0] ?? [0, 0];
    expect(TEXT.slice(start, end)).toBe('王昌榮');
  });

  test('keeps a given title as it is given', () => {
    const given = { ...NOTHING_GIVEN, title: TITLE, byline: [{ name: '張倩', role: 'reporter' as const }] };
    const { articles } = pipeline.run({ ...rawPage(TEXT), given }).extraction;
    expect(articles).toMatchObject([{ title: TITLE, text: TEXT, byline: [{ name: '张倩' }] }]);
  });
});
