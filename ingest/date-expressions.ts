/** Finds the words of a text that name a time, without yet saying which day that is. */
import { readWeekday } from './calendar.ts';
import { CharacterSet } from './character-set.ts';
import { foldWidth, readNumber } from './chinese.ts';
import type { Span } from './types.ts';

/** Years, months and weeks counted from that of the page: −1 去年, 0 今年, 1 明年; `same` is that of the date before it (同年). */
export type Relative = -2 | -1 | 0 | 1 | 'same';

export type DateExpression = Span &
  (
    | {
        readonly kind: 'calendar';
        readonly year: number | null;
        readonly relativeYear: Relative | null;
        readonly month: number | null;
        readonly relativeMonth: Relative | null;
        readonly day: number | null;
        /** The second day of `5月10-12日`. */
        readonly lastDay: number | null;
        /** The weekday printed behind it in brackets, 0 for Sunday. */
        readonly weekday: number | null;
      }
    | { readonly kind: 'offset'; readonly days: number }
    | { readonly kind: 'ago'; readonly amount: number; readonly unit: 'day' | 'month' | 'year' }
    | { readonly kind: 'next' }
    | { readonly kind: 'weekday'; readonly week: Relative; readonly weekday: number }
    | { readonly kind: 'same'; readonly unit: 'day' | 'event' }
    | { readonly kind: 'vague' | 'duration' | 'lunar' }
  );

type Reader = (groups: Readonly<Record<string, string | undefined>>) => Wanted | null;
/** An expression before its place in the text is known. */
type Wanted = DateExpression extends infer E ? (E extends unknown ? Omit<E, 'start' | 'end'> : never) : never;

const YEAR =
  '(?<year>(?:19|20)\\d\\d|[一二]〇[〇一二三四五六七八九]{2}|二零[零一二三四五六七八九]{2}|一九[〇零一二三四五六七八九]{2})年';
const NUMERAL = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const PART = '(?:上旬|中旬|下旬|月?初|月?底|月?末|中|份)';
const RELATIVE_YEAR = '(?<relative>今|去|前|明|同|次|翌)年';
const TO = '[至到—–~-]';

const RELATIVE: Readonly<Record<string, Relative>> = {
  今: 0,
  本: 0,
  这: 0,
  去: -1,
  上: -1,
  前: -2,
  明: 1,
  下: 1,
  同: 'same',
  当: 'same',
  次: 1,
  翌: 1,
};
const OFFSET: Readonly<Record<string, number>> = { 昨: -1, 今: 0, 前: -2, 明: 1 };

const calendar: Reader = (groups) => {
  const number = (text: string | undefined) => (text === undefined ? null : readNumber(text));
  const month = number(groups.month);
  const day = number(groups.day);
  const lastDay = number(groups.lastDay);
  if ((month !== null && (month < 1 || month > 12)) || [day, lastDay].some((d) => d !== null && (d < 1 || d > 31)))
    return null;
  return {
    kind: 'calendar',
    year: number(groups.year),
    relativeYear: groups.relative === undefined ? null : (RELATIVE[groups.relative] ?? null),
    month,
    relativeMonth: groups.relativeMonth === undefined ? null : (RELATIVE[groups.relativeMonth] ?? null),
    day,
    lastDay,
    weekday: groups.weekday === undefined ? null : readWeekday(groups.weekday),
  };
};

const THIS_YEAR: Wanted = {
  kind: 'calendar',
  year: null,
  relativeYear: 0,
  month: null,
  relativeMonth: null,
  day: null,
  lastDay: null,
  weekday: null,
};

const DAY = `(?<day>${NUMERAL})(?:日|号(?!楼|线|院|门|店|机|桌|文))`;
const DAYS = `(?<day>\\d{1,2})日?${TO}(?<lastDay>\\d{1,2})日`;
/** `每月5日、25日` names no day. */
const RECURRING = '每[月年周](?:\\d{1,2}日?、){0,3}';
const WEEKDAY = '(?=(?:\\((?:星期|周)(?<weekday>[一二三四五六日天])\\))?)';

const DIGITS = '0123456789';
const HAN_DIGITS = '一二三四五六七八九十';
const NUMBER_START = DIGITS + HAN_DIGITS;
const YEAR_START = '12一二';
const RELATIVE_START = '今去前明同次翌';

/** The characters an expression may start with, its pattern, and what it says. */
const READERS: readonly (readonly [string, RegExp, Reader])[] = [
  [YEAR_START, new RegExp(`${YEAR}(?<month>${NUMERAL})月(?:${DAYS})`, 'yu'), calendar],
  [YEAR_START, new RegExp(`${YEAR}(?<month>${NUMERAL})月${DAY}${WEEKDAY}`, 'yu'), calendar],
  ['12', /(?<!\d)(?<year>(?:19|20)\d\d)[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})(?!\d)/uy, calendar],
  [YEAR_START, new RegExp(`${YEAR}(?<month>${NUMERAL})月${PART}?`, 'yu'), calendar],
  [
    YEAR_START,
    new RegExp(
      `(?<!\\d)${YEAR}(?!代|以?来|级|版|届)(?:初|底|末|上半年|下半年|年中|春天?|夏天?|秋天?|冬天?|前后)?`,
      'yu',
    ),
    calendar,
  ],
  [
    RELATIVE_START,
    new RegExp(`(?<![以此之日目])${RELATIVE_YEAR}(?<month>${NUMERAL})月${DAY}${WEEKDAY}`, 'yu'),
    calendar,
  ],
  [RELATIVE_START, new RegExp(`(?<![以此之日目])${RELATIVE_YEAR}(?<month>${NUMERAL})月${PART}?`, 'yu'), calendar],
  [
    RELATIVE_START,
    new RegExp(
      `(?<![以此之日目空])${RELATIVE_YEAR}(?!\\d+多?岁)(?:初|底|末|上半年|下半年|春节?|夏天?|秋天?|冬天?)?`,
      'yu',
    ),
    calendar,
  ],
  [DIGITS, new RegExp(`(?<![年\\d每])(?<month>\\d{1,2})月${DAYS}`, 'yu'), calendar],
  [NUMBER_START, new RegExp(`(?<![年\\d每])(?<month>${NUMERAL})月${DAY}${WEEKDAY}`, 'yu'), calendar],
  [DIGITS, new RegExp(`(?<![年\\d每])(?<month>\\d{1,2})月(?:${PART}(?!国|心|央|共))?(?!\\d)`, 'yu'), calendar],
  [HAN_DIGITS, /(?<![年\d每])(?<month>[一二三四五六七八九十]{1,2})月(?:份|上旬|中旬|下旬|初|底|末)/uy, calendar],
  ['本上下当同', new RegExp(`(?<relativeMonth>本|上|下|当|同)个?月(?:${DAY}|${PART})?`, 'yu'), calendar],
  [DIGITS, new RegExp(`(?<![月年\\d.第每近续期达约超长共])(?<!${RECURRING})${DAYS}`, 'yu'), calendar],
  [
    DIGITS,
    new RegExp(
      `(?<![月年\\d.第每近续期达约超长共])(?<!${RECURRING})(?<day>\\d{1,2})(?:日(?!内|均|游|常|报|夜|产|处理|以上|以内|后)|号(?=[上下中]午|晚|早|凌晨|[，,]|当天))`,
      'yu',
    ),
    calendar,
  ],
  // 昨（22）日: the day is printed.
  ['昨今前', /(?:昨|今|前)天?\((?<day>\d{1,2})日?\)[日天晚]?/uy, calendar],
  [
    '昨今前明',
    /(?<![《的好](?=[今明]))(?<which>昨|今|前|明)(?:天|日|晚|晨|早|夜)(?!版|头条|报)/uy,
    ({ which = '' }) => ({ kind: 'offset', days: OFFSET[which] ?? 0 }),
  ],
  [
    `${NUMBER_START}两`,
    /(?<amount>\d{1,3}|[一二两三四五六七八九十]{1,3})(?<unit>天|个月|年)(?:之|以)?前(?!夕|后)/uy,
    readAgo,
  ],
  ['次翌隔第', /次日|翌日|隔日|隔天|第二天/uy, () => ({ kind: 'next' })],
  ['上本下这', /(?<week>上|本|下|这)个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])/uy, readWeek],
  [
    '周星',
    /(?<![每逢\p{Script=Han}“‘(])(?:周|星期)(?<weekday>[一二三四五六日天])(?=[上下中]午|晚|早|凌晨|[，,])/uy,
    readWeek,
  ],
  [
    '年上下',
    /(?<![今去前明同当次近每\d〇零一二三四五六七八九十半全])年(?:初|底|末)(?!考核|总结|会)|(?<![年度])(?:上|下)半年/uy,
    () => THIS_YEAR,
  ],
  ['当同这那', /当[天日晚晨夜](?!气)|同一?[天日](?!而)|[这那]一?天(?!下)/uy, () => ({ kind: 'same', unit: 'day' })],
  [
    '期其会席随调督考暗走座活慰检在',
    /(?<=^|[，。；：！？“\n,;:])(?:期间|其间|会上|会前|会后|席间|随即|随后)|(?:调研|会议|督导|考察|暗访|走访|座谈|活动|慰问|检查|在\p{Script=Han})期间/uy,
    () => ({ kind: 'same', unit: 'event' }),
  ],
  [
    '近日连最不前此一这上元春国五七“中端清重',
    /近日|日前(?!往)|连日来|近期|最近|不久前|前不久|此前|近来|近段时间|前段时间|一段时间以来|前些天|前几天|这几天|上周(?![一二三四五六日天])|(?:元旦|春节|国庆节?|五一|“五一”|七一|“七一”|中秋节?|端午节?|清明节?|元宵节?|重阳节)(?:节|假期)?(?:前夕|前后|期间|前|后)/uy,
    () => ({ kind: 'vague' }),
  ],
  [
    `近多历长今去入开两几数${NUMBER_START}`,
    /近年来|近几年来?|近些年来?|多年来|历年来|长期以来|一直以来|(?:\d{1,3}|[一二两三四五六七八九十几数]{1,3})(?:多|余)?个?[年月天]来|[今去]年以来|入[春夏秋冬汛]以来|开年以来/uy,
    () => ({ kind: 'duration' }),
  ],
  [
    '农正腊冬大年初除',
    /(?:农历)?(?:正|腊|冬)月(?:初[一二三四五六七八九十]|[十廿二三][一二三四五六七八九十]?)?|(?<![本每近月])(?:大年)?(?:年)?初[一二三四五六七八九十](?=[，。,的 ]|当|上午|早|晚)|除夕|农历[一二三四五六七八九十]{1,2}月(?:初[一二三四五六七八九十]|[十廿二三][一二三四五六七八九十]?)?/uy,
    () => ({ kind: 'lunar' }),
  ],
];

function readAgo({ amount = '', unit = '' }: Readonly<Record<string, string | undefined>>): Wanted | null {
  const number = readNumber(amount);
  if (number === null || number < 1) return null;
  return { kind: 'ago', amount: number, unit: unit === '天' ? 'day' : unit === '年' ? 'year' : 'month' };
}

function readWeek({ week, weekday = '' }: Readonly<Record<string, string | undefined>>): Wanted | null {
  const day = readWeekday(weekday);
  const relative = RELATIVE[week ?? '本'];
  return day === null || relative === undefined ? null : { kind: 'weekday', week: relative, weekday: day };
}

const STARTS = new CharacterSet(READERS.map(([starts]) => starts));
/** By the code of a character, the numbers of the readers of what may start with it. */
const READERS_BY_START = new Map<number, number[]>();
for (const [number, [starts]] of READERS.entries())
  for (const start of new Set(starts)) {
    const numbers = READERS_BY_START.get(start.charCodeAt(0));
    if (numbers) numbers.push(number);
    else READERS_BY_START.set(start.charCodeAt(0), [number]);
  }

/** The expressions of a text in order, none overlapping: of two that start together the longer one, else the first. Offsets are UTF-16. */
export function findDateExpressions(text: string): readonly DateExpression[] {
  const folded = foldWidth(text);
  const kept: DateExpression[] = [];
  /** Where each reader goes on behind what it read last. */
  const next = READERS.map(() => 0);
  let end = 0;
  for (let at = 0; at < folded.length; at += 1) {
    if (!STARTS.at(folded, at)) continue;
    let longest: DateExpression | null = null;
    for (const number of READERS_BY_START.get(folded.charCodeAt(at)) ?? []) {
      if (at < (next[number] as number)) continue;
      const [, pattern, read] = READERS[number] as (typeof READERS)[number];
      pattern.lastIndex = at;
      const match = pattern.exec(folded);
      if (!match) continue;
      next[number] = pattern.lastIndex;
      const wanted = at < end ? null : read(match.groups ?? {});
      if (wanted && pattern.lastIndex > (longest?.end ?? at))
        longest = { start: at, end: pattern.lastIndex, ...wanted } as DateExpression;
    }
    if (!longest) continue;
    kept.push(longest);
    end = longest.end;
  }
  return kept;
}
