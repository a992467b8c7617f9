/** The places that a clause gives a program: its own, its owner, the subject, what was carried on. */
import { actingPlaces, type Namesakes, subjectOf } from './launch-places.ts';
import { type Clause, type PlaceGroup, wordsBetween } from './launch-scene.ts';
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
export const PROMOTES = /(?:推广|推开|普及|总结)$/u;
/** Between a place and the program it has: 龙游县的“…”. */
const POSSESSIVE = /^(?:[两三四五几]地|等地)?的?[“‘]?$/u;
/** Where a meeting on a program is held, nothing is launched by that. */
const VENUE = /^(?:市区|城区|县城)?(?:召开|举行|举办|开幕)/u;
/** Before a place that a program is said to be in: “…”在, 是. */
const LOCATED = /(?:在|是|于|由|向|覆盖|实现|为|[到进]了?|发源地|发祥地|诞生地|首创地|策源地|萌发地)$/u;
/** 把“汉水约谈”作为全省的抓手加以推广 */
const AS = /作为$/u;
/** A tour of reporters: “…”主题宣传活动（浙江行）. */
const TOUR = /^行[）)]/u;

const HOLDS = /^[^，、]{0,12}?(?:举行|举办|召开)[“‘]?$/u;
const CEREMONY = /^[”’]?[\u4e00-\u9fff]{0,6}?(?:仪式|启动会|发布会)/u;
const WITH = /(?:^|[，,])(?:与|和|同|会同|联合|携手)$/u;
const TOGETHER = /共同|联合|携手|一起|合力/u;
const SHORTEST_STEM = 2;
const OPENED = /^[^，。]{0,4}?(?:揭牌|挂牌|启用|落地|落户|亮相|建成|投用|开张)/u;

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
export function placesFor(program: ProgramMention, reading: Reading): Found {
  const { clause, previous, state, home, names, plans } = reading;
  const own = names.ownerOf(program);
  if (own) return { paths: [own], rule: 'own' };
  const textTo = (position: number) => clause.text.slice(0, position - clause.start);
  const acting = actingPlaces(clause);
  const before = acting.filter(({ end }) => end <= program.start);
  const owner = before.findLast(({ end }) => POSSESSIVE.test(wordsBetween(clause, end, program.start)));
  if (owner) {
    const governed = textTo(owner.start);
    const leads = /[、和]$/u.test(governed) ? before.filter(({ end }) => end < owner.start) : [];
    const promoted = PROMOTES.test(governed) || leads.some(({ start }) => PROMOTES.test(textTo(start)));
    const rule = BORROWED.test(governed) ? 'borrowed' : promoted ? 'promoted' : 'owner';
    return { paths: owner.paths, rule };
  }
  const maker = before.at(-1);
  if (maker && MAKER.test(wordsBetween(clause, maker.end, program.start))) return { paths: maker.paths, rule: 'maker' };
  const hosts = before.filter((group) => !isHeldAt(group, program, clause));
  const chosen = subjectOf(hosts.length > 0 ? hosts : before, clause);
  if (chosen) return { paths: withPartner(chosen, program, reading), rule: 'subject' };
  const opening = previous?.sentence === clause.sentence && before.length === 0 ? previous.text : '';
  if (NATIONAL.test(opening + textTo(program.start))) return { paths: [], rule: 'national' };
  const raised = clause.groups.find(
    ({ start }) => start >= program.end && AS.test(textTo(start)) && clause.text[start - clause.start] === '全',
  );
  if (raised) return { paths: raised.paths, rule: 'place-behind' };
  const located = acting.find(
    ({ start, end }) =>
      start >= program.end &&
      !VENUE.test(clause.text.slice(end - clause.start)) &&
      (LOCATED.test(textTo(start)) || TOUR.test(clause.text.slice(end - clause.start))),
  );
  if (located) return { paths: located.paths, rule: 'place-behind' };
  const visited = namedAfterStop(program, reading);
  if (visited) return { paths: [visited], rule: 'own' };
  const implied = names.impliedBy(clause);
  if (implied) return { paths: [implied], rule: 'carried' };
  if (state.subject.length > 0 && !(state.addressed && (state.planned || plans >= 0)))
    return { paths: state.subject, rule: 'carried' };
  return { paths: home ? [home] : [], rule: 'home' };
}

/** 天台县妇联在平桥镇举行“某某团”成立仪式: the ceremony is there, the program is its host's. */
function isHeldAt({ start, end }: PlaceGroup, program: ProgramMention, clause: Clause): boolean {
  return (
    clause.text[start - clause.start - 1] === '在' &&
    HOLDS.test(wordsBetween(clause, end, program.start)) &&
    CEREMONY.test(clause.text.slice(program.end - clause.start))
  );
}

/** 甲镇牵头，与乙乡、丙乡共同创立: the place that the sentence spoke of before is one of them. */
function withPartner({ paths, start, end }: PlaceGroup, program: ProgramMention, reading: Reading): readonly string[] {
  const { clause, state } = reading;
  const joins =
    WITH.test(wordsBetween(clause, clause.start, start)) && TOGETHER.test(wordsBetween(clause, end, program.start));
  if (!joins || state.subjectSentence !== clause.sentence) return paths;
  return [...state.subject.filter((path) => !paths.includes(path)), ...paths];
}

/** 来到马庄村、建平社区，了解“马庄夜校”: of the stops named just before the one that the name begins with. */
function namedAfterStop(program: ProgramMention, { clause, previous }: Reading): string | null {
  if (previous === undefined || previous.sentence !== clause.sentence) return null;
  const stops = previous.groups.flatMap(({ paths }) => paths);
  const stemOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/(?:街道|社区|[镇乡村])$/u, '');
  return (
    stops.find((path) => {
      const stem = stemOf(path);
      return stem.length >= SHORTEST_STEM && program.name.startsWith(stem);
    }) ?? null
  );
}

/** Where a program is opened, whoever made it: 甲区首家“某某驿站”在乙社区揭牌. */
export function openedAt(program: ProgramMention, clause: Clause): readonly string[] {
  return clause.groups
    .filter(
      ({ start, end }) =>
        start >= program.end &&
        clause.text[start - clause.start - 1] === '在' &&
        OPENED.test(clause.text.slice(end - clause.start)),
    )
    .flatMap(({ paths }) => paths);
}
