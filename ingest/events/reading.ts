/** What the event stage reads: a document with all its mentions, and the drafts of events it builds up sentence by sentence. */
import type { EventType } from '../../graph/model.ts';
import { within } from '../spans.ts';
import type {
  DateMention,
  Document,
  EventLink,
  OrganizationMention,
  Participation,
  PersonMention,
  PlaceMention,
  PostMention,
  ProgramMention,
  Sentence,
  Span,
} from '../types.ts';

/** A document and its mentions, each list in text order. */
export interface Reading {
  readonly doc: Document;
  readonly persons: readonly PersonMention[];
  readonly places: readonly PlaceMention[];
  readonly organizations: readonly OrganizationMention[];
  readonly programs: readonly ProgramMention[];
  readonly dates: readonly DateMention[];
  readonly posts: readonly PostMention[];
}

/** An event as far as it has been read. Later sentences add to it; `merge.ts` joins drafts of one event. */
export interface Draft {
  readonly type: EventType;
  start: number;
  end: number;
  /** The words that name it, best one first. */
  readonly names: string[];
  sentence: Sentence;
  /** People and teams who do it (`null` names: a team such as 考核组). */
  readonly actors: string[];
  date: DateMention | null;
  /** Whether it happened during or right beside the event told before it (期间, 会前, 当天下午). */
  readonly isWithin: boolean;
  readonly rule: string;
  readonly places: EventLink<string>[];
  readonly participants: Participation[];
  readonly presenters: EventLink<{ readonly kind: 'Place' | 'Organization'; readonly ref: string }>[];
  readonly organizers: EventLink<string>[];
  readonly programs: EventLink<string>[];
}

/** What a trigger rule hands over; the lists start empty. */
export type DraftSeed = Pick<Draft, 'type' | 'start' | 'end' | 'sentence' | 'rule'> & {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly actors?: readonly string[];
  readonly date?: DateMention | null;
  readonly isWithin?: boolean;
  readonly places?: readonly PlaceMention[];
};

export function draftOf(seed: DraftSeed): Draft {
  const { name, aliases = [], actors = [], date = null, isWithin = false, places = [], ...rest } = seed;
  const { sentence, rule } = seed;
  return {
    ...rest,
    names: [name, ...aliases],
    actors: [...actors],
    date,
    isWithin,
    places: places.map(({ place }) => ({
      value: place.path,
      start: sentence.start,
      end: sentence.end,
      rule,
    })),
    participants: [],
    presenters: [],
    organizers: [],
    programs: [],
  };
}

/** The clause (up to 。；！？ or a comma) around a position. */
export function clauseAround(text: string, sentence: Sentence, at: number): Span {
  let start = at;
  while (start > sentence.start && !/[，。；！？,;:：\n]/u.test(text[start - 1] as string)) start--;
  let end = at;
  // A headline has blanks where a text has commas.
  const stop = sentence.paragraph < 0 ? /[，。；！？,;\s]/u : /[，。；！？,;\n]/u;
  while (end < sentence.end && !stop.test(text[end] as string)) end++;
  return { start, end };
}

/**
 * The date that a trigger at `at` takes: the last one before it in its sentence, else the first after it;
 * durations (今年以来) date nothing.
 */
export function dateOf(reading: Reading, sentence: Span, at: number): DateMention | null {
  const usable = within(reading.dates, sentence).filter(({ use }) => use !== 'duration');
  const before = usable.filter(({ end }) => end <= at);
  // 1月3日，考核组检查2019年工作: a year beside a day is what the work is about.
  const exact = before.filter(({ date, use }) => use === 'same' || (date !== null && date.precision !== 'year'));
  return exact.at(-1) ?? before.at(-1) ?? usable.find(({ start }) => start >= at) ?? null;
}

/** Of places that stand side by side (湖州市吴兴区龙泉街道) only the last, narrowest one. */
export function narrowest(places: readonly PlaceMention[]): readonly PlaceMention[] {
  return places.filter((place, index) => {
    const next = places[index + 1];
    return !(next && next.start - place.end <= 1 && next.place.path.startsWith(`${place.place.path}/`));
  });
}

/** Words after which a verb tells of nothing that happened: plans, demands, conditions, what is avoided. */
const NOT_DONE =
  /(?:将(?=于|在|会|对|由|继续|陆续|启动|开展|组织|举行|进一步|定期|联合)|要(?!求)|会(?=立即|第一时间|及时|主动|定期|继续|对)|拟|计划|准备|即将|下一步|接下来|今后|如果|一旦|假如|倘若|若(?!干)|可能|能够|可以|必须|应当|需要|希望|争取|便于|用于|负责|旨在|为了|未能|没有|尚未|无法|不再|避免|防止|预防|职责|稍有不慎)/u;
/** Characters before a verb in which they are looked for. */
const PLAN_REACH = 16;

/** Whether the words before a verb make it a plan, a demand, a condition or a thing avoided. */
export function isNotDone(before: string): boolean {
  return NOT_DONE.test(before.slice(-PLAN_REACH));
}
