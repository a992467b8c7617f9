/** Quotations that stand in one list: “A”、“B”改革和“C”, “A”“B”等一批品牌, 甲镇的“A”、乙村的“B”. */
import type { Quote } from './program-text.ts';

/** Quotations of one list. */
const LONGEST_LIST = 12;
const LONGEST_GAP = 12;
const JOINED = /^[^,;:。!?\n、]{0,10}(?:、|和|与|及|以及)?$/u;
const SIDE_BY_SIDE = /^(?:、|和|与|及|以及)?$/u;
/** Between two quotations that places own: 、乙村的. */
const OWNED_NEXT = /^[^,;:。!?\n、]{0,4}(?:、|和|与|及|以及)([^,;:。!?\n、]{2,14}?)的?$/u;
/** Behind a list, what all of it is: 等经验, 等一批品牌. */
const KIND_OF_ALL =
  /^等(?:一批|一系列|一些|[两三四五六七八九十\d]+[个项种])?(?:特色|创新|典型|先进|好|成功|[\u4e00-\u9fff]{2}(?=品牌|载体))?(?:的)?(?:经验|做法|品牌|机制|模式|制度|项目|载体|平台|举措|工作法)/u;
const KIND_REACH = 20;

/** Where the enumeration that a quotation ends begins: “A”、“B”改革、“C” is governed by the verb before A. */
export function listStart(index: number, quotes: readonly Quote[], bare: string): number {
  let start = (quotes[index] as Quote).start;
  for (let i = index - 1; i >= Math.max(0, index - LONGEST_LIST); i -= 1) {
    const earlier = quotes[i] as Quote;
    if (earlier.end > start) continue;
    if (start - earlier.end > LONGEST_GAP || !JOINED.test(bare.slice(earlier.end, start))) break;
    start = earlier.start;
  }
  return start;
}

/** Whether the list that a quotation stands in is summed up behind its end: “A”“B”等经验. */
export function isSummedBehind(index: number, quotes: readonly Quote[], bare: string): boolean {
  let { end } = quotes[index] as Quote;
  for (let i = index + 1; i <= index + LONGEST_LIST; i += 1) {
    const next = quotes[i];
    if (next === undefined) break;
    if (next.start < end) continue;
    const gap = bare.slice(end, next.start);
    if (gap.length > LONGEST_GAP + 4 || !(JOINED.test(gap) || OWNED_NEXT.test(gap))) break;
    end = next.end;
  }
  return bare[end] === '等' && KIND_OF_ALL.test(bare.slice(end, end + KIND_REACH));
}

/** Whether two quotations, in text order, stand in one list; between them may stand the place that owns the second. */
export function isBeside(first: Quote, second: Quote, bare: string, nameEnds: ReadonlySet<number>): boolean {
  if (second.start < first.end) return false;
  const gap = bare.slice(first.end, second.start);
  if (SIDE_BY_SIDE.test(gap)) return true;
  if (gap.length > LONGEST_GAP + 4 || !OWNED_NEXT.test(gap)) return false;
  return nameEnds.has(second.start) || (gap.endsWith('的') && nameEnds.has(second.start - 1));
}

/** Where the next quotation begins that does not lie in the one at `index`. */
export function startAfter(quotes: readonly Quote[], index: number): number | null {
  const { end } = quotes[index] as Quote;
  for (let i = index + 1; i < quotes.length; i += 1)
    if ((quotes[i] as Quote).start >= end) return (quotes[i] as Quote).start;
  return null;
}
