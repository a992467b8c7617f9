/** What the whole document says about possible names: lists, repetition, and spellings that exclude each other. */
import { ACCEPT, type Candidate, isLicensed, LICENCE } from './person-candidates.ts';
import { LIKELY_SHARE, WORD_COVERS } from './word-borders.ts';

/** Sum from which a mention makes every other occurrence of the same string a mention too. */
export const SURE = 5;
/** Sum from which a shape may be an item of a list. */
const LIST_SHAPE = 2;
/** Added to every item of a list of name shapes: of two, of three and more. */
const LIST_ITEM = { pair: 1.2, longer: 2.2 } as const;
/** Added to every occurrence of a string that occurs again, where one of them is spoken of or its shape is a good one. */
const RECURRING = 1.2;
const GOOD_SHAPE = 2.7;

/** Whether a candidate is a name on its own. */
export function isAccepted({ score, licensed }: Candidate): boolean {
  return licensed && score >= ACCEPT;
}

/** Name shapes joined by 、 and 和 support each other: the more of them, the surer is each. */
export function raiseLists(
  text: string,
  candidates: readonly Candidate[],
  separatorAt: (text: string, at: number) => number,
): void {
  const best = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const rival = best.get(candidate.start);
    if (
      candidate.score - Math.min(0, candidate.border) >= LIST_SHAPE &&
      (!rival || linkStrength(candidate) > linkStrength(rival))
    )
      best.set(candidate.start, candidate);
  }
  function linkStrength({ end, score }: Candidate): number {
    return score + (separatorAt(text, end) > 0 ? WORD_COVERS : 0);
  }
  const inOrder = [...best.values()].sort((a, b) => a.start - b.start);
  const nextOf = ({ end }: Candidate): Candidate | undefined => {
    const separator = separatorAt(text, end);
    return separator > 0 ? best.get(end + separator) : undefined;
  };
  // How many items stand before and behind each in its list: two passes, because lists can be as long as the page.
  const before = new Map<Candidate, number>();
  const behind = new Map<Candidate, number>();
  for (const item of inOrder) {
    const next = nextOf(item);
    if (next) before.set(next, Math.max(before.get(next) ?? 0, (before.get(item) ?? 0) + 1));
  }
  for (const item of inOrder.reverse()) {
    const next = nextOf(item);
    if (next) behind.set(item, (behind.get(next) ?? 0) + 1);
  }
  for (const item of inOrder) {
    const length = 1 + (before.get(item) ?? 0) + (behind.get(item) ?? 0);
    if (length < 2) continue;
    // Among names a dictionary word (文静) is one too.
    const refund = length > 2 ? Math.max(0, -item.border) * (1 - LIKELY_SHARE) : 0;
    item.score += (length > 2 ? LIST_ITEM.longer : LIST_ITEM.pair) + refund;
    // Two words side by side (满意、后悔) are no list of names.
    item.licensed ||= length > 2 || !item.isWord;
  }
}

/** A good shape that comes back is a name even where nothing beside it says so. */
export function raiseRecurring(candidates: readonly Candidate[]): void {
  const byName = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const same = byName.get(candidate.name);
    if (same) same.push(candidate);
    else byName.set(candidate.name, [candidate]);
  }
  for (const same of byName.values()) {
    if (same.length < 2) continue;
    const left = Math.max(...same.map((candidate) => candidate.left));
    const right = Math.max(...same.map((candidate) => candidate.right));
    const isGood = same.some(({ shape, score }) => shape >= GOOD_SHAPE && score >= ACCEPT);
    // A post before one of them and a verb behind another licence all.
    const isOnlyWord = same.every(({ isWord, licensed, left }) => isWord && !licensed && left < LICENCE.post);
    const isProven = !isOnlyWord && isLicensed(left, right, same[0]?.isFunction ?? false);
    if (!isGood && !(isProven && (right >= LICENCE.say || left >= LICENCE.left))) continue;
    for (const candidate of same) {
      candidate.score += RECURRING;
      candidate.licensed ||= (isGood || isProven) && candidate.score >= SURE;
    }
  }
}

/** 郑|柏林通报: a given name that could itself be a name stands for the whole one wherever a surname precedes it. */
export function dropTails(candidates: readonly Candidate[]): Candidate[] {
  const whole = new Map(
    candidates
      .filter(
        (candidate) => candidate.end - candidate.start === 3 && candidate.shape >= GOOD_SHAPE && isAccepted(candidate),
      )
      .map((candidate) => [candidate.end, candidate]),
  );
  return candidates.filter(({ start, end }) => whole.get(end)?.start !== start - 1);
}

/** Of two spellings where one is the other's beginning (车宁, 车宁强), the better licensed one stands wherever both fit. */
export function dropPrefixRivals(text: string, candidates: readonly Candidate[]): Candidate[] {
  const support = new Map<string, number>();
  const short = cutShort(text, candidates);
  for (const { name, score, licensed } of candidates) {
    if (licensed && score >= ACCEPT) support.set(name, (support.get(name) ?? 0) + score);
  }
  const of = (name: string) => (short.has(name) ? 0 : (support.get(name) ?? 0));
  return candidates.filter(({ name, end }) => {
    const longer = name + (text[end] ?? '');
    const shorter = name.slice(0, -1);
    return of(longer) <= of(name) && (of(shorter) <= of(name) || shorter.length < 2);
  });
}

/**
 * Names of which every occurrence goes on with one character, to a good name with it, and then differently (毛秋实领衔, 毛秋实在镇上): a verb
 * would go on alike.
 */
function cutShort(text: string, candidates: readonly Candidate[]): ReadonlySet<string> {
  const stems = new Set(
    candidates
      .filter((one) => one.end - one.start > 2 && one.shape >= LIST_SHAPE && isAccepted(one))
      .map(({ name }) => name.slice(0, -1)),
  );
  const behind = new Map<string, { readonly next: Set<string>; readonly rest: Set<string> }>();
  for (const { name, end } of candidates) {
    if (!stems.has(name)) continue;
    const seen = behind.get(name) ?? { next: new Set(), rest: new Set() };
    seen.next.add(text[end] ?? '');
    seen.rest.add(text[end + 1] ?? '');
    behind.set(name, seen);
  }
  return new Set([...behind].filter(([, { next, rest }]) => next.size === 1 && rest.size > 1).map(([name]) => name));
}
