/** What a sentence says that people did at an event: who chaired, who spoke, who was there. */

import { within } from '../spans.ts';
import type { Participation, PersonMention, Sentence } from '../types.ts';
import type { Reading } from './reading.ts';

export type Role = Participation['role'];

/** A role of a person, before it is known at which event. */
export interface RoleReading {
  /** What kind of event the words name: 陪同调研 a visit, 参加会议 a meeting; null where they say neither. */
  readonly at: 'inspection' | 'meeting' | 'lecture' | null;
  readonly person: PersonMention;
  readonly role: Role;
  readonly rule: string;
  /** Whether the words name a talk beside the visit: 参加考察和座谈. */
  readonly talks: boolean;
}

/** Characters left and right of a name in which the kind of event is looked for. */
const BEFORE_REACH = 14;
const AFTER_REACH = 14;
/** Characters behind a name in which its own posts may stand. */
const OWN_POSTS = 40;
/** What follows a name (or the last of a list) and says what its holder did. Tried in this order; several may hold. */
const CHAIRED =
  /^(?:同志)?(?:、|，)?(?:在[^，。；]{1,14})?(?:出席并|并|正在?)?主持(?:召开|会议|了|座谈会|仪式|。|，|、|[^，。]{0,30}(?:会|[仪幕]式|活动|约谈|调解|庭审|听证|协商|会商)|$)|^(?:同志)?担任[^，。；]{0,4}(?:审判长|主持人|召集人)/u;
/** 带队到某县检查，并在县公安局主持召开座谈会: the same subject goes on. */
const CHAIRED_LATER =
  /^[^。；“”]{1,80}，(?:并|还|又|随后|其间|期间)?(?:在[^，。；]{1,20})?(?:组织|主持)(?:并主持)?召开/u;
const SPOKE =
  /^(?:同志|等)?(?:[^，。；：“”]|“[^“”，。；]{1,14}”){0,24}?(?:指出|强调|要求|表示|表态|叮嘱|勉励|认为|(?<!诉|劝|据|听[^，。]{0,6})说|称(?!号|为|职|呼)|介绍(?!信)|通报(?!会)|汇报(?!会|材料)|致辞|致词|讲话|发言(?!席|人)|授课|主讲(?!人|老师|教师|嘉宾)|发布(?!会|仪式|厅|台)|[上讲]了?[^，。；“”]{0,6}课(?!堂|程|题|间|本|桌)|讲授|讲述|宣讲(?!团|员|队|会|稿|活动|点|站|课)|作(?:了)?[^，。；]{0,8}(?:讲解|报告|说明|讲座|辅导|安排|部署|总结)|传达(?!室)|直言|回答|致[^，。；]{0,4}[词辞]|点评|宣读|解读|部署|坦言|回顾|评价|提出|作报告|报告了|宣布|的发言|的汇报|呼吁|建议|提议|回忆|感慨|告诉|透露|算过账|讲了|摆出|点赞|称赞|肯定|解释|陈述|作动员|交流了|试讲|风险提示|现身说法|领读|领诵|带头发言)/u;
/** The same subject goes on after a comma: 出席会议并讲话 · 看望记者，并介绍情况 · 到某地考察，叮嘱…. */
const SPOKE_LATER =
  /^(?:[^。；“”]|“[^“”，。；]{1,14}”){0,40}?(?:并(?:讲话|致辞|致词|发言|作[^，。]{0,8}(?:讲话|发言|报告|部署))|到会讲话|，并?(?:[就对向][^，。“”]{1,12})?(?:介绍|强调|指出|要求|叮嘱|勉励|希望|提出|通报|汇报|点评)|，(?:一边|边)[^，。]{0,8}(?:介绍|讲解|说)|，(?:现场|当场)?(?:为|给|向)[^，。；]{1,24}?(?:讲授|讲解|授课|宣讲(?!团|员)|普及)|(?:给予|予以|表示)(?:了)?(?:充分|高度)?(?:肯定|评价))/u;
const ATTENDED =
  /^(?:等)?(?:[^，。；：“”]{0,12}?)(?:出席|参加|列席|陪同|随同|随行|参会|与会|参审|出庭|见证|监誓|领誓|宣誓|督战|助阵|领奖|献上|接过|领回|会见|到会|到场|观摩|旁听|一同|指挥|坐镇|夺得|荣获|摘得|签署|签字|签约|签订|带领|带队|领队|率队|率|见面|座谈|听课|听完|授牌|揭牌|授旗|颁发|颁奖|为[^，。]{2,14}(?:颁|授|佩戴))/u;
/** 甲局局长A，乙局局长B，各区负责人在分会场参加会议: the verb stands behind unnamed people. */
const LISTED_LATER = /^[^。；“”]{0,90}(?:负责人|成员|代表|干部|人员|领导|同志)[^。；，]{0,12}(?:参加|出席|列席|陪同)/u;
/** 张某没有拍板：“照老规矩办。” */
const QUOTED = /^[^，。；：“”]{0,12}(?:[：:]\s*“|话音(?:刚|未)落)/u;
/** Before a list of names: 陪同调研的有A、B · 参加会议的还有：A、B · 旁听的还有A. */
const LIST_BEFORE =
  /(?:陪同|参加|出席|列席|随行|参与|旁听|听课)[^，。；]{0,14}(?:有|：|:|包括|是)[^。；]*$|(?:旁听|参加|到场)的(?:，)?除[^。；]{2,30}还有[^。；]*$/u;
/** 法院副院长甲、某银行副行长乙: a post between two names of a list, whether or not it was read as one. */
const POST_GAP =
  /^(?:、|和|与|及|以及)[^，。；：“”]{1,30}(?:长|书记|主任|主席|委员|总监|经理|代表|教导员|政委|[官师员]|民警|村民|居民|干部|志愿者)$/u;
/** 听取社区书记某人关于…的汇报 */
const REPORTS = /听取(?:了)?[^，。；]{0,20}$/u;
/** 先开口的是县委书记A. */
const SPEAKER_BEFORE =
  /(?:主讲(?:人|老师|嘉宾)|授课(?:人|老师|教师)|宣讲人|讲解人)(?:是|为|：|、)[^，。；]*$|(?:开口|发言|讲话|致辞|致词|汇报|授课|主讲|说话|搭话|接话|喊话|回答|插话|招呼)(?:他|她|大家|记者)?的[，]?(?:还)?(?:是|有|：)[^，。；]*$/u;
const BY_CHAIR = /由[^，。；]{0,40}$/u;
const WITH = /(?:与|同|和|会见|看望|接见)[^，。；]{0,30}$/u;
/** 纪念某人逝世一周年: spoken of, not there. */
const REMEMBERED = /^(?:同志)?(?:逝世|诞辰|牺牲|殉职|辞世)/u;
/** 对前来走访的县委副书记某人说: who is spoken to, and there. */
const ADDRESSED = /(?:对|向)(?:前来|专程|来到|在场|到场|闻讯)[^，。；、]{0,10}的$/u;
/** 从县委书记某人手中接过聘书: who gives is there. */
const FROM = /从[^，。；]{0,30}$/u;
const HANDS_OVER = /^(?:同志)?手[中里上]接过/u;
/** 应邀旁听的退休教师某人: what somebody came for stands before what he is. */
const CAME_TO = /(?:旁听|到场|在场|应邀|受邀|列席|前来[^，。；、]{0,6})的[^，。；“”]{0,20}$/u;
/** 走进村民某人家: who is called on. */
const CALLED_ON = /(?:走进|来到|走访|看望|慰问|拜访|探望)(?:了)?[^，。；、]{0,12}$/u;
/** 网格员某人正在巡查: met at a stop. */
const BUSY = /^(?:正在|正(?![是式好])|刚刚|忙着)/u;
/** 陪同调研并参加座谈: at both. */
const VISIT_AND_TALK =
  /^[^。；，“”]{0,24}(?:参加|陪同|出席)[^，。；]{0,6}(?:调研|考察|检查|走访|参观|督导)(?:和|及|、|与|，?并(?:参加|出席)(?:了)?)座谈/u;
/** Speech that no name precedes: the speaker of the sentence before goes on. */
export const PRONOUN_SPEAKS =
  /^[“”]?(?:[^，。；“”]{0,6}，)?[他她](?:还|又|同时|进一步|随后|也|首先|最后)?(?:[^，。；：“”]{0,16}?)(?:指出|强调|要求|表示|认为|说|称|介绍|告诉|坦言|建议|希望)/u;

/** The roles that a sentence gives to the people it names. */
export function rolesIn(reading: Reading, sentence: Sentence): readonly RoleReading[] {
  const { text } = reading.doc;
  const roles: RoleReading[] = [];
  const groups = nameGroups(reading, sentence);
  for (const [index, group] of groups.entries()) {
    const first = group[0] as PersonMention;
    const last = group.at(-1) as PersonMention;
    const nextStart = groups[index + 1]?.[0]?.start ?? sentence.end;
    // 向所长洪某说明: who is spoken to stands behind 向 with his post.
    const held = within(reading.posts, { start: sentence.start, end: first.start }).findLast(
      ({ person, end }) => person === first.name && end === first.start,
    );
    const before = text.slice(sentence.start, held?.start ?? first.start);
    // The predicate ends where the next named person's post begins.
    const nextPost = groups[index + 1]
      ? within(reading.posts, { start: last.end + 1, end: nextStart }).find(({ end }) => nextStart - end <= 1)
      : undefined;
    const own = within(reading.posts, { start: last.end, end: last.end + OWN_POSTS }).filter(
      ({ person, start }) => person === last.name && !/[任当]/u.test(text.slice(last.end, start)),
    );
    // 沈某，县委副书记、代县长，接着汇报: what he holds stands between him and what he does.
    const from = own.at(-1)?.end ?? last.end;
    const told = text.slice(from, Math.max(from, nextPost?.start ?? nextStart));
    // 某人为某人颁发证书: the predicate goes on behind the one it is done for.
    const after =
      /(?:为|向|给)[^，。；]{0,6}$/u.test(told) || ADDRESSED.test(told)
        ? text.slice(from, sentence.end).replace(/[，。；].*$/su, '')
        : told;
    for (const person of group) roles.push(...rolesOf(person, before, after, group.length));
  }
  return roles;
}

function rolesOf(person: PersonMention, before: string, after: string, groupSize: number): RoleReading[] {
  const roles: RoleReading[] = [];
  // 受王某委托 · 学习贯彻王某总书记重要讲话: named, but not there.
  if (REMEMBERED.test(after)) return roles;
  if (/^(?:委托|总书记(?:关于|重要|对|系列|的))/u.test(after) || /(?:贯彻|学习|落实|对标|统一到)$/u.test(before))
    return roles;
  const at = kindNamed(before, after);
  const add = (role: Role, rule: string) => roles.push({ person, role, rule, at, talks: VISIT_AND_TALK.test(after) });
  if (/(?:向|对|给|跟)$/u.test(before)) return roles;
  if (ADDRESSED.test(before)) {
    add('attended', 'role.company');
    return roles;
  }
  if (SPEAKER_BEFORE.test(before)) {
    add('spoke', 'role.speaker');
    return roles;
  }
  if (REPORTS.test(before) && /^[^，。；]{0,40}(?:汇报|介绍|讲解|意见)/u.test(after)) {
    add('spoke', 'role.speaker');
    return roles;
  }
  if (LIST_BEFORE.test(before)) {
    add('attended', 'role.listed');
    return roles;
  }
  if (CHAIRED.test(after) || CHAIRED_LATER.test(after) || (BY_CHAIR.test(before) && /^[^，。；]{0,4}主持/u.test(after)))
    add('chaired', 'role.chaired');
  const speech = SPOKE.exec(after);
  if (speech && !/^(?:[^，。]*)(?:被|让|令|听取|听了|听完)/u.test(speech[0])) add('spoke', 'role.spoke');
  else if (SPOKE_LATER.test(after)) add('spoke', 'role.spoke');
  if (roles.length === 0 && QUOTED.test(after)) add('spoke', 'role.quote');
  if (roles.length === 0 && LISTED_LATER.test(after)) add('attended', 'role.listed');
  if (roles.length === 0 && ATTENDED.test(after)) add('attended', groupSize > 1 ? 'role.list' : 'role.attended');
  if (roles.length === 0 && FROM.test(before) && HANDS_OVER.test(after)) add('attended', 'role.attended');
  if (roles.length === 0 && CAME_TO.test(before)) add('attended', 'role.attended');
  if (roles.length === 0 && WITH.test(before)) add('attended', 'role.company');
  if (roles.length === 0 && (CALLED_ON.test(before) || BUSY.test(after)))
    roles.push({ person, role: 'attended', rule: 'role.met', at: 'inspection', talks: false });
  return roles;
}

function kindNamed(before: string, after: string): RoleReading['at'] {
  const words = `${before.slice(-BEFORE_REACH)}${after.slice(0, AFTER_REACH)}`;
  if (/党课/u.test(words)) return 'lecture';
  if (
    /(?:陪同|随同|随行|参加)[^，。]{0,4}(?:调研|考察|督导|检查|走访|慰问|看望)|陪同(?:[，。]|$)|(?:调研|考察|督导)的/u.test(
      words,
    )
  )
    return 'inspection';
  return /在[^，。]{0,4}(?:讲话|致辞|发言|点评)中|在?(?:会|汇报会|座谈会|大会|推进会|通气会)上|(?:参加|出席|主持)[^，。]{0,3}(?:会议|大会|座谈|汇报会|汇报)/u.test(
    words,
  )
    ? 'meeting'
    : null;
}

/** Names joined by 、 和 and the posts between them, as one subject. */
function nameGroups(reading: Reading, sentence: Sentence): PersonMention[][] {
  const { text } = reading.doc;
  const groups: PersonMention[][] = [];
  for (const person of within(reading.persons, sentence)) {
    const previous = groups.at(-1)?.at(-1);
    const gap = previous ? stripPosts(reading, previous.end, person.start, text) : null;
    const isListed = previous !== undefined && POST_GAP.test(text.slice(previous.end, person.start));
    if (isListed || (gap !== null && /^(?:和|与|及|以及|并)?$/u.test(gap))) groups.at(-1)?.push(person);
    else groups.push([person]);
  }
  return groups;
}

function stripPosts(reading: Reading, start: number, end: number, text: string): string {
  let rest = '';
  let at = start;
  const posts = within(reading.posts, { start, end });
  for (const post of posts) {
    if (post.start > at) rest += text.slice(at, post.start);
    at = Math.max(at, post.end);
  }
  rest += text.slice(at, end);
  return rest.replace(/[、，,\s]/gu, '');
}
