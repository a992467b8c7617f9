/** Which place created, practises or plans which program. */
import type { Stage } from '../graph/model.ts';
import { actingPlaces, mainPlace, type Namesakes, namesakes, speakerPlaces, subjectOf } from './launch-places.ts';
import { type Clause, cutClauses, type LaunchContext } from './launch-scene.ts';
import { enterClause, leaveClause, type State, startState } from './launch-state.ts';
import { type Act, LAUNCH_WORDS, type LaunchWords } from './launch-words.ts';
import type { Document, LaunchMention, ProgramMention, Staged } from './types.ts';

const STAGE_ORDER: readonly Stage[] = ['origin', 'practised', 'planned'];
/** How `findPrograms` marks what the lexicon knows: only another place can have made that. */
const KNOWN = 'programs.known';
/** A program that begins its clause goes on with a list that the clause before began. */
const LIST_START = 1;
/** 按照…要求: a program referred to, not acted upon. */
const REFERRED = /^(?:按照|根据|贯彻|依据|遵照).*(?:要求|部署|精神|意见|规定|安排)[，,]?$/u;
/** Behind a program in the name of a meeting. */
const TOPIC = /^[”’]?[\u4e00-\u9fff]{0,16}?(?:会议|推进会|现场会|座谈会|大会|交流会|部署会|工作会)/u;
/** Behind a program that is only part of a body's or a zone's name. */
const PART_OF_NAME =
  /^[”’]?(?:指挥部|办公室|领导小组|工作专班|片区|示范点|示范园|产业园|学院|局|办(?![结理事法好成到得])|委员会|联席会议|创新研究|研究院|基金)/u;
/** 本报开设“最美田园”专栏: what a paper prints is launched nowhere. */
const COLUMN = /(?:专栏|栏目|专版)$/u;
/** What the whole country does is no row of any place. */
const NATIONAL = /全国|我国|公安部|最高人民法院|最高人民检察院|中央/u;
/** 借鉴桐乡“三治融合”: whoever is learned from made it. */
const BORROWED = /(?:借鉴|学习|复制|引进|对标|移植|照搬)了?$/u;
/** Between a place and the program it made, whatever places stand before: 甲县推出的“A”、乙县推出的“B”. */
const MAKER =
  /^[^、，]{0,10}?(?:推出|首创|创立|创设|创建|打造|探索|创新|建立|实施|推行|开展|研发|开发|提出|发起|形成)了?的[“‘]?$/u;
/** 总结推广诸暨市“红枫义警”做法: the place has it, and others are to have it. */
const PROMOTES = /(?:推广|推开|普及|总结)$/u;
/** Between a place and the program it has: 龙游县的“…”. */
const POSSESSIVE = /^(?:[两三四五几]地|等地)?的?[“‘]?$/u;
/** Where a meeting on a program is held, nothing is launched by that. */
const VENUE = /^(?:市区|城区|县城)?(?:召开|举行|举办|开幕)/u;
/** Before a place that a program is said to be in: “…”在, 是. */
const LOCATED = /(?:在|是|于|由|向|覆盖|实现|为|[到进]了?|发源地|发祥地|诞生地|首创地|策源地|萌发地)$/u;
/** A tour of reporters: “…”主题宣传活动（浙江行）. */
const TOUR = /^行[）)]/u;
/** A clause that goes on: 是龙游县模环乡的首创. */
const CREDITS = /^(?:正是|是|由|系|出自|来自)/u;
/** 这支队伍2019年由某所发起: the sentence goes on about the program of the one before. */
const CREDITS_AGAIN = /^[这该]\p{Script=Han}{1,5}?(?:最早|最初)?(?:是|于)?(?:\d{4}年)?(?:\d{1,2}月)?(?:最早|最初)?由/u;
/** “枫桥经验”提出60周年: a mark of time. */
const ANNIVERSARY =
  /^[”’]?(?:的)?(?:提出|诞生|创立|产生|形成|问世)[^，。]{0,4}?(?:\d{1,3}|[一二三四五六七八九十]{1,4})周年/u;
/** Words for the programs just named, taken together. */
const SEVERAL =
  /这(?:[几些两三]|[一]?[个项套种])[\u4e00-\u9fff]{0,4}(?:牌子|招牌|品牌|做法|模式|机制|制度|举措|平台|项目|经验)/u;
/** 系统重构治理体系，形成了“…”: what is shaped where something new is made is new. */
const SHAPED = /(?:形成|构建|打造|建立)了?[“‘]?$/u;
const NEW = /创新|探索|重构/u;
const SINGLE = /这[一]?[个项套种](?!都)/u;
const POINTS = /这|该|其/u;
/** Clauses that such words reach back over. */
const RECENT = 16;
/** 在 and the comma may stand beside a date that makes a clause. */
const DATE_MARGIN = 2;

/** A launch, and whether it only stands in a headline or in a meeting's name, where the body may know better. */
interface Offer extends LaunchMention {
  readonly weak: boolean;
}

/** What one clause is read with. */
interface Reading {
  readonly clause: Clause;
  readonly previous: Clause | undefined;
  readonly state: State;
  readonly home: string | null;
  readonly words: LaunchWords;
  readonly names: Namesakes;
  /** Position of the first sign of planning in the clause, or -1. */
  readonly plans: number;
  /** Whether an earlier clause said that what follows is planned. */
  readonly carried: boolean;
}

/** Places for a program, and how they were found. */
interface Found {
  readonly paths: readonly string[];
  readonly rule: string;
}

/**
 * Programs in places: one mention for each pair, with the best stage the text gives it (origin, then practised, then
 * planned); the span is the clause that says so. Nothing is read from negated, conditional or asking clauses. `clauses` where they are
 * cut already.
 */
export function findLaunches(
  doc: Document,
  context: LaunchContext,
  words: LaunchWords = LAUNCH_WORDS,
  clauses: readonly Clause[] = cutClauses(doc, context),
): Staged<LaunchMention> {
  const home = mainPlace(doc, context.places, clauses);
  const names = namesakes(context, doc.text.length);
  const best = new Map<string, Offer>();
  const offer = (launch: Offer) => {
    const key = `${launch.program}\n${launch.place}`;
    const earlier = best.get(key);
    if (!earlier || rank(launch) < rank(earlier))
      best.set(key, launch.date || !earlier ? launch : { ...launch, date: earlier.date, dateText: earlier.dateText });
  };
  const speakers = speakerPlaces(context.posts ?? [], home);
  const state = startState();
  for (const [index, clause] of clauses.entries()) {
    enterClause(clause, state, words, speakers(clause));
    const carried = state.planned;
    const plans = words.plans(unnamed(clause));
    if (plans >= 0) {
      state.planned = true;
      state.lasting ||= words.lasts(clause.text);
    }
    const denied = words.denies(clause.text);
    if (!denied) {
      const reading = { clause, previous: clauses[index - 1], state, home, words, names, plans, carried };
      for (const program of clause.programs) {
        launchOf(program, reading).forEach(offer);
        const born = clause.paragraph < 0 ? null : names.birthplaceOf(program);
        if (born) offer(offerOf(program, born, 'origin', clause, { rule: 'named-after' }));
      }
      if (clause.programs.length === 0) spreadOf(clauses, index, state, words).forEach(offer);
    }
    leaveClause(clause, state, words, denied);
  }
  const items = [...best.values()].map(({ weak: _, ...launch }) => launch);
  return { items: items.sort((a, b) => a.start - b.start || a.end - b.end), issues: [] };
}

/** The smaller the better: what the body says before headlines and names of meetings, then by stage. */
function rank({ stage, weak }: Offer): number {
  return STAGE_ORDER.indexOf(stage) + (weak ? STAGE_ORDER.length : 0);
}

function offerOf(
  program: ProgramMention,
  place: string,
  stage: Stage,
  clause: Clause,
  { rule }: Pick<Found, 'rule'>,
): Offer {
  return {
    kind: 'Launch',
    start: clause.start,
    end: clause.end,
    program: program.name,
    place,
    stage,
    date: null,
    dateText: null,
    rule: `launches.${rule}`,
    weak: false,
  };
}

function launchOf(program: ProgramMention, reading: Reading): readonly Offer[] {
  const { clause, previous, plans, carried } = reading;
  const at = program.start - clause.start;
  const behind = clause.text.slice(program.end - clause.start);
  const withNoun =
    clause.text.slice(0, program.end - clause.start) + (/^[”’]?\p{Script=Han}{2}/u.exec(behind)?.[0] ?? '');
  if (COLUMN.test(withNoun)) return [];
  if (REFERRED.test(clause.text) || PART_OF_NAME.test(behind) || ANNIVERSARY.test(behind)) return [];
  const found = placesFor(program, reading);
  const act =
    actOn(program, reading) ?? (['owner', 'own', 'borrowed', 'promoted'].includes(found.rule) ? 'practised' : null);
  const intends = carried || (plans >= 0 && (plans < at || act !== 'origin'));
  const topic = TOPIC.test(behind);
  if (!act && !intends && !topic) return [];
  if (found.rule === 'promoted' && intends) return promotedOffers(program, found, reading);
  const stage = stageOf(act, program, found, intends || topic);
  const weak = clause.paragraph < 0 || topic;
  return found.paths.map((place) => ({
    ...offerOf(program, place, stage, clause, found),
    ...dateOf(clause, previous),
    weak,
  }));
}

/** 要总结推广诸暨市“红枫义警”做法: it is practised there, and planned where it is to be spread. */
function promotedOffers(program: ProgramMention, found: Found, reading: Reading): readonly Offer[] {
  const { clause, state, home } = reading;
  const subject = subjectOf(
    actingPlaces(clause).filter(
      ({ end, paths }) => end <= program.start && !paths.some((path) => found.paths.includes(path)),
    ),
    clause,
  );
  const carried = state.subject.length > 0 && !state.addressed ? state.subject : home ? [home] : [];
  const goals = subject?.paths ?? carried;
  const spread = { rule: 'spread' };
  return [
    ...found.paths.map((place) => offerOf(program, place, 'practised', clause, found)),
    ...goals
      .filter((place) => !found.paths.includes(place))
      .map((place) => offerOf(program, place, 'planned', clause, spread)),
  ];
}

function stageOf(act: Act | null, program: ProgramMention, found: Found, intends: boolean): Stage {
  if (act === 'birthplace' || found.rule === 'borrowed') return 'origin';
  if (intends) return 'planned';
  return act === 'origin' || (act === 'origin-soft' && program.rule !== KNOWN) ? 'origin' : 'practised';
}

function actOn(program: ProgramMention, { clause, previous, words }: Reading): Act | null {
  const at = program.start - clause.start;
  const printed = clause.text.startsWith(program.name, at) ? at + program.name.length : program.end - clause.start;
  const own = words.verb(clause.text, at, printed);
  const follows = previous !== undefined && previous.sentence === clause.sentence;
  if (own === 'practised' && follows && SHAPED.test(clause.text.slice(0, at)) && NEW.test(previous.text))
    return 'origin-soft';
  if (own || !previous || previous.sentence !== clause.sentence || at > LIST_START) return own;
  return words.verb(previous.text, previous.text.length, previous.text.length);
}

function placesFor(program: ProgramMention, { clause, state, home, names, plans }: Reading): Found {
  const own = names.ownerOf(program);
  if (own) return { paths: [own], rule: 'own' };
  const textTo = (position: number) => clause.text.slice(0, position - clause.start);
  const acting = actingPlaces(clause);
  const before = acting.filter(({ end }) => end <= program.start);
  const owner = before.findLast(({ end }) => POSSESSIVE.test(between(clause, end, program.start)));
  if (owner) {
    const governed = textTo(owner.start);
    const rule = BORROWED.test(governed) ? 'borrowed' : PROMOTES.test(governed) ? 'promoted' : 'owner';
    return { paths: owner.paths, rule };
  }
  const maker = before.at(-1);
  if (maker && MAKER.test(between(clause, maker.end, program.start))) return { paths: maker.paths, rule: 'maker' };
  const chosen = subjectOf(before, clause);
  if (chosen) return { paths: chosen.paths, rule: 'subject' };
  if (NATIONAL.test(textTo(program.start))) return { paths: [], rule: 'national' };
  const located = acting.find(
    ({ start, end }) =>
      start >= program.end &&
      !VENUE.test(clause.text.slice(end - clause.start)) &&
      (LOCATED.test(textTo(start)) || TOUR.test(clause.text.slice(end - clause.start))),
  );
  if (located) return { paths: located.paths, rule: 'place-behind' };
  const implied = names.impliedBy(clause);
  if (implied) return { paths: [implied], rule: 'carried' };
  if (state.subject.length > 0 && !(state.addressed && (state.planned || plans >= 0)))
    return { paths: state.subject, rule: 'carried' };
  return { paths: home ? [home] : [], rule: 'home' };
}

/** The words of a clause without its programs, whose names plan nothing (三年行动计划). */
function unnamed({ text, start, programs }: Clause): string {
  let words = text;
  for (const { start: from, end } of programs)
    words = words.slice(0, from - start) + '\u0000'.repeat(end - from) + words.slice(end - start);
  return words;
}

/** The words of a clause between two positions of the document. */
function between(clause: Clause, from: number, to: number): string {
  return clause.text.slice(from - clause.start, to - clause.start);
}

/**
 * A clause without a program that goes on about the ones just named: where it went (在金华、在全省推开), or who made all of
 * them (这几块牌子，都是岱山自己创出来的).
 */
function spreadOf(clauses: readonly Clause[], index: number, state: State, words: LaunchWords): readonly Offer[] {
  const clause = clauses[index] as Clause;
  const recent = recentClauses(clauses, index);
  const several = [...recent, clause].some((one) => one.sentence === clause.sentence && SEVERAL.test(one.text));
  const sameSentence = state.topicSentence === clause.sentence;
  const follows = sameSentence || state.topicSentence === clause.sentence - 1;
  const credits = (CREDITS.test(clause.text) && sameSentence) || (CREDITS_AGAIN.test(clause.text) && follows);
  const act = several || credits ? words.verb(clause.text, clause.text.length, clause.text.length) : null;
  const spread = words.spreads(clause.text);
  const isNear = spread === 'near' && follows;
  if (!act && spread !== 'far' && !isNear) return [];
  const subject = subjectOf(actingPlaces(clause), clause);
  const goesOn = isNear && recent.at(-1)?.sentence === clause.sentence;
  const paths =
    subject?.paths ?? (POINTS.test(clause.text) || goesOn || (credits && sameSentence) ? state.subject : []);
  const summed = recent.flatMap((one) => one.programs);
  const isOne = SINGLE.test(clause.text);
  const programs = several && act ? (isOne ? summed.slice(-1) : summed) : state.topic ? [state.topic] : [];
  const stageFor = ({ rule }: ProgramMention): Stage => {
    if (state.planned) return 'planned';
    return act === 'origin' || (act === 'origin-soft' && rule !== KNOWN) ? 'origin' : 'practised';
  };
  const how = { rule: act ? 'summed' : 'spread' };
  return programs.flatMap((program) =>
    paths.map((place) => ({
      ...offerOf(program, place, stageFor(program), clause, how),
      ...dateOf(clause, undefined),
    })),
  );
}

/** The clauses before one in its sentence and in the sentence before, of the same paragraph, at most `RECENT`. */
function recentClauses(clauses: readonly Clause[], index: number): readonly Clause[] {
  const { sentence, paragraph } = clauses[index] as Clause;
  let from = index;
  while (from > 0 && index - from < RECENT) {
    const before = clauses[from - 1] as Clause;
    if (before.sentence < sentence - 1 || before.paragraph !== paragraph) break;
    from -= 1;
  }
  return clauses.slice(from, index);
}

/** The date of the clause, or of a clause before it that is nothing but a date (2019年，). */
function dateOf(clause: Clause, previous: Clause | undefined): Pick<LaunchMention, 'date' | 'dateText'> {
  const own = clause.dates.find(isDay);
  const lead = previous?.sentence === clause.sentence ? previous.dates.find(isDay) : undefined;
  const alone = lead && previous && lead.end - lead.start >= previous.text.trim().length - DATE_MARGIN;
  const found = own ?? (alone ? lead : undefined);
  const home = own ? clause : previous;
  return found && home
    ? { date: found.date, dateText: between(home, found.start, found.end) }
    : { date: null, dateText: null };
}

function isDay({ date, use }: Clause['dates'][number]): boolean {
  return date !== null && use !== 'vague' && use !== 'same';
}
