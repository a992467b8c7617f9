/** Institutions that places are told to have: kinds of centre under construction, and councils that are tried out or spread. */
import { isHan } from './chinese.ts';
import type { ProgramCandidate, ProgramScene } from './program-candidates.ts';
import { isVerb } from './program-shapes.ts';
import { clauseAfter, clauseBefore } from './program-text.ts';

const CENTRE = '中心';
/** Longest name of a centre before 中心, and of what tells councils apart, in characters. */
const LONGEST_CENTRE = 14;
const LONGEST_COUNCIL = 6;
const SHORTEST = 2;
/** 县乡两级, 市县, 县级: for whom a centre is built is no part of its name. */
const LEVELS = /^(?:[省市州县区乡镇街村]{1,4}[两二三四]?级|[市县区乡镇街村]{2,4}(?=\p{Script=Han}{4}))/u;
const BUILT = /^(?:规范化|标准化|实体化|一体化)?(?:建设|全覆盖|提档升级)/u;
/** 建成两个…: several of a kind. */
const SEVERAL =
  /(?:全部|全面|普遍|都)(?:建成|建立|设立|建好)了?$|(?:建成|建好|建立|设立|建设|新建)[^,]{0,4}?(?:[\d一二两三四五六七八九十百]+|多|若干)[个家]$/u;
const BOUNDARY = /[的了在以把将要为对和与及个是有各到从向由等该其]/u;
const EVIDENCE = { built: 2, level: 1, several: 2, promoted: 2, spread: 2 } as const;
const REACH = 20;
/** Verbs whose object is an institution and not one meeting. */
const PROMOTED =
  /(?:试点|试行|推行|推广|首创|首推|探索|创设|普及|(?:普遍|全面|都要?|全部)(?:建立|设立|建起|办起)|创新)了?$/u;
/** 把船员调解室建到每一个渔港. */
const SPREAD = /^(?:[建办开搬设铺])[到进](?:每|各|家门|田间|村|户|所有)|首创|创立|推广|推开|覆盖|试点|延伸到|遍布/u;

/** P10 for centres that no list has: 县乡两级网格化服务管理中心建设, 建成两个“一站式”矛盾纠纷多元化解中心. One concrete centre is an organization. */
export function builtCentres(scene: ProgramScene): readonly ProgramCandidate[] {
  const { text, lexicon } = scene;
  const { bare } = text;
  const found: ProgramCandidate[] = [];
  for (let at = bare.indexOf(CENTRE); at >= 0; at = bare.indexOf(CENTRE, at + 1)) {
    if (!lexicon.words('centre-stem').endingAt(bare, at) || text.inQuotes[at]) continue;
    const left = leftEdge(scene, at, LONGEST_CENTRE);
    const printed = bare.slice(left, at);
    const level = LEVELS.exec(printed)?.[0] ?? '';
    const start = left + level.length;
    if (scene.nameEnds.has(left) || at - start < SHORTEST) continue;
    const end = at + CENTRE.length;
    const quote = text.quotes.find((one) => one.end === left && one.inner.endsWith('式'));
    const before = clauseBefore(bare, quote?.start ?? left, REACH);
    const score =
      (BUILT.test(clauseAfter(bare, end, REACH)) ? EVIDENCE.built : 0) +
      (level === '' ? 0 : EVIDENCE.level) +
      (SEVERAL.test(before) ? EVIDENCE.several : 0);
    const name = bare.slice(start, end);
    const aliases = [`${name}建设`, ...(level === '' ? [] : [level + name, `${level}${name}建设`])];
    if (quote) aliases.push(quote.inner + name);
    if (score > 0) found.push({ start, end, name, aliases, rule: 'programs.centre', score });
  }
  return found;
}

/** 村民理事会 and the like, where they are tried out or spread: the council of one village is an organization. */
export function councils(scene: ProgramScene): readonly ProgramCandidate[] {
  const { text, lexicon, nameEnds } = scene;
  const { bare } = text;
  const found: ProgramCandidate[] = [];
  const kinds = lexicon.words('council');
  for (let at = 0; at < bare.length; at += 1) {
    const council = kinds.startingAt(bare, at);
    if (!council || text.inQuotes[at]) continue;
    const end = at + council.length;
    const start = leftEdge(scene, at, LONGEST_COUNCIL);
    const before = clauseBefore(bare, start, REACH);
    const after = clauseAfter(bare, end, REACH);
    at = end - 1;
    if (at + 1 - start - council.length < SHORTEST || nameEnds.has(start)) continue;
    const score = (PROMOTED.test(before) ? EVIDENCE.promoted : 0) + (SPREAD.test(after) ? EVIDENCE.spread : 0);
    const name = bare.slice(start, end);
    if (score > 0) found.push({ start, end, name, aliases: [], rule: 'programs.council', score });
  }
  return found;
}

/** Where a name starts that goes on to `at`: behind a sign, a quotation, a place or body, a function word or a verb. */
function leftEdge({ text, lexicon, nameEnds, segment }: ProgramScene, at: number, longest: number): number {
  const { bare, edges } = text;
  let start = at;
  while (start > 0 && at - start < longest && !edges.has(start) && !nameEnds.has(start)) {
    const sign = bare[start - 1] as string;
    if (!isHan(sign) || BOUNDARY.test(sign)) break;
    start -= 1;
  }
  const tokens = segment(bare.slice(start, at));
  const last = tokens.findLast(
    ({ word, end }) => end < at - start && (isVerb(word, lexicon) || lexicon.words('stop').has(word)),
  );
  return last ? start + last.end : start;
}
