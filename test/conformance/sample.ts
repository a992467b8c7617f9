/** A small graph that has every kind, every relation type, unknown dates, two people of one name, and evidence from two articles. */
import type {
  GraphPart,
  NodeKind,
  NodeRecord,
  Properties,
  RelationRecord,
  RelationType,
  SubLabel,
} from '../../graph/model.ts';
import { ID_PREFIX, relationKey } from '../../graph/model.ts';

export function node(kind: NodeKind, name: string, properties: Properties = {}, labels: SubLabel[] = []): NodeRecord {
  const id = `${ID_PREFIX[kind]}${String(properties.path ?? name)}`;
  const aliases = Array.isArray(properties.aliases) ? properties.aliases : [];
  return { id, kind, labels, properties: { name, search: [name, ...aliases].join('\n'), ...properties } };
}

function article(digits: string, title: string, properties: Properties): NodeRecord {
  const text = `${title}正文，共有若干句，供引用。“𠮷田”也在其中。`;
  return {
    ...node('Article', title, { title, text, publication: '浙江法制报', ...properties }),
    id: `article/${digits}`,
  };
}

export function relation(
  type: RelationType,
  from: string,
  to: string,
  properties: Properties = {},
  qualifier?: string,
): RelationRecord {
  return { key: relationKey(type, from, to, qualifier), type, from, to, properties };
}

/** The lists of a statement with the given references, all by one rule. */
export function stated(...evidence: string[]): Properties {
  return {
    evidence,
    rules: evidence.map(() => 'sample.rule'),
    confidences: evidence.map((_, index) => (index === 0 ? 0.9 : 1)),
  };
}

const [A, B, C] = ['article/aaaa000000000001', 'article/bbbb000000000002', 'article/cccc000000000003'];
const [WANG, LI, LI2, ZHANG] = ['person/王昌荣', 'person/李明', 'person/李明（湖州）', 'person/张𠮷'];
const [MEETING, VISIT, LATER] = ['event/2019-07-01/推进会', 'event/2019-06/调研', 'event/座谈会'];
const [GRID, CENTER] = ['program/全科网格', 'program/矛调中心'];
const [ZJ, HUZHOU, WUXING, JIAXING] = [
  'place/浙江省',
  'place/浙江省/湖州市',
  'place/浙江省/湖州市/吴兴区',
  'place/浙江省/嘉兴市',
];
const [COMMITTEE, COURT] = ['org/浙江省委政法委', 'org/吴兴区法院'];

export const SAMPLE: GraphPart = {
  nodes: [
    article('aaaa000000000001', '推进会在湖州举行', {
      kind: 'news',
      file: '1.txt',
      page: 0,
      issue: 5783,
      publishedOn: '2019-07-03',
      publishedPrecision: 'day',
      publishedBasis: 'issue-number',
    }),
    article('bbbb000000000002', '省领导赴湖州调研', {
      kind: 'news',
      publishedOn: '2019-07',
      publishedPrecision: 'month',
      publishedBasis: 'cue',
    }),
    article('cccc000000000003', '学习手语', { kind: 'caption' }),
    node('Person', '王昌荣', { aliases: ['昌荣'] }, ['Official']),
    node('Person', '李明', {}, ['Reporter']),
    { ...node('Person', '李明', {}, ['Official']), id: LI2 },
    node('Person', '张𠮷'),
    node('Place', '浙江省', { path: '浙江省', level: 'province', code: '33' }, ['Province']),
    node('Place', '湖州市', { path: '浙江省/湖州市', level: 'city', aliases: ['湖州'] }, ['City']),
    node('Place', '吴兴区', { path: '浙江省/湖州市/吴兴区', level: 'county' }, ['County']),
    node('Place', '嘉兴市', { path: '浙江省/嘉兴市', level: 'city', aliases: ['嘉兴'] }, ['City']),
    node('Organization', '浙江省委政法委', { aliases: ['省委政法委'] }),
    node('Organization', '吴兴区法院'),
    node('Program', '全科网格'),
    node('Program', '矛调中心', { aliases: ['县级矛调中心'] }),
    {
      ...node('Event', '推进会', {
        type: 'meeting',
        dateFrom: '2019-07-01',
        dateTo: '2019-07-02',
        datePrecision: 'day',
      }),
      id: MEETING,
    },
    { ...node('Event', '调研', { type: 'inspection', dateFrom: '2019-06', datePrecision: 'month' }), id: VISIT },
    { ...node('Event', '座谈会', { type: 'meeting', dateText: '近日' }), id: LATER },
  ],
  relations: [
    relation('CHAIRED', WANG, MEETING, stated(`${A}#0-8`, `${B}#2-6`)),
    relation('CHAIRED', WANG, LATER, stated(`${B}#0-5`)),
    relation('SPOKE_AT', LI2, MEETING, stated(`${A}#3-9`)),
    relation('ATTENDED', ZHANG, MEETING, stated(`${A}#3-9`)),
    relation('ATTENDED', ZHANG, VISIT, stated(`${B}#0-4`)),
    relation('SPOKE_AT', WANG, VISIT, stated(`${B}#0-4`)),
    relation('PRESENTED_AT', HUZHOU, MEETING, stated(`${A}#1-4`)),
    relation('PRESENTED_AT', COURT, LATER, stated(`${B}#1-4`)),
    relation('ORGANIZED', COMMITTEE, MEETING, stated(`${A}#1-4`)),
    relation('HELD_IN', MEETING, HUZHOU, stated(`${A}#0-8`)),
    relation('HELD_IN', VISIT, WUXING, stated(`${B}#0-8`)),
    relation('HELD_IN', LATER, JIAXING, stated(`${B}#0-8`)),
    relation('ABOUT', MEETING, GRID, stated(`${A}#0-8`)),
    relation('ABOUT', MEETING, CENTER, stated(`${A}#0-8`)),
    relation(
      'LAUNCHED_IN',
      GRID,
      HUZHOU,
      { ...stated(`${A}#0-8`), stage: 'origin', dateFrom: '2016', datePrecision: 'year' },
      'origin',
    ),
    relation('LAUNCHED_IN', GRID, JIAXING, { ...stated(`${B}#0-8`, `${A}#4-9`), stage: 'practised' }, 'practised'),
    relation(
      'LAUNCHED_IN',
      CENTER,
      WUXING,
      { ...stated(`${A}#0-8`), stage: 'planned', dateFrom: '2019-07' },
      'planned',
    ),
    relation(
      'LAUNCHED_IN',
      CENTER,
      JIAXING,
      { ...stated(`${B}#0-8`), stage: 'practised', dateFrom: '2018-05' },
      'practised',
    ),
    relation('LEARNED_FROM', JIAXING, HUZHOU, { ...stated(`${A}#0-8`), program: '全科网格' }),
    relation(
      'HOLDS',
      WANG,
      COMMITTEE,
      { ...stated(`${A}#0-8`), title: '书记', observedFrom: '2019-07', observedTo: '2019-07-03' },
      '书记',
    ),
    relation('HOLDS', WANG, COMMITTEE, { ...stated(`${B}#0-8`), title: '副书记', former: true }, '副书记'),
    relation('HOLDS', LI2, HUZHOU, { ...stated(`${A}#0-8`), title: '市长', acting: true }, '市长'),
    relation('PART_OF', HUZHOU, ZJ),
    relation('PART_OF', WUXING, HUZHOU),
    relation('PART_OF', JIAXING, ZJ),
    relation('LOCATED_IN', COMMITTEE, ZJ),
    relation('LOCATED_IN', COURT, WUXING),
    relation('REPORTED_BY', A, LI, { role: 'reporter' }, 'reporter'),
    relation('REPORTED_BY', A, LI, { role: 'photographer' }, 'photographer'),
    relation('REPORTED_BY', B, LI, { role: 'reporter' }, 'reporter'),
    relation('REPORTED_IN', MEETING, A),
    relation('REPORTED_IN', VISIT, B),
    ...[WANG, LI2, ZHANG, HUZHOU, JIAXING, COMMITTEE, GRID, CENTER, MEETING].map((id) =>
      relation('MENTIONS', A, id, { spans: ['1-4', '12-15'] }),
    ),
    ...[WANG, ZHANG, WUXING, JIAXING, COURT, GRID, VISIT, LATER].map((id) =>
      relation('MENTIONS', B, id, { spans: ['0-2'] }),
    ),
    relation('CONTINUES', C, A),
  ],
};
