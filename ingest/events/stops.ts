/** The stops of a tour: places that a sentence says somebody went to or was at. */

import { within } from '../spans.ts';
import type { PlaceMention, Sentence } from '../types.ts';
import { narrowest, type Reading } from './reading.ts';

const GOES =
  /(?:在|到|到了|来到|走进|前往|深入|赴|奔赴|进驻|先后到|察看|查看|看望|走访|观摩|参观|考察|视察|调研|检查|巡查|看的是|抵达|驻点)(?:了)?(?:位于)?$|(?:来到|赴|到)[^，。；]{0,24}(?:联系点|结对村|帮扶村|挂钩村)$/u;
/** What may stand between two stops of one list: 甲县乙镇便民中心、丙村. */
const LIST_GAP = /^[^，。；！？\n]{0,24}(?:、|和|与|及|以及)$/u;
/** 在国际商贸城和某街道: the first item of the list is no place of the gazetteer. */
const AFTER_HALL = /(?:来到|走进|前往|深入|察看|走访|^在|[，；]在)(?:了)?[^，。；、“”]{2,14}(?:和|及|以及)$/u;
/** Where somebody comes from or works is no stop. */
const NOT_HERE =
  /^(?:客人|来宾|代表|考察团|代表团|考察组|籍|商人|人|来的|市委|县委|区委|镇党委|委|政府|公安局|的(?:经验|做法|干部))/u;
const WORK = /(?:在[^，。]{0,12})(?:打工|工作期间|务工|经商)/u;
/** 甲、乙、丙也被列入行程: the sentence is the list of stops. */
const ALL_STOPS =
  /(?:列入行程|留下[^，。]{0,14}足迹|打开了大门|迎来了?[^，。]{0,8}(?:客人|来宾|考察)|成为[^，。]{0,8}(?:目的地|一站))/u;
/** What somebody says or plans is no stop. */
const SAID =
  /(?:表示|指出|强调|要求|希望|认为|坦言|说)[，：]|(?:将|拟|准备|计划|打算)(?![^，。；]{1,6}(?:送|带|交|拉))/u;
const REACH = 6;
const GOES_REACH = 32;
/** 某社区是此行的第一站 */
const STATION = /^是[^，。]{0,10}(?:第[一二三四]|最后一|又一)站/u;
const STATION_REACH = 18;

/** Narrowest places only, each at its own branch. */
export function stopsIn(reading: Reading, sentence: Sentence): readonly PlaceMention[] {
  const { text } = reading.doc;
  const places = within(reading.places, sentence);
  if (ALL_STOPS.test(text.slice(sentence.start, sentence.end))) return narrowest(places);
  const stops: PlaceMention[] = [];
  // 来到某县公安局和某村: where the list begins, though its first item be no stop.
  let head: number | null = null;
  for (const place of narrowest(places)) {
    const start = groupStart(places, place);
    const after = text.slice(place.end, place.end + REACH);
    if (/^[全我本该]/u.test(text.slice(place.start, place.end))) continue;
    const goes = GOES.test(text.slice(Math.max(sentence.start, start - GOES_REACH), start));
    if (goes) head = place.end;
    // 在江油市人民检察院，他…: a body that they went to, not the one that somebody comes from.
    const hall = goes && reading.organizations.find((body) => body.start <= place.start && place.end < body.end);
    const isHall = hall && /^[，、。]/u.test(text[hall.end] ?? '');
    if ((!isHall && NOT_HERE.test(after)) || WORK.test(text.slice(start - 1, place.end + REACH * 2))) continue;
    const before = text.slice(sentence.start, start);
    if (SAID.test(before) || before.lastIndexOf('“') > before.lastIndexOf('”')) continue;
    const previous = stops.at(-1);
    // 甲区矛盾化解中心乙街道分中心: one stop, told in two steps.
    if (
      previous &&
      place.place.path.startsWith(`${previous.place.path}/`) &&
      /^[\p{Script=Han}]{0,16}$/u.test(text.slice(previous.end, start))
    ) {
      stops[stops.length - 1] = place;
      continue;
    }
    const isListed =
      (previous !== undefined && LIST_GAP.test(text.slice(previous.end, start))) ||
      (head !== null && LIST_GAP.test(text.slice(head, start))) ||
      AFTER_HALL.test(text.slice(Math.max(sentence.start, start - GOES_REACH), start));
    if (isListed || STATION.test(text.slice(place.end, place.end + STATION_REACH)) || goes) stops.push(place);
  }
  return stops;
}

/** Where the chain of superiors that stands before a place begins. */
export function groupStart(places: readonly PlaceMention[], place: PlaceMention): number {
  let start = place.start;
  for (const other of [...places].reverse()) {
    if (other.end === start && other.start < start) start = other.start;
  }
  return start;
}
