/** Newspaper pages that report a planted diffusion, among as much that has nothing to do with it. */
import { createHash } from 'node:crypto';
import { groupBy } from '../../graph/group-by.ts';
import { openRandom, type Random } from '../../graph/random.ts';
import { slices } from '../../graph/records.ts';
import type { Adjacency } from '../../graph/spread/adjacency.ts';
import type { RawPage } from '../../ingest/files.ts';
import { type Adoption, plantDiffusion } from './diffusion.ts';
import {
  type DateForm,
  DENIALS,
  FILLERS,
  FIRSTS,
  FOLLOWS,
  HEADLINES,
  LESSONS,
  MEETINGS,
  PLANS,
  PRESENTED,
  PROGRAMS,
  REPEATS,
  REPORTERS,
} from './words.ts';

export interface SpreadCorpus {
  readonly pages: readonly RawPage[];
  readonly articles: number;
  readonly adoptions: readonly Adoption[];
  /** Day of the first paper, ISO. */
  readonly firstDay: string;
}

/** One article. */
interface Item {
  /** Of the issue, in days since the first. */
  readonly day: number;
  readonly headline: string;
  readonly body: string;
}

const FIRST_DAY = '2016-01-04';
const CORPUS_DAYS = 6 * 365;
const DAY_MS = 86_400_000;
/** Articles of one page. */
const PER_PAGE = 6;
/** The paper comes out once in so many days. */
const ISSUE_EVERY = 4;
/** A first report with a day is printed at once, one with a month within so many days, and one without a date as soon as a paper is. */
const PRINTED = { day: 3, month: 330, 'told-month': 300, year: 500, none: 6 } as const satisfies Record<
  DateForm,
  number
>;
/** Out of a hundred: how first reports are dated. */
const FORMS: readonly (readonly [DateForm, number])[] = [
  ['month', 40],
  ['day', 22],
  ['told-month', 12],
  ['year', 2],
  ['none', 24],
];
const HUNDRED = 100;
const MOST_REPEATS = 5;
const REPEAT_WITHIN = 700;
const BEFORE = 120;
const PLANNED = 40;
const DENIED = 20;

/** The same `seed` and `articles` give the same corpus on every machine. */
export function makeCorpus(
  {
    seed,
    articles,
    programs = PROGRAMS,
  }: { readonly seed: number; readonly articles: number; readonly programs?: readonly string[] },
  adjacency: Adjacency,
): SpreadCorpus {
  const random = openRandom(seed);
  const adoptions = plantDiffusion(random, adjacency, CORPUS_DAYS - REPEAT_WITHIN, programs);
  const cities = adjacency.places('city', 'place/浙江省').map(({ id }) => id);
  const items = adoptions.flatMap((adoption, index) =>
    itemsOf(random, adoption, index === 0 || adoptions[index - 1]?.program !== adoption.program),
  );
  while (items.length < articles) items.push(noiseItem(random, cities, adoptions));
  const pages: RawPage[] = [];
  for (const [day, issue] of [...groupBy(items, (one) => one.day)].sort(([a], [b]) => a - b)) {
    for (const part of slices(issue, PER_PAGE)) pages.push(pageOf(random, part, day, pages.length));
  }
  return { pages, articles: items.length, adoptions, firstDay: FIRST_DAY };
}

/** ISO day of a number of days since the first. */
export function dayAt(days: number): string {
  return new Date(Date.parse(`${FIRST_DAY}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, FIRST_DAY.length);
}

function itemsOf(random: Random, adoption: Adoption, isFirst: boolean): Item[] {
  const { program, place, city, day, model } = adoption;
  const form = formOf(random);
  const printed = issueAfter(day + random.below(PRINTED[form]));
  const words = { A: spoken(random, place), P: `“${program}”`, T: timeWords(form, day, printed) };
  const items = [item(random, printed, place, filled(random.of((isFirst ? FIRSTS : FOLLOWS)[form]), words))];
  for (let count = random.below(MOST_REPEATS + 1); count > 0; count -= 1) {
    const later = issueAfter(printed + random.below(REPEAT_WITHIN));
    const again = { A: spoken(random, place), P: words.P };
    items.push(item(random, later, place, filled(random.of(REPEATS), again)));
  }
  const earlier = (): number => issueBefore(day - random.below(BEFORE));
  if (random.below(HUNDRED) < PLANNED && !isFirst)
    items.push(item(random, earlier(), city, filled(random.of(PLANS), { A: spoken(random, city), P: words.P })));
  if (random.below(HUNDRED) < DENIED && !isFirst)
    items.push(item(random, earlier(), city, filled(random.of(DENIALS), { A: spoken(random, city), P: words.P })));
  if (model !== null) {
    const told = filled(random.of(LESSONS), { A: spoken(random, city), B: spoken(random, model), P: words.P });
    items.push(item(random, issueBefore(day - random.below(TEN)), city, told));
  }
  return items;
}

/** The first issue after a day. */
function issueAfter(day: number): number {
  return (Math.floor(day / ISSUE_EVERY) + 1) * ISSUE_EVERY;
}

/** The last issue before a day, or the first of all. */
function issueBefore(day: number): number {
  return Math.max(0, (Math.ceil(day / ISSUE_EVERY) - 1) * ISSUE_EVERY);
}

/** Nothing of a program, or a meeting: at one that tells of its work a place has it already. */
function noiseItem(random: Random, cities: readonly string[], adoptions: readonly Adoption[]): Item {
  const [a, b] = [random.of(cities), random.of(cities)];
  const day = issueAfter(random.below(CORPUS_DAYS));
  const { program } = random.of(adoptions);
  const presenters = adoptions.filter((one) => one.program === program && one.day < day).map(({ city }) => city);
  const kind = random.below(TEN);
  const [first, second] = [
    random.of(presenters.length > 0 ? presenters : cities),
    random.of(presenters.length > 0 ? presenters : cities),
  ];
  if (kind === 0 && presenters.length > 1 && first !== second)
    return item(
      random,
      day,
      first,
      filled(random.of(PRESENTED), { A: shortName(first), B: shortName(second), P: `“${program}”` }),
    );
  if (kind === 1 && a !== b)
    return item(random, day, a, filled(random.of(MEETINGS), { A: shortName(a), B: shortName(b), P: `“${program}”` }));
  return item(random, day, a, `${shortName(a)}扎实做好冬春安全生产工作，组织力量对重点场所开展检查。`);
}
const TEN = 10;

function formOf(random: Random): DateForm {
  let left = random.below(HUNDRED);
  for (const [form, share] of FORMS) {
    if (left < share) return form;
    left -= share;
  }
  return 'none';
}

/** The planted sentence stands among others that say nothing of the kind. */
function item(random: Random, day: number, place: string, told: string): Item {
  const around = [random.of(FILLERS), random.of(FILLERS)].filter(
    (sentence, index, all) => all.indexOf(sentence) === index,
  );
  const at = random.below(around.length + 1);
  const sentences = [...around.slice(0, at), told, ...around.slice(at)];
  const reporter = random.of(REPORTERS);
  return {
    day,
    headline: filled(random.of(HEADLINES), { S: shortName(place) }),
    body: `本报记者 ${reporter}\n\n本报讯 ${sentences.join('')}`,
  };
}

/** A place as papers write it: with its suffix, a county with or without its city. */
function spoken(random: Random, id: string): string {
  const [, city = '', county] = id.slice('place/'.length).split('/');
  if (county === undefined) return city;
  return random.below(2) === 0 ? `${city}${county}` : county;
}

function shortName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** A month of the year of printing or the one before is told as such; an older one, and a month without that form, by its year. */
function timeWords(form: DateForm, day: number, printed: number): string {
  const [year, month, date] = dayAt(day).split('-').map(Number) as [number, number, number];
  const [now] = dayAt(printed).split('-').map(Number) as [number];
  if (form === 'year') return `${year}年`;
  if (form === 'month') return `${year}年${month}月`;
  if (form === 'day') return `${month}月${date}日`;
  return `${now === year ? '今年' : now === year + 1 ? '去年' : `${year}年`}${month}月`;
}

function filled(pattern: string, words: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{([A-Z])\}/gu, (_, name: string) => words[name] ?? '');
}

const WEEKDAYS = '日一二三四五六';
const ISSUE_AT_START = 4600;

function pageOf(random: Random, items: readonly Item[], printed: number, number: number): RawPage {
  const day = dayAt(printed);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  const masthead = `浙江法制报 ${year}年${month}月${date}日 星期${weekday} 第${ISSUE_AT_START + number}期 ${1 + random.below(8)}版`;
  const text = `${[masthead, ...items.map(({ headline, body }) => `${headline}\n\n${body}`)].join('\n\n\n')}\n`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { file: `spread-${String(number).padStart(4, '0')}.txt`, text, sha256, encoding: 'utf-8' };
}
