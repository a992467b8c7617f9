import { describe, expect, it } from 'vitest';
import type { Entity, Fact } from '../../../ingest/contract.ts';
import { type Asked, askArticle } from '../../../ingest/llm/ask.ts';
import type { ChatReply } from '../../../ingest/llm/chat.ts';
import { newTally } from '../../../ingest/llm/usage.ts';
import type { Article } from '../../../ingest/types.ts';

const BODY = `7月1日，省委常委、政法委书记王昌荣在湖州市吴兴区调研全科网格。
期间，王昌荣主持召开座谈会，并考察龙泉街道祥和片区。近日，丽水市赴湖州学习“全科网格”。
记者看到，湖州首创了“全科网格”，今年6月起在吴兴区推开。`;
const article: Article = {
  id: 'article/0123456789abcdef',
  title: '王昌荣在湖州调研',
  subtitle: null,
  kind: 'news',
  jump: null,
  byline: [],
  dateline: null,
  text: BODY,
};
const page = {
  date: { value: '2019-07-03', precision: 'day', basis: 'printed' } as const,
  home: '浙江省',
  publication: '浙江法制报',
};

const PERSON = { id: 'p', kind: 'Person', name: '王昌荣', quotes: ['王昌荣'] };
const HUZHOU = { id: 'h', kind: 'Place', name: '湖州市', quotes: ['湖州市', '湖州'], path: '浙江省/湖州市' };
const LISHUI = { id: 'l', kind: 'Place', name: '丽水市', quotes: ['丽水市'], path: '浙江省/丽水市' };
const GRID = { id: 'g', kind: 'Program', name: '“全科网格”', quotes: ['“全科网格”', '全科网格'] };
const BODYNAME = { id: 'o', kind: 'Organization', name: '浙江省委', quotes: ['省委'], path: '浙江省' };
const VISIT = {
  id: 'v',
  kind: 'Event',
  name: '王昌荣在湖州市调研全科网格',
  quotes: ['王昌荣在湖州市吴兴区调研全科网格'],
  type: 'inspection',
  dateQuote: '7月1日',
};
const ALL = [PERSON, HUZHOU, LISHUI, GRID, BODYNAME, VISIT];

/** What is read when the model answers these, one reply a question. */
async function ask(replies: readonly (ChatReply | object)[], text = BODY): Promise<Asked & { questions: string[] }> {
  const questions: string[] = [];
  const chat = {
    model: 'small',
    ask: async (messages: readonly { content: string }[]) => {
      const reply = replies[Math.min(questions.length, replies.length - 1)] as ChatReply | object;
      questions.push(messages.at(-1)?.content ?? '');
      if ('content' in reply || 'failure' in reply) return reply;
      return { content: JSON.stringify(reply), truncated: false };
    },
  };
  const cache = { read: async () => ({ answer: null, issues: [] }), write: async () => [] };
  const asked = await askArticle({ ...article, text }, page, {
    chat,
    cache,
    limit: (task) => task(),
    tally: newTally(),
  });
  return { ...asked, questions };
}

const answer = (entities: readonly unknown[], facts: readonly unknown[] = []) => ({ entities, facts });
const quoteOf = ({ evidence: [start, end] }: Pick<Fact, 'evidence'>) => BODY.slice(start, end);
const reasons = ({ issues }: Asked) => issues.map(({ reason }) => reason);
const idOf = (asked: Asked) => asked.entities.map(({ id }: Entity) => id);

describe('entities of an answer', () => {
  it('get the ids, spans and details that the rules would give them', async () => {
    const { entities, issues } = await ask([answer(ALL)]);
    expect(issues).toEqual([]);
    const byId = Object.fromEntries(entities.map((entity) => [entity.id, entity]));
    expect(Object.keys(byId).sort()).toEqual([
      'event/2019-07-01/王昌荣在湖州市调研全科网格',
      'org/浙江省委',
      'person/王昌荣',
      'place/浙江省/丽水市',
      'place/浙江省/湖州市',
      'program/全科网格',
    ]);
    expect(byId['place/浙江省/湖州市']).toMatchObject({ level: 'city', code: '3305', aliases: ['湖州'] });
    expect(byId['org/浙江省委']).toMatchObject({ aliases: ['省委'], path: '浙江省' });
    expect(byId['event/2019-07-01/王昌荣在湖州市调研全科网格']).toMatchObject({
      type: 'inspection',
      date: { value: '2019-07-01', precision: 'day' },
      dateText: '7月1日',
    });
    const words = (id: string) => byId[id]?.mentions.map(([start, end]) => BODY.slice(start, end));
    expect(words('person/王昌荣')).toEqual(['王昌荣', '王昌荣']);
    expect(words('place/浙江省/湖州市')).toEqual(['湖州市', '湖州', '湖州']);
    expect(words('program/全科网格')).toEqual(['全科网格', '“全科网格”', '全科网格', '“全科网格”', '全科网格']);
  });

  it.each([
    ['a quote that is not in the text', { ...PERSON, quotes: ['李四'] }, 'quote-not-found'],
    ['no quote', { ...PERSON, quotes: [] }, 'quote-missing'],
    ['another name than it quotes', { ...PERSON, name: '王昌容' }, 'name-not-in-text'],
    ['a program of other words than it quotes', { ...GRID, name: '枫桥经验' }, 'name-not-in-text'],
    ['a body of other words than it quotes', { ...BODYNAME, name: '浙江省政府' }, 'name-not-in-text'],
    ['an event of other words than its sentence', { ...VISIT, name: '王昌荣在杭州调研' }, 'name-not-in-text'],
    ['a place without a path', { ...HUZHOU, path: null }, 'place-without-path'],
    ['a path that leads nowhere', { ...HUZHOU, path: '浙江省/湖洲市' }, 'unknown-place'],
    ['a path to another place than it quotes', { ...HUZHOU, path: '浙江省/杭州市' }, 'place-differs'],
    ['a village in a place that is not known', { ...HUZHOU, path: '浙江省/某县/祥和片区' }, 'unknown-place'],
    ['an unknown kind', { ...PERSON, kind: 'Animal' }, 'unknown-type'],
    ['an unknown type of event', { ...VISIT, type: 'party' }, 'unknown-type'],
    ['an event without a type', { ...VISIT, type: null }, 'unknown-type'],
    ['a name that would break an id', { ...VISIT, name: '王昌荣|在湖州市' }, 'bad-name'],
    ['no id', { kind: 'Person', name: '王昌荣', quotes: ['王昌荣'] }, 'bad-entity'],
    ['quotes of another shape', { ...PERSON, quotes: '王昌荣' }, 'bad-entity'],
    ['one character that stands in many words', { ...HUZHOU, quotes: ['州'] }, 'quote-ambiguous'],
  ])('are left out with %s', async (_, item, reason) => {
    const asked = await ask([answer([item])]);
    expect(asked.entities).toEqual([]);
    expect(reasons(asked)).toContain(reason);
  });

  it('are no objects: nothing breaks', async () => {
    const asked = await ask([answer([null, 3, '王昌荣', []], [null, 3])]);
    expect(reasons(asked)).toEqual([...Array(4).fill('bad-entity'), 'bad-fact', 'bad-fact']);
  });

  it('keep what holds where one of several quotes does not', async () => {
    const asked = await ask([answer([{ ...PERSON, quotes: ['王书记', '王昌荣'] }])]);
    expect(idOf(asked)).toEqual(['person/王昌荣']);
    expect(asked.entities[0]?.aliases).toEqual([]);
    expect(reasons(asked)).toEqual(['quote-not-found']);
  });

  it('take a settlement that no list has in a known township, where the text names it', async () => {
    const path = '浙江省/湖州市/吴兴区/龙泉街道/祥和片区';
    const asked = await ask([answer([{ ...HUZHOU, path, name: '祥和片区', quotes: ['祥和片区'] }])]);
    expect(asked.entities).toMatchObject([{ id: `place/${path}`, level: 'village' }]);
    const other = await ask([answer([{ ...HUZHOU, path, name: '祥和片区', quotes: ['龙泉街道'] }])]);
    expect(reasons(other)).toEqual(['unknown-place']);
  });

  it('have a date only from words that stand in the text and give one', async () => {
    const dated = async (dateQuote: string) => {
      const { entities, issues } = await ask([answer([{ ...VISIT, dateQuote }])]);
      return [entities[0]?.id, entities[0]?.date, ...issues.map(({ reason }) => reason)];
    };
    const undated = 'event/01234567/王昌荣在湖州市调研全科网格';
    expect(await dated('近日')).toEqual([undated, null, 'date-not-read']);
    expect(await dated('7月2日')).toEqual([undated, null, 'quote-not-found']);
  });

  it('of one id become one, and a repeated id is refused', async () => {
    const asked = await ask([answer([HUZHOU, { ...HUZHOU, id: 'h2', quotes: ['湖州'] }, { ...LISHUI, id: 'h' }])]);
    expect(idOf(asked)).toEqual(['place/浙江省/湖州市']);
    expect(reasons(asked)).toEqual(['repeated-id']);
  });

  it('named in the headline only have no mention in the body', async () => {
    const asked = await ask([answer([{ ...PERSON, name: '王昌荣', quotes: ['王昌荣'] }])], '会议指出，要深化改革。');
    expect(asked.entities).toMatchObject([{ id: 'person/王昌荣', mentions: [] }]);
  });
});

const VISITED = { type: 'CHAIRED', from: 'p', to: 'v', quote: '期间,王昌荣主持召开座谈会' };
const LAUNCHED = { type: 'LAUNCHED_IN', from: 'g', to: 'h', quote: '湖州首创了「全科网格」', stage: 'origin' };
const LEARNED = { type: 'LEARNED_FROM', from: 'l', to: 'h', quote: '丽水市赴湖州学习', program: 'g' };
const HOLDS = { type: 'HOLDS', from: 'p', to: 'o', quote: '省委常委、政法委书记王昌荣', title: '政法委书记' };

describe('facts of an answer', () => {
  it('carry the whole sentence that they quote, their source and one confidence', async () => {
    const { facts, issues } = await ask([answer(ALL, [VISITED, LAUNCHED, LEARNED, HOLDS])]);
    expect(issues).toEqual([]);
    expect(facts.map((fact) => [fact.type, fact.from, fact.to, quoteOf(fact)])).toEqual([
      ['HOLDS', 'person/王昌荣', 'org/浙江省委', BODY.split('\n')[0]],
      [
        'CHAIRED',
        'person/王昌荣',
        'event/2019-07-01/王昌荣在湖州市调研全科网格',
        '期间，王昌荣主持召开座谈会，并考察龙泉街道祥和片区。',
      ],
      ['LEARNED_FROM', 'place/浙江省/丽水市', 'place/浙江省/湖州市', '近日，丽水市赴湖州学习“全科网格”。'],
      ['LAUNCHED_IN', 'program/全科网格', 'place/浙江省/湖州市', BODY.split('\n')[2]],
    ]);
    for (const { rule, confidence } of facts) expect([rule, confidence]).toEqual(['llm.small', 0.5]);
    expect(facts[0]).toMatchObject({ title: '政法委书记' });
    expect(facts[2]).toMatchObject({ program: 'program/全科网格' });
    expect(facts[3]).toMatchObject({ stage: 'origin', date: null });
  });

  it.each([
    ['a quote that is not in the text', { ...VISITED, quote: '王昌荣主持召开了座谈会' }, 'quote-not-found'],
    ['a quote from the headline', { ...VISITED, quote: '王昌荣在湖州调研' }, 'quote-not-found'],
    ['a quote that names neither end', { ...LEARNED, to: 'h', from: 'l', quote: '今年6月起在吴兴区推开' }, null],
    ['a quote of no more than a word', { ...VISITED, quote: '主持' }, 'quote-too-short'],
    ['the whole article as its quote', { ...VISITED, quote: BODY }, 'quote-too-long'],
    ['an id that is missing', { ...VISITED, to: 'e9' }, 'unknown-id'],
    ['a program that is missing', { ...LEARNED, program: 'g9' }, 'unknown-id'],
    ['a program that is none', { ...LEARNED, program: 'p' }, 'unknown-id'],
    ['ends of the wrong kind', { ...VISITED, from: 'h' }, 'wrong-ends'],
    ['one end twice', { ...LEARNED, to: 'l' }, 'wrong-ends'],
    ['an unknown type', { ...VISITED, type: 'MARRIED' }, 'unknown-type'],
    ['an unknown stage', { ...LAUNCHED, stage: 'rumoured' }, 'unknown-type'],
    ['no stage', { ...LAUNCHED, stage: null }, 'unknown-type'],
    ['a title that its sentence does not have', { ...HOLDS, title: '省长' }, 'title-not-in-quote'],
    ['no title', { ...HOLDS, title: null }, 'title-not-in-quote'],
    ['no quote', { type: 'CHAIRED', from: 'p', to: 'v' }, 'bad-fact'],
  ])('are left out with %s', async (_, item, reason) => {
    const asked = await ask([answer(ALL, [item])]);
    expect(asked.facts.length).toBe(reason === null ? 1 : 0);
    expect(reasons(asked)).toEqual(reason === null ? [] : [reason]);
  });

  it('are left out where the paragraph of the quote names neither end', async () => {
    const item = { ...VISITED, quote: '今年6月起在吴兴区推开' };
    expect(reasons(await ask([answer(ALL, [item])]))).toEqual(['quote-unrelated']);
  });

  it('are left out with an entity that was refused', async () => {
    const asked = await ask([answer([PERSON, { ...VISIT, quotes: ['座谈会议'] }], [VISITED])]);
    expect(asked.facts).toEqual([]);
    expect(reasons(asked)).toEqual(['quote-not-found', 'unknown-id']);
  });

  it('stand at the occurrence of their quote that is nearest to their ends', async () => {
    const body = '会议在会场举行。\n王昌荣讲话。会议在会场举行。';
    const meeting = { id: 'm', kind: 'Event', name: '王昌荣讲话', quotes: ['王昌荣讲话'], type: 'meeting' };
    const fact = { type: 'SPOKE_AT', from: 'p', to: 'm', quote: '会议在会场举行' };
    const { facts } = await ask([answer([PERSON, meeting], [fact])], body);
    expect(facts[0]?.evidence).toEqual([15, 23]);
  });

  it('date a launch by the words of the text', async () => {
    const { facts } = await ask([answer(ALL, [{ ...LAUNCHED, dateQuote: '7月1日' }])]);
    expect(facts[0]).toMatchObject({ date: { value: '2019-07-01', precision: 'day' }, dateText: '7月1日' });
  });

  it('give who chaired no ATTENDED beside it', async () => {
    const { facts } = await ask([answer(ALL, [{ ...VISITED, type: 'ATTENDED' }, VISITED])]);
    expect(facts.map(({ type }) => type)).toEqual(['CHAIRED']);
  });
});

describe('askArticle', () => {
  it('shows the model the newspaper, the day, the headline and the body', async () => {
    const { questions } = await ask([answer([])]);
    expect(questions).toEqual([`报纸：浙江法制报\n出版日期：2019-07-03\n标题：王昌荣在湖州调研\n正文：\n${BODY}`]);
  });

  it('asks about a long article in parts, and unites them', async () => {
    const long = `${BODY}\n${'会议指出，要深化改革，推动发展。'.repeat(400)}\n${BODY}`;
    const asked = await ask([answer(ALL, [VISITED])], long);
    expect(asked.questions).toHaveLength(3);
    expect(asked.entities.find(({ id }) => id === 'person/王昌荣')?.mentions).toHaveLength(4);
    expect(asked.facts).toHaveLength(1);
    expect(asked.facts[0]?.also).toHaveLength(1);
  });

  it('asks again after an answer that is no JSON, and once only', async () => {
    const good = await ask([{ content: '抱歉', truncated: false }, answer([PERSON])]);
    expect([idOf(good), reasons(good), good.isIncomplete]).toEqual([['person/王昌荣'], ['malformed-answer'], false]);
    const bad = await ask([{ content: '{"entities": [', truncated: false }]);
    expect(bad.questions).toHaveLength(2);
    expect([reasons(bad), bad.isIncomplete]).toEqual([['malformed-answer', 'malformed-answer'], true]);
  });

  it('asks about halves after an answer that broke off, and gives a short text up', async () => {
    const long = `${'会议指出，要深化改革。'.repeat(30)}\n${BODY}`;
    const cut = { content: '{"entities": [', truncated: true };
    const asked = await ask([cut, answer([]), answer([PERSON])], long);
    expect(asked.questions.length).toBeGreaterThanOrEqual(3);
    expect([idOf(asked), asked.isIncomplete]).toEqual([['person/王昌荣'], false]);
    const short = await ask([cut]);
    expect([reasons(short), short.isIncomplete, short.questions.length]).toEqual([['truncated-answer'], true, 1]);
  });

  it('says why there is no answer', async () => {
    const asked = await ask([{ failure: 'timeout', text: 'no answer within 120 s' }]);
    expect(asked).toMatchObject({ entities: [], isIncomplete: true, issues: [{ reason: 'timeout' }] });
  });

  it('reads no more items than an article can have', async () => {
    const asked = await ask([answer(Array(5000).fill(PERSON))]);
    expect(reasons(asked)).toContain('too-many-items');
    expect(asked.issues.length).toBeLessThan(500);
  });
});
