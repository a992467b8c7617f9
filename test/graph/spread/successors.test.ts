import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openAdjacency } from '../../../graph/spread/adjacency.ts';
import { adoptionsOf } from '../../../graph/spread/adoptions.ts';
import { CountedCoverage, CoverageCount } from '../../../graph/spread/coverage.ts';
import { isIn, levelOf, placeAt, placesAbove } from '../../../graph/spread/place-levels.ts';
import { placeRef } from '../../../graph/spread/read.ts';
import { presentPath, SUCCESSORS } from '../../../graph/spread/successors.ts';
import type { Claim } from '../../../graph/spread/types.ts';

const HANGZHOU = 'place/浙江省/杭州市';
const [GONGSHU, SHANGCHENG] = [`${HANGZHOU}/拱墅区`, `${HANGZHOU}/上城区`];

describe('another country', () => {
  it('is no province, and counts at no level', () => {
    expect([placeAt('place/意大利', 'province'), levelOf('place/意大利')]).toEqual([null, 'country']);
    expect([placeAt('place/内蒙古自治区/包头市', 'province'), levelOf('place/重庆市')]).toEqual([
      'place/内蒙古自治区',
      'province',
    ]);
    const count = new CoverageCount();
    count.add('2019-07-03', ['place/意大利', 'place/浙江省/湖州市']);
    expect(new CountedCoverage(count).places('province').map(({ id }) => id)).toEqual(['place/浙江省']);
  });
});

describe('a former division', () => {
  it('counts as a present one, whichever of those that ingest knows it to have become', () => {
    const present = new Set(
      (['city', 'county'] as const).flatMap((level) =>
        openAdjacency()
          .places(level, 'place/浙江省')
          .map(({ path }) => path),
      ),
    );
    const lines = readFileSync(new URL('../../../ingest/lexicon/historical-divisions.tsv', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('浙江省/'))
      .map((line) => line.split('\t'));
    expect(lines.length).toBeGreaterThan(10);
    for (const [former = '', , heirs = ''] of lines) {
      expect(heirs.split('|'), former).toContain(SUCCESSORS.get(former));
      expect(present, former).toContain(presentPath(former));
    }
    for (const [former, heir] of SUCCESSORS) {
      expect(present, former).not.toContain(former);
      expect(
        [...present].some((path) => heir === path || heir.startsWith(`${path}/`)),
        heir,
      ).toBe(true);
    }
  });

  it('counts at the level of counties as its heir, and what went elsewhere as where it went', () => {
    expect(placeAt(`${HANGZHOU}/下城区`, 'county')).toBe(GONGSHU);
    expect(placeAt(`${HANGZHOU}/江干区/九堡街道`, 'county')).toBe(SHANGCHENG);
    expect(placeAt(`${HANGZHOU}/江干区/白杨街道/某社区`, 'county')).toBe(`${HANGZHOU}/钱塘区`);
    expect(placeAt(`${HANGZHOU}/余杭市/临平街道`, 'township')).toBe(`${HANGZHOU}/临平区/临平街道`);
    expect(placeAt(`${HANGZHOU}/余杭区`, 'county')).toBe(`${HANGZHOU}/余杭区`);
    expect(placeAt('place/浙江省/丽水地区', 'city')).toBe('place/浙江省/丽水市');
  });

  it('that was a township and became a county is both, each at its level', () => {
    const longgang = 'place/浙江省/温州市/苍南县/龙港镇';
    expect(placeAt(longgang, 'county')).toBe('place/浙江省/温州市/龙港市');
    expect(placeAt(longgang, 'township')).toBe(longgang);
    expect(placesAbove(longgang)).toEqual([
      'place/浙江省',
      'place/浙江省/温州市',
      'place/浙江省/温州市/龙港市',
      longgang,
    ]);
    expect([isIn(longgang, 'place/浙江省/温州市/苍南县'), isIn(longgang, 'place/浙江省/温州市/龙港市')]).toEqual([
      false,
      true,
    ]);
  });

  it('and its heir are one place of which articles and adoption are counted once', () => {
    const count = new CoverageCount();
    count.add('2019-07-03', [`${HANGZHOU}/下城区`, GONGSHU]);
    count.add('2021-05-01', [`${HANGZHOU}/下城区/天水街道`]);
    const coverage = new CountedCoverage(count);
    expect([coverage.total(GONGSHU), coverage.articles(GONGSHU, '2019'), coverage.total(HANGZHOU)]).toEqual([2, 1, 2]);
    const when = {
      from: null,
      to: '2019-07-03',
      precision: null,
      basis: 'printed',
      words: null,
      how: null,
      printed: '2019-07-03',
    } as const;
    const claim = (place: string): Claim => ({
      ...{
        stage: 'practised',
        program: 'program/x',
        place: placeRef(place),
        when,
        key: place,
        evidence: [],
        confidence: 1,
      },
      ...{ lastPrinted: null, via: null, implied: false },
    });
    const declared = openAdjacency().places('county', 'place/浙江省');
    const { rows } = adoptionsOf([claim(`${HANGZHOU}/下城区`), claim(GONGSHU)], {
      level: 'county',
      declared,
      implied: false,
    });
    const adopted = rows.filter((row) => row.adopted !== null);
    expect(
      adopted.map(({ id, declared: counts, claims }) => [id, counts, claims.map(({ place }) => place.name)]),
    ).toEqual([[GONGSHU, true, ['下城区', '拱墅区']]]);
  });
});
