/** Tells a kind of body (县级矛调中心, 各派出所) from one body. */
import type { LeftPart } from './organization-extent.ts';
import type { OrganizationWords, Tail } from './organization-words.ts';

const HAN = /\p{Script=Han}/u;
/** Tails that need words before them even after a place. */
const EMPTY_ALONE = /^(中心|委员会|协会|联合会|总站|总队|办公室|服务部|总局)$/u;

/** A township has one 平安工作站, a county has many. */
const LOCAL = /^(?:township|village)$/u;
/** 县人民医院, 镇中心小学: one of a level; 村卫生室 and 社区警务室 are any. */
const LEVELLED = /^(?:人民医院|中医院|妇幼保健院|中心卫生院|中心小学|实验小学|职业技术学院)$/u;
/** 县乡两级综治中心, 三级网络. */
const LEVELS = /^[省市州县区乡镇街村]{0,3}[两三四五](?:级|层)/u;
/** 5人工作组: a number of people. */
const HEADS = /^(?:[\d一两二三四五六七八九十百多数几]{1,4})(?:人|名|位|个|支)/u;
const STAFFED_REACH = 6;
/** Behind a quoted name, who runs or staffs it: then it is one body. */
const STAFFED = /^”(?:负责人|主任|站长|队长|调解员|创办人|成员)/u;

/**
 * Whether the words before a tail say a kind of body and not one.
 * @param hasParent whether another body ends right before the words
 * @param anyLevel whether the level word before the tail means any place of its level (各市)
 */
export function isKindOfBody(
  text: string,
  left: LeftPart,
  tail: Tail,
  hasParent: boolean,
  anyLevel: boolean,
  words: OrganizationWords,
): boolean {
  const { kindOpen, kindOpenAlways, centreKinds, centreWords, onePerTownship } = words;
  const before = left.words;
  if (before.startsWith('本报')) return false;
  const at = left.start + left.opening.length;
  const end = at + left.level.length + before.length + tail.word.length;
  if (text[at - 1] === '“' && STAFFED.test(text.slice(end, end + STAFFED_REACH))) return false;
  const anchored = left.place !== null || left.level !== '' || hasParent;
  if ((anchored ? kindOpenAlways : kindOpen).startingAt(before, 0) !== null) return true;
  if (LEVELS.test(before) || HEADS.test(before)) return true;
  if (
    /[式型级类性]$/u.test(before) ||
    (before === '中小' && tail.word === '学校') ||
    (tail.word === '派出所' && before.endsWith('公安'))
  )
    return true;
  if (left.level !== '' && anyLevel) return true;
  const quoted = text[at - 1] === '“' || before.includes('“') !== before.includes('”');
  if (quoted && left.place === null) return true;
  if (hasParent) return false;
  if (/乡镇|街道[)）]|[县区]级/u.test(before)) return true;
  const isLocal = left.place !== null && LOCAL.test(left.place.place.level);
  if (centreWords.has(before) && !(anchored && tail.kind === 'centre') && !(isLocal && before.length > 1)) return true;
  if (words.needsPlace.has(tail.word) && left.place === null) return true;
  if (tail.kind === 'named') {
    const byLevel = /^[市县区镇乡]$/u.test(left.level) && LEVELLED.test(tail.word);
    const byPlaceAlone = before === '' && (byLevel || (left.place !== null && onePerTownship.has(tail.word)));
    return before.length < 2 && !byPlaceAlone;
  }
  if (tail.kind === 'team') return left.place === null && left.level === '' && before.length < 2;
  if (anchored) return before === '' && left.opening === '' && EMPTY_ALONE.test(tail.word);
  const planned = tail.word === '中心' && text.startsWith('建设', left.start + before.length + tail.word.length);
  return (
    planned ||
    tail.word === '联席会议' ||
    before.length < 2 ||
    centreKinds.endingAt(before, before.length) !== null ||
    !HAN.test(before)
  );
}
