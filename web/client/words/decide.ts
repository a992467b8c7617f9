/** Words about judging facts and telling people of one name apart. */
import type { Verdict, WrongReason } from '../../api/decide.ts';
import { pick } from '../language.ts';

const zh = {
  confirm: '确认',
  wrong: '不对？',
  hide: '不再显示',
  reasons: {
    'no-fact': '不是事实',
    ends: '对象不对',
    relation: '关系不对',
    stage: '阶段不对',
    time: '时间不对',
  } as Record<WrongReason, string>,
  whichReason: '哪里不对',
  note: '写一句理由，可不填',
  author: '署名',
  keep: '记下',
  pickReason: '先选一处不对的地方',
  takeBack: '撤回',
  verdicts: { confirm: '已确认', dispute: '存疑', hide: '已隐藏' } as Record<Verdict, string>,
  saidBy: (by: string, at: string) => `${by} · ${at}`,
  kept: (what: string) => `已记下：${what}`,
  takenBack: '已撤回判断',
  stepName: '判断',
  hiddenFacts: (n: number) => `另有 ${n} 条被人隐藏`,
  showHidden: '显示',
  foldHidden: '收起',
  notKept: '没有记下',
};
type Words = typeof zh;

const en: Words = {
  confirm: 'Confirm',
  wrong: 'Wrong?',
  hide: 'Stop showing',
  reasons: {
    'no-fact': 'No fact',
    ends: 'Wrong ends',
    relation: 'Wrong relation',
    stage: 'Wrong stage',
    time: 'Wrong time',
  },
  whichReason: 'What is wrong',
  note: 'A line why, if you like',
  author: 'Signed',
  keep: 'Keep',
  pickReason: 'First choose what is wrong',
  takeBack: 'Take back',
  verdicts: { confirm: 'Confirmed', dispute: 'In doubt', hide: 'Hidden' },
  saidBy: (by, at) => `${by} · ${at}`,
  kept: (what) => `Kept: ${what}`,
  takenBack: 'Judgement taken back',
  stepName: 'judgement',
  hiddenFacts: (n) => `${n} more hidden by readers`,
  showHidden: 'Show',
  foldHidden: 'Fold away',
  notKept: 'Not kept',
};

export const decideWords = pick({ zh, en });
