/** The organizations an article names: bodies of party and state by their seat, others by the words before their tail. */
import type { Gazetteer } from './gazetteer.ts';
import { type LeftPart, leftPartReader } from './organization-extent.ts';
import { type NamedOrganization, nameOrganization, policeOf } from './organization-names.ts';
import { type SeatOfLevel, seatFinder } from './organization-seats.ts';
import { type OrganizationWords, organizationWords, type Tail } from './organization-words.ts';
import { lastName, lineage } from './place-context.ts';
import type { Document, OrganizationMention, PlaceMention, Staged } from './types.ts';

/** A body that was read, with what is needed to tie later ones to it. */
export interface ReadOrganization extends NamedOrganization {
  readonly start: number;
  readonly end: number;
  readonly tail: string;
  readonly rule: string;
  readonly confidence: number;
}

/**
 * Every organization the document names, in text order; two centres shared out over 南浔区、吴兴区 are two mentions whose
 * spans overlap. Kinds of bodies (派出所, 各部门) are left out. Offsets count UTF-16 units of `doc.text`. Never throws.
 * @param places what `findPlaces` found in the same document
 */
export function findOrganizations(
  doc: Document,
  places: readonly PlaceMention[],
  gazetteer: Gazetteer,
  words: OrganizationWords = organizationWords(),
): Staged<OrganizationMention> {
  const reader = new OrganizationReader(doc, places, gazetteer, words);
  const items = unify(reader.read()).map(
    ({ start, end, name, aliases, seat, rule, confidence }): OrganizationMention => ({
      kind: 'Organization',
      start,
      end,
      name,
      aliases,
      seat,
      rule,
      confidence,
    }),
  );
  return { items, issues: reader.issues };
}

/** Names printed without a seat mean the body of the same article that has one: 城中派出所, 督导组. */
function unify(found: readonly (ReadOrganization | BareTail)[]): ReadOrganization[] {
  const byForm = new Map<string, ReadOrganization>();
  const byShortName = new Map<string, ReadOrganization>();
  for (const each of found) {
    if (!('name' in each) || each.seat === null) continue;
    for (const alias of each.aliases) if (!byForm.has(alias)) byForm.set(alias, each);
    const short = lastName(each.seat) + each.tail;
    if (each.name !== short && !byShortName.has(short)) byShortName.set(short, each);
  }
  const lastOfTail = new Map<string, ReadOrganization>();
  const result: ReadOrganization[] = [];
  for (const each of found) {
    const meant = 'name' in each ? each : lastOfTail.get(each.tail);
    if (!meant) continue;
    const same = meant.seat === null ? byForm.get(meant.name) : byShortName.get(meant.name);
    const { start, end } = each;
    const again = meant === each ? {} : { rule: 'organizations.again', confidence: 0.7 };
    const { name, aliases, seat } = same ?? meant;
    const read = { ...meant, name, aliases, seat, start, end, ...again };
    lastOfTail.set(read.tail, read);
    result.push(read);
  }
  return result;
}

/** A tail without anything that says which body it is. */
interface BareTail {
  readonly start: number;
  readonly end: number;
  readonly tail: string;
}

/** From the province to the village. */
const DEEPEST_PATH = 5;
/** Longest name built from parts of parts (市公安局刑侦支队一大队), in characters. */
const LONGEST_NAME = 40;
/** How many forms of a name its parts inherit. */
const INHERITED_FORMS = 6;

const HAN = /\p{Script=Han}/u;

class OrganizationReader {
  readonly issues: { stage: string; reason: string; text: string }[] = [];
  readonly #text: string;
  readonly #gazetteer: Gazetteer;
  readonly #places: readonly PlaceMention[];
  #placesBefore = 0;
  readonly #placeAt = new Map<number, PlaceMention>();
  readonly #seatOf: SeatOfLevel;
  readonly #words: OrganizationWords;
  readonly #leftPart: (at: number, floor: number) => LeftPart;
  readonly #found: (ReadOrganization | BareTail)[] = [];

  constructor(doc: Document, places: readonly PlaceMention[], gazetteer: Gazetteer, words: OrganizationWords) {
    this.#text = doc.text;
    this.#gazetteer = gazetteer;
    this.#places = places;
    this.#seatOf = seatFinder(places, doc.home, gazetteer);
    this.#words = words;
    for (const place of places) if (place.rule !== 'places.self') this.#placeAt.set(place.end, place);
    this.#leftPart = leftPartReader(doc.text, this.#placeAt, words);
  }

  read(): readonly (ReadOrganization | BareTail)[] {
    const text = this.#text;
    for (let at = 0; at < text.length; at++) {
      const end = this.#committee(at) ?? this.#police(at) ?? this.#paper(at) ?? this.#tail(at);
      if (end !== null) at = end - 1;
    }
    return this.#found;
  }

  get #last(): ReadOrganization | undefined {
    const last = this.#found.at(-1);
    return last && 'name' in last ? last : undefined;
  }

  /** 省委, 湖州市委, and their organs: 省委政法委. */
  #committee(at: number): number | null {
    const text = this.#text;
    if (text[at] !== '委' || /[员托派屈婉任会]/u.test(text[at + 1] ?? '')) return null;
    const seat = this.#seatBefore(at, /[省市县区州盟旗]$/u);
    if (!seat) return null;
    const office = /^办[、，,和及等副主]/u.test(text.slice(at + 1, at + 3)) ? '办' : '';
    const organ = this.#words.partyOrgans.startingAt(text, at + 1) ?? office;
    const end = at + 1 + organ.length;
    const body = `${seat.path === null ? seat.level : ''}委${organ}`;
    const confidence = seat.path === null ? 0.6 : 0.95;
    this.#add(seat.start, end, nameOrganization(body, seat.path), organ === '' ? '委' : organ, 'committee', confidence);
    return end;
  }

  /** 义乌公安: the police of a place. */
  #police(at: number): number | null {
    const text = this.#text;
    const place = this.#placeAt.get(at);
    if (!place || !text.startsWith('公安', at) || this.#words.policeNotAfter.has(text[at + 2] ?? '')) return null;
    if (place.place.level !== 'city' && place.place.level !== 'county') return null;
    const printed = text.slice(place.start, at + 2);
    const named = nameOrganization(policeOf(place.place.path), place.place.path);
    this.#add(place.start, at + 2, { ...named, aliases: [...named.aliases, printed] }, '公安局', 'police', 0.85);
    return at + 2;
  }

  /** 衢州日报. */
  #paper(at: number): number | null {
    const paper = this.#words.papers.startingAt(this.#text, at);
    if (!paper) return null;
    const start = this.#bareNameBefore(at);
    if (start === null) return null;
    const end = at + paper.length;
    const name = this.#text.slice(start, end);
    this.#add(start, end, { name, aliases: [`${name}社`], seat: null }, paper, 'paper', 0.9);
    return end;
  }

  /** Where the bare name of a place starts that ends at `at`; in a paper's name it is no place mention. */
  #bareNameBefore(at: number): number | null {
    const longestBareName = 4;
    for (let length = longestBareName; length >= 2; length--) {
      if (at >= length && this.#gazetteer.stemmed(this.#text.slice(at - length, at)).length > 0) return at - length;
    }
    return null;
  }

  #tail(at: number): number | null {
    const tail = this.#words.tailAt(this.#text, at);
    if (!tail) return null;
    const end = at + tail.word.length;
    const read =
      tail.kind === 'national'
        ? this.#national(at, end, tail)
        : tail.kind === 'seated'
          ? this.#seated(at, end, tail)
          : this.#open(at, end, tail);
    return read ? end : null;
  }

  #national(at: number, end: number, { word }: Tail): boolean {
    if (word === '中央' && !this.#words.centreRight.startingAt(this.#text, end)) return false;
    this.#add(at, end, nameOrganization(word, null), word, 'national', 0.95);
    return true;
  }

  /** A body every place has; its seat is printed before it, shared with the body before it, or known from above. */
  #seated(at: number, end: number, tail: Tail): boolean {
    const { word } = tail;
    const seat = this.#seatBefore(at, /./u);
    // 浙江法院: the courts of a province together.
    if (seat && word === '法院' && seat.level === '' && !seat.path?.includes('/')) return false;
    if (seat && (seat.path !== null || /[省市县区州]/u.test(seat.level))) {
      const named = nameOrganization(seat.path === null ? seat.level + word : word, seat.path);
      const printed = this.#text.slice(seat.start, end);
      this.#add(
        seat.start,
        end,
        { ...named, aliases: withForm(named, printed) },
        word,
        'seat',
        seat.path === null ? 0.6 : 0.95,
      );
      return true;
    }
    const last = this.#last;
    if (last && last.end === at) {
      this.#sub(last, at, end, word);
      return true;
    }
    const shared = this.#sharedSeat(at, end);
    if (shared !== null) {
      this.#add(at, end, nameOrganization(word, shared), word, 'shared-seat', 0.85);
      return true;
    }
    const village = this.#villageOf(at, end, word);
    if (village !== null) this.#add(at, end, nameOrganization(word, village), word, 'village', 0.75);
    else this.#found.push({ start: at, end, tail: word });
    return true;
  }

  /** 村委会 and, before a post, 党支部 mean the village at hand. */
  #villageOf(at: number, end: number, word: string): string | null {
    if (!this.#words.villageBodies.has(word)) return null;
    if (!word.startsWith('村') && !this.#words.postHeads.startingAt(this.#text, end)) return null;
    return this.#seatOf('村', at);
  }

  /** The seat printed right before `at`: a place, or a level word. */
  #seatBefore(at: number, accept: RegExp): { start: number; path: string | null; level: string } | null {
    const text = this.#text;
    const place = this.#placeAt.get(at);
    if (place) {
      if (!accept.test(text.slice(place.start, place.end)) || place.place.level === 'country') return null;
      return { start: this.#chainStart(place), path: place.place.path, level: '' };
    }
    const level = this.#words.levels.endingAt(text, at);
    if (!level || !accept.test(level)) return null;
    const start = at - level.length;
    if (level.length === 1 && this.#words.levelTraps.has(text.slice(at - 2, at))) return null;
    const own = this.#placeAt.get(start);
    // 唐县县委: the level word is printed again.
    if (own && lastName(own.place.path).endsWith(level))
      return { start: this.#chainStart(own), path: own.place.path, level };
    if (this.#isAnyLevel(start)) return null;
    return { start, path: this.#seatOf(level, start), level };
  }

  /** Whether the level word that starts at `at` means any place of its level: 各市, 全省, 县、乡. */
  #isAnyLevel(at: number): boolean {
    const text = this.#text;
    if (/[各每全两几）)]/u.test(text[at - 1] ?? '')) return true;
    return text[at - 1] === '、' && this.#words.levels.endingAt(text, at - 1) !== null && !this.#placeAt.has(at - 1);
  }

  /** Where the places that stand side by side up to this one begin. */
  #chainStart(place: PlaceMention): number {
    let { start } = place;
    for (let depth = 1; depth < DEEPEST_PATH; depth++) {
      const before = this.#placeAt.get(start);
      if (!before) break;
      start = before.start;
    }
    return start;
  }

  /** 省委常委、政法委书记; 副省长、公安厅长; 市发改委、文明办. */
  #sharedSeat(at: number, end: number): string | null {
    const text = this.#text;
    const governor = /(省|市|县|区|州|镇|乡)长[、,，]$/u.exec(text.slice(Math.max(0, at - 3), at))?.[1];
    const last = this.#last;
    const gap = last ? text.slice(last.end, at) : '';
    if (last?.seat && /^(、|和|及|与|以及)$/u.test(gap)) return last.seat;
    if (!this.#words.postHeads.startingAt(text, end)) return null;
    if (governor) return this.#seatOf(governor, at);
    const longestPost = 14;
    if (last?.seat && gap.length <= longestPost && /^[^。！？；;\n]*[、,，]$/u.test(gap)) return last.seat;
    return null;
  }

  /** A body inside the body that ends right before it: 拱墅区公安分局|刑侦大队. */
  #sub(parent: ReadOrganization, at: number, end: number, own: string): void {
    const text = this.#text;
    const aliases = [
      text.slice(parent.start, end),
      own,
      ...parent.aliases.slice(0, INHERITED_FORMS).map((alias) => alias + own),
    ];
    const name = parent.name + own;
    if (name.length > LONGEST_NAME) return;
    const forms = [...new Set(aliases)].filter((alias) => alias !== name && alias.length > 2);
    const tail = text.slice(at, end);
    this.#add(parent.start, end, { name, aliases: forms, seat: parent.seat }, tail, 'part', 0.85);
  }

  #open(at: number, end: number, tail: Tail): boolean {
    const text = this.#text;
    // 矛调中心|协调小组: the words belong to the longer name.
    if (tail.kind === 'centre' && this.#words.tailAt(text, end)?.kind === 'team') return false;
    const parent = this.#last;
    const left = this.#leftPart(at, parent?.end ?? 0);
    const own = left.words + tail.word;
    if (parent && left.start === parent.end && !left.place) {
      if (this.#isKind(left, tail, true)) return false;
      if (this.#words.territorial.has(tail.word) && left.words !== '' && parent.seat !== null) {
        const named = nameOrganization(this.#same(left.words, tail.word), parent.seat);
        const printed = text.slice(parent.start, end);
        this.#add(left.start, end, { ...named, aliases: withForm(named, printed, own) }, tail.word, 'part', 0.9);
      } else this.#sub(parent, at, end, own);
      return true;
    }
    if (left.words === '' && !left.place && !left.level) {
      this.#found.push({ start: at, end, tail: tail.word });
      return true;
    }
    if (this.#isKind(left, tail, false)) return false;
    if (left.place) return this.#openAtPlace(left, left.place, end, tail);
    if (left.level) {
      const path = this.#seatOf(left.level, left.start);
      const named = nameOrganization(path === null ? left.level + own : own, path);
      this.#add(
        left.start,
        end,
        { ...named, aliases: withForm(named, text.slice(left.start, end), own) },
        tail.word,
        'level',
        path ? 0.85 : 0.6,
      );
      return true;
    }
    const area = this.#words.territorial.has(tail.word) ? this.#countyAround(left.start) : null;
    const named = nameOrganization(this.#same(left.words, tail.word), area);
    this.#add(left.start, end, { ...named, aliases: withForm(named, own) }, tail.word, 'words', 0.7);
    return true;
  }

  #openAtPlace(left: LeftPart, place: PlaceMention, end: number, tail: Tail): boolean {
    const text = this.#text;
    const printed = text.slice(left.start, end);
    const own = left.words + tail.word;
    const { path } = place.place;
    if (left.opening !== '' || this.#words.printedName.has(tail.word)) {
      const name = text.slice(left.opening === '' ? place.start : left.start, end);
      this.#add(
        left.start,
        end,
        { name, aliases: withForm({ name, aliases: [], seat: null }, printed, lastName(path) + own), seat: path },
        tail.word,
        'printed',
        0.85,
      );
      return true;
    }
    const body = this.#same(left.words, tail.word);
    const bracket = /^[（(]([\p{Script=Han}]{2,8})[)）]/u.exec(text.slice(end, end + 10))?.[1];
    const equals = tail.kind === 'centre' ? this.#equalsBefore(place) : [];
    for (const each of [...equals, place]) {
      const named = nameOrganization(body, each.place.path);
      const other =
        bracket && !/^(县|市|区|街道|乡镇|镇街)/u.test(bracket)
          ? [lastName(each.place.path) + bracket, `${named.name}（${bracket}）`]
          : [];
      const forms = withForm(named, each === place ? printed : lastName(each.place.path) + own, ...other);
      this.#add(each === place ? left.start : each.start, end, { ...named, aliases: forms }, tail.word, 'place', 0.9);
    }
    return true;
  }

  /** The county of the place named last before a position, if it is in one: where a police station lies that names none. */
  #countyAround(position: number): string | null {
    while ((this.#places[this.#placesBefore]?.start ?? position) < position) this.#placesBefore++;
    const place = this.#places[this.#placesBefore - 1]?.place;
    if (!place) return null;
    return lineage(place.path).find((path) => this.#gazetteer.at(path)?.level === 'county') ?? null;
  }

  /** 南浔区、吴兴区社会治理中心: the places of the same level that share the tail. */
  #equalsBefore(place: PlaceMention): PlaceMention[] {
    const equals: PlaceMention[] = [];
    let { start } = place;
    while (/[、和及与]/u.test(this.#text[start - 1] ?? '')) {
      const before = this.#placeAt.get(start - 1);
      if (!before || before.place.level !== place.place.level) break;
      equals.unshift(before);
      start = before.start;
    }
    return equals;
  }

  /** The words with the usual form of the tail: 陈家桥人民法庭 → 陈家桥法庭. */
  #same(before: string, tail: string): string {
    return before + (this.#words.sameTail.get(tail) ?? tail);
  }

  /** Whether the words say a kind of body and not one: 县级矛调中心, 各派出所. */
  #isKind(left: LeftPart, tail: Tail, hasParent: boolean): boolean {
    const { kindOpen, kindOpenAlways, centreKinds, centreWords } = this.#words;
    const before = left.words;
    const text = this.#text;
    if (before.startsWith('本报')) return false;
    const anchored = left.place !== null || left.level !== '' || hasParent;
    if ((anchored ? kindOpenAlways : kindOpen).startingAt(before, 0) !== null) return true;
    if (/[式型级类]$/u.test(before) || (tail.word === '派出所' && before.endsWith('公安'))) return true;
    if (left.level !== '' && this.#isAnyLevel(left.start)) return true;
    const at = left.start + left.opening.length;
    const quoted = text[at - 1] === '“' || before.includes('“') !== before.includes('”');
    if (quoted && left.place === null) return true;
    if (hasParent) return false;
    if (/乡镇|街道[)）]|[县区]级/u.test(before)) return true;
    if (centreWords.has(before) && !(anchored && tail.kind === 'centre')) return true;
    if (tail.kind === 'named') {
      const byPlaceAlone = before === '' && left.place !== null && this.#words.onePerTownship.has(tail.word);
      return before.length < 2 && !byPlaceAlone;
    }
    if (tail.kind === 'team') return left.place === null && left.level === '' && before.length < 2;
    if (anchored) return before === '' && /^(中心|委员会|协会|联合会|总站|总队|办公室|服务部|总局)$/u.test(tail.word);
    const planned = tail.word === '中心' && text.startsWith('建设', left.start + before.length + tail.word.length);
    return (
      planned ||
      tail.word === '联席会议' ||
      before.length < 2 ||
      centreKinds.endingAt(before, before.length) !== null ||
      !HAN.test(before)
    );
  }

  #add(start: number, end: number, named: NamedOrganization, tail: string, rule: string, confidence: number): void {
    this.#found.push({ ...named, start, end, tail, rule: `organizations.${rule}`, confidence });
  }
}

function withForm({ name, aliases }: NamedOrganization, ...forms: readonly string[]): string[] {
  return [...new Set([...aliases, ...forms.map((form) => form.replace(/[“”《》\s]/gu, ''))])].filter(
    (form) => form !== name,
  );
}
