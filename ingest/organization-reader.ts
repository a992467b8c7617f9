/** Reads organizations off a text: bodies of party and state by their seat, others by the words before their tail. */
import { CharacterSet } from './character-set.ts';
import { isHan } from './chinese.ts';
import type { Gazetteer } from './gazetteer.ts';
import { bodiesAtPlace, usualTail, zoneBody } from './organization-at-place.ts';
import { committeeAt } from './organization-committees.ts';
import { equalsBefore } from './organization-equals.ts';
import { type LeftPart, leftPartReader } from './organization-extent.ts';
import { isKindOfBody } from './organization-kinds.ts';
import { type NamedOrganization, nameOrganization, policeOf, withForm } from './organization-names.ts';
import { SeatReader } from './organization-seats.ts';
import type { BareTail, ReadOrganization } from './organization-unify.ts';
import type { OrganizationWords, Tail } from './organization-words.ts';
import type { Document, PlaceMention } from './types.ts';

/** Longest name built from parts of parts (市公安局刑侦支队一大队), in characters. */
const LONGEST_NAME = 40;
/** Longest name of an office inside a body, in characters. */
const LONGEST_UNIT = 10;
/** Last letters of such offices. */
const OFFICES = new CharacterSet('处科庭室股部');
/** Offices of courts and prosecutors that are named without their head. */
const OWN_OFFICE =
  /^(?:第[一二三四五六七八九十]+检察部|立案庭|速裁庭|少年庭|审判监督庭|执行裁决庭|(?:刑事|民事|行政|环境资源|知识产权|综合|少年)审判(?:第[一二三四五六]+)?庭)$/u;
/** How many forms of a name its parts inherit. */
const INHERITED_FORMS = 6;
/** Words of a government office between its seat and 局, in characters. */
const SHORTEST_OFFICE = 2;
const LONGEST_OFFICE = 10;
/** 格局, 大局: 局 ends another word. */
const NO_BUREAU = /[格布大全结时开僵变破政战棋饭当市县分总区省州各我该本骗赌牌出定危残终胜邮两书药一多新]$/u;
const NO_BUREAU_RIGHT = /[面部限势里域促内中]/u;
/** Bodies that name their branches by place: 中国农业银行|嘉善县支行, 武警浙江省总队|温州支队. */
const HAS_BRANCHES = /(?:银行|公司|集团|总队|总站)$/u;
const BRANCH = /^(?:支行|分行|分公司|公司|有限公司|支队|大队|中队)$/u;

/** Reads the bodies of one document from left to right. */
export class OrganizationReader {
  readonly #text: string;
  readonly #gazetteer: Gazetteer;
  readonly #seats: SeatReader;
  readonly #words: OrganizationWords;
  readonly #leftPart: (at: number, floor: number) => LeftPart;
  readonly #found: (ReadOrganization | BareTail)[] = [];

  constructor(doc: Document, places: readonly PlaceMention[], gazetteer: Gazetteer, words: OrganizationWords) {
    this.#text = doc.text;
    this.#gazetteer = gazetteer;
    this.#words = words;
    this.#seats = new SeatReader(doc, places, gazetteer, words);
    this.#leftPart = leftPartReader(doc.text, this.#seats, words);
  }

  read(): readonly (ReadOrganization | BareTail)[] {
    const text = this.#text;
    for (let at = 0; at < text.length; at++) {
      const end =
        this.#committee(at) ??
        this.#police(at) ??
        this.#paper(at) ??
        this.#tail(at) ??
        this.#unit(at) ??
        this.#bureau(at);
      if (end !== null) at = end - 1;
    }
    return this.#found;
  }

  get #last(): ReadOrganization | undefined {
    const last = this.#found.at(-1);
    return last && 'name' in last ? last : undefined;
  }

  #committee(at: number): number | null {
    const read = committeeAt(this.#text, at, this.#seats, this.#words);
    if (read === null) return null;
    this.#add(read.start, read.end, read.named, read.tail, 'committee', read.confidence);
    return read.end;
  }

  /** 义乌公安: the police of a place. */
  #police(at: number): number | null {
    const text = this.#text;
    const place = this.#seats.placeAt.get(at);
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
    const house = this.#text[end] === '社' ? end + 1 : end;
    const office = this.#words.paperOffices.startingAt(this.#text, house);
    if (office !== null) {
      const named = { name: `${name}社${office}`, aliases: [name + office, office], seat: null };
      this.#add(start, house + office.length, named, office, 'paper', 0.85);
      return house + office.length;
    }
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

  /** An office of the body before it, which its head gives away: 市中级人民法院|行政审判第一庭|副庭长. */
  #unit(at: number): number | null {
    const text = this.#text;
    if (!OFFICES.at(text, at)) return null;
    const letter = text.charAt(at);
    const head = text.slice(at + 1, at + 4).replace(/^副/u, '');
    const parent = this.#last;
    if (!parent || at - parent.end > LONGEST_UNIT || at - parent.end < 2) return null;
    const words = text.slice(parent.end, at);
    if (!head.startsWith(`${letter}长`) && !OWN_OFFICE.test(words + letter)) return null;
    if (!isHan(words) || [...words].some((sign) => this.#words.stops.has(sign))) return null;
    this.#sub(parent, parent.end, at + 1, words + letter);
    return at + 1;
  }

  /** An office of government that no list has: 市大数据发展局, and after another one 、文体广电局. */
  #bureau(at: number): number | null {
    const text = this.#text;
    if (text[at] !== '局' || NO_BUREAU_RIGHT.test(text[at + 1] ?? '')) return null;
    if (NO_BUREAU.test(text[at - 1] ?? '')) return null;
    const last = this.#last;
    const left = this.#leftPart(at, last?.end ?? 0);
    if (left.words.length < SHORTEST_OFFICE || left.words.length > LONGEST_OFFICE || !isHan(left.words)) return null;
    const isListed = last?.seat && /[局办委]$/u.test(last.tail) && /^[、和]$/u.test(text.slice(last.end, left.start));
    const seat =
      left.place?.place.path ??
      (left.level !== '' && !this.#seats.isAnyLevel(left.start) ? this.#seats.ofLevel(left.level, left.start) : null) ??
      (isListed ? last.seat : null);
    if (last?.end === left.start && isHan(left.words) && /(?:[部院厅局]|法院)$/u.test(last.tail)) {
      // 公安部|治安管理局, 某县法院|执行局
      this.#sub(last, left.start, at + 1, `${left.words}局`);
      return at + 1;
    }
    if (seat === null || this.#isKind(left, { word: '局', kind: 'seated' }, false)) return null;
    const named = nameOrganization(`${left.words}局`, seat);
    const printed = text.slice(left.start, at + 1);
    this.#add(left.start, at + 1, { ...named, aliases: withForm(named, printed) }, '局', 'bureau', 0.8);
    return at + 1;
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
    const seat = this.#seats.before(at, /./u) ?? this.#seats.sharing(word, at);
    // 浙江法院: the courts of a province together.
    if (seat && word === '法院' && seat.level === '' && !seat.path?.includes('/')) return false;
    if (seat && (seat.path !== null || /[省市县区州]/u.test(seat.level))) {
      const printed = this.#text.slice(seat.start, end);
      // 浏阳、宁乡法院 are two; 浏阳市、宁乡市公安局 may be a city and a bureau.
      const equals = seat.level === '' ? equalsBefore(this.#text, this.#seats, this.#seats.placeAt.get(at)) : [];
      for (const equal of equals.filter(({ end: to }) => !/[省市县区旗州]/u.test(this.#text[to - 1] ?? ''))) {
        const named = nameOrganization(word, equal.place.path);
        this.#add(equal.start, end, named, word, 'seat', 0.85);
      }
      const named = nameOrganization(seat.path === null ? seat.level + word : word, seat.path);
      const confidence = seat.path === null ? 0.6 : 0.95;
      this.#add(seat.start, end, { ...named, aliases: withForm(named, printed) }, word, 'seat', confidence);
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
    else if (!this.#zoned(at, end, tail)) this.#found.push({ start: at, end, tail: word });
    return true;
  }

  /** 丽水经济技术开发区管委会: a body of a zone, which is no division and keeps its printed name. */
  #zoned(at: number, end: number, { word }: Tail): boolean {
    const left = this.#leftPart(at, this.#last?.end ?? 0);
    const named = zoneBody(this.#text, left, end, word, this.#seats, this.#words);
    if (named) this.#add(left.start, end, named, word, 'zone', 0.85);
    return named !== null;
  }

  /** 村委会 and, before a post, 党支部 mean the village at hand. */
  #villageOf(at: number, end: number, word: string): string | null {
    if (!this.#words.villageBodies.has(word)) return null;
    if (!word.startsWith('村') && !this.#words.postHeads.startingAt(this.#text, end)) return null;
    return this.#seats.ofLevel('村', at);
  }

  /** 省委常委、政法委书记; 副省长、公安厅长; 市发改委、文明办. */
  #sharedSeat(at: number, end: number): string | null {
    const text = this.#text;
    const governor = /(省|市|县|区|州|镇|乡)长[、,，]$/u.exec(text.slice(Math.max(0, at - 3), at))?.[1];
    const last = this.#last;
    const gap = last ? text.slice(last.end, at) : '';
    if (last?.seat && /^(、|和|及|与|以及)$/u.test(gap)) return last.seat;
    if (!this.#words.postHeads.startingAt(text, end)) return null;
    if (governor) return this.#seats.ofLevel(governor, at);
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
    const left = this.#leftFormer(this.#leftPart(at, parent?.end ?? 0), tail);
    const own = left.words + tail.word;
    // 海警支队|支队长
    if (parent?.end === at && parent.name.endsWith(tail.word)) return false;
    // 刑警大队|大队长某人任|专案组: the words are a post and its holder.
    if (parent && left.start === parent.end && this.#words.postHeads.startingAt(left.words, 0) !== null) {
      this.#found.push({ start: at, end, tail: tail.word });
      return true;
    }
    const owner = this.#pointedAt(left);
    if (owner) {
      const own = left.words.slice(1) + tail.word;
      const named = { name: owner.name + own, aliases: [own, left.words + tail.word], seat: owner.seat };
      this.#add(left.start, end, named, tail.word, 'part', 0.8);
      return true;
    }
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
    const branches = BRANCH.test(tail.word) && parent !== undefined && HAS_BRANCHES.test(parent.name);
    if (left.place && branches && parent.end === left.start) {
      this.#sub(parent, parent.end, end, text.slice(parent.end, end));
      return true;
    }
    // 成都市公安局|武侯区分局 is one body, and the words before name no other.
    if (left.place && tail.word === '分局' && parent?.end === left.start && parent.tail === '公安局') {
      this.#found.pop();
      return this.#openAtPlace({ ...left, start: parent.start }, left.place, end, tail);
    }
    if (this.#isKind(left, tail, false)) return false;
    if (left.place) return this.#openAtPlace(left, left.place, end, tail);
    if (left.level) {
      const path = this.#seats.ofLevel(left.level, left.start);
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
    const area = this.#words.territorial.has(tail.word)
      ? (this.#seats.countyOfTownship(left.words) ?? this.#seats.countyAround(left.start))
      : null;
    const named = nameOrganization(this.#same(left.words, tail.word), area);
    this.#add(left.start, end, { ...named, aliases: withForm(named, own) }, tail.word, 'words', 0.7);
    return true;
  }

  /** 该|局法律援助中心: of the body named last that ends so. */
  #pointedAt({ start, words }: LeftPart): ReadOrganization | undefined {
    const letter = words.charAt(0);
    if (words.length < 2 || !/[局院厅所委办]/u.test(letter) || !/[该本]/u.test(this.#text[start - 1] ?? ''))
      return undefined;
    return this.#found.findLast((one): one is ReadOrganization => 'name' in one && one.name.endsWith(letter));
  }

  /** 原|仙桥派出所|所长: the word belongs to the post. */
  #leftFormer(left: LeftPart, { word }: Tail): LeftPart {
    const isFormer =
      left.place === null && this.#words.territorial.has(word) && /^原\p{Script=Han}{2}/u.test(left.words);
    return isFormer ? { ...left, start: left.start + 1, words: left.words.slice(1) } : left;
  }

  #openAtPlace(left: LeftPart, place: PlaceMention, end: number, tail: Tail): boolean {
    const read = bodiesAtPlace(this.#text, left, place, end, tail, this.#seats, this.#words);
    for (const { start, named, rule, confidence } of read) this.#add(start, end, named, tail.word, rule, confidence);
    return true;
  }

  /** The words with the usual form of the tail: 陈家桥人民法庭 → 陈家桥法庭. */
  #same(before: string, tail: string): string {
    return usualTail(before, tail, this.#words);
  }

  #isKind(left: LeftPart, tail: Tail, hasParent: boolean): boolean {
    const anyLevel = left.level !== '' && this.#seats.isAnyLevel(left.start);
    return isKindOfBody(this.#text, left, tail, hasParent, anyLevel, this.#words);
  }

  #add(start: number, end: number, named: NamedOrganization, tail: string, rule: string, confidence: number): void {
    this.#found.push({ ...named, start, end, tail, rule: `organizations.${rule}`, confidence });
  }
}
