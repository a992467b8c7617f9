/**
 * The body that a post belongs to: as the text prints it, or completed from the conjunct before it, the bodies that the
 * article names and the places around. A post of a place itself (县长) or of a body that nothing names belongs to the place.
 */
import { loadWordLists } from './lexicon.ts';
import { nameOrganization } from './organization-names.ts';
import type { PostPhrase } from './post-phrases.ts';
import { levelWordOf, type SeatContext, seatOfLevel } from './seats.ts';
import { firstFrom, within } from './spans.ts';
import type { Document, OrganizationMention, PlaceMention, PostMention } from './types.ts';

/** `name` is empty where the post belongs to the place `seat`. */
export type PostBody = PostMention['organization'];
export type CompleteBody = (phrase: PostPhrase, previous: PostBody | null) => PostBody;

/** 派出所长: the last word of the body and the first of the head are one. */
const HAPLOLOGY = /派出$/u;
/** Posts that there is one of in the country. */
const NATIONAL_BODY: ReadonlyMap<string, string> = new Map([
  ['总书记', '中共中央'],
  ['总理', '国务院'],
  ['副总理', '国务院'],
  ['国务委员', '国务院'],
]);
/** How far back a body is looked for that a bare head (所长) can belong to, in mentions. */
const BODIES_BACK = 40;
const LONGEST_LOST = 16;
const COMPANY = /^(?:该|本)?(?:公司|集团|企业)$/u;
const POINTED = /^[该本]([局院厅所委办队会])$/u;
const COMPANY_NAME = /\p{Script=Han}{2}(?:公司|集团|厂)$/u;
/** Ends of the bodies that a bare head belongs to. */
const BODY_OF_HEAD: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:所长|教导员|民警|警长|片警|辅警|协警)$/u, /(?:派出所|司法所|看守所|戒毒所|公安局|分局|大队)$/u],
  [/(?:庭长|审判员|审判长|法官|书记员|法官助理|陪审员)$/u, /(?:法庭|法院|庭)$/u],
  [/院长$/u, /(?:法院|检察院|医院|学院|研究院)$/u],
  [/(?:检察长|检察官|检察员|检察官助理)$/u, /检察院$/u],
  [/局长$/u, /局$/u],
  [/厅长$/u, /厅$/u],
  [/主任$/u, /(?:办公室|办|中心|委员会|委|会)$/u],
  [/(?:大队长|中队长|支队长|总队长|政委|指导员)$/u, /(?:大队|中队|支队|总队)$/u],
  [/(?:网格员|调解员|联络员)$/u, /(?:委员会|中心|工作室|调委会|社区)$/u],
];

/** Prepares the lists once; then the bodies of one document. */
export function postBodies(): (
  doc: Document,
  places: readonly PlaceMention[],
  organizations: readonly OrganizationMention[],
) => CompleteBody {
  const defaultBodies = new Map(
    loadWordLists('posts.lex')
      .pairs('default-body')
      .map(([head, body]) => [head, body.split('/')[0] as string]),
  );

  return (doc, places, organizations) => {
    const context: SeatContext = { places, home: doc.home };
    const named = (words: string) =>
      organizations.find(({ name, aliases }) => name === words || aliases.includes(words)) ?? null;

    return (phrase, previous) => {
      const head = phrase.rankedHead.replace(/^代理?/u, '');
      const national = NATIONAL_BODY.get(head);
      if (national !== undefined && phrase.body === '') return nameOrganization(national, null);
      // 派出|所长 alone names no station: it is the one that the article is about.
      const body = phrase.body.replace(/^派出$/u, '');
      const { start } = phrase;
      const inside = within(organizations, { start, end: start + body.length });
      // 某调解委员会外籍|调解员: what stands between the body and the head is no part of it.
      const printed =
        inside.find(({ end }) => end === start + body.length) ??
        inside.find((named) => named.start === start) ??
        // 西湖区住|建局科长: the phrase lost the beginning of its body.
        (body === '' ? undefined : longerBody(organizations, start, start + body.length));
      if (printed) return bodyFrom(printed);
      const leading = leadingPlaces(within(places, { start, end: Math.max(start + body.length, start + 1) }), start);
      if (leading) return seatedBody(body + (HAPLOLOGY.test(body) ? head.slice(0, 1) : ''), leading, start);
      // 社区民警 is of the station that looks after the quarter.
      const isOfficer = body === '' && /(?:民警|辅警)$/u.test(head);
      const level = isOfficer ? null : (levelWordOf(body) ?? levelWordOf(head.replace(/^副/u, '')));
      if (level !== null) {
        const seat = seatOfLevel(level, start, previous?.seat ?? null, context);
        if (body === '' || body === level) return ofPlace(seat, defaultBodies.get(head));
        return isBody(body) ? nameOrganization(body, seat) : ofPlace(seat, undefined);
      }
      // 公司董事长: of the company that was named last.
      if (COMPANY.test(body)) {
        const near = nearestNamed(organizations, start, COMPANY_NAME);
        return near ? bodyFrom(near) : ofPlace(previous?.seat ?? seatOfLevel('', start, null, context), undefined);
      }
      // 该局副局长
      const pointed = POINTED.exec(body)?.[1];
      const meant = pointed === undefined ? null : nearestNamed(organizations, start, new RegExp(`${pointed}$`, 'u'));
      if (meant) return bodyFrom(meant);
      if (body !== '') {
        const known = named(body);
        const seat = previous?.seat ?? seatOfLevel('', start, null, context);
        if (known) return bodyFrom(known);
        return isBody(body) ? nameOrganization(body, seat) : ofPlace(seat, undefined);
      }
      if (previous && previous.name !== '') return isPartyPost(head) ? previous : withoutParty(previous);
      const near = nearestBody(organizations, start, head);
      return near ? bodyFrom(near) : ofPlace(previous?.seat ?? seatOfLevel('', start, null, context), undefined);
    };
  };
}

/** The organization that begins before a body and ends with it. */
function longerBody(
  organizations: readonly OrganizationMention[],
  start: number,
  end: number,
): OrganizationMention | undefined {
  return within(organizations, { start: Math.max(0, start - LONGEST_LOST), end }).find((one) => one.end === end);
}

function bodyFrom({ name, aliases, seat }: OrganizationMention): PostBody {
  return { name, aliases, seat };
}

/** The place itself, with the name of its government as an alias by which the post can be found. */
function ofPlace(seat: string | null, government: string | undefined): PostBody {
  if (seat === null) return { name: '', aliases: [], seat: null };
  const { name } = government === undefined ? { name: '' } : nameOrganization(government, seat);
  return { name: '', aliases: name === '' ? [] : [name], seat };
}

/** Words that name a unit end so; 省级总河长, 老书记 and 登云路民警 belong to no body but to their place. */
function isBody(words: string): boolean {
  return /(?:[部局委院办处厅室会所站队科庭组团党署校社]|中心|政府|政协|人大|公司|集团|支部|总支|公安|法制|工会|妇联|医院|银行|基地|合作社|专班)$/u.test(
    words,
  );
}

/** A body that begins with its seat (湖州市委, 台州市公安局路桥分局). */
function seatedBody(body: string, leading: PlaceMention, start: number): PostBody {
  const rest = body.slice(leading.end - start);
  const level = body.slice(0, leading.end - start).at(-1) ?? '';
  if (rest === '' || !isBody(rest)) return ofPlace(leading.place.path, undefined);
  // 湖州市委: the place has taken the level word that the body needs.
  const needsLevel = /^(?:委|纪委|监委)/u.test(rest) && /[省市县区旗州镇乡]/u.test(level);
  return nameOrganization(needsLevel ? level + rest : rest, leading.place.path);
}

/** The last body before a bare head that it can belong to. */
function nearestBody(
  organizations: readonly OrganizationMention[],
  start: number,
  head: string,
): OrganizationMention | null {
  const pattern = BODY_OF_HEAD.find(([heads]) => heads.test(head))?.[1];
  return pattern ? nearestNamed(organizations, start, pattern) : null;
}

/** The last body before a position whose name fits. */
function nearestNamed(
  organizations: readonly OrganizationMention[],
  start: number,
  pattern: RegExp,
): OrganizationMention | null {
  const at = firstFrom(organizations, start);
  const before = organizations.slice(Math.max(0, at - BODIES_BACK), at).reverse();
  return before.find(({ name }) => pattern.test(name)) ?? null;
}

function isPartyPost(head: string): boolean {
  return /(?:书记|委员|成员|常委)$/u.test(head);
}

/** 法院党组书记、院长: the second post is of the court, not of its party group. */
function withoutParty({ name, aliases, seat }: PostBody): PostBody {
  const strip = (text: string) => text.replace(/(?<=.{2})(?:党组|党委|党总支|党支部)$/u, '');
  return { name: strip(name), aliases: [...new Set(aliases.map(strip))], seat };
}

/** The last of the places that stand side by side from `start` on. */
function leadingPlaces(places: readonly PlaceMention[], start: number): PlaceMention | null {
  let last: PlaceMention | null = null;
  for (const place of places) {
    if (place.start !== (last?.end ?? start)) break;
    last = place;
  }
  return last;
}
