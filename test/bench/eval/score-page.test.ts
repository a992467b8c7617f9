import { describe, expect, it } from 'vitest';
import { scorePage } from '../../../bench/eval/score-page.ts';
import type { ExtractedArticle } from '../../../ingest/contract.ts';
import { entity, extracted, extractedPage, fact, goldPage, TEXT } from './samples.ts';

const PEOPLE = [entity('Person', '王一'), entity('Person', '李二')];
const COUNTY = entity('Place', '乙县', { path: '某省/甲市/乙县' });
const CITY = entity('Place', '甲市', { path: '某省/甲市' });
const PROGRAM = entity('Program', '丙经验', { aliases: ['丙'] });
const MEETING = entity('Event', '甲市平安工作会议', {
  type: 'meeting',
  date: { value: '2019-06-03', precision: 'day', basis: 'page-date' },
});
const GOLD_MEETING = {
  id: 'e1',
  type: 'meeting',
  names: ['平安工作会议'],
  date: '2019-06-03',
  datePrecision: 'day',
  places: ['某省/甲市/乙县'],
  participants: [
    { person: '王一', role: 'chaired' },
    { person: '李二', role: 'spoke' },
  ],
  presenters: [],
  organizers: [],
  programs: ['丙经验'],
};

/** Judgements other than of articles, as `category verdict item`. */
function judged(gold: Readonly<Record<string, unknown>>, found: ExtractedArticle): readonly string[] {
  return scorePage(goldPage(gold), extractedPage(found)).judgements.flatMap(({ category, verdict, item }) =>
    category === 'articles' ? [] : [`${category} ${verdict} ${item}`],
  );
}

describe('articles', () => {
  it('are found by their first words, and judged by their headline as well', () => {
    const score = (found: Partial<ExtractedArticle>) =>
      scorePage(goldPage(), extractedPage(extracted([], [], found)))
        .judgements.map(({ verdict }) => verdict)
        .join();
    expect(score({})).toBe('right');
    expect(score({ title: '别的标题' })).toBe('missed,wrong');
    expect(score({ text: '别的正文' })).toBe('right');
    expect(score({ title: '别的标题', text: '别的正文' })).toBe('missed,wrong');
  });

  it('that were not found miss all they state', () => {
    const score = scorePage(goldPage({ persons: [['王一']], events: [GOLD_MEETING] }), extractedPage());
    expect(score.judgements.map(({ category, verdict }) => `${category} ${verdict}`)).toEqual([
      'articles missed',
      'persons missed',
      'events missed',
      'roles missed',
      'roles missed',
      'held_in missed',
      'about missed',
    ]);
  });

  it('that nobody annotated are wrong', () => {
    const extra = extracted([], [], { id: 'article/2', title: '另一篇', text: '另一篇的正文。' });
    const score = scorePage(goldPage(), extractedPage(extracted(), extra));
    expect(score.judgements.map(({ verdict, item }) => `${verdict} ${item}`)).toEqual([
      'right 甲市召开平安工作会议',
      'wrong 另一篇',
    ]);
  });
});

describe('checks', () => {
  const checks = (found: ExtractedArticle, gold: Readonly<Record<string, unknown>> = {}) =>
    scorePage(goldPage(gold), extractedPage(found)).checks.map(({ measure, right }) => `${measure} ${right}`);

  it('tell the kind of an article and the date of its page', () => {
    expect(checks(extracted())).toEqual(['pageDate true', 'kind true']);
    expect(checks(extracted([], [], { kind: 'notice' }))).toEqual(['pageDate true', 'kind false']);
  });

  it('tell type and date of the events that were found', () => {
    const found = entity('Event', '平安工作会议', { type: 'ceremony', date: null });
    expect(checks(extracted([found]), { events: [GOLD_MEETING] })).toEqual([
      'pageDate true',
      'kind true',
      'eventType false',
      'eventDate false',
    ]);
  });

  it('tell the stage of the launches that were found', () => {
    const launched = [{ program: '丙', place: '某省/甲市', stage: 'origin', date: null }];
    const found = extracted([PROGRAM, CITY], [fact('LAUNCHED_IN', '丙经验', '甲市', { stage: 'planned', date: null })]);
    expect(checks(found, { programs: [['丙经验', '丙']], launched })).toContain('stage false');
  });
});

describe('names', () => {
  it('of people leave out the byline', () => {
    const byline = [{ name: '王一', role: 'reporter' } as const];
    expect(judged({ byline, persons: [['李二']] }, extracted(PEOPLE, [], { byline }))).toEqual([
      'byline right 王一 reporter',
      'persons right 李二',
    ]);
  });

  it('of bylines need the right role', () => {
    const gold = { byline: [{ name: '赵三', role: 'reporter' }] };
    const found = extracted([], [], { byline: [{ name: '赵三', role: 'correspondent' }] });
    expect(judged(gold, found)).toEqual(['byline missed 赵三 reporter', 'byline wrong 赵三 correspondent']);
  });

  it('of places are paths', () => {
    expect(judged({ places: ['某省/甲市'] }, extracted([CITY, COUNTY]))).toEqual([
      'places right 某省/甲市',
      'places wrong 某省/甲市/乙县',
    ]);
    expect(judged({ places: ['别省/甲市'], optional: { places: ['某省/甲市'] } }, extracted([CITY]))).toEqual([
      'places missed 别省/甲市',
      'places optional 某省/甲市',
    ]);
  });
});

describe('posts', () => {
  const HOLDERS = [...PEOPLE, entity('Organization', '甲市政府', { aliases: ['市政府'] })];

  it('fit by the post alone or with its body, and may be stated twice', () => {
    const facts = [
      fact('HOLDS', '王一', '甲市政府', { title: '市长' }),
      fact('HOLDS', '王一', '甲市政府', { title: '甲市市长' }),
      fact('HOLDS', '李二', '甲市政府', { title: '市长' }),
    ];
    const found = judged({ posts: [['王一', ['市长']]] }, extracted(HOLDERS, facts));
    expect(found.filter((line) => line.startsWith('posts'))).toEqual([
      'posts right 王一 市长',
      'posts repeat 王一 甲市政府|甲市市长',
      'posts wrong 李二 甲市政府|市长',
    ]);
  });
});

describe('events', () => {
  const facts = [
    fact('CHAIRED', '王一', '甲市平安工作会议'),
    fact('ATTENDED', '李二', '甲市平安工作会议'),
    fact('HELD_IN', '甲市平安工作会议', '甲市'),
    fact('ABOUT', '甲市平安工作会议', '丙经验'),
  ];
  const found = extracted([...PEOPLE, CITY, PROGRAM, MEETING], facts);
  const ofEvents = (gold: Readonly<Record<string, unknown>>) =>
    judged(gold, found).filter((line) => !/^(?:persons|places|programs) /u.test(line));

  it('are paired by what they share, and their facts judged one by one; a superior of the venue is optional', () => {
    expect(ofEvents({ programs: [['丙经验']], events: [GOLD_MEETING] })).toEqual([
      'events right 平安工作会议',
      'roles right 王一 chaired @ 平安工作会议',
      'roles missed 李二 spoke @ 平安工作会议',
      'roles wrong 李二 attended @ 平安工作会议',
      'held_in missed 平安工作会议 @ 某省/甲市/乙县',
      'held_in optional 平安工作会议 @ 某省/甲市',
      'about right 平安工作会议 @ 丙经验',
    ]);
  });

  it('that nothing asks for are wrong with all their facts', () => {
    const other = { ...GOLD_MEETING, type: 'incident', names: ['火灾'], date: null, participants: [], places: [] };
    expect(ofEvents({ events: [{ ...other, programs: [] }] })).toEqual([
      'events missed 火灾',
      'events wrong 甲市平安工作会议',
      'roles wrong 王一 chaired @ 甲市平安工作会议',
      'roles wrong 李二 attended @ 甲市平安工作会议',
      'held_in wrong 甲市平安工作会议 @ 某省/甲市',
      'about wrong 甲市平安工作会议 @ 丙经验',
    ]);
  });

  it('that one may leave out count neither way, with all their facts', () => {
    const lines = ofEvents({ optional: { events: [GOLD_MEETING] } });
    expect(lines.length).toBe(5);
    expect(lines.every((line) => line.includes(' optional '))).toBe(true);
  });
});

describe('launches', () => {
  it('fit by any name of the program and the path of the place', () => {
    const gold = {
      programs: [['新丙经验', '丙']],
      launched: [{ program: '新丙经验', place: '某省/甲市', stage: 'practised', date: null }],
    };
    const facts = [
      fact('LAUNCHED_IN', '丙经验', '甲市', { stage: 'practised' }),
      fact('LAUNCHED_IN', '丙经验', '乙县'),
    ];
    const lines = judged(gold, extracted([PROGRAM, CITY, COUNTY], facts));
    expect(lines.filter((line) => line.startsWith('launched'))).toEqual([
      'launched right 新丙经验 → 某省/甲市',
      'launched wrong 丙经验 → 某省/甲市/乙县',
    ]);
  });
});

describe('the sentence beside a judgement', () => {
  it('is the evidence of a fact, and the one around a name; a missed item shows where its words stand', () => {
    const facts = [
      fact('HOLDS', '李二', '甲市', { title: '市长', also: [{ evidence: [0, 3], rule: 's', confidence: 1 }] }),
    ];
    const gold = { persons: [['王一']], posts: [['王一', ['市长']]], places: [] };
    const { judgements } = scorePage(goldPage(gold), extractedPage(extracted([entity('Person', '李二'), CITY], facts)));
    const shown = judgements
      .filter(({ category, verdict }) => category !== 'articles' && verdict !== 'right')
      .map(({ category, verdict, sentence, rules }) => [`${category} ${verdict}`, sentence, ...rules]);
    const second = '市长王一主持会议，李二讲话。';
    expect(shown).toEqual([
      ['persons missed', second],
      ['persons wrong', second],
      ['places wrong', TEXT.slice(0, TEXT.indexOf('市长'))],
      ['posts missed', second],
      ['posts wrong', second, 'r', 's'],
    ]);
  });
});

it('judges which place learned from which by both paths', () => {
  const places = ['甲市', '乙县', '丙县'].map((name) => entity('Place', name, { path: `某省/${name}` }));
  const learned = (model: string) => fact('LEARNED_FROM', '甲市', model);
  const gold = goldPage({
    learned: [{ learner: '某省/甲市', model: '某省/乙县' }],
    optional: { learned: [{ learner: '某省/甲市', model: '某省/丙县' }] },
  });
  const verdicts = (...facts: readonly ReturnType<typeof learned>[]) =>
    scorePage(gold, extractedPage(extracted(places, facts)))
      .judgements.filter(({ category }) => category === 'learned')
      .map(({ verdict }) => verdict);
  expect(verdicts(learned('乙县'), learned('丙县'))).toEqual(['right', 'optional']);
  expect(verdicts(fact('LEARNED_FROM', '乙县', '甲市'))).toEqual(['missed', 'wrong']);
});
