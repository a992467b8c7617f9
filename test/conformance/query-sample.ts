/** What the sample lacks and saved queries look for: two posts at one time, two cities on one day, co-signers, doubt. */
import type { GraphPart } from '../../graph/model.ts';
import { node, relation, SAMPLE, stated } from './sample.ts';

const ARTICLE = 'article/aaaa000000000001';
const [HUZHOU, JIAXING] = ['place/浙江省/湖州市', 'place/浙江省/嘉兴市'];
const [ZHAO, CHEN] = ['person/赵军', 'person/陈刚'];
const [OFFICE, TALKED] = ['org/湖州市委', 'program/最多跑一次'];
const [HERE, THERE] = ['event/2019-07-05/现场会', 'event/2019-07-05/签约'];

const post = (title: string, from: string, to: string) => ({
  ...stated(`${ARTICLE}#0-4`),
  title,
  observedFrom: from,
  observedTo: to,
});

export const QUERY_SAMPLE: GraphPart = {
  nodes: [
    ...SAMPLE.nodes,
    node('Person', '赵军', {}, ['Official']),
    node('Person', '陈刚', {}, ['Reporter']),
    node('Organization', '湖州市委'),
    node('Program', '最多跑一次'),
    ...[HERE, THERE].map((id) => ({
      ...node('Event', id.split('/').at(-1) as string, {
        type: 'meeting',
        dateFrom: '2019-07-05',
        datePrecision: 'day',
      }),
      id,
    })),
  ],
  relations: [
    ...SAMPLE.relations,
    relation('LOCATED_IN', OFFICE, HUZHOU),
    relation('HOLDS', ZHAO, OFFICE, post('书记', '2019-06', '2019-07-05'), '书记'),
    relation('HOLDS', ZHAO, JIAXING, post('市长', '2019-07', '2019-07-09'), '市长'),
    relation('ABOUT', 'event/2019-07-01/推进会', TALKED, stated(`${ARTICLE}#0-8`)),
    relation('PRESENTED_AT', 'org/吴兴区法院', 'event/2019-07-01/推进会', stated(`${ARTICLE}#1-4`)),
    relation('HELD_IN', HERE, HUZHOU, stated(`${ARTICLE}#0-8`)),
    relation('HELD_IN', THERE, JIAXING, stated(`${ARTICLE}#0-8`)),
    relation('ATTENDED', ZHAO, HERE, { ...stated(`${ARTICLE}#3-9`), confidence: 0.5 }),
    relation('CHAIRED', ZHAO, THERE, stated(`${ARTICLE}#3-9`)),
    relation('REPORTED_BY', ARTICLE, CHEN, { role: 'correspondent' }, 'correspondent'),
  ],
};
