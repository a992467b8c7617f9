import { describe, expect, test } from 'vitest';
import { ZhituError } from '../../graph/errors.ts';
import { buildGazetteer, isWithin, loadGazetteer, shortFullName } from '../../ingest/gazetteer.ts';
import { loadWordLists, parseWordLists } from '../../ingest/lexicon.ts';

const gazetteer = loadGazetteer();
const paths = (divisions: readonly { readonly path: string }[]): string[] => divisions.map(({ path }) => path);

const build = (files: { divisions?: string; historical?: string; zones?: string }) =>
  buildGazetteer({
    divisions: '33\t浙江省\n3305\t湖州市\n330502\t吴兴区\t001月河街道',
    historical: '',
    zones: '',
    words: parseWordLists('peoples = 畲族', 'test.lex'),
    ...files,
  });

describe('loadGazetteer', () => {
  test('gives every division its full path, level and code', () => {
    const [division] = gazetteer.named('阜溪街道');
    expect(division).toMatchObject({ path: '浙江省/湖州市/德清县/阜溪街道', level: 'township', code: '330521003' });
  });

  test('lists all divisions with one name', () => {
    expect(paths(gazetteer.named('江北区'))).toEqual(['浙江省/宁波市/江北区', '重庆市/江北区']);
  });

  test('leaves out the statistical level of municipalities and of counties under a province', () => {
    expect(gazetteer.at('北京市/东城区')?.level).toBe('county');
    expect(gazetteer.at('河南省/济源市')?.level).toBe('county');
  });

  test('lists a city without counties once, with its townships', () => {
    expect(paths(gazetteer.named('东莞市'))).toEqual(['广东省/东莞市']);
    expect(gazetteer.at('广东省/东莞市/虎门镇')?.level).toBe('township');
  });

  test.each([
    ['湖州', '浙江省/湖州市'],
    ['内蒙古', '内蒙古自治区'],
    ['恩施', '湖北省/恩施土家族苗族自治州'],
    ['景宁', '浙江省/丽水市/景宁畲族自治县'],
    ['浦东', '上海市/浦东新区'],
  ])('finds the bare name %s', (stem, path) => {
    expect(paths(gazetteer.stemmed(stem))).toContain(path);
  });

  test('finds an autonomous county by its spoken name', () => {
    expect(paths(gazetteer.named('景宁县'))).toEqual(['浙江省/丽水市/景宁畲族自治县']);
  });

  test('knows former divisions and what took their place', () => {
    expect(gazetteer.at('浙江省/杭州市/临安市')?.to).toBe('2017-07');
    expect(gazetteer.at('浙江省/杭州市/临安区')?.from).toBe('2017-07');
  });

  test('reads the longest name at a position, and bare names where no full name stands', () => {
    expect(gazetteer.longestAt('到吴兴区龙泉街道', 1)).toMatchObject({ length: 3, form: 'name' });
    expect(gazetteer.longestAt('在湖州召开', 1)).toMatchObject({ length: 2, form: 'bare' });
    expect(gazetteer.longestAt('在会上', 0)).toBeNull();
  });

  test('covers the country: 34 provinces, over 2,800 counties, over 37,000 townships', () => {
    const count = (level: string) => gazetteer.divisions.filter((division) => division.level === level).length;
    expect(count('province')).toBe(34);
    expect(count('county')).toBeGreaterThan(2800);
    expect(count('township')).toBeGreaterThan(37000);
  });

  test('has unique paths for all present divisions above townships, and codes that start with their superior’s', () => {
    const present = gazetteer.divisions.filter(({ to, level }) => to === null && level !== 'township');
    expect(new Set(paths(present)).size).toBe(present.length);
    for (const { code, parent } of gazetteer.divisions) {
      if (code && parent?.code) expect(code.startsWith(parent.code)).toBe(true);
    }
  });

  test('has the divisions that the short forms name', () => {
    const words = loadWordLists('places.lex');
    for (const [, path] of [...words.pairs('short-city'), ...words.pairs('short-province')]) {
      expect(gazetteer.at(path), path).not.toBeNull();
    }
  });
});

describe('buildGazetteer', () => {
  test.each([
    ['a county without its city', { divisions: '330502\t吴兴区' }],
    ['a code of an unknown length', { divisions: '330\t吴兴区' }],
    ['a zone in an unknown place', { zones: '浙江省/舟城市/滨海新区' }],
    ['a zone that is a division', { zones: '浙江省/湖州市/吴兴区' }],
    ['a former division without a month', { historical: '浙江省/湖州市/菱湖区\t1988\t浙江省/湖州市/吴兴区' }],
    ['a successor that does not exist', { historical: '浙江省/湖州市/菱湖区\t1988-10\t浙江省/湖州市/菱南区' }],
    ['a former division that still exists', { historical: '浙江省/湖州市/吴兴区\t1988-10\t浙江省/湖州市' }],
  ])('refuses %s', (_, files) => {
    expect(() => build(files)).toThrow(ZhituError);
  });
});

describe('isWithin', () => {
  test('compares whole names, not beginnings of names', () => {
    expect(isWithin('浙江省/湖州市/吴兴区', '浙江省/湖州市')).toBe(true);
    expect(isWithin('浙江省/湖州市', '浙江省/湖州市')).toBe(true);
    expect(isWithin('福建省/三明市/沙县区', '福建省/三明市/沙县')).toBe(false);
  });
});

describe('shortFullName', () => {
  test('keeps names that are not those of autonomous divisions', () => {
    expect(shortFullName({ name: '长兴县', stem: '长兴' })).toBe('长兴县');
    expect(shortFullName({ name: '峨边彝族自治县', stem: '峨边' })).toBe('峨边县');
  });
});

test('a township lay in the county of its time where that county had one predecessor', () => {
  const { pathIn } = loadGazetteer();
  expect(pathIn('安徽省/安庆市/潜山市/水吼镇/割肚村', '2016-04')).toBe('安徽省/安庆市/潜山县/水吼镇/割肚村');
  expect(pathIn('安徽省/安庆市/潜山市/水吼镇', '2019-01')).toBe('安徽省/安庆市/潜山市/水吼镇');
  expect(pathIn('浙江省/绍兴市/柯桥区/平水镇', '2012-11')).toBe('浙江省/绍兴市/绍兴县/平水镇');
  // Two districts became one: which of them a street lay in is not in the data.
  expect(pathIn('浙江省/杭州市/上城区/笕桥街道', '2019-01')).toBe('浙江省/杭州市/上城区/笕桥街道');
  expect(pathIn('浙江省/绍兴市/柯桥区', '2012-11')).toBe('浙江省/绍兴市/柯桥区');
});
