/** Bodies told apart by the words before their tail: 嘉善县矛调中心, 刑侦大队, 陈家桥法庭. */
import { bodiesAtPlace, usualTail } from './organization-at-place.ts';
import type { LeftPart } from './organization-extent.ts';
import type { FoundOrganizations } from './organization-found.ts';
import { nameOrganization, withForm } from './organization-names.ts';
import type { ReadOrganization } from './organization-unify.ts';
import type { OrganizationWords, Tail } from './organization-words.ts';
import type { PlaceMention } from './types.ts';

/** Bodies that name their branches by place: 中国农业银行|嘉善县支行, 武警浙江省总队|温州支队. */
const HAS_BRANCHES = /(?:银行|公司|集团|总队|总站)$/u;
const BRANCH = /^(?:支行|分行|分公司|公司|有限公司|支队|大队|中队)$/u;

/** Adds the body or bodies whose tail stands from `at` to `end` (UTF-16); false where the words name none. */
export function addOpen(found: FoundOrganizations, at: number, end: number, tail: Tail): boolean {
  const { text, words } = found;
  // 矛调中心|协调小组: the words belong to the longer name.
  if (tail.kind === 'centre' && words.tailAt(text, end)?.kind === 'team') return false;
  const parent = found.last;
  const left = withoutFormer(found.leftPart(at, parent?.end ?? 0), tail, words);
  // 刑警大队|大队长某人任|专案组: the words are a post and its holder.
  if (parent && left.start === parent.end && words.postHeads.startingAt(left.words, 0) !== null) {
    found.addBare(at, end, tail.word);
    return true;
  }
  const owner = pointedAt(found, left);
  if (owner) {
    const own = left.words.slice(1) + tail.word;
    const named = { name: owner.name + own, aliases: [own, left.words + tail.word], seat: owner.seat };
    found.add(left.start, end, named, tail.word, 'part', 0.8);
    return true;
  }
  if (left.place) return addAtPlace(found, left, left.place, end, tail);
  if (parent && left.start === parent.end) return addBehind(found, parent, left, at, end, tail);
  if (left.words === '' && !left.level) {
    found.addBare(at, end, tail.word);
    return true;
  }
  if (found.isKind(left, tail, false)) return false;
  if (left.level) addAtLevel(found, left, end, tail);
  else addByWords(found, left, end, tail);
  return true;
}

/** 原|仙桥派出所|所长: the word belongs to the post. */
function withoutFormer(left: LeftPart, { word }: Tail, words: OrganizationWords): LeftPart {
  const isFormer = left.place === null && words.territorial.has(word) && /^原\p{Script=Han}{2}/u.test(left.words);
  return isFormer ? { ...left, start: left.start + 1, words: left.words.slice(1) } : left;
}

/** 该|局法律援助中心: of the body named last that ends so. */
function pointedAt(found: FoundOrganizations, { start, words }: LeftPart): ReadOrganization | undefined {
  const letter = words.charAt(0);
  if (words.length < 2 || !/[局院厅所委办]/u.test(letter) || !/[该本]/u.test(found.text[start - 1] ?? ''))
    return undefined;
  return found.lastEndingWith(letter);
}

/** 嘉善县|支行 right behind its bank, 武侯区|分局 right behind the police of its city, else a body named after the place. */
function addAtPlace(found: FoundOrganizations, left: LeftPart, place: PlaceMention, end: number, tail: Tail): boolean {
  const { text, seats, words, last } = found;
  const parent = last?.end === left.start ? last : undefined;
  if (parent && BRANCH.test(tail.word) && HAS_BRANCHES.test(parent.name)) {
    found.addPart(parent, parent.end, end, text.slice(parent.end, end));
    return true;
  }
  // 成都市公安局|武侯区分局 is one body, and the words before name no other.
  const isPoliceBranch = tail.word === '分局' && parent?.tail === '公安局';
  if (isPoliceBranch) found.takeBackLast();
  else if (found.isKind(left, tail, false)) return false;
  const whole = isPoliceBranch ? { ...left, start: parent.start } : left;
  for (const { start, named, rule, confidence } of bodiesAtPlace(text, whole, place, end, tail, seats, words))
    found.add(start, end, named, tail.word, rule, confidence);
  return true;
}

/** Right behind another body: one of the same area (嘉善县公安局|魏塘派出所), or a part of it. */
function addBehind(
  found: FoundOrganizations,
  parent: ReadOrganization,
  left: LeftPart,
  at: number,
  end: number,
  tail: Tail,
): boolean {
  if (found.isKind(left, tail, true)) return false;
  const own = left.words + tail.word;
  if (found.words.territorial.has(tail.word) && left.words !== '' && parent.seat !== null) {
    const named = nameOrganization(usualTail(left.words, tail.word, found.words), parent.seat);
    const printed = found.text.slice(parent.start, end);
    found.add(left.start, end, { ...named, aliases: withForm(named, printed, own) }, tail.word, 'part', 0.9);
  } else found.addPart(parent, at, end, own);
  return true;
}

/** 省|平安建设督导组: behind a level word. */
function addAtLevel(found: FoundOrganizations, left: LeftPart, end: number, tail: Tail): void {
  const own = left.words + tail.word;
  const path = found.seats.ofLevel(left.level, left.start);
  const named = nameOrganization(path === null ? left.level + own : own, path);
  const aliases = withForm(named, found.text.slice(left.start, end), own);
  found.add(left.start, end, { ...named, aliases }, tail.word, 'level', path ? 0.85 : 0.6);
}

/** 仙桥派出所: told apart by its words alone, or with the county they lie in. */
function addByWords(found: FoundOrganizations, left: LeftPart, end: number, tail: Tail): void {
  const { seats, words } = found;
  const area = words.territorial.has(tail.word)
    ? (seats.countyOfTownship(left.words) ?? seats.countyAround(left.start))
    : null;
  const named = nameOrganization(usualTail(left.words, tail.word, words), area);
  const aliases = withForm(named, left.words + tail.word);
  found.add(left.start, end, { ...named, aliases }, tail.word, 'words', 0.7);
}
