import { describe, expect, test } from 'vitest';
import { type KindCues, kindOf } from '../../ingest/article-kind.ts';

const CUES: KindCues = {
  title: ['甲县说事'],
  text: '村里说事了。',
  continued: false,
  note: false,
  caption: false,
  dateline: false,
  signedAbove: false,
  signed: false,
};

describe('kindOf', () => {
  test.each<[string, Partial<KindCues>, string]>([
    ['上接 comes before all else', { continued: true, note: true }, 'continuation'],
    ['a notice by its headline', { title: ['关于禁燃的通告（摘要）'] }, 'notice'],
    ['a headline of spaced characters', { title: ['某某法院', '公 告'] }, 'notice'],
    ['a report about a notice', { title: ['甲县发布公告'], dateline: true }, 'news'],
    ['a note', { note: true }, 'note'],
    ['a picture', { caption: true }, 'caption'],
    ['——访', { title: ['建设平安', '——访书记顾明'], dateline: true }, 'interview'],
    ['questions and answers', { text: '问：甲？\n答：乙。\n问：丙？\n答：丁。' }, 'interview'],
    ['a dateline', { dateline: true, signedAbove: true }, 'news'],
    ['a byline above and a scene', { signedAbove: true, text: '4月22日，还没走进村口，锣鼓就响了。' }, 'feature'],
    ['a byline above and a formal act on a day', { signedAbove: true, text: '4月22日，甲县召开会议。' }, 'news'],
    ['no byline and a recent day', { text: '日前，考察组到甲县。' }, 'news'],
    ['no byline and the reporter on the scene', { text: '近日，记者登上巡逻艇。' }, 'feature'],
    ['no byline and speech before the day', { text: '“坐近些。”4月22日，村里说事了。' }, 'feature'],
    ['a list of appointments', { title: ['桃源县人大常委会任免名单'], text: '任命林越为法官。' }, 'notice'],
    ['signed below and no day', { signed: true, text: '桥有多老，趴蝮最清楚。' }, 'feature'],
    ['no byline and nobody who speaks', { text: '1至5月，全县纠纷同比下降8.9%。' }, 'news'],
    ['no byline and somebody who speaks', { text: '桥有多老？“三百年了。”他说。' }, 'feature'],
  ])('%s', (_, cues, kind) => {
    expect(kindOf({ ...CUES, ...cues })).toBe(kind);
  });
});
