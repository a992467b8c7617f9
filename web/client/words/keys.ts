/** Words of the list of keys. */
import { pick } from '../language.ts';

const zh = {
  keySearch: '搜索',
  keyExpand: '扩展选中的节点',
  keyRemove: '移出选中的节点',
  keyLayout: '重新布局',
  keyZoom: '放大、缩小、适应画布',
  keyArrows: '移到那个方向的节点',
  keyFacts: '文章里下一条、上一条事实',
  keyRun: '运行查询',
  keyEscape: '关闭、取消选择',
  keyHelp: '快捷键',
};

const en: typeof zh = {
  keySearch: 'search',
  keyExpand: 'expand the selected node',
  keyRemove: 'take the selected node off',
  keyLayout: 'lay out again',
  keyZoom: 'zoom in, out, fit',
  keyArrows: 'to the node in that direction',
  keyFacts: 'next, previous fact of an article',
  keyRun: 'run the query',
  keyEscape: 'close, select nothing',
  keyHelp: 'keys',
};

export const keyWords = pick({ zh, en });
