/** Canonical names of bodies: one body printed in several ways, in one article or in many, gets one name. */
import { loadWordLists, type WordLists } from './lexicon.ts';
import type { OrganizationMention } from './types.ts';

export type NamedOrganization = Pick<OrganizationMention, 'name' | 'aliases' | 'seat'>;

/** What a name is made of: the seat as it opens the name, and the body without it. */
interface Parts {
  /** 浙江省, 后陈村; empty without a seat. */
  readonly seatName: string;
  /** Bare name of the seat: 浙江. */
  readonly stem: string;
  /** Level word of the seat: 省. */
  readonly level: string;
  /** What follows the seat: 委政法委, 公安局. */
  readonly rest: string;
}

interface Names {
  readonly levels: readonly string[];
  readonly notLevels: readonly string[];
  readonly partyOrgans: ReadonlySet<string>;
  readonly shortOf: ReadonlyMap<string, string>;
  readonly longOf: ReadonlyMap<string, readonly string[]>;
  readonly nationalOf: ReadonlyMap<string, string>;
  readonly nationalForms: ReadonlyMap<string, readonly string[]>;
}

let prepared: Names | undefined;

function names(): Names {
  prepared ??= prepare(loadWordLists('organizations.lex'));
  return prepared;
}

function prepare(words: WordLists): Names {
  const same = words.pairs('same-body');
  const national = words.pairs('national-same');
  return {
    levels: words.list('level-words'),
    notLevels: words.list('level-not'),
    partyOrgans: new Set(words.list('party-organs')),
    shortOf: new Map(same.map(([short, long]) => [long, short])),
    longOf: group(same),
    nationalOf: new Map(national.map(([name, other]) => [other, name])),
    nationalForms: new Map<string, readonly string[]>([
      ...words.list('national').map((name) => [name, []] as const),
      ...group(national),
    ]),
  };
}

function group(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

/** Bodies of the whole country open with these. */
const NATIONAL = /^(中央|中共中央|党中央|国务院|全国|最高人民|最高法|最高检|国家|中国)/u;
/** 第六届人民代表大会常务委员会 is the body itself, whatever its term. */
const TERM = /第[一二三四五六七八九十\d]{1,3}届(?=人民代表大会|人大|委员会|政协)/u;
const COURT = /^(高级人民法院|中级人民法院|人民法院|法院|高院|中院)/u;

/**
 * The name of a body.
 * @param printed the body as printed, with or without its seat or a level word: 政法委, 市委政法委, 衢州市委政法委
 * @param seat path of the place it belongs to, or null
 * @returns the name with the seat written out (衢州市委政法委) and the other forms in use; without a seat, the printed form
 */
export function nameOrganization(printed: string, seat: string | null): NamedOrganization {
  const { nationalOf, nationalForms } = names();
  const body = printed
    .replace(/[“”‘’"《》\s]/gu, '')
    .replace(/^中共(?!中央)/u, '')
    .replace(TERM, '');
  const national = nationalOf.get(body) ?? (NATIONAL.test(body) || nationalForms.has(body) ? body : null);
  if (national !== null || seat === null || seat === '') {
    const name = national ?? shorten(body);
    return {
      name,
      aliases: unlike(name, [body, printed, ...(nationalForms.get(name) ?? []), ...longForms(name)]),
      seat: null,
    };
  }
  const parts = split(body, seat);
  const rest = canonicalRest(parts, seat);
  const name = parts.seatName + rest;
  return { name, aliases: unlike(name, otherForms({ ...parts, rest }, parts.rest, body, seat)), seat };
}

/** The aliases of a body with further forms of its name, blanks and quotation marks aside. */
export function withForm({ name, aliases }: NamedOrganization, ...forms: readonly string[]): string[] {
  return [...new Set([...aliases, ...forms.map((form) => form.replace(/[“”《》\s]/gu, ''))])].filter(
    (form) => form !== name,
  );
}

function unlike(name: string, forms: readonly string[]): string[] {
  return [...new Set(forms)].filter((form) => form !== name && form.length > 1);
}

/** Takes the seat's own name or level word off the front of a body. */
function split(body: string, seat: string): Parts {
  const full = seat.slice(seat.lastIndexOf('/') + 1);
  const level = names().levels.find((word) => full.endsWith(word)) ?? '';
  const stem = level === '' || full.length - level.length < 2 ? full : full.slice(0, -level.length);
  let rest = body;
  for (const part of seat.split('/')) {
    if (rest.startsWith(part)) rest = rest.slice(part.length);
  }
  if (rest.startsWith(stem) && stem !== full) rest = rest.slice(stem.length);
  // 唐县县委: after the full name the level word may be printed once more.
  const word = levelWordBefore(rest);
  if (word !== '' && (full.endsWith(word) || (word === '市' && level === '市') || word === level))
    rest = rest.slice(word.length);
  return { seatName: full, stem, level, rest };
}

/** The level word that opens a body, or an empty string: 市 of 市委, none of 市场监管局. */
function levelWordBefore(body: string): string {
  const { levels, notLevels } = names();
  if (notLevels.some((word) => body.startsWith(word))) return '';
  return levels.find((word) => body.startsWith(word)) ?? '';
}

function canonicalRest({ rest, stem, seatName }: Parts, seat: string): string {
  const { partyOrgans } = names();
  const opened = rest.startsWith('委') && rest.length > 1 ? rest.slice(1) : rest;
  const short = shorten(opened);
  // 唐县: the level word belongs to the name, so it is said again (唐县县委).
  const again = stem === seatName && /[县市区]$/u.test(seatName) ? seatName.slice(-1) : '';
  if (seatName.endsWith('街道') && short.startsWith('街道办')) return '办事处';
  if (rest === '委') return `${again}委`;
  if (partyOrgans.has(short)) return `${again}委${short}`;
  if (rest.startsWith('委')) return `${again}${rest}`;
  return court(police(short, seat), seat);
}

/** The short form of a body, where it or its end is a long one: 人民政府办公厅 → 政府办公厅. */
function shorten(body: string): string {
  const { shortOf } = names();
  const whole = shortOf.get(body);
  if (whole) return whole;
  if (body.startsWith('人民政府')) return body.slice('人民'.length);
  return body.replace(/社会矛盾纠纷调处化解中心$/u, (tail) => (body === tail ? (shortOf.get(tail) ?? tail) : tail));
}

/** What the police of a place are called: a department in a province, a branch in a district, else a bureau. */
export function policeOf(seat: string | null): string {
  if (seat === null) return '公安局';
  if (!seat.includes('/')) return seat.endsWith('市') ? '公安局' : '公安厅';
  return seat.endsWith('区') ? '公安分局' : '公安局';
}

/** 公安 (厅长), 警方, 路桥|分局: short for the police of the seat. */
function police(rest: string, seat: string): string {
  if (rest === '公安' || rest === '警方') return policeOf(seat);
  return rest.startsWith('分局') ? `公安${rest}` : rest;
}

/** A court's full name follows from the rank of its seat: 市法院 of a prefecture is its intermediate court. */
function court(rest: string, seat: string): string {
  if (/^检察院/u.test(rest)) return `人民${rest}`;
  const printed = COURT.exec(rest)?.[0];
  if (!printed) return rest;
  const ranked = seat.includes('/')
    ? seat.split('/').length === 2 && seat.endsWith('市') && !/^(北京|天津|上海|重庆)市/u.test(seat)
      ? '中级'
      : ''
    : '高级';
  const own = /^[高中]/u.test(printed) ? `${printed.startsWith('高') ? '高级' : '中级'}` : ranked;
  return `${own}人民法院${rest.slice(printed.length)}`;
}

function longForms(rest: string): readonly string[] {
  const { longOf } = names();
  return longOf.get(rest) ?? [];
}

/** Every other form under which the body may be printed. */
function otherForms({ seatName, stem, level, rest }: Parts, printedRest: string, body: string, seat: string): string[] {
  const isCommittee = rest.startsWith('委') || (stem === seatName && rest.startsWith(`${level}委`));
  const bare = rest.startsWith('委') && rest.length > 1 ? rest.slice(1) : rest;
  const rests = new Set([rest, printedRest, bare, ...longForms(bare), ...courtForms(rest)]);
  if (bare.startsWith('政府')) rests.add(`人民${bare}`);
  const forms = [body];
  for (const each of rests) {
    if (each === '') continue;
    forms.push(seatName + each);
    if (!each.startsWith(level)) forms.push(level + each);
    if (each.startsWith('委')) continue;
    if (SAID_WITH_STEM.test(each)) forms.push(stem + each);
    if (each.length >= SHORTEST_WITHOUT_SEAT) forms.push(each);
  }
  const superior = seat.split('/').slice(1).at(-2);
  if (superior) forms.push(superior + seatName + rest);
  if (isCommittee) forms.push(`中共${seatName}${rest}`);
  if (isCommittee && rest.endsWith('委') && rest.length <= 2) forms.push(`中共${seatName}委员会`);
  if (/^(公安)?分局$/u.test(rest) && superior) {
    const short = stem === seatName ? seatName : stem;
    forms.push(
      `${superior}公安局${short}分局`,
      `${superior}公安局${seatName}分局`,
      `${superior}${short}分局`,
      `${short}分局`,
    );
  }
  return forms;
}

/** Shorter names (政府, 法院) say nothing without a seat. */
const SHORTEST_WITHOUT_SEAT = 3;
/** Bodies that are printed after the bare name of a place: 海盐法院, 诸暨公安局. */
const SAID_WITH_STEM = /^(公安|军分区|警备区|[高中]院|法院|检察院|人民法院|人民检察院|海关|边检)|.{4}/u;

function courtForms(rest: string): readonly string[] {
  const match = /^(高级|中级|)人民(法院|检察院)(.*)$/u.exec(rest);
  if (!match) return [];
  const [, rank = '', kind = '', sub = ''] = match;
  if (kind === '检察院') return [kind + sub];
  return rank === '' ? [`法院${sub}`] : [`法院${sub}`, `${rank.slice(0, 1)}院${sub}`];
}
