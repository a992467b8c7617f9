/** A small graph with everything the page shows: two people, a meeting, a place with a parent, a program, two articles. */
import {
  type GraphPart,
  type NodeKind,
  type NodeRecord,
  type Properties,
  type RelationRecord,
  type RelationType,
  relationKey,
  type SubLabel,
} from '../../graph/model.ts';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { writeGraph } from '../../graph/writer.ts';

export const FIRST = 'article/1111111111111111';
export const SECOND = 'article/2222222222222222';
export const MEETING = 'event/aaaaaaaaaaaaaaaa';
export const VISIT = 'event/bbbbbbbbbbbbbbbb';
export const WANG = 'person/王昌荣';
export const ZHU = 'person/朱恒毅';
export const REPORTER = 'person/张倩';
export const CITY = 'place/浙江省/湖州市';
export const PROVINCE = 'place/浙江省';
export const GRID = 'program/全科网格';
export const COMMITTEE = 'org/浙江省委政法委';

export const FIRST_TEXT = [
  '7月1日，省委常委、政法委书记王昌荣赴湖州市专题调研。',
  '期间，王昌荣主持召开座谈会，朱恒毅出席。会议要求推广全科网格。',
  '湖州市探索建立全科网格。',
].join('\n');
export const SECOND_TEXT = '省委常委、政法委书记王昌荣日前主持召开座谈会，听取意见。';

export const CHAIRED_KEY = relationKey('CHAIRED', WANG, MEETING);

/** `<article>#<start>-<end>` of words in a text. */
export function refTo(article: string, text: string, words: string): string {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the text does not have ${words}`);
  return `${article}#${start}-${start + words.length}`;
}

const first = (words: string): string => refTo(FIRST, FIRST_TEXT, words);
const second = (words: string): string => refTo(SECOND, SECOND_TEXT, words);
const span = (words: string): string => first(words).split('#')[1] as string;

function node(id: string, kind: NodeKind, name: string, more: Properties = {}, labels: SubLabel[] = []): NodeRecord {
  const forms = [name, ...((more.aliases as string[] | undefined) ?? []), more.pinyin, more.initials];
  const search = forms.filter(Boolean).join('\n').toLowerCase();
  return { id, kind, labels, properties: { id, name, search, ...more } };
}

function relation(
  type: RelationType,
  from: string,
  to: string,
  evidence: readonly string[],
  more: Properties = {},
): RelationRecord {
  const key = relationKey(type, from, to);
  const stated = {
    evidence: [...evidence],
    rules: evidence.map(() => 'test.rule'),
    confidences: evidence.map(() => 0.8),
  };
  return {
    key,
    type,
    from,
    to,
    properties: { key, ...(evidence.length > 0 && { ...stated, confidence: 0.8 }), ...more },
  };
}

export const PART: GraphPart = {
  nodes: [
    node(FIRST, 'Article', '王昌荣在湖州调研', {
      title: '王昌荣在湖州调研',
      kind: 'news',
      publication: '浙江法制报',
      issue: 5783,
      publishedOn: '2019-07-03',
      publishedPrecision: 'day',
      publishedBasis: 'issue-number',
      file: 'page.txt',
      page: 1,
      text: FIRST_TEXT,
    }),
    node(SECOND, 'Article', '座谈会召开', {
      title: '座谈会召开',
      kind: 'news',
      publication: '浙江法制报',
      publishedOn: '2019-07-02',
      publishedPrecision: 'day',
      file: 'page.txt',
      page: 0,
      text: SECOND_TEXT,
    }),
    node(WANG, 'Person', '王昌荣', { pinyin: 'wangchangrong', initials: 'wcr' }, ['Official']),
    node(ZHU, 'Person', '朱恒毅', { pinyin: 'zhuhengyi', initials: 'zhy' }),
    node(REPORTER, 'Person', '张倩', { pinyin: 'zhangqian', initials: 'zq' }, ['Reporter']),
    node(MEETING, 'Event', '座谈会', {
      type: 'meeting',
      dateFrom: '2019-07-01',
      dateTo: '2019-07-01',
      datePrecision: 'day',
    }),
    node(VISIT, 'Event', '王昌荣在湖州专题调研', { type: 'inspection', dateFrom: '2019-07', datePrecision: 'month' }),
    node(PROVINCE, 'Place', '浙江省', { path: '浙江省', level: 'province', pinyin: 'zhejiangsheng', initials: 'zjs' }, [
      'Province',
    ]),
    node(
      CITY,
      'Place',
      '湖州市',
      { path: '浙江省/湖州市', level: 'city', aliases: ['湖州'], pinyin: 'huzhoushi', initials: 'hzs' },
      ['City'],
    ),
    node(GRID, 'Program', '全科网格', { aliases: ['全科网格工作站'], pinyin: 'quankewangge', initials: 'qkwg' }),
    node(COMMITTEE, 'Organization', '浙江省委政法委', { aliases: ['省委政法委'] }),
  ],
  relations: [
    relation('CHAIRED', WANG, MEETING, [
      first('期间，王昌荣主持召开座谈会，朱恒毅出席。'),
      second('王昌荣日前主持召开座谈会'),
    ]),
    relation('SPOKE_AT', WANG, VISIT, [first('王昌荣赴湖州市专题调研')]),
    relation('ATTENDED', ZHU, MEETING, [first('朱恒毅出席')]),
    relation('HELD_IN', VISIT, CITY, [first('赴湖州市专题调研')]),
    relation('ABOUT', MEETING, GRID, [first('会议要求推广全科网格。')]),
    relation('LAUNCHED_IN', GRID, CITY, [first('湖州市探索建立全科网格。')], { stage: 'origin' }),
    relation('HOLDS', WANG, COMMITTEE, [first('政法委书记王昌荣')], { title: '书记', observedTo: '2019-07-03' }),
    relation('PART_OF', CITY, PROVINCE, []),
    relation('REPORTED_BY', FIRST, REPORTER, [], { role: 'reporter' }),
    relation('REPORTED_IN', MEETING, FIRST, [first('期间，王昌荣主持召开座谈会，朱恒毅出席。')]),
    relation('MENTIONS', FIRST, WANG, [], { spans: [span('王昌荣')] }),
    relation('MENTIONS', FIRST, CITY, [], { spans: [span('湖州市')] }),
    relation('MENTIONS', FIRST, GRID, [], { spans: [span('全科网格')] }),
    relation('MENTIONS', FIRST, MEETING, [], { spans: [span('座谈会')] }),
    relation('MENTIONS', FIRST, VISIT, [], { spans: [span('专题调研')] }),
    relation('MENTIONS', FIRST, ZHU, [], { spans: [span('朱恒毅')] }),
  ],
};

/** A store that holds `PART`. Close it when done. */
export async function openFixture(): Promise<GraphStore> {
  const store = await openEmbedded(':memory:');
  await applySchema(store);
  await writeGraph(store, PART);
  return store;
}
