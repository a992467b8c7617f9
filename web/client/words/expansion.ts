/** Words of the menu that expands a node. */
import { pick } from '../language.ts';

const zh = {
  expandHead: '全部 / 图中',
  expandNothing: '没有可以扩展的关系。',
  counting: '正在清点关系',
  atMost: '最多',
  orderBy: '按',
  orderDate: '日期，新到旧',
  orderDegree: '关系数，多到少',
  joinNone: '没有新的可加',
  joinUncounted: '加入图中（未能清点）',
  joinLeft: (n: number) => `另有 ${n} 个未加`,
  tickOne: '先勾选要加入的关系',
};

const en: typeof zh = {
  expandHead: 'All / in graph',
  expandNothing: 'There is nothing to expand.',
  counting: 'Counting relations',
  atMost: 'At most',
  orderBy: 'by',
  orderDate: 'date, newest first',
  orderDegree: 'relations, most first',
  joinNone: 'Nothing new to add',
  joinUncounted: 'Add to the graph (could not be counted)',
  joinLeft: (n) => `${n} more left out`,
  tickOne: 'Tick the relations to add',
};

export const expansionWords = pick({ zh, en });
