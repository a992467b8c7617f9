/** Words of the page of articles. */
import { type Language, pick } from '../language.ts';

/** How the day of publication is known; the keys are those of the extraction contract. */
const BASES: Record<Language, Record<string, string>> = {
  zh: {
    printed: '文中印明',
    masthead: '报头',
    'issue-number': '由期号推定',
    'page-date': '版面日期',
    cue: '文中线索',
    file: '文件给定',
  },
  en: {
    printed: 'printed in the text',
    masthead: 'masthead',
    'issue-number': 'issue number',
    'page-date': 'date of the page',
    cue: 'a cue in the text',
    file: 'given with the file',
  },
};

const zh = {
  thisArticle: '本文',
  allArticles: '全部文章',
  samePage: '这一页的文章',
  namedHere: '文中出现',
  times: '次',
  articleFacts: '抽取的事实',
  noFacts: '这篇文章没有抽出事实。',
  noText: '这篇文章没有正文。',
  previousNext: '下一条、上一条',
  inGraphView: '图中看',
  dateBasis: (basis: string) => `日期依据：${BASES.zh[basis] ?? basis}`,
  pickArticle: '选一篇文章，正文里的每条事实都标了出来。',
};

const en: typeof zh = {
  thisArticle: 'this article',
  allArticles: 'All articles',
  samePage: 'On this page',
  namedHere: 'Named here',
  times: 'times',
  articleFacts: 'Facts found',
  noFacts: 'No facts were found in this article.',
  noText: 'This article has no text.',
  previousNext: 'next, previous',
  inGraphView: 'In the graph',
  dateBasis: (basis) => `Date known by: ${BASES.en[basis] ?? basis}`,
  pickArticle: 'Pick an article: every fact is marked in its text.',
};

export const readingWords = pick({ zh, en });
