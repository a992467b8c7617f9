/** Who held an event: bodies before a verb of holding, the body of a plenum, the team that came. */

import { within } from '../spans.ts';
import type { EventLink, OrganizationMention, Sentence } from '../types.ts';
import type { Draft, Reading } from './reading.ts';

/** 由甲、乙联合主办 · 甲召开 · 甲7月15日召开 · 甲部署开展: what stands between the last body and the verb. */
const HOLDS =
  /^(?:的?有关负责人)?(?:联合|共同|组织|统筹|部署|在[^，。；]{1,16}|\d{1,2}月\d{1,2}日|[昨今][天日]|当[天日]|日前|近日|[上下]午)*(?:主办|承办|举办|召开|举行|组织|牵头|部署|开展|发起|统筹安排|主持(?!会议))/u;
/** 在市委党校举办: the body is where it was held. */
const VENUE_BEFORE = /(?:在|于|走进|来到|到)$/u;
/** 活动由甲、乙主办: said of the event at hand. */
const SAID_OF_IT = /(?:由|此次|本次|这次|该)[^，。；]{2,40}(?:主办|承办|举办|牵头|统筹安排|组织(?=，|。|、|开展))/u;
/** 由某局组织的活动 */
const BY = /由[^，。；]{0,24}$/u;
/** 某局把现场会开到了某县 */
const BRINGS = /^把[^，。；]{2,60}(?:放到|开到|放在|选在|开进)/u;
/** Bodies in one list. */
const LIST_GAP = /^(?:、|和|与|及|，并?与?|联合|会同|携手)$/u;
const PLENUM = /(?:全会|党代会|大会|会议)$/u;
const TEAM = /(?:组|团|队)$/u;

/** Whether a sentence that tells of no event of its own says who held the one at hand (活动由甲、乙主办). */
export function namesOrganizers(reading: Reading, sentence: Sentence): boolean {
  return SAID_OF_IT.test(reading.doc.text.slice(sentence.start, sentence.end));
}

/** The organizers that the sentence of an event names. */
export function findOrganizers(reading: Reading, sentence: Sentence, event: Draft): readonly EventLink<string>[] {
  const { text } = reading.doc;
  const link = { start: sentence.start, end: sentence.end, rule: 'organizers.verb' };
  const bodies = within(reading.organizations, sentence);
  const names = new Set<string>();
  for (const [index, body] of bodies.entries()) {
    const after = text.slice(body.end, sentence.end);
    const isInName = body.start >= event.start && body.end <= event.end;
    // 甲督导组|暗访组: the first is part of the second's name.
    if (bodies[index + 1]?.start === body.end) continue;
    const isNamedHolder = BY.test(text.slice(sentence.start, body.start)) && HOLDS.test(after);
    if (event.rule === 'meeting.decided') {
      // 浙江省委十一届六次全会: the plenum is its body's.
      if (isInName && body.start === event.start && PLENUM.test(text.slice(event.start, event.end)))
        names.add(body.name);
      continue;
    }
    if (event.type === 'inspection') {
      if (TEAM.test(body.name) || isNamedHolder) names.add(body.name);
      continue;
    }
    const before = text.slice(sentence.start, body.start);
    const brings = event.sentence === sentence && event.start > body.end && BRINGS.test(after);
    if ((event.type === 'interview' && !isNamedHolder) || !(HOLDS.test(after) || brings) || VENUE_BEFORE.test(before))
      continue;
    for (const { name } of listedUpTo(text, bodies, index)) names.add(name);
  }
  const inOrder = new Set(bodies.filter(({ name }) => names.has(name)).map(({ name }) => name));
  return [...inOrder].map((value) => ({ value, ...link }));
}

/** The bodies that act together (甲、乙联合丙): the one at `index` of a sentence's bodies, and those listed before it, nearest first. */
export function listedUpTo(
  text: string,
  bodies: readonly OrganizationMention[],
  index: number,
): readonly OrganizationMention[] {
  const listed = bodies.slice(index, index + 1);
  for (let at = index - 1; at >= 0; at--) {
    const [previous, next] = [bodies[at], bodies[at + 1]];
    if (!previous || !next || !LIST_GAP.test(text.slice(previous.end, next.start))) break;
    listed.push(previous);
  }
  return listed;
}
