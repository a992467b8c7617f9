/** Words of the page before anything is on the canvas. */

import { pick } from '../language.ts';
import { counted } from './counted.ts';

const zh = {
  startTitle: (files: number) => `已读入 ${files} 页报纸`,
  startDays: (from: string, to: string) => `${from} 至 ${to}，每条事实都带原文。`,
  startEmpty: '图里还没有内容',
  startEmptyHelp: '在这里加入几版报纸，或把 .txt 页面放进 seeds/ 再运行 npm run ingest -- seeds。',
  beginHere: '从这里开始',
  latest: '最近见报',
  ask: '可以问',
  startEvents: (name: string) => `${name}主持或讲话的活动`,
  startPlaces: (name: string) => `“${name}”在哪些地方出现`,
  startPrograms: (name: string) => `${name}有哪些项目`,
  eventCount: (n: number) => `${n} 个活动`,
  placeCount: (n: number) => `${n} 个地方`,
  programCount: (n: number) => `${n} 个项目`,
  failed: '没有取到',
};

const en: typeof zh = {
  startTitle: (files) => `${counted(files, 'newspaper page')} read`,
  startDays: (from, to) => `${from} to ${to}; every fact has its sentence.`,
  startEmpty: 'The graph is still empty',
  startEmptyHelp: 'Add newspaper pages here, or put .txt pages into seeds/ and run npm run ingest -- seeds.',
  beginHere: 'Begin here',
  latest: 'Latest articles',
  ask: 'Questions to ask',
  startEvents: (name) => `Events that ${name} chaired or spoke at`,
  startPlaces: (name) => `Where “${name}” appeared`,
  startPrograms: (name) => `Programs in ${name}`,
  eventCount: (n) => counted(n, 'event'),
  placeCount: (n) => counted(n, 'place'),
  programCount: (n) => counted(n, 'program'),
  failed: 'Could not be loaded',
};

export const startWords = pick({ zh, en });
