/** The places that a clause gives a program: its own, its owner, the subject, what was carried on. */
import { actingPlaces, type Namesakes, subjectOf } from './launch-places.ts';
import { type Clause, wordsBetween } from './launch-scene.ts';
import type { State } from './launch-state.ts';
import type { LaunchWords } from './launch-words.ts';
import type { ProgramMention } from './types.ts';

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

/** What one clause is read with. */
export interface Reading {
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
export interface Found {
  readonly paths: readonly string[];
  readonly rule: string;
}

/** Where a program is by the words of its clause, and by what the clauses before say. */
export function placesFor(program: ProgramMention, { clause, state, home, names, plans }: Reading): Found {
  const own = names.ownerOf(program);
  if (own) return { paths: [own], rule: 'own' };
  const textTo = (position: number) => clause.text.slice(0, position - clause.start);
  const acting = actingPlaces(clause);
  const before = acting.filter(({ end }) => end <= program.start);
  const owner = before.findLast(({ end }) => POSSESSIVE.test(wordsBetween(clause, end, program.start)));
  if (owner) {
    const governed = textTo(owner.start);
    const rule = BORROWED.test(governed) ? 'borrowed' : PROMOTES.test(governed) ? 'promoted' : 'owner';
    return { paths: owner.paths, rule };
  }
  const maker = before.at(-1);
  if (maker && MAKER.test(wordsBetween(clause, maker.end, program.start))) return { paths: maker.paths, rule: 'maker' };
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
