/** Which place created, practises or plans which program. */
import type { Stage } from '../graph/model.ts';
import { dateOf, type Offer, offerOf } from './launch-offers.ts';
import { actingPlaces, countedPlaces, mainPlace, namesakes, speakerPlaces, subjectOf } from './launch-places.ts';
import { type Clause, cutClauses, type LaunchContext, wordsBetween } from './launch-scene.ts';
import { spreadOf } from './launch-spread.ts';
import { enterClause, leaveClause, pointTo, startState } from './launch-state.ts';
import { type Found, openedAt, PROMOTES, placesFor, type Reading } from './launch-where.ts';
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
/** “枫桥经验”提出60周年: a mark of time. */
const ANNIVERSARY =
  /^[”’]?(?:的)?(?:提出|诞生|创立|产生|形成|问世)[^，。]{0,4}?(?:\d{1,3}|[一二三四五六七八九十]{1,4})周年/u;
/** 围绕“三治融合”作交流发言: what is spoken of at a meeting; the meeting's own facts say who presented. */
const ABOUT = /(?:围绕|就|以)[“‘]?$/u;
const PRESENTED =
  /^[”’]?[^，。；]{0,12}?作(?:了|出)?(?:交流|典型|经验|大会|书面|主题|专题|现场)+(?:交流|发言|介绍|汇报|分享)?/u;
/** 系统重构治理体系，形成了“…”: what is shaped where something new is made is new. */
const SHAPED = /(?:形成|构建|打造|建立)了?[“‘]?$/u;
const NEW = /创新|探索|重构/u;

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
  if (context.programs.length === 0) return { items: [], issues: [] };
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
    const counted = countedPlaces(clauses, index);
    if (counted) pointTo(counted, clause.sentence, state);
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
        if (born) offer(offerOf(program, born, 'origin', clause, 'named-after'));
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

function launchOf(program: ProgramMention, reading: Reading): readonly Offer[] {
  const { clause, previous, plans, carried } = reading;
  const at = program.start - clause.start;
  const behind = clause.text.slice(program.end - clause.start);
  const withNoun =
    clause.text.slice(0, program.end - clause.start) + (/^[”’]?\p{Script=Han}{2}/u.exec(behind)?.[0] ?? '');
  if (COLUMN.test(withNoun)) return [];
  if (REFERRED.test(clause.text) || PART_OF_NAME.test(behind) || ANNIVERSARY.test(behind)) return [];
  if (ABOUT.test(clause.text.slice(0, at)) && PRESENTED.test(clause.text.slice(endOfName(program, clause)))) return [];
  const found = placesFor(program, reading);
  const act =
    actOn(program, reading) ?? (['owner', 'own', 'borrowed', 'promoted'].includes(found.rule) ? 'practised' : null);
  const intends = carried || (plans >= 0 && (plans < at || act !== 'origin'));
  const topic = TOPIC.test(behind);
  if (!act && !intends && !topic) return [];
  if (found.rule === 'promoted' && intends) return promotedOffers(program, found, reading);
  const stage = stageOf(act, program, found, intends || topic);
  const weak = clause.paragraph < 0 || topic;
  const date = dateOf(clause, previous);
  return [
    ...found.paths.map((place) => ({ ...offerOf(program, place, stage, clause, found.rule), ...date, weak })),
    ...openedAt(program, clause)
      .filter((place) => !found.paths.includes(place))
      .map((place) => ({ ...offerOf(program, place, 'practised', clause, 'place-behind'), ...date })),
  ];
}

/** 要总结推广诸暨市“红枫义警”做法: it is practised there, and planned where it is to be spread. */
function promotedOffers(program: ProgramMention, found: Found, reading: Reading): readonly Offer[] {
  const { clause, state, home } = reading;
  const subject = subjectOf(
    actingPlaces(clause).filter(
      ({ start, end, paths }) =>
        end <= program.start &&
        !PROMOTES.test(wordsBetween(clause, clause.start, start)) &&
        !paths.some((path) => found.paths.includes(path)),
    ),
    clause,
  );
  const carried = state.subject.length > 0 && !state.addressed ? state.subject : home ? [home] : [];
  const goals = subject?.paths ?? carried;
  return [
    ...found.paths.map((place) => offerOf(program, place, 'practised', clause, found.rule)),
    ...goals
      .filter((place) => !found.paths.includes(place))
      .map((place) => offerOf(program, place, 'planned', clause, 'spread')),
  ];
}

function stageOf(act: Act | null, program: ProgramMention, found: Found, intends: boolean): Stage {
  if (act === 'birthplace' || found.rule === 'borrowed') return 'origin';
  if (intends) return 'planned';
  return act === 'origin' || (act === 'origin-soft' && program.rule !== KNOWN) ? 'origin' : 'practised';
}

function actOn(program: ProgramMention, { clause, previous, words }: Reading): Act | null {
  const at = program.start - clause.start;
  const own = words.verb(clause.text, at, endOfName(program, clause));
  const follows = previous !== undefined && previous.sentence === clause.sentence;
  if (own === 'practised' && follows && SHAPED.test(clause.text.slice(0, at)) && NEW.test(previous.text))
    return 'origin-soft';
  if (own || !previous || previous.sentence !== clause.sentence || at > LIST_START) return own;
  return words.verb(previous.text, previous.text.length, previous.text.length);
}

/** Where the name ends in the clause, which may be before the mention does. */
function endOfName({ name, start, end }: ProgramMention, clause: Clause): number {
  const at = start - clause.start;
  return clause.text.startsWith(name, at) ? at + name.length : end - clause.start;
}

/** The words of a clause without its programs, whose names plan nothing (三年行动计划). */
function unnamed({ text, start, programs }: Clause): string {
  let words = text;
  for (const { start: from, end } of programs)
    words = words.slice(0, from - start) + '\u0000'.repeat(end - from) + words.slice(end - start);
  return words;
}
