/** Which place a clause speaks about, and which places programs carry in their names. */
import type { Clause, LaunchContext, PlaceGroup } from './launch-scene.ts';
import { coverage } from './program-text.ts';
import type { Document, PlaceMention, PostMention, ProgramMention } from './types.ts';

/** 为全省, 对标全国: such a place is compared with or served, it does nothing. */
const SERVED = /(?:走在|为|比|对标|按照|根据|落实|贯彻|对接|传达了?|经|受|来自|不同于|(?<![走推])向)$/u;
/** 在全省率先: the field of a comparison. */
const FIELD = /^(?:范围)?内?(?:率先|先行(?!先试)|首|前列|领先|第)/u;
const STOP = /(?:带回|在|到|赴|来|进|于|深入)$/u;
/** 先后参观了甲中心、乙社区: the visitors' own place is not what is spoken of, the last stop is. */
const VISITED = /(?:参观|观摩|察看|查看|走访)了?$/u;
const OWN_NAME =
  /^(?:平安|法治|清廉|数字|美丽|智慧|信用|健康|活力|善治|幸福|书香|无废|诚信|文明|和谐|绿美|两美)([\u4e00-\u9fff]{2,4})$/u;
/** 宁海县村级小微权力清单: the place that made it begins its name. */
const NAMED_BY_PLACE = /^[\u4e00-\u9fff]{1,8}?[省市县区镇乡村]/u;
const EXPERIENCE = /^([\u4e00-\u9fff]{2,3})(?:经验|模式|做法|工作法)$/u;
/** 县里自己琢磨出了, 社区探索建立. */
const RANK_WORD = /^[“‘\s]*(?:我们)?([市县区镇乡村](?=里)|社区(?=从|还|又|也|便|就|探索|推出|建立|创新|率先|先后|已))/u;
/** How many places back such a word is looked for. */
const FARTHEST = 50;
/** 自治州 and the like behind a stem. */
const LONGEST_SUFFIX = 6;
const SHORT_SUFFIX = 2;
const BEFORE_REACH = 3;
const BEHIND_REACH = 4;
/** 在浙江率先 compares, 在双谷村首创 tells where. */
const CITY_DEPTH = 2;

/** Groups that can be the place of what the clause says: not 为全省, 对标全国, 在全省率先. */
export function actingPlaces(clause: Clause): readonly PlaceGroup[] {
  return clause.groups.filter((group) => {
    const at = group.start - clause.start;
    const end = group.end - clause.start;
    const before = clause.text.slice(Math.max(0, at - BEFORE_REACH), at);
    if (SERVED.test(before)) return false;
    const isWide = group.paths.every((path) => path.split('/').length <= CITY_DEPTH);
    const isField = clause.text[at] === '全' || (before.endsWith('在') && isWide);
    return !(isField && FIELD.test(clause.text.slice(end, end + BEHIND_REACH)));
  });
}

/** 三地将统一标准: as many places as were named last. */
const COUNTED = /(?<!\p{Script=Han})[\s“]*(?:这|上述)?(?:([两三四五六])地|双方)(?!区)/u;
const COUNTS: Readonly<Record<string, number>> = { 两: 2, 三: 3, 四: 4, 五: 5, 六: 6 };
/** Clauses that such words reach back over. */
const COUNTED_REACH = 24;

/** The places that 三地 or 双方 at the head of the clause at `index` stands for: the last that many, named in one sentence; null for none. */
export function countedPlaces(clauses: readonly Clause[], index: number): readonly string[] | null {
  const { text } = clauses[index] as Clause;
  const match = text.includes('地') || text.includes('双方') ? COUNTED.exec(text) : null;
  if (match === null) return null;
  const count = match[1] === undefined ? 2 : COUNTS[match[1]];
  const named = new Set<string>();
  let sentence = -1;
  for (let at = index - 1; at >= Math.max(0, index - COUNTED_REACH); at -= 1) {
    const clause = clauses[at] as Clause;
    if (clause.sentence !== sentence) named.clear();
    sentence = clause.sentence;
    for (const { paths } of actingPlaces(clause).toReversed()) for (const path of paths) named.add(path);
    if (named.size === count) return [...named];
  }
  return null;
}

/** Of several groups the one a clause is about: a stop (在, 到, 赴) before the first, the narrower of nested ones. */
export function subjectOf(groups: readonly PlaceGroup[], clause: Clause): PlaceGroup | null {
  const stop = groups.findLast((group) => {
    const at = group.start - clause.start;
    return STOP.test(clause.text.slice(Math.max(0, at - BEFORE_REACH), at));
  });
  if (stop) return stop;
  const last = groups.at(-1);
  if (last && groups.some(({ start }) => VISITED.test(clause.text.slice(0, start - clause.start))))
    return { ...last, paths: last.paths.slice(-1) };
  return groups.reduce<PlaceGroup | null>((best, group) => {
    const nested = best?.paths.length === 1 && group.paths.every((path) => path.startsWith(`${best.paths[0]}/`));
    return best && !nested ? best : group;
  }, null);
}

/** The places of a document by what programs are named after. */
export interface Namesakes {
  /** The place in a name like 平安湖州, or the one a name begins with (宁海县…清单): it is theirs, whoever speaks of it. */
  ownerOf(program: ProgramMention): string | null;
  /** The place that an experience is named after (后陈经验: 后陈村), where the article names it outside the program, too. */
  birthplaceOf(program: ProgramMention): string | null;
  /** The place of a rank that a clause opens with (县里, 社区): the nearest of it that was named before. */
  impliedBy(clause: Clause): string | null;
}

/** What the places of one document say of which is meant. @param length of its text, in UTF-16 units */
export function namesakes({ places, programs }: Pick<LaunchContext, 'places' | 'programs'>, length: number): Namesakes {
  const inProgram = coverage(length, programs);
  const named = places.filter(({ place }) => place.level !== 'country');
  const byStart = new Map(named.map((mention) => [mention.start, mention]));
  const paths = [...new Set(named.map(({ place }) => place.path))];
  const outside = [...new Set(named.filter(({ start }) => !inProgram[start]).map(({ place }) => place.path))];
  const owners = new Map<string, string | null>();
  return {
    impliedBy: (clause) => {
      const word = RANK_WORD.exec(clause.text)?.[1];
      if (word === undefined) return null;
      let at = named.length - 1;
      while (at >= 0 && (named[at] as PlaceMention).start >= clause.start) at -= 1;
      for (const last = Math.max(0, at - FARTHEST); at >= last; at -= 1) {
        const found = pathEndingWith((named[at] as PlaceMention).place.path, word);
        if (found !== null) return found;
      }
      return null;
    },
    ownerOf: (program) => {
      const printed = byStart.get(program.start);
      if (printed && printed.end < program.end && NAMED_BY_PLACE.test(program.name)) return printed.place.path;
      const stem = OWN_NAME.exec(program.name)?.[1];
      if (stem === undefined) return null;
      const cached = owners.get(stem);
      if (cached !== undefined) return cached;
      const owner = firstOf(paths, (path) => pathTo(path, stem));
      owners.set(stem, owner);
      return owner;
    },
    birthplaceOf: (program) => {
      const stem = EXPERIENCE.exec(program.name)?.[1];
      if (stem === undefined) return null;
      const fits = (last: string) => last.startsWith(stem) && last.length <= stem.length + SHORT_SUFFIX;
      return outside.find((path) => path.includes('/') && fits(path.slice(path.lastIndexOf('/') + 1))) ?? null;
    },
  };
}

/** The path down to the part that begins with `stem`: 浙江省/湖州市/吴兴区 and 湖州 give 浙江省/湖州市. */
function pathTo(path: string, stem: string): string | null {
  const parts = path.split('/');
  const at = parts.findIndex((part) => part.startsWith(stem) && part.length <= stem.length + LONGEST_SUFFIX);
  return at < 0 ? null : parts.slice(0, at + 1).join('/');
}

/** The path down to the part that ends with a word of rank; 社区 and 村 only where the path ends so. */
function pathEndingWith(path: string, word: string): string | null {
  if (/村|社区/u.test(word)) return path.endsWith(word) ? path : null;
  const parts = path.split('/');
  const at = parts.findLastIndex((part) => part.endsWith(word));
  return at < 0 ? null : parts.slice(0, at + 1).join('/');
}

function firstOf<T>(items: readonly T[], read: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The place an article is about: the narrowest of its headline, else of the first clause that names one, else the paper's home. Where a meeting of
 * 全市 was held is not what it is about; several places named in one breath stand for what they are part of.
 */
export function mainPlace(doc: Document, places: readonly PlaceMention[], clauses: readonly Clause[]): string | null {
  const headline = clauses.filter(({ paragraph }) => paragraph < 0);
  const named = headline.flatMap(({ groups }) => groups);
  const hosts = headline.flatMap((clause) => clause.groups.filter((group) => !isVenue(group, clause)));
  const inHeadline = deepest(hosts.length > 0 ? hosts : named);
  if (inHeadline) return inHeadline;
  const first = clauses.find(({ paragraph, groups }) => paragraph >= 0 && groups.length > 0);
  if (first) {
    const shared = first.groups.length === 1 ? sharedSuperior(first.groups[0]?.paths ?? []) : null;
    const hosting = first.groups.filter((group) => !isVenue(group, first));
    return shared ?? deepest(hosting.length > 0 ? hosting : first.groups);
  }
  return places.find(({ place }) => place.level !== 'country')?.place.path ?? doc.home;
}

/** Most names of post-holders that speakers are looked for among. */
const MOST_SPEAKERS = 100;
/** Verbs of someone who tells of his own place; who looks and listens does not. */
const TELLS = /介绍|汇报|通报|说|指出|强调|要求|表示|认为|坦言|透露|告诉|提出|希望/u;
const LISTENS = /听取|参观|观摩|考察(?![团组])|了解|查看|察看|询问|走进|来到/u;

/**
 * Finds the place that the speaker of a clause speaks of: where his post is, unless that is a superior of the article's own place `home`;
 * null where nobody with a post tells anything, or the clause names a place itself.
 */
export function speakerPlaces(posts: readonly PostMention[], home: string | null): (clause: Clause) => string | null {
  const seats = new Map<string, string>();
  for (const { person, organization } of posts)
    if (organization.seat && seats.size < MOST_SPEAKERS && !seats.has(person)) seats.set(person, organization.seat);
  return (clause) => {
    if (actingPlaces(clause).length > 0 || !TELLS.test(clause.text) || LISTENS.test(clause.text)) return null;
    const seat = firstOf([...seats], ([person, path]) => (clause.text.includes(person) ? path : null));
    return seat === null || home?.startsWith(`${seat}/`) ? null : seat;
  };
}

/** …会在某县举行. */
function isVenue({ start, end }: PlaceGroup, clause: Clause): boolean {
  const behind = clause.text.slice(end - clause.start);
  return clause.text[start - clause.start - 1] === '在' && /^(?:举行|召开|举办|开幕)/u.test(behind);
}

/** What two or more places of one rank lie in (德清县 and 安吉县: 湖州市); null for one place, and for places of different ones. */
function sharedSuperior(paths: readonly string[]): string | null {
  const superiors = new Set(paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
  const [superior] = superiors;
  return paths.length > 1 && superiors.size === 1 && superior ? superior : null;
}

function deepest(groups: readonly PlaceGroup[]): string | null {
  const depth = (path: string) => path.split('/').length;
  return groups
    .flatMap(({ paths }) => paths)
    .reduce<string | null>((best, path) => (best === null || depth(path) > depth(best) ? path : best), null);
}
