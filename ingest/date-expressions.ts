/** Finds the words of a text that name a time, without yet saying which day that is. */
import { readWeekday } from './calendar.ts';
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

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [new RegExp(`${YEAR}(?<month>${NUMERAL})月(?:${DAYS})`, 'gu'), calendar],
  [new RegExp(`${YEAR}(?<month>${NUMERAL})月${DAY}${WEEKDAY}`, 'gu'), calendar],
  [/(?<!\d)(?<year>(?:19|20)\d\d)[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})(?!\d)/gu, calendar],
  [new RegExp(`${YEAR}(?<month>${NUMERAL})月${PART}?`, 'gu'), calendar],
  [
    new RegExp(
      `(?<!\\d)${YEAR}(?!代|以?来|级|版|届)(?:初|底|末|上半年|下半年|年中|春天?|夏天?|秋天?|冬天?|前后)?`,
      'gu',
    ),
    calendar,
  ],
  [new RegExp(`(?<![以此之日目])${RELATIVE_YEAR}(?<month>${NUMERAL})月${DAY}${WEEKDAY}`, 'gu'), calendar],
  [new RegExp(`(?<![以此之日目])${RELATIVE_YEAR}(?<month>${NUMERAL})月${PART}?`, 'gu'), calendar],
  [
    new RegExp(
      `(?<![以此之日目空])${RELATIVE_YEAR}(?!\\d+多?岁)(?:初|底|末|上半年|下半年|春节?|夏天?|秋天?|冬天?)?`,
      'gu',
    ),
    calendar,
  ],
  [new RegExp(`(?<![年\\d每])(?<month>\\d{1,2})月${DAYS}`, 'gu'), calendar],
  [new RegExp(`(?<![年\\d每])(?<month>${NUMERAL})月${DAY}${WEEKDAY}`, 'gu'), calendar],
  [new RegExp(`(?<![年\\d每])(?<month>\\d{1,2})月(?:${PART}(?!国|心|央|共))?(?!\\d)`, 'gu'), calendar],
  [/(?<![年\d每])(?<month>[一二三四五六七八九十]{1,2})月(?:份|上旬|中旬|下旬|初|底|末)/gu, calendar],
  [new RegExp(`(?<relativeMonth>本|上|下|当|同)个?月(?:${DAY}|${PART})?`, 'gu'), calendar],
  [new RegExp(`(?<![月年\\d.第每近续期达约超长共])(?<!${RECURRING})${DAYS}`, 'gu'), calendar],
  [
    new RegExp(
      `(?<![月年\\d.第每近续期达约超长共])(?<!${RECURRING})(?<day>\\d{1,2})(?:日(?!内|均|游|常|报|夜|产|处理|以上|以内|后)|号(?=[上下中]午|晚|早|凌晨|[，,]|当天))`,
      'gu',
    ),
    calendar,
  ],
  // 昨（22）日: the day is printed.
  [/(?:昨|今|前)天?\((?<day>\d{1,2})日?\)[日天晚]?/gu, calendar],
  [
    /(?<![《的好](?=[今明]))(?<which>昨|今|前|明)(?:天|日|晚|晨|早|夜)(?!版|头条|报)/gu,
    ({ which = '' }) => ({ kind: 'offset', days: OFFSET[which] ?? 0 }),
  ],
  [/(?<amount>\d{1,3}|[一二两三四五六七八九十]{1,3})(?<unit>天|个月|年)(?:之|以)?前(?!夕|后)/gu, readAgo],
  [/次日|翌日|隔日|隔天|第二天/gu, () => ({ kind: 'next' })],
  [/(?<week>上|本|下|这)个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])/gu, readWeek],
  [/(?<![每逢\p{Script=Han}“‘(])(?:周|星期)(?<weekday>[一二三四五六日天])(?=[上下中]午|晚|早|凌晨|[，,])/gu, readWeek],
  [
    /(?<![今去前明同当次近每\d〇零一二三四五六七八九十半全])年(?:初|底|末)(?!考核|总结|会)|(?<![年度])(?:上|下)半年/gu,
    () => THIS_YEAR,
  ],
  [/当[天日晚晨夜](?!气)|同一?[天日](?!而)|[这那]一?天(?!下)/gu, () => ({ kind: 'same', unit: 'day' })],
  [
    /(?<=^|[，。；：！？“\n,;:])(?:期间|其间|会上|会前|会后|席间|随即|随后)|(?:调研|会议|督导|考察|暗访|走访|座谈|活动|慰问|检查|在\p{Script=Han})期间/gu,
    () => ({ kind: 'same', unit: 'event' }),
  ],
  [
    /近日|日前(?!往)|连日来|近期|最近|不久前|前不久|此前|近来|近段时间|前段时间|一段时间以来|前些天|前几天|这几天|上周(?![一二三四五六日天])|(?:元旦|春节|国庆节?|五一|“五一”|七一|“七一”|中秋节?|端午节?|清明节?|元宵节?|重阳节)(?:节|假期)?(?:前夕|前后|期间|前|后)/gu,
    () => ({ kind: 'vague' }),
  ],
  [
    /近年来|近几年来?|近些年来?|多年来|历年来|长期以来|一直以来|(?:\d{1,3}|[一二两三四五六七八九十几数]{1,3})(?:多|余)?个?[年月天]来|[今去]年以来|入[春夏秋冬汛]以来|开年以来/gu,
    () => ({ kind: 'duration' }),
  ],
  [
    /(?:农历)?(?:正|腊|冬)月(?:初[一二三四五六七八九十]|[十廿二三][一二三四五六七八九十]?)?|(?<![本每近月])(?:大年)?(?:年)?初[一二三四五六七八九十](?=[，。,的 ]|当|上午|早|晚)|除夕|农历[一二三四五六七八九十]{1,2}月(?:初[一二三四五六七八九十]|[十廿二三][一二三四五六七八九十]?)?/gu,
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

/** The expressions of a text in order, none overlapping: of two that start together the longer one, else the first. Offsets are UTF-16. */
export function findDateExpressions(text: string): readonly DateExpression[] {
  const folded = foldWidth(text);
  const found: DateExpression[] = [];
  for (const [pattern, read] of READERS)
    for (const match of folded.matchAll(pattern)) {
      const wanted = read(match.groups ?? {});
      if (wanted) found.push({ start: match.index, end: match.index + match[0].length, ...wanted } as DateExpression);
    }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DateExpression[] = [];
  for (const expression of found) if (expression.start >= (kept.at(-1)?.end ?? 0)) kept.push(expression);
  return kept;
}
