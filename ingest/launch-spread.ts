/** Clauses without a program that go on about the ones just named. */
import type { Stage } from '../graph/model.ts';
import { dateOf, type Offer, offerOf } from './launch-offers.ts';
import { actingPlaces, subjectOf } from './launch-places.ts';
import type { Clause } from './launch-scene.ts';
import type { State } from './launch-state.ts';
import type { LaunchWords } from './launch-words.ts';
import type { ProgramMention } from './types.ts';

/** A clause that goes on: 是龙游县模环乡的首创. */
const CREDITS = /^(?:正是|是|由|系|出自|来自)/u;
/** 这支队伍2019年由某所发起: the sentence goes on about the program of the one before. */
const CREDITS_AGAIN = /^[这该]\p{Script=Han}{1,5}?(?:最早|最初)?(?:是|于)?(?:\d{4}年)?(?:\d{1,2}月)?(?:最早|最初)?由/u;
/** 甲区推出“某某制”，与乙区、丙区共管河湖. */
const SHARED = /^(?:并|还)?[与和同](?!时).*共(?:管|建|治|同|商|护|推|享)/u;
/** Words for the programs just named, taken together. */
const SEVERAL =
  /这(?:[几些两三]|[一]?[个项套种])[\u4e00-\u9fff]{0,4}(?:牌子|招牌|品牌|做法|模式|机制|制度|举措|平台|项目|经验)/u;
const SINGLE = /这[一]?[个项套种](?!都)/u;
const POINTS = /这|该|其/u;
/** Clauses that such words reach back over. */
const RECENT = 16;
/** How `findPrograms` marks what the lexicon knows: only another place can have made that. */
const KNOWN = 'programs.known';

/**
 * A clause without a program that goes on about the ones just named: where it went (在金华、在全省推开), or who made all of
 * them (这几块牌子，都是岱山自己创出来的).
 */
export function spreadOf(
  clauses: readonly Clause[],
  index: number,
  state: State,
  words: LaunchWords,
): readonly Offer[] {
  const clause = clauses[index] as Clause;
  const recent = recentClauses(clauses, index);
  const several = [...recent, clause].some((one) => one.sentence === clause.sentence && SEVERAL.test(one.text));
  const sameSentence = state.topicSentence === clause.sentence;
  const follows = sameSentence || state.topicSentence === clause.sentence - 1;
  const credits = (CREDITS.test(clause.text) && sameSentence) || (CREDITS_AGAIN.test(clause.text) && follows);
  const act = several || credits ? words.verb(clause.text, clause.text.length, clause.text.length) : null;
  const spread = words.spreads(clause.text);
  const isNear = spread === 'near' && follows;
  const shares = sameSentence && SHARED.test(clause.text);
  if (!act && spread !== 'far' && !isNear && !shares) return [];
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
  const how = act ? 'summed' : 'spread';
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
