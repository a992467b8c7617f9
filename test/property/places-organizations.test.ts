import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../ingest/gazetteer.ts';
import { findOrganizations } from '../../ingest/organizations.ts';
import { findPlaces } from '../../ingest/places.ts';
import { documentOf } from '../support/documents.ts';

const gazetteer = loadGazetteer();

/** Words that the stages look at, in any order: far more hits than in a text of random letters. */
const words = fc.constantFrom(
  ...'浙江省 湖州 湖州市 吴兴区 龙泉街道 祥和片区 洪家 上林桥村 村 镇 乡 社区 在 来 杭 召开 我省 全市 该县 和平 长兴 王'.split(
    ' ',
  ),
  ...'省委 市委 政法委 委 公安 公安局 分局 派出所 法庭 中心 综治中心 督导组 办公室 人民法院 党支部 村委会 日报 警方'.split(
    ' ',
  ),
  ...'书记 、 ， 。 和 的 “ ” （ ） 《 》 各 县级 第八 2013年 区 县 市 \n a 9 😀'.split(' '),
);
const texts = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''));
const homes = fc.constantFrom(null, '浙江省', '浙江省/湖州市', '江苏省/徐州市', '重庆市', '不在/名录/里');

const read = (text: string, home: string | null) => {
  const doc = documentOf(text, null, home);
  const places = findPlaces(doc, gazetteer).items;
  return { doc, places, organizations: findOrganizations(doc, places, gazetteer).items };
};

describe('findPlaces and findOrganizations', () => {
  test('quote words of the text, in its order, and repeat themselves for the same text', () => {
    fc.assert(
      fc.property(texts, homes, (text, home) => {
        const { doc, places, organizations } = read(text, home);
        for (const mentions of [places, organizations]) {
          for (const { start, end, confidence } of mentions) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(doc.text.length);
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThanOrEqual(1);
          }
        }
        const starts = places.map(({ start }) => start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(read(text, home)).toEqual({ doc, places, organizations });
      }),
      { numRuns: 500 },
    );
  });

  test('give places a path from the province down, and every place and body a name', () => {
    fc.assert(
      fc.property(texts, homes, (text, home) => {
        const { places, organizations } = read(text, home);
        for (const { place } of places) {
          const province = place.path.split('/')[0] as string;
          expect(gazetteer.at(province)?.level ?? place.level).toBe(place.level === 'country' ? 'country' : 'province');
          if (place.code !== null) expect(gazetteer.at(place.path)?.code).toBe(place.code);
        }
        for (const { name, aliases } of organizations) {
          expect(name.length).toBeGreaterThan(1);
          expect(aliases).not.toContain(name);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['one suffix', '村'],
    ['one tail', '中心'],
    ['one committee', '市委'],
    ['places without a break', '湖州市吴兴区'],
    ['bodies without a break', '公安局分局'],
    ['an open quotation', '“派出所'],
    ['letters', 'x'],
    ['bare words', '和平'],
  ])('end on 100,000 characters of %s', (_, unit) => {
    const { places, organizations } = read(unit.repeat(Math.ceil(100_000 / unit.length)), '浙江省');
    expect(Array.isArray(places) && Array.isArray(organizations)).toBe(true);
  });
});
