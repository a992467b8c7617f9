/** Clauses of a document with the places and programs that stand in each: what launches and learning are read from. */
import { CharacterSet } from './character-set.ts';
import { coverage } from './program-text.ts';
import type {
  DateMention,
  Document,
  OrganizationMention,
  PlaceMention,
  PostMention,
  ProgramMention,
  Span,
} from './types.ts';

export interface LaunchContext {
  readonly places: readonly PlaceMention[];
  readonly organizations: readonly OrganizationMention[];
  readonly programs: readonly ProgramMention[];
  readonly dates: readonly DateMention[];
  /** Posts, which tell whose place a speaker speaks of. */
  readonly posts?: readonly PostMention[];
}

/** Places named in one breath: a chain down to its narrowest (宁波市鄞州区姜山镇), or several of them joined by 、 or 和. */
export interface PlaceGroup extends Span {
  readonly paths: readonly string[];
  /** Whether it was read off a body's seat (衢州市委) and not off a place's own name. */
  readonly seat: boolean;
}

export interface Clause extends Span {
  /** Index of the sentence, and its paragraph (-1 for the headline). */
  readonly sentence: number;
  readonly paragraph: number;
  readonly text: string;
  readonly groups: readonly PlaceGroup[];
  readonly programs: readonly ProgramMention[];
  readonly dates: readonly DateMention[];
}

const CLAUSE_SIGN = new CharacterSet('，,；;：:。！!？?');
/** What goes on without a sign for so long is cut anyway. */
const LONGEST_CLAUSE = 300;
const JOINED = /^(?:[、和与及]|以及|、在|和在)?$/u;
const TITLE = /《[^》\n]{1,60}》/gu;
const STEM_LENGTHS = [4, 3, 2];
/** Bodies named after the township they look after. */
const STATION = /(\p{Script=Han}{2,4})(?:派出所|司法所|人民法庭|法庭)$/u;
/** A body named as part of a post (衢州市委书记) says who someone is, not who acts. */
const POST =
  /^(?:原|代|常务|党委|党组|党工委|第一)?(?:副)?(?:书记|部长|主任|局长|厅长|院长|检察长|主席|市长|县长|区长|省长|秘书长|镇长|乡长|所长|庭长|委员|常委|组长|队长|支队长|大队长|政委|教导员|民警|负责人|领导|工作人员)/u;

/** Cuts the sentences of a document at commas, colons and semicolons that stand in no program's name; what is too long is cut between two programs, too. */
export function cutClauses(doc: Document, context: LaunchContext): readonly Clause[] {
  const spans: { start: number; end: number; sentence: number; paragraph: number }[] = [];
  const inside = coverage(doc.text.length, context.programs);
  const begins = new Set(context.programs.map(({ start }) => start));
  for (const { start, end, index, paragraph } of doc.sentences) {
    let from = start;
    for (let i = start; i < end; i += 1) {
      const whole = i + 1 - from < LONGEST_CLAUSE || (inside[i] && !begins.has(i + 1));
      if (i + 1 < end && whole && (inside[i] || !CLAUSE_SIGN.at(doc.text, i))) continue;
      spans.push({ start: from, end: i + 1, sentence: index, paragraph });
      from = i + 1;
    }
  }
  const groups = placeGroups(doc.text, context, inside);
  const take = cursor(groups);
  const takePrograms = cursor(context.programs);
  const takeDates = cursor(context.dates);
  return spans.map(({ start, end, sentence, paragraph }) => ({
    start,
    end,
    sentence,
    paragraph,
    text: doc.text.slice(start, end),
    groups: take(end),
    programs: takePrograms(end),
    dates: takeDates(end),
  }));
}

const NONE: readonly never[] = [];

/** Hands out, clause by clause in text order, the items that start before the end of each; clauses tile the text. */
function cursor<T extends Span>(items: readonly T[]): (end: number) => readonly T[] {
  const sorted = [...items].sort((a, b) => a.start - b.start);
  let next = 0;
  return (end) => {
    const first = next;
    while (next < sorted.length && (sorted[next] as T).start < end) next += 1;
    return next === first ? NONE : sorted.slice(first, next);
  };
}

/** What 仙桥派出所 does is done in 仙桥镇, where the text names that: such townships, as of the end of the body's name. */
function stations(text: string, { places, organizations }: LaunchContext) {
  const townships = new Map(
    places
      .filter(({ place }) => place.level === 'township')
      .map(({ place: { path } }) => [path.slice(path.lastIndexOf('/') + 1).replace(/(?:街道|[镇乡])$/u, ''), path]),
  );
  return organizations.flatMap(({ start, end }) => {
    const stem = STATION.exec(text.slice(start, end))?.[1] ?? '';
    const path = STEM_LENGTHS.map((length) => townships.get(stem.slice(-length))).find((found) => found !== undefined);
    return path === undefined ? [] : [{ start: end, end, path, seat: true }];
  });
}

function placeGroups(text: string, context: LaunchContext, inProgram: Uint8Array): readonly PlaceGroup[] {
  const posts = context.organizations.filter(({ end }) => POST.test(text.slice(end, end + 8)));
  const inPost = coverage(text.length, posts);
  for (const { index, 0: title } of text.matchAll(TITLE)) inPost.fill(1, index, index + title.length);
  const bodyEnd = new Uint32Array(text.length);
  for (const { start, end } of context.organizations) bodyEnd.fill(end, start, end);
  const named = context.places
    .filter(({ place }) => place.level !== 'country')
    .filter(({ start, end }) => !inProgram[start] && !inPost[start] && !POST.test(text.slice(end, end + 8)))
    .map(({ start, end, place }) => ({ start, end, path: place.path, seat: false }));
  named.push(...stations(text, context).filter(({ start }) => !inProgram[start] && !inPost[start]));
  const hasPlace = coverage(text.length, context.places);
  const seats = context.organizations
    .filter(
      ({ start, end, seat }) =>
        seat !== null &&
        !inPost[start] &&
        !inProgram[start] &&
        hasPlace[start] === 0 &&
        !hasPlace.subarray(start, end).includes(1),
    )
    .map(({ start, end, seat }) => ({ start, end, path: seat as string, seat: true }));
  const groups: { start: number; end: number; paths: string[]; seat: boolean }[] = [];
  for (const one of [...named, ...seats].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = groups.at(-1);
    const gap = last ? text.slice(last.end, one.start) : null;
    if (last && one.start < last.end) continue;
    const lastPath = last?.paths.at(-1);
    if (last && gap === '' && lastPath && one.path.startsWith(`${lastPath}/`))
      last.paths[last.paths.length - 1] = one.path;
    else if (last && gap !== null && gap.length > 0 && JOINED.test(gap)) {
      if (!last.paths.includes(one.path)) last.paths.push(one.path);
    } else {
      groups.push({ start: one.start, end: one.end, paths: [one.path], seat: one.seat });
      continue;
    }
    last.end = one.end;
  }
  return groups.map((group) => ({ ...group, end: Math.max(group.end, bodyEnd[group.end - 1] ?? 0) }));
}

/** The words of a clause between two positions of the document. */
export function wordsBetween(clause: Clause, from: number, to: number): string {
  return clause.text.slice(from - clause.start, to - clause.start);
}
