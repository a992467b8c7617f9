/** Brings the names of one program together and says which of them it goes by. */
import { ACCEPTED, confidenceOf, type ProgramCandidate, type ProgramScene } from './program-candidates.ts';
import { coverage } from './program-text.ts';
import type { Span } from './types.ts';

/** A program of the document under one name. */
export interface FoundProgram {
  name: string;
  readonly aliases: Set<string>;
  rule: string;
  confidence: number;
}

/** More programs than any article has: a text made to be slow is cut off here. */
export const MOST_PROGRAMS = 300;
const SURE = 0.97;
const CENTRE = '中心';
const ERA = '新时代';
/** A tail of so many characters is the same program with a level or a place in front. */
const SHARED_TAIL = 6;
/** A shorter name is shared only where a place stands before it (宁海36条, 36条). */
const SHORTEST_STEM = 4;
const SHORTEST_SHARED = 3;

/** Whether the words are part of an organization's name: 矛盾纠纷多元化解中心 names no program. */
export function isInBody({ start, end }: Span, { inBodies, text }: ProgramScene): boolean {
  return inBodies[start] === 1 && inBodies[end] === 1 && text.inQuotes[start] === 0;
}

/** Signs that do not tell names apart. */
export function squash(name: string): string {
  return name.replace(/[、,()·\-—]/gu, '');
}

/**
 * Programs that the candidates stand for, known names first. Two candidates are one program when they share a name, when
 * the lexicon says so, when one is the other with a level or a place in front (省矛调协同应用系统), or when they are
 * X+Y and X+Z (村情通+网格治理, 村情通+全民网格).
 */
export function mergePrograms(scene: ProgramScene, candidates: readonly ProgramCandidate[]): readonly FoundProgram[] {
  const { lexicon, text } = scene;
  const programs: FoundProgram[] = [];
  const byName = new Map<string, FoundProgram>();
  const keep = (program: FoundProgram, names: Iterable<string>) => {
    for (const name of names) {
      if (name !== program.name) program.aliases.add(name);
      if (!byName.has(squash(name))) byName.set(squash(name), program);
    }
  };
  const centres = candidates.filter(({ rule, score }) => rule === 'programs.centre' && score >= ACCEPTED);
  const inCentre = coverage(text.bare.length, centres);
  for (const { word, start, end } of lexicon.knownFinder.find(text.bare)) {
    // 多元化解|中心: the words are part of the longer name.
    if (isInBody({ start, end }, scene) || (inCentre[start] && inCentre[end])) continue;
    // 永嘉县社会矛盾纠纷调处化解中心 is one centre, which makes no kind of it.
    if (word.endsWith(CENTRE) && scene.inBodies[start] === 1 && scene.inBodies[end - 1] === 1) continue;
    if (word.length <= 2 && !text.isQuotation({ start, end })) continue;
    const known = lexicon.known.get(word);
    if (!known || byName.has(squash(known.name))) continue;
    const program = { name: known.name, aliases: new Set<string>(), rule: 'programs.known', confidence: SURE };
    programs.push(program);
    keep(program, [known.name, ...known.aliases]);
  }
  const accepted = candidates
    .filter(({ score }) => score >= ACCEPTED)
    .sort((a, b) => b.score - a.score || a.start - b.start);
  for (const candidate of accepted) {
    if (programs.length >= MOST_PROGRAMS) break;
    const names = [candidate.name, ...candidate.aliases];
    const named = names.map((name) => byName.get(squash(name))).find((one) => one !== undefined);
    const part = named ? null : secondPart(candidate.name, programs, scene);
    const program = named ?? (part ? null : kin(candidate.name, programs, scene));
    if (program) {
      keep(program, names);
      continue;
    }
    const made = {
      name: part ?? candidate.name,
      aliases: new Set<string>(),
      rule: candidate.rule,
      confidence: confidenceOf(candidate.score),
    };
    programs.push(made);
    keep(made, names);
  }
  if (text.bare.includes(ERA))
    for (const program of programs)
      for (const name of [program.name, ...program.aliases])
        if (text.bare.includes(ERA + name)) program.aliases.add(ERA + name);
  return programs;
}

/** Of a known X joined to a Y that is named like a program itself (城市数据大脑2.0), Y. */
function secondPart(name: string, programs: readonly FoundProgram[], { lexicon }: ProgramScene): string | null {
  const [, first, second] = /^([^+]+)\+([^+]{4,})$/u.exec(name) ?? [];
  if (!first || !second || !programs.some((program) => program.name === first)) return null;
  const unversioned = second.replace(/[\d.]+$/u, '');
  return lexicon.words('act').endingAt(unversioned, unversioned.length) || /大脑$|平台$|系统$/u.test(unversioned)
    ? second
    : null;
}

/** Whether the words only say what kind of thing it is: 突破工程, 建设工作. */
function isGeneric(words: string, { words: list }: ProgramScene['lexicon']): boolean {
  let at = 0;
  while (at < words.length) {
    const word =
      list('generic').startingAt(words, at) ??
      list('class').startingAt(words, at) ??
      list('class-weak').startingAt(words, at);
    if (!word) return false;
    at += word.length;
  }
  return words.length > 0;
}

/** “查一次”难在哪里: a headline quotes the end of a name that the text has in full. */
function isCutInHeadline(short: string, { text }: ProgramScene): boolean {
  const quoted = text.quotes.filter(({ inner }) => inner === short);
  return quoted.length > 0 && quoted.every(({ start }) => start < text.bodyStart);
}

/** A program already found of which `name` is another form. */
function kin(name: string, programs: readonly FoundProgram[], scene: ProgramScene): FoundProgram | null {
  const { lexicon, places, text } = scene;
  const head = /^([^+]{2,})\+/u.exec(name)?.[1];
  for (const program of programs) {
    const forms = [program.name, ...program.aliases];
    if (head && forms.some((form) => form === head || form.startsWith(`${head}+`))) return program;
    if (
      forms.some(
        (form) =>
          form.length >= SHORTEST_SHARED && name.startsWith(form) && isGeneric(name.slice(form.length), lexicon),
      )
    )
      return program;
    for (const form of forms) {
      const [long, short] = form.length > name.length ? [form, name] : [name, form];
      if (!long.endsWith(short) || short.length < SHORTEST_SHARED) continue;
      const rest = long.slice(0, long.length - short.length);
      const isPlace = () => places.some((place) => text.bare.slice(place.start, place.end) === rest);
      if (isPlace() || isCutInHeadline(short, scene)) return program;
      if (short.length < SHORTEST_STEM) continue;
      if (short.length >= SHARED_TAIL || lexicon.words('level').has(rest)) return program;
    }
  }
  return null;
}
