/** Words of the sentence of a query, of its blanks and of its answer. */

import { pick } from '../language.ts';
import { counted } from './counted.ts';

const zh = {
  pickName: '输入名称或拼音',
  noSuchQuery: (id: string) => `没有名为 ${id} 的查询，从左边选一个`,
  readOnly: '只读',
  run: '运行',
  running: '正在运行',
  reset: '恢复默认值',
  table: '表',
  graph: '图',
  rows: (n: number) => `${n} 行`,
  noRows: '没有符合的行。换一个人名、地点或日期再试。',
  toGraph: (n: number) => `把 ${n} 个节点放进图里`,
  noNodesInRows: '这些行里没有可以放进图里的节点',
  cypher: 'Cypher',
  fillIn: (label: string) => `先填“${label}”`,
  notANumber: '要一个数字',
  notADate: '日期写成 2021-04-27',
  outOfRange: (min: number, max: number) => `在 ${min} 与 ${max} 之间`,
  yes: '是',
  no: '否',
  noQueries: '还没有保存的查询：把 .cypher 文件放进 queries/。',
};

const en: typeof zh = {
  pickName: 'Name or pinyin',
  noSuchQuery: (id) => `There is no query ${id}: pick one on the left`,
  readOnly: 'Read-only',
  run: 'Run',
  running: 'Running',
  reset: 'Defaults',
  table: 'Table',
  graph: 'Graph',
  rows: (n) => counted(n, 'row'),
  noRows: 'No rows match. Try another person, place or date.',
  toGraph: (n) => `Add ${counted(n, 'node')} to the graph`,
  noNodesInRows: 'These rows hold no nodes to add to the graph',
  cypher: 'Cypher',
  fillIn: (label) => `Fill in “${label}” first`,
  notANumber: 'A number, please',
  notADate: 'Write dates as 2021-04-27',
  outOfRange: (min, max) => `Between ${min} and ${max}`,
  yes: 'yes',
  no: 'no',
  noQueries: 'No saved queries yet: put .cypher files into queries/.',
};

export const answerWords = pick({ zh, en });
