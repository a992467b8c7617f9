/** Offices that no list has: those inside a body (法院|行政审判第一庭) and those of a government (市|大数据发展局). */
import { CharacterSet } from './character-set.ts';
import { isHan } from './chinese.ts';
import type { FoundOrganizations } from './organization-found.ts';
import { nameOrganization, withForm } from './organization-names.ts';

/** Longest name of an office inside a body, in characters. */
const LONGEST_UNIT = 10;
/** Last letters of such offices. */
const OFFICES = new CharacterSet('处科庭室股部');
/** Offices of courts and prosecutors that are named without their head. */
const OWN_OFFICE =
  /^(?:第[一二三四五六七八九十]+检察部|立案庭|速裁庭|少年庭|审判监督庭|执行裁决庭|(?:刑事|民事|行政|环境资源|知识产权|综合|少年)审判(?:第[一二三四五六]+)?庭)$/u;
/** Words of a government office between its seat and 局, in characters. */
const SHORTEST_OFFICE = 2;
const LONGEST_OFFICE = 10;
/** 格局, 大局: 局 ends another word. */
const NO_BUREAU = /[格布大全结时开僵变破政战棋饭当市县分总区省州各我该本骗赌牌出定危残终胜邮两书药一多新]$/u;
const NO_BUREAU_RIGHT = /[面部限势里域促内中]/u;

/**
 * An office of the body before it, which its head gives away: 市中级人民法院|行政审判第一庭|副庭长.
 * @returns the end of the office whose last letter stands at `at` (UTF-16), once added; null where none does
 */
export function unitAt(found: FoundOrganizations, at: number): number | null {
  const { text } = found;
  if (!OFFICES.at(text, at)) return null;
  const letter = text.charAt(at);
  const head = text.slice(at + 1, at + 4).replace(/^副/u, '');
  const parent = found.last;
  if (!parent || at - parent.end > LONGEST_UNIT || at - parent.end < 2) return null;
  const words = text.slice(parent.end, at);
  if (!head.startsWith(`${letter}长`) && !OWN_OFFICE.test(words + letter)) return null;
  if (!isHan(words) || [...words].some((sign) => found.words.stops.has(sign))) return null;
  found.addPart(parent, parent.end, at + 1, words + letter);
  return at + 1;
}

/**
 * An office of government: 市大数据发展局, and after another one 、文体广电局.
 * @returns the end of the office whose 局 stands at `at` (UTF-16), once added; null where none does
 */
export function bureauAt(found: FoundOrganizations, at: number): number | null {
  const { text, seats, last } = found;
  if (text[at] !== '局' || NO_BUREAU_RIGHT.test(text[at + 1] ?? '')) return null;
  if (NO_BUREAU.test(text[at - 1] ?? '')) return null;
  const left = found.leftPart(at, last?.end ?? 0);
  if (left.words.length < SHORTEST_OFFICE || left.words.length > LONGEST_OFFICE || !isHan(left.words)) return null;
  const isListed = last?.seat && /[局办委]$/u.test(last.tail) && /^[、和]$/u.test(text.slice(last.end, left.start));
  const seat =
    left.place?.place.path ??
    (left.level !== '' && !seats.isAnyLevel(left.start) ? seats.ofLevel(left.level, left.start) : null) ??
    (isListed ? last.seat : null);
  if (last?.end === left.start && isHan(left.words) && /(?:[部院厅局]|法院)$/u.test(last.tail)) {
    // 公安部|治安管理局, 某县法院|执行局
    found.addPart(last, left.start, at + 1, `${left.words}局`);
    return at + 1;
  }
  if (seat === null || found.isKind(left, { word: '局', kind: 'seated' }, false)) return null;
  const named = nameOrganization(`${left.words}局`, seat);
  const printed = text.slice(left.start, at + 1);
  found.add(left.start, at + 1, { ...named, aliases: withForm(named, printed) }, '局', 'bureau', 0.8);
  return at + 1;
}
