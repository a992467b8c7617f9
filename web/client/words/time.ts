/** Words of the time bar. */
import { pick } from '../language.ts';

const zh = {
  label: '时间',
  window: '时间窗',
  windowFrom: '时间窗的起点',
  windowTo: '时间窗的终点',
  keyMove: '时间窗前移、后移一格',
  clearWindow: '取消时间窗',
  windowCleared: '已取消时间窗',
  windowSet: (range: string, outside: number, isHidden: boolean) =>
    `时间窗 ${range}，窗外 ${outside} 个节点已${isHidden ? '隐藏' : '淡出'}`,
  windowStep: (range: string) => `时间窗 ${range}`,
  clockStep: '切换时间',
  outsideStep: '窗外的显示',
  clock: '按哪个时间',
  happened: '发生时间',
  printed: '见报时间',
  unit: '刻度',
  units: { year: '年', month: '月', day: '日' },
  outside: '窗外的节点',
  fade: '淡出',
  hide: '隐藏',
  play: '播放：每 0.6 秒前进一格',
  stepOn: '前进一格',
  pause: '停止播放',
  earlierUnits: '更早的时间',
  laterUnits: '更晚的时间',
  counted: (events: number, launches: number, articles: number) =>
    [
      events > 0 ? `${events} 个活动` : '',
      launches > 0 ? `${launches} 次落地` : '',
      articles > 0 ? `${articles} 篇文章` : '',
    ]
      .filter(Boolean)
      .join('、') || '没有',
  inside: '窗内',
  vague: (n: number) => `${n} 个不知确切日期`,
  outsideNow: (n: number, isHidden: boolean) =>
    n === 0 ? '窗外没有节点' : `窗外 ${n} 个节点，已${isHidden ? '隐藏' : '淡出'}`,
  undated: (n: number) => `${n} 个无日期`,
  undatedHelp: '无日期的一直显示',
  nothing: { happened: '图中没有带发生日期的活动', printed: '图中的内容没有见报日期' },
  loading: '正在读取见报日期',
  failed: '没有读到见报日期',
  retry: '再试一次',
  earlier: (n: number) => `更早 ${n}`,
  selected: '选中',
  articles: (n: number) => `${n} 篇`,
  noArticles: (year: string) => `${year} 年没有文章`,
  bar: (at: string, exact: number, spans: number) =>
    [`${at}：${exact} 件`, spans > 0 ? `另 ${spans} 件只知可能在此` : ''].filter(Boolean).join('，'),
  chart: (from: string, to: string, most: string) => `从 ${from} 到 ${to} 的时间分布，最多的是 ${most}`,
};

const en: typeof zh = {
  label: 'Time',
  window: 'Time window',
  windowFrom: 'Start of the time window',
  windowTo: 'End of the time window',
  keyMove: 'Move the time window back or on',
  clearWindow: 'Clear the time window',
  windowCleared: 'Time window cleared',
  windowSet: (range, outside, isHidden) =>
    `Time window ${range}: ${outside} nodes outside are ${isHidden ? 'hidden' : 'faded'}`,
  windowStep: (range) => `time window ${range}`,
  clockStep: 'change of clock',
  outsideStep: 'what becomes of the outside',
  clock: 'Which time counts',
  happened: 'Happened',
  printed: 'Printed',
  unit: 'Scale',
  units: { year: 'Y', month: 'M', day: 'D' },
  outside: 'Nodes outside',
  fade: 'Fade',
  hide: 'Hide',
  play: 'Play: one step every 0.6 seconds',
  stepOn: 'One step on',
  pause: 'Stop playing',
  earlierUnits: 'Earlier',
  laterUnits: 'Later',
  counted: (events, launches, articles) =>
    [
      events > 0 ? `${events} ${events === 1 ? 'event' : 'events'}` : '',
      launches > 0 ? `${launches} ${launches === 1 ? 'launch' : 'launches'}` : '',
      articles > 0 ? `${articles} ${articles === 1 ? 'article' : 'articles'}` : '',
    ]
      .filter(Boolean)
      .join(', ') || 'nothing',
  inside: 'Inside:',
  vague: (n) => `${n} not known to the day`,
  outsideNow: (n, isHidden) =>
    n === 0 ? 'no node outside' : `${n} ${n === 1 ? 'node' : 'nodes'} outside, ${isHidden ? 'hidden' : 'faded'}`,
  undated: (n) => `${n} without a date`,
  undatedHelp: 'What has no date is always shown',
  nothing: { happened: 'No event in the graph has a date', printed: 'Nothing in the graph has a day of publication' },
  loading: 'Reading days of publication',
  failed: 'The days of publication could not be read',
  retry: 'Try again',
  earlier: (n) => `earlier ${n}`,
  selected: 'selected',
  articles: (n) => `${n} art.`,
  noArticles: (year) => `no articles of ${year}`,
  bar: (at, exact, spans) =>
    [`${at}: ${exact}`, spans > 0 ? `${spans} more that may lie here` : ''].filter(Boolean).join('; '),
  chart: (from, to, most) => `Over time from ${from} to ${to}, most in ${most}`,
};

export const timeWords = pick({ zh, en });
