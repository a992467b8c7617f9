/** Words of the search box. */
import type { NearAnswer } from '../../api/search.ts';
import { pick } from '../language.ts';

type By = NearAnswer['near'][number]['by'];

const zh = {
  inTexts: (n: string) => `正文里有 · ${n} 篇`,
  names: '名称',
  found: (n: number) => `${n} 个结果`,
  nothing: (q: string) => `没有“${q}”`,
  lookedAt: (names: number, articles: number) =>
    `查过 ${names} 个名称及其别名、拼音和首字母，${articles} 篇文章里也没有这几个字。`,
  lookedAtAll: '查过名称、别名、拼音、首字母和文章正文。',
  near: '读音或字形相近',
  by: { sound: '同音', character: '差 1 个字' } as Record<By, string>,
  also: '也可以',
  articles: '看全部文章',
  shorter: (q: string) => `只找“${q}”`,
  keyKinds: '种类',
};
type Words = typeof zh;

const en: Words = {
  inTexts: (n) => `In the text of ${n} articles`,
  names: 'Names',
  found: (n) => `${n} ${n === 1 ? 'result' : 'results'}`,
  nothing: (q) => `Nothing for “${q}”`,
  lookedAt: (names, articles) =>
    `Looked at ${names} names with their aliases, pinyin and initials, and at the text of ${articles} articles.`,
  lookedAtAll: 'Looked at names, aliases, pinyin, initials and the text of articles.',
  near: 'Alike in sound or writing',
  by: { sound: 'same sound', character: '1 character off' },
  also: 'Or',
  articles: 'See all articles',
  shorter: (q) => `Look for “${q}” only`,
  keyKinds: 'kind',
};

export const searchWords = pick({ zh, en });
