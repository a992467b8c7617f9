import { describe, expect, it } from 'vitest';
import { findLearning } from '../../ingest/learning.ts';
import { loadProgramLexicon } from '../../ingest/program-lexicon.ts';
import { findPrograms } from '../../ingest/programs.ts';
import { openSegmenter } from '../../ingest/segment.ts';
import { documentOf, placesIn } from '../support/documents.ts';

const segment = openSegmenter();
const lexicon = loadProgramLexicon();
const PLACES = {
  赣州市章贡区: '江西省/赣州市/章贡区',
  宁波: '浙江省/宁波市',
  磐安县: '浙江省/金华市/磐安县',
  桐乡: '浙江省/嘉兴市/桐乡市',
  沈阳市和平区: '辽宁省/沈阳市/和平区',
  大连市: '辽宁省/大连市',
  株洲市: '湖南省/株洲市',
  湘潭市: '湖南省/湘潭市',
  浙江省: '浙江省',
};

function learning(body: string) {
  const doc = documentOf(body);
  const places = placesIn(doc, PLACES);
  const programs = findPrograms(doc, { places, organizations: [], lexicon, segment }).items;
  return findLearning(doc, { places, programs }).items.map(
    ({ learner, model, program }) => `${learner} → ${model} (${program})`,
  );
}

describe('findLearning', () => {
  it.each([
    [
      'a delegation that comes to learn',
      '赣州市章贡区考察团一行来宁波，学习“村民说事”制度。',
      ['江西省/赣州市/章贡区 → 浙江省/宁波市 (村民说事)'],
    ],
    [
      'what a place borrows',
      '磐安县借鉴桐乡“三治融合”经验，在镇里试点。',
      ['浙江省/金华市/磐安县 → 浙江省/嘉兴市/桐乡市 (三治融合)'],
    ],
    [
      'a visit whose subject comes later',
      '赴桐乡考察学习后，磐安县动了起来。',
      ['浙江省/金华市/磐安县 → 浙江省/嘉兴市/桐乡市 (null)'],
    ],
    [
      'guests of the place just spoken of',
      '沈阳市和平区办法多，大连市派员前来学习取经。',
      ['辽宁省/大连市 → 辽宁省/沈阳市/和平区 (null)'],
    ],
    [
      'each of several guests',
      '湘潭市、株洲市考察组到宁波观摩。',
      ['湖南省/湘潭市 → 浙江省/宁波市 (null)', '湖南省/株洲市 → 浙江省/宁波市 (null)'],
    ],
  ])('finds %s', (_, body, expected) => {
    expect(learning(body)).toEqual(expected);
  });

  it.each([
    ['an inspection from above', '浙江省督导组到桐乡督导，学习贯彻会议精神。'],
    ['a model without a name', '磐安县借鉴先进地区的经验。'],
    ['a place and what lies in it', '浙江省代表团赴宁波学习考察。'],
  ])('finds nothing in %s', (_, body) => {
    expect(learning(body)).toEqual([]);
  });
});
