/** Triggers for what is no meeting, visit, interview or deed: incidents, campaigns, openings. */
import type { EventType } from '../../graph/model.ts';
import { within } from '../spans.ts';
import type { DateMention, Sentence } from '../types.ts';
import { clauseAround, type Draft, dateOf, draftOf, isNotDone, narrowest, type Reading } from './reading.ts';

const INCIDENT =
  /(?<![防反])(?:决口|缺口|起火|火灾|坍塌|塌方|滑坡|泥石流|被困|失踪|落水|溺水|被盗|被骗|相撞|侧翻|爆炸|泄漏|车祸|交通事故|遇难|坠落|晕倒|走失|围困|冲走|卷走|触礁|沉没|碰撞|未归|迷路|动了手|斗殴|轻生)(?!知识|演练|宣传|案件|纠纷|隐患|事故多发|者|人员|群众|村民|老人|被拐|儿童|孩子|男子|女子|男孩|女孩|船员|游客|工人|学生|居民|司机|的)/u;
const LESSON = /(?:课|讲座|讲堂|夜校)[^，。]{0,8}开讲/u;
const OPENING =
  /(?:揭牌|挂牌|启用|投用|开张|上线(?:运行|试运行)?|开馆|开业|奠基|启动(?=[，。]|$)|正式成立|成立(?:了)?(?=[“《])|火炬传递|首航|启航|首次出航|第一次出航|首次出海)(?!当[天日]|之初|以来|至今|[之以]?[前后]|时[，,])/u;
const ACTIVITY =
  /(?:活动|义诊|集市|比赛|晚会|展演|论坛)[”]?(?:昨[天日]|今天|日前|近日|正在?)?(?:在[^，。；]{1,30})?(?:举行|举办|启动|开展|开幕|上演)/u;
const CAMPAIGN = /(?:部署|启动|发起|开展)[^。]{0,40}行动(?!启动|动员|部署|推进|仪式|工作会)/u;
const LONGEST_NAME = 30;
const HABIT = /(?:每[年月周天日]|经常|长期|以来|常常|一直)/u;

interface Kind {
  readonly type: EventType;
  readonly rule: string;
  readonly words: RegExp;
}

/** Tried in this order; the first that a sentence holds is what it tells. */
const KINDS: readonly Kind[] = [
  { type: 'incident', rule: 'happening.incident', words: INCIDENT },
  { type: 'operation', rule: 'happening.campaign', words: CAMPAIGN },
  { type: 'other', rule: 'happening.activity', words: ACTIVITY },
  { type: 'lecture', rule: 'happening.lesson', words: LESSON },
  { type: 'ceremony', rule: 'happening.opening', words: OPENING },
];

/** The incident, campaign, lesson or opening of a dated sentence. */
export function findHappening(reading: Reading, sentence: Sentence): Draft | null {
  const { text } = reading.doc;
  const words = text.slice(sentence.start, sentence.end);
  const date = eventDate(reading, sentence, words);
  if (!date || HABIT.test(words)) return null;
  for (const { type, rule, words: pattern } of KINDS) {
    const match = pattern.exec(words);
    if (!match || isNotDone(words.slice(0, match.index)) || (type !== 'incident' && date.date?.precision === 'year'))
      continue;
    const at = sentence.start + match.index + match[0].length - 1;
    const clause = clauseAround(text, sentence, at);
    const place = narrowest(within(reading.places, sentence)).at(-1);
    const draft = draftOf({
      type,
      start: sentence.start,
      end: sentence.end,
      sentence,
      name: lastWords(text.slice(clause.start, clause.end).replace(/[“”\s]/gu, '')),
      aliases: [`${place ? text.slice(place.start, place.end) : ''}${match[0]}`],
      actors: within(reading.persons, sentence).map((person) => person.name),
      date,
      places: place ? [place] : [],
      rule,
    });
    const body = within(reading.organizations, { start: sentence.start, end: clause.end }).at(-1);
    const founds = type === 'ceremony' && /^成立/u.test(match[0]);
    if ((type === 'operation' || founds) && body)
      draft.organizers.push({ value: body.name, start: sentence.start, end: sentence.end, rule });
    return draft;
  }
  return null;
}

/** The end of a long clause, from behind a dash or a list sign where there is one: no name begins within a word. */
function lastWords(words: string): string {
  if (words.length <= LONGEST_NAME) return words;
  const end = words.slice(-LONGEST_NAME);
  return end.slice(Math.max(end.indexOf('—'), end.indexOf('、'), end.indexOf('：')) + 1).replace(/^—+/u, '');
}

/** The date of what a sentence tells; a campaign (今年1月起，公安部部署开展…行动) is dated by its beginning. */
function eventDate(reading: Reading, sentence: Sentence, words: string): DateMention | null {
  const campaign = CAMPAIGN.exec(words);
  const before = campaign ? within(reading.dates, { start: sentence.start, end: sentence.start + campaign.index }) : [];
  const last = before.at(-1);
  if (last?.use === 'duration' && last.date !== null) return last;
  const date = dateOf(reading, sentence, sentence.end);
  return date?.use === 'vague' ? null : date;
}
