/** Words of the page of saved queries. */
import type { QueryParam, SavedQuery } from '../../api/queries.ts';
import { language, pick } from '../language.ts';

const GROUPS: Readonly<Record<SavedQuery['group'], { readonly zh: string; readonly en: string }>> = {
  people: { zh: '人物与职务', en: 'People and posts' },
  programs: { zh: '项目扩散', en: 'Spread of programs' },
  places: { zh: '地方', en: 'Places' },
  events: { zh: '会议与活动', en: 'Events' },
  reporting: { zh: '报道', en: 'Reporting' },
  quality: { zh: '覆盖与质量', en: 'Coverage and quality' },
};

export const queryWords = pick({
  zh: {
    findQuery: '找查询',
    noSuchQuery: (typed: string) => `没有含“${typed}”的查询`,
    askAbout: (name: string) => `关于${name}可以问`,
    askNothing: '没有适合它的查询。',
    group: '组',
    addressCopied: '已复制带参数的链接',
    copyAddress: '带参数的链接',
    toConsole: '在控制台打开',
    console: 'Cypher 控制台',
    limits: (seconds: number, rows: number) => `时间上限 ${seconds} 秒，行数上限 ${rows.toLocaleString('zh-CN')}`,
    stop: '停止',
    stopped: '已停止',
    any: (label: string) => `不限${label}`,
    suggested: '可以选',
    view: '看法',
    timeline: '时间线',
    map: '地图',
    byDate: '按哪个日期排',
    byColumn: (name: string) => `按“${name}”排`,
    undatedRows: '没有日期',
    cityRows: (name: string, n: number) => (n === 0 ? `${name}：没有行` : `${name}：${n} 行`),
    elsewhereRows: (n: number) => `不在这十一市：${n} 行`,
    nowhereRows: (n: number) => `没有地点：${n} 行`,
    mapOf: (n: number) => `浙江十一市，其中 ${n} 个有行`,
    json: 'JSON',
    exported: '导出',
    csv: 'CSV 表格',
    picture: (nodes: number, edges: number) => `关系图：${nodes} 个节点，${edges} 条关系；表里列出同样的内容`,
    noPicture: '这些行里没有可以画的节点，看表。',
    notDrawn: (drawn: number, left: number) => `先画 ${drawn} 个，另有 ${left} 个：放进图里看全部`,
    cutRows: (rows: number) => `结果超过 ${rows.toLocaleString('zh-CN')} 行，只取了前面的。缩小范围或加 LIMIT。`,
    cutSize: '结果太大，只取了前面的行。少取几列，或加 LIMIT。',
    rowEvidence: (row: number) => `第 ${row} 行，看原句`,
    answered: (rows: number) => `查询完成，${rows} 行`,
  },
  en: {
    findQuery: 'Find a query',
    noSuchQuery: (typed: string) => `No query has “${typed}”`,
    askAbout: (name: string) => `Questions about ${name}`,
    askNothing: 'No query fits it.',
    group: 'group',
    addressCopied: 'Link with its values copied',
    copyAddress: 'Link with values',
    toConsole: 'Open in the console',
    console: 'Cypher console',
    limits: (seconds: number, rows: number) => `At most ${seconds} s and ${rows.toLocaleString('en')} rows`,
    stop: 'Stop',
    stopped: 'Stopped',
    any: (label: string) => `any ${label.toLowerCase()}`,
    suggested: 'Suggested',
    view: 'View',
    timeline: 'Timeline',
    map: 'Map',
    byDate: 'By which date',
    byColumn: (name) => `By “${name}”`,
    undatedRows: 'Without a date',
    cityRows: (name, n) => (n === 0 ? `${name}: no rows` : `${name}: ${n} rows`),
    elsewhereRows: (n) => `Outside the eleven cities: ${n} rows`,
    nowhereRows: (n) => `Without a place: ${n} rows`,
    mapOf: (n) => `Eleven cities of Zhejiang, ${n} of them with rows`,
    json: 'JSON',
    exported: 'Export',
    csv: 'CSV table',
    picture: (nodes: number, edges: number) =>
      `Graph of ${nodes} nodes and ${edges} relations; the table lists the same`,
    noPicture: 'These rows hold no nodes to draw: see the table.',
    notDrawn: (drawn: number, left: number) =>
      `The first ${drawn} are drawn, ${left} are not: add them to the graph to see all`,
    cutRows: (rows: number) =>
      `The result has more than ${rows.toLocaleString('en')} rows; the first were taken. Narrow it, or add LIMIT.`,
    cutSize: 'The result is too large; the first rows were taken. Ask for fewer columns, or add LIMIT.',
    rowEvidence: (row: number) => `Row ${row}, see its sentences`,
    answered: (rows: number) => (rows === 1 ? 'Done, 1 row' : `Done, ${rows} rows`),
  },
});

export const groupWord = (group: SavedQuery['group']): string => GROUPS[group][language.value];
export const purposeOf = ({ purpose, purposeEn }: SavedQuery): string =>
  language.value === 'zh' ? purpose : purposeEn;
export const sentenceOf = ({ sentence, sentenceEn }: SavedQuery): string | null =>
  language.value === 'zh' ? sentence : sentenceEn;
export const labelOf = ({ label, labelEn }: Pick<QueryParam, 'label' | 'labelEn'>): string =>
  language.value === 'zh' ? label : labelEn;
