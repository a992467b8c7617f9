/** The gazetteer: China's divisions from `lexicon/*.tsv`, with lookups by name, bare name, path and position in a text. */
import { readFileSync } from 'node:fs';
import { ZhituError } from '../graph/errors.ts';
import type { PlaceLevel } from '../graph/model.ts';
import { loadWordLists, type WordLists } from './lexicon.ts';
import type { PlaceRef } from './types.ts';

/** One division, present or former. */
export interface Division extends PlaceRef {
  readonly name: string;
  /** The name without 省, 市, 县 … and without the peoples of an autonomous division: 湖州, 景宁, 广西. */
  readonly stem: string;
  readonly parent: Division | null;
  readonly children: readonly Division[];
  /** Months (`2017-07`) from which and until which it was valid; null where it is, or was always. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What stands at a position of a text. */
export interface NameAtPosition {
  readonly length: number;
  /** `name`: with its suffix; `bare`: without. */
  readonly form: 'name' | 'bare';
  readonly divisions: readonly Division[];
}

export interface Gazetteer {
  /** The word lists of `lexicon/places.lex`. */
  readonly words: WordLists;
  /** Divisions with this full name (景宁畲族自治县, and 景宁县 for it). */
  named(name: string): readonly Division[];
  /** Provinces, cities and counties with this bare name. */
  stemmed(stem: string): readonly Division[];
  /** The division at a path, or null. */
  at(path: string): Division | null;
  /** The longest name or bare name that starts at `position` of `text`, or null. */
  longestAt(text: string, position: number): NameAtPosition | null;
  /**
   * The path as it was in a month (`2016-04`): what lies in a county that had one predecessor under another name lay in that.
   * Only paths below a county change; the county itself is called as the text calls it.
   */
  pathIn(path: string, month: string): string;
  readonly divisions: readonly Division[];
}

const SHORTEST_BARE = 2;
/** The table of name starts has so many bytes as a power of two. */
const START_BITS = 16;
/** Code lengths of GB/T 2260 (province, city, county); a township has its county's six digits and three more. */
const LEVEL_OF_CODE_LENGTH: Readonly<Record<number, PlaceLevel>> = { 2: 'province', 4: 'city', 6: 'county' };
const TOWNSHIP_DIGITS = 3;

let cached: Gazetteer | undefined;

/** The gazetteer of `lexicon/`; read once a process. Throws `bad-input` for data that contradicts itself. */
export function loadGazetteer(): Gazetteer {
  cached ??= buildGazetteer({
    divisions: lexiconFile('divisions.tsv'),
    historical: lexiconFile('historical-divisions.tsv'),
    zones: lexiconFile('zones.tsv'),
    words: loadWordLists('places.lex'),
  });
  return cached;
}

function lexiconFile(name: string): string {
  return readFileSync(new URL(`./lexicon/${name}`, import.meta.url), 'utf8');
}

interface MutableDivision extends Division {
  from: string | null;
  readonly children: MutableDivision[];
}

/** The same from the texts of the data files (formats in their first lines). */
export function buildGazetteer(files: {
  readonly divisions: string;
  readonly historical: string;
  readonly zones: string;
  readonly words: WordLists;
}): Gazetteer {
  const stemOf = stemmer(files.words.list('peoples'));
  const divisions: MutableDivision[] = [];
  const byPath = new Map<string, MutableDivision>();

  const add = (
    name: string,
    level: PlaceLevel,
    code: string | null,
    parent: MutableDivision | null,
    to: string | null,
  ): MutableDivision => {
    const path = parent ? `${parent.path}/${name}` : name;
    const division = { path, level, code, name, stem: stemOf(name, level), parent, children: [], from: null, to };
    divisions.push(division);
    if (!byPath.has(path)) byPath.set(path, division);
    parent?.children.push(division);
    return division;
  };

  readDivisions(files.divisions, add);
  for (const [line, [path = '']] of dataLines(files.zones)) {
    const [name, parent] = splitPath(path, byPath, `zones.tsv:${line}`);
    if (byPath.has(path)) throw badData(`zones.tsv:${line}`, 'a zone that the divisions do not list', path);
    add(name, name.endsWith('片区') ? 'township' : 'county', null, parent, null);
  }
  const predecessors = new Map<string, { readonly path: string; readonly to: string }[]>();
  for (const [line, [path = '', to = '', successors = '']] of dataLines(files.historical)) {
    const where = `historical-divisions.tsv:${line}`;
    const [name, parent] = splitPath(path, byPath, where);
    if (!/^\d{4}-\d{2}$/u.test(to)) throw badData(where, 'a month like 2017-07 in the second column', to);
    const heirs = successors.split('|').map((heir) => {
      const found = byPath.get(heir);
      if (!found) throw badData(where, 'paths of the divisions as successors', heir);
      return found;
    });
    if (byPath.has(path)) throw badData(where, 'a division that exists no more', path);
    add(name, historicalLevel(name, parent), null, parent, to);
    // A district that ended (下城区) joined one that was there already; a county or city became something new.
    for (const heir of heirs.length === 1 && !path.endsWith('区') ? heirs : []) {
      predecessors.set(heir.path, [...(predecessors.get(heir.path) ?? []), { path, to }]);
    }
    for (const heir of heirs) if (heir.stem === stemOf(name, heir.level)) heir.from = to;
  }
  return { ...index(divisions, byPath, files.words), pathIn: pathsIn(predecessors) };
}

/** Divisions that came from several tell nothing about where their townships were before. */
function pathsIn(
  predecessors: ReadonlyMap<string, readonly { readonly path: string; readonly to: string }[]>,
): Gazetteer['pathIn'] {
  return (path, month) => {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const [before, another] = predecessors.get(path.slice(0, end)) ?? [];
      if (before && !another && month <= before.to) return before.path + path.slice(end);
    }
    return path;
  };
}

type AddDivision = (
  name: string,
  level: PlaceLevel,
  code: string | null,
  parent: MutableDivision | null,
  to: string | null,
) => MutableDivision;

function readDivisions(text: string, add: AddDivision): void {
  const byCode = new Map<string, MutableDivision>();
  for (const [line, [code = '', name = '', townships = '']] of dataLines(text)) {
    const level = LEVEL_OF_CODE_LENGTH[code.length];
    if (!level || name === '') throw badData(`divisions.tsv:${line}`, 'a code of 2, 4 or 6 digits and a name', code);
    const superior = byCode.get(code.slice(0, 4)) ?? byCode.get(code.slice(0, 2)) ?? null;
    if (level !== 'province' && !superior) throw badData(`divisions.tsv:${line}`, 'a superior above it', code);
    // A city without counties (东莞市) is listed a second time as its own county.
    const division = superior?.name === name ? superior : add(name, level, code, superior, null);
    byCode.set(code, division);
    if (townships === '') continue;
    for (const township of townships.split(' ')) {
      const digits = township.slice(0, TOWNSHIP_DIGITS);
      add(township.slice(TOWNSHIP_DIGITS), 'township', code + digits, division, null);
    }
  }
}

function historicalLevel(name: string, parent: Division | null): PlaceLevel {
  if (/[镇乡]$/u.test(name)) return 'township';
  const municipality = parent?.name.endsWith('市') ?? false;
  return parent?.level === 'province' && !municipality ? 'city' : 'county';
}

function splitPath(
  path: string,
  byPath: ReadonlyMap<string, MutableDivision>,
  where: string,
): [string, MutableDivision] {
  const cut = path.lastIndexOf('/');
  const parent = byPath.get(path.slice(0, cut));
  if (!parent) throw badData(where, 'a path whose superior is a division', path);
  return [path.slice(cut + 1), parent];
}

/** Line number and columns of every line that is no comment. */
function* dataLines(text: string): Generator<readonly [number, readonly string[]]> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line !== '' && !line.startsWith('#')) yield [index + 1, line.split('\t')];
  }
}

function badData(where: string, expected: string, seen: string): ZhituError {
  return new ZhituError('bad-input', `${where}: expected ${expected}, saw "${seen.slice(0, 40)}"`, { where });
}

/** Cuts level and peoples off a name; a name of one character keeps its suffix (唐县). */
function stemmer(peoples: readonly string[]): (name: string, level: PlaceLevel) => string {
  // Longest first; string methods, because this runs for every township in the country.
  const suffixes: Partial<Record<PlaceLevel, readonly string[]>> = {
    province: ['特别行政区', '自治区', '省', '市'],
    city: ['自治州', '地区', '市', '盟', '州'],
    county: ['自治县', '自治旗', '林区', '特区', '新区', '市', '县', '区', '旗'],
    township: ['民族乡', '街道', '地区', '苏木', '镇', '乡'],
  };
  return (name, level) => {
    const suffix = suffixes[level]?.find((ending) => name.endsWith(ending)) ?? '';
    let stem = name.slice(0, name.length - suffix.length);
    if (suffix.startsWith('自治') || suffix === '民族乡') {
      for (let people = lastPeople(stem, peoples); people; people = lastPeople(stem, peoples)) {
        stem = stem.slice(0, -people.length);
      }
    }
    return stem.length >= SHORTEST_BARE ? stem : name;
  };
}

function lastPeople(stem: string, peoples: readonly string[]): string | undefined {
  return peoples.find((people) => stem.endsWith(people) && stem.length - people.length >= SHORTEST_BARE);
}

function index(
  divisions: readonly MutableDivision[],
  byPath: ReadonlyMap<string, Division>,
  words: WordLists,
): Omit<Gazetteer, 'pathIn'> {
  const byName = new Map<string, Division[]>();
  const byStem = new Map<string, Division[]>();
  /** What a text may print, full names before bare ones. */
  const printed = new Map<string, NameAtPosition>();
  /** By a hash of the first two UTF-16 units of a name, the lengths of the names that start so, as bits: a filter before the lookup. */
  const lengths = new Map<number, number>();
  /** A bit for each such hash, or for several: most positions are told from it, which fits the processor's cache. */
  const starts = new Uint8Array(1 << START_BITS);
  const register = (map: Map<string, Division[]>, name: string, division: Division): void => {
    const known = map.get(name);
    if (known) known.push(division);
    else map.set(name, [division]);
    const start = hashAt(name, 0);
    lengths.set(start, (lengths.get(start) ?? 0) | (1 << name.length));
    const slot = slotOf(start);
    starts[slot >>> 3] = (starts[slot >>> 3] as number) | (1 << (slot & 7));
  };
  for (const division of divisions) {
    register(byName, division.name, division);
    if (division.level === 'township') {
      // 乌镇镇 is spoken of as 乌镇.
      if (division.name.endsWith('镇镇')) register(byName, division.name.slice(0, -1), division);
      continue;
    }
    if (division.stem !== division.name) register(byStem, division.stem, division);
    const short = shortFullName(division);
    if (short !== division.name) register(byName, short, division);
  }
  for (const [name, named] of byName) printed.set(name, { length: name.length, form: 'name', divisions: named });
  for (const [stem, stemmed] of byStem)
    if (!byName.has(stem)) printed.set(stem, { length: stem.length, form: 'bare', divisions: stemmed });
  const none: readonly Division[] = [];
  return {
    words,
    divisions,
    named: (name) => byName.get(name) ?? none,
    stemmed: (stem) => byStem.get(stem) ?? none,
    at: (path) => byPath.get(path) ?? null,
    longestAt: (text, position) => {
      const start = hashAt(text, position);
      const slot = slotOf(start);
      if (((starts[slot >>> 3] as number) & (1 << (slot & 7))) === 0) return null;
      const bits = lengths.get(start);
      if (bits === undefined) return null;
      for (let length = 31 - Math.clz32(bits); length >= 2; length--) {
        if ((bits & (1 << length)) === 0 || position + length > text.length) continue;
        const word = text.slice(position, position + length);
        const found = printed.get(word);
        if (found) return found;
      }
      return null;
    },
  };
}

/** A number for the two UTF-16 units at a position, small enough to be a fast map key. */
function hashAt(text: string, position: number): number {
  return ((text.charCodeAt(position) << 14) ^ text.charCodeAt(position + 1)) & 0x3fffffff;
}

/** Where the bit of such a number is: its high bits after a multiplication that mixes them (Fibonacci hashing). */
function slotOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - START_BITS - 3);
}

/** The name as it is spoken: 景宁县 for 景宁畲族自治县, 恩施州; other names unchanged. */
export function shortFullName({ name, stem }: Pick<Division, 'name' | 'stem'>): string {
  return /自治[州县旗]$/u.test(name) && stem !== name ? stem + name.slice(-1) : name;
}

/** Whether `path` is `superior` or lies in it. */
export function isWithin(path: string, superior: string): boolean {
  return path === superior || path.startsWith(`${superior}/`);
}
