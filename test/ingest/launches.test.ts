import { describe, expect, it } from 'vitest';
import { findDates } from '../../ingest/dates.ts';
import { findLaunches } from '../../ingest/launches.ts';
import { loadProgramLexicon } from '../../ingest/program-lexicon.ts';
import { findPrograms } from '../../ingest/programs.ts';
import { openSegmenter } from '../../ingest/segment.ts';
import type { PostMention } from '../../ingest/types.ts';
import { documentOf, organizationsIn, placesIn } from '../support/documents.ts';
import { extracted } from '../support/extracted.ts';

const segment = openSegmenter();
const lexicon = loadProgramLexicon();

interface Options {
  readonly title?: string;
  readonly home?: string;
  readonly seats?: Readonly<Record<string, string>>;
  /** Who holds a post, and the place of that post. */
  readonly posts?: Readonly<Record<string, string>>;
}

function launches(
  body: string,
  places: Readonly<Record<string, string>>,
  { title, home, seats = {}, posts = {} }: Options = {},
) {
  const doc = documentOf(body, title ?? null, home ?? null);
  const context = {
    places: placesIn(doc, places),
    organizations: organizationsIn(doc, seats),
    posts: Object.entries(posts).map(([person, seat]) => postOf(person, seat)),
  };
  const programs = findPrograms(doc, { ...context, lexicon, segment }).items;
  const { items } = findLaunches(doc, { ...context, programs, dates: findDates(doc).items });
  return { doc, items, rows: items.map(({ program, place, stage }) => `${program} → ${place} ${stage}`) };
}

function postOf(person: string, seat: string): PostMention {
  const organization = { name: '', aliases: [], seat };
  const unsaid = { start: 0, end: 0, rule: 'test', confidence: 1, acting: false, former: false };
  return { kind: 'Post', person, title: '书记', organization, ...unsaid };
}

const WENLING = { 温岭市: '浙江省/台州市/温岭市' };
const QUZHOU = {
  衢州市: '浙江省/衢州市',
  衢州: '浙江省/衢州市',
  龙游县: '浙江省/衢州市/龙游县',
  龙游: '浙江省/衢州市/龙游县',
};

describe('findLaunches', () => {
  it.each([
    [
      'what a place creates is its origin',
      '温岭市创新构建“1+4+N”基层治理体系。',
      WENLING,
      ['1+4+N基层治理体系 → 浙江省/台州市/温岭市 origin'],
    ],
    [
      'a known program is practised, whatever the verb of making',
      '温岭市创新运用“枫桥经验”。',
      WENLING,
      ['枫桥经验 → 浙江省/台州市/温岭市 practised'],
    ],
    [
      'a first of its kind is an origin, even of a known program',
      '温岭市首创“信访超市”。',
      WENLING,
      ['信访超市 → 浙江省/台州市/温岭市 origin'],
    ],
    [
      'a place that is told to is planning',
      '会议强调，温岭市要深化“枫桥经验”。',
      WENLING,
      ['枫桥经验 → 浙江省/台州市/温岭市 planned'],
    ],
    [
      'the next step is planned',
      '下一步，温岭市将推广“海上枫桥”做法。',
      WENLING,
      ['海上枫桥 → 浙江省/台州市/温岭市 planned'],
    ],
    [
      '将 before the object is no future',
      '温岭市将“红领议事”与“枫桥经验”结合起来推广。',
      WENLING,
      ['红领议事 → 浙江省/台州市/温岭市 practised', '枫桥经验 → 浙江省/台州市/温岭市 practised'],
    ],
    [
      'a birthplace is an origin in a demand, too',
      '他要求，龙游县要扛起“板凳经验”发源地的责任。',
      QUZHOU,
      ['板凳经验 → 浙江省/衢州市/龙游县 origin'],
    ],
    [
      'a possessor practises',
      '衢州市龙游县的“邻里驿站”人气很旺。',
      QUZHOU,
      ['邻里驿站 → 浙江省/衢州市/龙游县 practised'],
    ],
    [
      'the credit comes after the name',
      '“网格+警格”双融双治，是龙游县的首创。',
      QUZHOU,
      ['网格+警格 → 浙江省/衢州市/龙游县 origin'],
    ],
    [
      'a list of places has a row for each',
      '温岭市和龙游县推行“村村议”平台。',
      { ...WENLING, ...QUZHOU },
      ['村村议 → 浙江省/台州市/温岭市 practised', '村村议 → 浙江省/衢州市/龙游县 practised'],
    ],
    [
      'the narrowest of a chain is the place',
      '衢州市龙游县推行“村村议”平台。',
      QUZHOU,
      ['村村议 → 浙江省/衢州市/龙游县 practised'],
    ],
    [
      '平安 with a place is that place’s own',
      '龙游县的工作为平安衢州建设作出贡献。',
      QUZHOU,
      ['平安衢州 → 浙江省/衢州市 practised'],
    ],
    [
      'a program that is learned belongs to its model',
      '温岭市借鉴龙游“板凳议事”经验。',
      { ...WENLING, ...QUZHOU },
      ['板凳议事 → 浙江省/衢州市/龙游县 origin'],
    ],
  ])('says that %s', (_, body, places, expected) => {
    expect(launches(body, places as Record<string, string>).rows).toEqual(expected);
  });

  it.each([
    ['what is not done', '温岭市尚未推行“村村议”平台。'],
    ['a condition', '如果温岭市推行“村村议”平台，情况会好些。'],
    ['a question', '温岭市怎么推行“村村议”平台？'],
    ['a mere reference', '按照“枫桥经验”实施意见的要求，温岭市召开会议。'],
    ['a body named after a program', '温岭市建立“百千万工程”指挥部。'],
  ])('reads nothing from %s', (_, body) => {
    expect(launches(body, WENLING).rows).toEqual([]);
  });

  it('gives one row a pair, with the best stage and the clause that has it', () => {
    const body = '温岭市要推广“村村议”平台。近年来，温岭市首创的“村村议”平台成效明显。';
    const { doc, items } = launches(body, WENLING);
    expect(items).toHaveLength(1);
    expect(items[0]?.stage).toBe('origin');
    expect(doc.text.slice(items[0]?.start, items[0]?.end)).toBe('温岭市首创的“村村议”平台成效明显。');
  });

  it('lets a demand reach over clauses until the paragraph ends', () => {
    const body = '他强调，衢州要提高站位；做实做细工作，深化“全科网格”建设。\n衢州推行“周二无会日”。';
    expect(launches(body, QUZHOU).rows).toEqual([
      '全科网格 → 浙江省/衢州市 planned',
      '周二无会日 → 浙江省/衢州市 practised',
    ]);
  });

  it('carries the subject over clauses and sentences of a paragraph', () => {
    const body = '近年来，温岭市围绕民生发力。当地推行“村村议”平台，开展“清风”行动。';
    expect(launches(body, WENLING).rows).toEqual([
      '村村议 → 浙江省/台州市/温岭市 practised',
      '清风行动 → 浙江省/台州市/温岭市 practised',
    ]);
  });

  it('reads the place off the seat of a body', () => {
    const { rows } = launches(
      '市委把“村村议”平台纳入考核，推行“红领议事”机制。',
      {},
      { seats: { 市委: '浙江省/嘉兴市' } },
    );
    expect(rows).toEqual(['村村议 → 浙江省/嘉兴市 practised', '红领议事 → 浙江省/嘉兴市 practised']);
  });

  it('does not take an official’s office for the one who acts', () => {
    const body = '衢州市委书记来到龙游县，看了“红领议事”平台。';
    const { rows } = launches(body, QUZHOU, { seats: { 衢州市委: '浙江省/衢州市' } });
    expect(rows).not.toContain('红领议事 → 浙江省/衢州市 practised');
  });

  it('turns to the article’s place when a clause names none', () => {
    const { rows } = launches('“云上议事厅”平台上线运行。', QUZHOU, { title: '龙游县有了新平台' });
    expect(rows).toEqual(['云上议事厅 → 浙江省/衢州市/龙游县 practised']);
  });

  it('lets the body correct what only the headline says', () => {
    const { rows } = launches('他强调，衢州要构建“党建+信访”体系。', QUZHOU, { title: '衢州构建“党建+信访”体系' });
    expect(rows).toEqual(['党建+信访 → 浙江省/衢州市 planned']);
  });

  it('follows a program to where it spread', () => {
    const body = '“板凳经验”走出龙游县，在衢州推开。';
    expect(launches(body, QUZHOU).rows).toContain('板凳经验 → 浙江省/衢州市 practised');
  });

  it.each<[string, string, Readonly<Record<string, string>>, Options, string[]]>([
    [
      'a county meeting’s venue is not what the headline is about',
      '要推行“板凳经验”。',
      QUZHOU,
      { title: '衢州市说事现场会在龙游县举行' },
      ['板凳经验 → 浙江省/衢州市 planned'],
    ],
    [
      'places named in one breath stand for what they are part of',
      '要推行“板凳经验”。\n龙游县、江山市都来了人。',
      { ...QUZHOU, 江山市: '浙江省/衢州市/江山市' },
      {},
      ['板凳经验 → 浙江省/衢州市 planned'],
    ],
    [
      'the next sentence may say who began it',
      '“板凳义警”队伍很忙。这支队伍2019年由龙游县发起。',
      QUZHOU,
      {},
      ['板凳义警 → 浙江省/衢州市/龙游县 origin'],
    ],
    [
      'a station acts in the township that it is named after',
      '白桥镇在县北。白桥派出所首创“板凳义警”队伍。',
      { 龙游县: '浙江省/衢州市/龙游县', 白桥镇: '浙江省/衢州市/龙游县/白桥镇' },
      { seats: { 白桥派出所: '浙江省/衢州市/龙游县' } },
      ['板凳义警 → 浙江省/衢州市/龙游县/白桥镇 origin'],
    ],
    [
      'where it is held goes on about what was not denied',
      '龙游县没有搞“一村一品牌”，而是推行“板凳会”制度。甲村开在祠堂里。',
      { 龙游县: '浙江省/衢州市/龙游县', 甲村: '浙江省/衢州市/龙游县/乙镇/甲村' },
      {},
      ['板凳会 → 浙江省/衢州市/龙游县 practised', '板凳会 → 浙江省/衢州市/龙游县/乙镇/甲村 practised'],
    ],
    [
      'where it is held says nothing about what was named long before',
      '龙游县推行“板凳会”制度。会上很静。有人发言。甲村开在山里。',
      { 龙游县: '浙江省/衢州市/龙游县', 甲村: '浙江省/衢州市/龙游县/乙镇/甲村' },
      {},
      ['板凳会 → 浙江省/衢州市/龙游县 practised'],
    ],
    [
      'people walk into a village, no program does',
      '在“枫桥经验”发源地温岭市，考察团走进龙游县。',
      { ...WENLING, ...QUZHOU },
      {},
      ['枫桥经验 → 浙江省/台州市/温岭市 origin'],
    ],
    ['an anniversary is a mark of time', '龙游县热闹。今年是“板凳经验”提出10周年。', QUZHOU, {}, []],
    [
      'the bracket behind a tour of reporters is its place',
      '“枫桥经验”主题宣传活动（衢州行）启动。',
      QUZHOU,
      {},
      ['枫桥经验 → 浙江省/衢州市 practised'],
    ],
  ])('%s', (_, body, places, options, rows) => {
    expect(launches(body, places, options).rows).toEqual(rows);
  });

  it.each<[string, string, Readonly<Record<string, string>>, Options, string[]]>([
    [
      'each of two makers has what it made',
      '温岭市推出的“红帆议事”、龙游县推出的“流动说事站”等做法得到推广。',
      { ...WENLING, ...QUZHOU },
      {},
      ['红帆议事 → 浙江省/台州市/温岭市 origin', '流动说事站 → 浙江省/衢州市/龙游县 origin'],
    ],
    [
      'what is to be promoted from a place is practised there and planned for the others',
      '他强调，衢州要总结推广龙游县“板凳义警”做法。',
      QUZHOU,
      {},
      ['板凳义警 → 浙江省/衢州市/龙游县 practised', '板凳义警 → 浙江省/衢州市 planned'],
    ],
    [
      'a village that first did it is no field of comparison',
      '龙游县针对矛盾，在甲村首创“板凳说事”工作法。',
      { 龙游县: '浙江省/衢州市/龙游县', 甲村: '浙江省/衢州市/龙游县/乙镇/甲村' },
      {},
      ['板凳说事 → 浙江省/衢州市/龙游县/乙镇/甲村 origin'],
    ],
    [
      'a speaker speaks of the place of his post',
      '衢州市考察团来到温岭市。\n林越介绍说，社区探索建立“板凳会”制度。',
      { ...WENLING, 衢州市: '浙江省/衢州市' },
      { posts: { 林越: '浙江省/台州市/温岭市/甲街道/乙社区' } },
      ['板凳会 → 浙江省/台州市/温岭市/甲街道/乙社区 origin'],
    ],
    [
      'who only listens does not speak of his own place',
      '温岭市热闹。林越听取了“板凳会”制度的情况汇报。',
      WENLING,
      { posts: { 林越: '浙江省/衢州市' } },
      ['板凳会 → 浙江省/台州市/温岭市 practised'],
    ],
    [
      'a program that a place began by itself is its origin',
      '龙游县热闹。“渔港一件事”改革由温岭市于今年1月启动。',
      { ...WENLING, ...QUZHOU },
      {},
      ['渔港一件事 → 浙江省/台州市/温岭市 origin'],
    ],
    [
      'what is shaped where something new is made is new',
      '龙游县创新网格管理，构建“1+6+X”防控体系。',
      QUZHOU,
      {},
      ['1+6+X防控体系 → 浙江省/衢州市/龙游县 origin'],
    ],
    [
      'a word of rank means the place of that rank',
      '衢州市热闹，龙游县也热闹。县里自己琢磨出了“板凳会”制度。',
      QUZHOU,
      {},
      ['板凳会 → 浙江省/衢州市/龙游县 origin'],
    ],
    [
      'visitors hear of the place where they stand',
      '衢州市考察团参观了甲镇服务中心、温岭市，听取了“板凳会”制度情况介绍。',
      { ...WENLING, 衢州市: '浙江省/衢州市', 甲镇: '浙江省/丽水市/乙县/甲镇' },
      {},
      ['板凳会 → 浙江省/台州市/温岭市 practised'],
    ],
    [
      'a measured result shows a program at work',
      '在龙游县服务大厅，“最多跑一地”办结率达到九成。',
      QUZHOU,
      {},
      ['最多跑一地 → 浙江省/衢州市/龙游县 practised'],
    ],
    ['what somebody proposes is not done', '龙游县热闹，有人建议搞“板凳会”制度。', QUZHOU, {}, []],
    ['a column of a paper is launched nowhere', '龙游县热闹。本报开设“最美田园”专栏。', QUZHOU, {}, []],
    [
      'the answer to what comes next is a plan',
      '龙游县热闹。\n问：下一步有什么打算？\n答：龙游县建“板凳会”制度。',
      QUZHOU,
      {},
      ['板凳会 → 浙江省/衢州市/龙游县 planned'],
    ],
    [
      'a plan in the name of a program plans nothing',
      '龙游县启动“清风行动计划”。',
      QUZHOU,
      {},
      ['清风行动计划 → 浙江省/衢州市/龙游县 practised'],
    ],
    [
      'what is part of a program shows it at work',
      '龙游县热闹。这是今年“板凳课堂”活动的第三站。',
      QUZHOU,
      {},
      ['板凳课堂 → 浙江省/衢州市/龙游县 practised'],
    ],
    [
      'where a training was held is not what the article is about',
      '衢州市司法局在龙游县举办培训班。\n各所要用好“板凳课堂”平台。',
      QUZHOU,
      {},
      ['板凳课堂 → 浙江省/衢州市 planned'],
    ],
  ])('%s', (_, body, places, options, rows) => {
    expect(launches(body, places, options).rows).toEqual(rows);
  });

  it('dates a launch by its own clause or by a date alone before it, never by others', () => {
    const dated = launches('2019年，温岭市建成“村村议”平台。去年12月，有人来访。', WENLING).items;
    expect(dated.map(({ date }) => date?.value)).toEqual(['2019']);
    const undated = launches('6月3日，他到访。温岭市建成“村村议”平台。', WENLING).items;
    expect(undated.map(({ date }) => date)).toEqual([null]);
  });

  it('takes what a place presents at a meeting for no launch, unless it says that it was done', () => {
    expect(launches('温岭市围绕“村村议”作交流发言。', WENLING).rows).toEqual([]);
    expect(launches('温岭市围绕“村村议”平台作经验介绍。', WENLING).rows).toEqual([]);
    expect(launches('温岭市围绕“村村议”平台配备专职人员。', WENLING).rows).toHaveLength(1);
  });

  it('gives who learns from a place what he then spreads in all of his own', () => {
    const stages = (text: string) =>
      extracted(text).facts.flatMap((fact) => (fact.type === 'LAUNCHED_IN' ? [`${fact.to} ${fact.stage}`] : []));
    const [tongxiang, zhoushan] = ['place/浙江省/嘉兴市/桐乡市 origin', 'place/浙江省/舟山市'];
    expect(stages('舟山市借鉴桐乡市“三治融合”经验，在全市推广“三治融合”。')).toEqual([
      tongxiang,
      `${zhoushan} practised`,
    ]);
    expect(stages('舟山市借鉴桐乡“三治融合”经验，将在全市推广“三治融合”。')).toEqual([
      tongxiang,
      `${zhoushan} planned`,
    ]);
  });

  it('reads where a program was tried first, who follows and where a whole province is to have it', () => {
    const rows = (text: string) => launches(text, { ...QUZHOU, 全省: '浙江省', 全市: '浙江省/衢州市' }).rows;
    expect(rows('龙游县探索建立“三色单”。这一做法今年起在衢州市先行先试。')).toEqual([
      '三色单 → 浙江省/衢州市/龙游县 origin',
      '三色单 → 浙江省/衢州市 practised',
    ]);
    expect(rows('龙游县推行“三色单”，衢州市已将这一做法复制到全市。')).toContain('三色单 → 浙江省/衢州市 practised');
    expect(rows('龙游县推行“三色单”。会议要求，把“三色单”作为全省的抓手加以推广。')).toEqual([
      '三色单 → 浙江省/衢州市/龙游县 practised',
      '三色单 → 浙江省 planned',
    ]);
  });

  it('takes the field in which a place was first for no place of its own', () => {
    for (const first of ['率先推行', '先行推行'])
      expect(launches(`龙游县在浙江省内${first}“三色单”。`, { ...QUZHOU, 浙江省: '浙江省' }).rows).toEqual([
        expect.stringMatching(/^三色单 → 浙江省\/衢州市\/龙游县 /u),
      ]);
  });

  it('gives no row to a country', () => {
    expect(launches('全国推广“枫桥经验”。', { 全国: '中国' }).rows).toEqual([]);
  });
});
