/** Trigger: inspections and study visits: somebody goes somewhere and a verb says that they look or ask. */
import { loadWordLists } from '../lexicon.ts';
import { within } from '../spans.ts';
import type { PlaceMention, Sentence, Span } from '../types.ts';
import { WordIndex } from '../word-index.ts';
import { LONGEST_VISIT, readActivity, readArrival, readCall, teamName } from './arrivals.ts';
import { clauseAround, type Draft, dateOf, draftOf, narrowest, type Reading } from './reading.ts';
import { IS_WITHIN, readReception } from './receptions.ts';

/** What makes a verb of inspection part of a noun: 督导组, 检查站, 调研报告. */
const NOUN_AFTER =
  /^(?:组|员|团|队|站|所|处|室|局|科|报告|工作组|意见|成果|汇报|机制|制度|力度|考核|评估|员会|方案|通报|清单|期间|中心|活动的)/u;
/** 深入某县，就河长制落实情况开展|调研: where to, and then what about. */
const ON_TOPIC = /(?:深入|赴|到|前往|来到|走进)[^，。；]{2,20}，(?:专题)?(?:就|围绕|对)[^，。；]{2,30}开展$/u;
const MOTION =
  /(?:专程|先后|再次|一同|随即|随后|实地|带队|率队|专题|分别|深入)?(?:赴|到|来到|来|在|深入|走进|前往|走访|进驻|抵达|奔赴|率|乘车)/u;
/** Groups that stand for people: the sentence needs no name then. */
const TEAM =
  /(?:与会人员|与会代表|参会人员|考察组|考察团|考核组|督导组|督查组|调研组|检查组|采访团|代表团|指导组|巡查组|评估组|暗访组|一行人|一行|工作组|人大代表|政协委员|代表们|委员们|专家组)(?=[^，。]*)/u;
const TEAMS = new RegExp(TEAM, 'gu');
/** 考核组听取了某人的汇报，并赴…: who reports does not go. */
const HEARD = /听取(?:了)?[^，。；]{0,30}$/u;

export type FindVisits = (reading: Reading, sentence: Sentence) => readonly Draft[];

export function visitFinder(): FindVisits {
  const verbs = new WordIndex(loadWordLists('events.lex').list('inspect-verbs'));

  return (reading, sentence) => {
    const { text } = reading.doc;
    const drafts: Draft[] = [];
    const arrival = readArrival(reading, sentence) ?? readActivity(reading, sentence);
    if (arrival) return [arrival];
    for (let at = sentence.start; at < sentence.end; at++) {
      const verb = verbs.startingAt(text, at);
      if (verb === null) continue;
      const end = at + verb.length;
      if (NOUN_AFTER.test(text.slice(end)) || isInsideName(reading, sentence, at)) {
        at = end - 1;
        continue;
      }
      const draft = readVisit(reading, sentence, at, end);
      if (draft) {
        drafts.push(draft);
        break;
      }
      at = end - 1;
    }
    // 赶到某村察看灾情，看望群众 is a visit; only where nobody goes anywhere the greeting is the event.
    const call = drafts.length === 0 ? readCall(reading, sentence) : null;
    if (call) return [call];
    const goes = drafts.some(({ places }) => places.length > 0);
    const reception = goes ? null : readReception(reading, sentence);
    return reception ? [reception] : drafts;
  };
}

function isInsideName(reading: Reading, sentence: Sentence, at: number): boolean {
  const covers = ({ start, end }: { start: number; end: number }) => start <= at && at < end;
  return [reading.organizations, reading.programs, reading.posts].some((names) =>
    within<Span>(names, sentence).some(covers),
  );
}

function readVisit(reading: Reading, sentence: Sentence, at: number, end: number): Draft | null {
  const { text } = reading.doc;
  const before = text.slice(sentence.start, at);
  // 要检查 is a plan, 定期检查 a habit, 反馈暗访情况 talk about a visit.
  if (
    /(?:要|将|应|会|可|进一步|加强|开展|不定期|常态化|定期|计划|拟|反馈|通报|汇报|总结|对)$/u.test(before) &&
    !ON_TOPIC.test(before)
  )
    return null;
  const persons = within(reading.persons, { start: sentence.start, end: at }).filter(
    ({ start }) => !HEARD.test(text.slice(sentence.start, start)),
  );
  const team = [...before.matchAll(TEAMS)].at(-1);
  const lastPerson = persons.at(-1);
  const lead = lastPerson ?? null;
  const teamStart = team ? sentence.start + team.index : -1;
  if (!lead && teamStart < 0) return null;
  const subjectEnd = Math.max(lead?.end ?? -1, team ? teamStart + team[0].length : -1);
  const way = text.slice(subjectEnd, at);
  if (/[。；]/u.test(way)) return null;
  const clause = clauseAround(text, sentence, at);
  // The way from the subject to the verb has a motion or a place; 指出…检查 has not.
  const goes =
    MOTION.test(way) ||
    /(?:^|实地|一一作了|作了|进行了?)(?:专题|现场)?$/u.test(way) ||
    /^实地/u.test(text.slice(at, end));
  const says = /(?:指出|强调|要求|表示|说|认为|介绍)/u.test(way);
  if (!goes || says) return null;
  // 甲、乙两地的项目，调研组一一作了考察: the places stand before the subject.
  const from = /作了$/u.test(way) ? sentence.start : Math.max(sentence.start, subjectEnd);
  const stops = narrowest(within(reading.places, { start: from, end: clause.end }));
  // 甲率督导组来某地: he is the subject; a team in a clause of its own acts by itself.
  const isOwnTeam = team !== undefined && (!lead || /[，。；]/u.test(text.slice(lead.end, teamStart)));
  const subject = isOwnTeam ? teamName(text, sentence, teamStart, team[0]) : (lead?.name ?? '');
  const nameStart = isOwnTeam || !lead ? subjectEnd : lead.end;
  const tail = text.slice(nameStart, clause.end);
  const name = `${subject}${tail}`
    .replace(/时(?:强调|指出|要求).*$/su, '')
    .replace(/[“”\s，,]/gu, '')
    .slice(0, LONGEST_VISIT);
  const firstPlace = stops[0];
  const alias = firstPlace
    ? `${subject}到${text.slice(firstPlace.start, firstPlace.end)}${text.slice(at, end)}`
    : `${subject}${text.slice(at, end)}`;
  return draftOf({
    type: 'inspection',
    start: lead ? Math.min(lead.start, at) : teamStart,
    end: clause.end,
    sentence,
    name,
    aliases: [alias],
    actors: persons.map((person) => person.name),
    date: dateOf(reading, sentence, at),
    isWithin:
      /^(?:与会|参会)/u.test(team?.[0] ?? '') || IS_WITHIN.test(text.slice(Math.max(0, sentence.start - 12), at)),
    places: stops.filter((place) => isStop(text, place, reading)),
    rule: lead ? 'visit.person' : 'visit.team',
  });
}

/** Places of the visitors' own body (湖州市考察团来…) are no stops. */
function isStop(text: string, place: PlaceMention, reading: Reading): boolean {
  const inTeam = TEAM.test(text.slice(place.end, place.end + 12).replace(/[，。].*$/su, ''));
  const inPost = reading.posts.some(({ start, end }) => start <= place.start && place.end <= end);
  return !inTeam && !inPost;
}
