/** Stage: posts and people → who holds which post, with the body of the post completed from what stands before it. */

import { type PostBody, postBodies } from './post-bodies.ts';
import type { PostPhrase } from './post-phrases.ts';
import { firstFrom, sentenceAt, within } from './spans.ts';
import type { Document, OrganizationMention, PersonMention, PlaceMention, PostMention } from './types.ts';

/** Words between a name and its post: X任Y, X当选为Y, X同时是某村的Y. */
const COPULA =
  /^[，,]?(?:当时|此时|那时|现在|如今|目前|同时|原来?|原本)?(?:还|也|又|就|都|曾|正)?(?:现任|曾任|历任|担任|兼任|出任|继任|当选为?|升任|改任|任|是|系|为|的另一个身份[，,]是)(?:[^，。；：！？“”]{1,12}的)?$/u;
/** What a notice says of a person before the post: X，男，1965年生，现任Y · X，56岁，Y，. */
const RESUME =
  /^[，,](?:(?:男|女|\p{Script=Han}{1,3}族|中共党员|(?:现年|今年)?\d{2}岁|\d{4}年(?:\d{1,2}月)?(?:出生|生)|\p{Script=Han}{2,8}人)[，,])+(?:现任|曾任|时任|系|是)?$/u;
/** 汪某因工作变动辞去 */
const RESIGNS = /^(?:因[^，。；]{1,16})?(?:请求)?辞去(?:其|所任)?(?:担任的)?$/u;
/** 副县长（挂职）, 一级巡视员（兼）, 副厅长（正厅长级） */
const REMARK = /^[（(][^（）()，。]{1,8}[）)]/u;
/** 民警代表涂某: who speaks for those who hold the post holds it. */
const DELEGATE = '代表';
/** 免去单某的市长职务 */
const DISMISSED = /(?:免去|辞去|不再担任)$/u;
/** Lists of dismissals run over lines. */
const DISMISSED_REACH = 200;
/** A verb before a post whose subject stands earlier in the sentence. */
const ALL_OF_THEM = /^(?:全体|广大|在场|参会|与会|各位|所有|一线|基层|\d+[名位])/u;
const CARRIED =
  /(?:兼任|担任|当选为?|出任|改任|升任|接任|当起了?|当上了?|[当做]了(?:\d{1,2}|[几多两二三四五六七八九十]{1,3})年|[当做]了)“?$/u;
/** 聘请律师担任: somebody else than the subject of the sentence. */
const OTHER_HOLDER =
  /(?:(?<!受)聘请?|邀请|请|让|选聘|推选|选派|选举|由|律师|党员|干部|村民|民警|乡贤|老人|代表|人员|骨干|教师)[^，,]{0,8}$/u;
const CHAIN_SEPARATOR = /^(?:[（(][^（）()，。]{1,8}[）)])?(?:[、，,兼暨/\s]|并任|兼任)?(?:现任?|并|同时担任)?$/u;

interface Holder {
  readonly person: PersonMention;
  readonly rule: string;
  readonly former?: true;
}

export type FindAppointments = (
  doc: Document,
  posts: readonly PostPhrase[],
  persons: readonly PersonMention[],
  places: readonly PlaceMention[],
  organizations: readonly OrganizationMention[],
) => readonly PostMention[];

/** Prepares the lists once; the result ties the posts of a document to its people. */
export function appointmentFinder(): FindAppointments {
  const openBodies = postBodies();

  return (doc, posts, persons, places, organizations) => {
    const bodyOf = openBodies(doc, places, organizations);
    const mentions: PostMention[] = [];
    for (const chain of chains(doc.text, posts, persons)) {
      const holders = holdersOf(doc, chain, persons, posts);
      if (holders.length === 0) continue;
      let previous: PostBody | null = null;
      for (const phrase of chain) {
        const organization: PostBody = bodyOf(phrase, previous);
        previous = organization;
        // Several names after several posts: only the first is sure to hold them all.
        const own = chain.length > 1 ? holders.slice(0, 1) : holders;
        for (const { person, rule, former } of own) {
          mentions.push({
            kind: 'Post',
            start: phrase.start,
            end: phrase.end,
            person: person.name,
            title: `${phrase.body}${phrase.rankedHead}`,
            organization,
            acting: phrase.acting,
            former: phrase.former || former === true || dismisses(doc.text, person.start),
            rule,
          });
        }
      }
    }
    return mentions;
  };
}

/** Groups posts that one person holds: joined by 、 兼 or a comma, with no name between. */
function chains(text: string, posts: readonly PostPhrase[], persons: readonly PersonMention[]): PostPhrase[][] {
  const groups: PostPhrase[][] = [];
  for (const post of posts) {
    const last = groups.at(-1)?.at(-1);
    const between = last ? text.slice(last.end, post.start) : null;
    const isNamed = last !== undefined && within(persons, { start: last.end, end: post.start }).length > 0;
    if (between !== null && !isNamed && CHAIN_SEPARATOR.test(between)) groups.at(-1)?.push(post);
    else groups.push([post]);
  }
  return groups;
}

function holdersOf(
  doc: Document,
  chain: readonly PostPhrase[],
  persons: readonly PersonMention[],
  posts: readonly PostPhrase[],
): Holder[] {
  const { text } = doc;
  const start = (chain[0] as PostPhrase).start;
  const end = (chain.at(-1) as PostPhrase).end;
  const personAt = (at: number) => {
    const person = persons[firstFrom(persons, at)];
    return person?.start === at ? person : undefined;
  };

  let at = end;
  at += REMARK.exec(text.slice(at, at + 12))?.[0].length ?? 0;
  while (/[\s的“]/u.test(text[at] ?? '。')) at++;
  if (text.startsWith(DELEGATE, at) && personAt(at + DELEGATE.length)) at += DELEGATE.length;
  const first = personAt(at);
  if (first) {
    const holders: Holder[] = [{ person: first, rule: 'post.before-name' }];
    for (let last = first; ; ) {
      const separator = /^(?:、|和|及|以及|，)/u.exec(text.slice(last.end, last.end + 2))?.[0];
      const next = separator ? personAt(last.end + separator.length) : undefined;
      if (!next || separator === '，' || posts[firstFrom(posts, next.start)]?.start === next.start) break;
      holders.push({ person: next, rule: 'post.shared' });
      last = next;
    }
    return holders;
  }
  const before = persons[firstFrom(persons, start) - 1];
  const sentence = sentenceAt(doc, start);
  if (!before || !sentence || before.start < sentence.start) return [];
  const gap = text.slice(before.end, start);
  const next = text[end] ?? '。';
  if (gap === '' && (chain[0]?.body === '' || text.slice(start, end) === '总书记'))
    return one(before, 'post.after-name');
  if (/^[（(]$/u.test(gap)) return one(before, 'post.bracket');
  if (/^[，,：:]$/u.test(gap) && /[，,。]/u.test(next)) return one(before, 'post.apposition');
  if (RESUME.test(gap)) return one(before, 'post.apposition');
  if (RESIGNS.test(gap)) return [{ person: before, rule: 'post.copula', former: true }];
  // 为全体干警上党课: whom he does it for.
  if (gap === '为' && ALL_OF_THEM.test(text.slice(start, end))) return [];
  const isDismissed = gap === '的' && dismisses(text, before.start);
  if (COPULA.test(gap) || isDismissed) return listEndingWith(text, before, persons);
  const verb = CARRIED.exec(gap);
  if (verb && !OTHER_HOLDER.test(gap.slice(0, verb.index))) return one(before, 'post.carried');
  return [];
}

/** 甲、乙为某院审判员: every name of the list that ends before the verb. */
function listEndingWith(text: string, last: PersonMention, persons: readonly PersonMention[]): Holder[] {
  const names = [last];
  for (let index = firstFrom(persons, last.start) - 1; index >= 0; index--) {
    const person = persons[index] as PersonMention;
    if (!/^(?:、|和|，)$/u.test(text.slice(person.end, names[0]?.start))) break;
    names.unshift(person);
  }
  return names.map((person) => ({ person, rule: 'post.copula' }));
}

/** Whether what stands before a position takes a post away: 免去甲的… · 免去：甲的…；乙的…. */
function dismisses(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - DISMISSED_REACH), position);
  return DISMISSED.test(before) || /免去[：:](?:(?!任命)[^。])*$/su.test(before);
}

function one(person: PersonMention, rule: string): Holder[] {
  return [{ person, rule }];
}
