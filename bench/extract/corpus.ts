/** Any number of pages, made from the annotated ones: other people, other places, other days, the same language. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openRandom, type Random } from '../../graph/random.ts';
import type { RawPage } from '../../ingest/files.ts';
import { type Division, loadGazetteer } from '../../ingest/gazetteer.ts';
import { loadWordLists } from '../../ingest/lexicon.ts';
import { loadSet, SETS } from '../eval/sets.ts';

/** A page to make others from: what of it is replaced, and the division that each place name means. */
export interface Template {
  readonly name: string;
  readonly text: string;
  readonly people: readonly string[];
  readonly divisions: readonly Division[];
}

/** What the made names are put together from. */
export interface NameStock {
  readonly surnames: readonly string[];
  readonly given: readonly string[];
  /** Cities and counties by `likenessOf`. */
  readonly divisions: ReadonlyMap<string, readonly Division[]>;
}

const SHORTEST_STEM = 2;
const MONTHS = 12;
/** Every month has so many days. */
const DAYS = 28;
const DAY = /(\d{1,2})月(\d{1,2})日/gu;

/** The annotated pages of all sets, with the people, cities and counties that their annotations name. */
export function loadTemplates(): readonly Template[] {
  const gazetteer = loadGazetteer();
  return SETS.flatMap(loadSet).map(({ name, file, gold }) => {
    const bylines = gold.articles.flatMap(({ byline }) => byline.map((author) => author.name));
    const people = gold.articles.flatMap(({ persons }) => persons.flat());
    const paths = gold.articles.flatMap(({ places }) => places.flat()).flatMap(lineage);
    const divisions = [...new Set(paths)].flatMap((path) => gazetteer.at(path) ?? []);
    return {
      name,
      text: readFileSync(file, 'utf8'),
      people: [...new Set([...people, ...bylines])].filter((person) => /^\p{Script=Han}{2,4}$/u.test(person)),
      divisions: divisions.filter(isReplaced),
    };
  });
}

export function loadNameStock(): NameStock {
  const lists = loadWordLists('names.lex');
  const divisions = new Map<string, Division[]>();
  for (const division of loadGazetteer().divisions.filter(isReplaced)) {
    const alike = divisions.get(likenessOf(division));
    if (alike) alike.push(division);
    else divisions.set(likenessOf(division), [division]);
  }
  return { surnames: lists.list('surname-sure'), given: [...lists.characters('given')], divisions };
}

/**
 * Pages without end, one at a time: the templates in turn, each copy with names and days of its own. The same seed gives the same
 * pages on every machine.
 */
export function* makePages(templates: readonly Template[], stock: NameStock, seed: number): Generator<RawPage> {
  for (let copy = 0; ; copy += 1)
    for (const [index, template] of templates.entries()) {
      const text = vary(template, stock, openRandom(seed, copy, index));
      const sha256 = createHash('sha256').update(text).digest('hex');
      yield { file: `${copy}-${template.name}`, text, sha256, encoding: 'utf-8' };
    }
}

/** One copy of a template. Names keep their lengths and days their form; a name that holds another is replaced as a whole. */
export function vary(template: Template, stock: NameStock, random: Random): string {
  const replaced = new Map<string, string>();
  for (const person of template.people) {
    const given = Array.from({ length: person.length - 1 }, () => random.of(stock.given));
    replaced.set(person, random.of(stock.surnames) + given.join(''));
  }
  for (const division of template.divisions) {
    const other = random.of(stock.divisions.get(likenessOf(division)) ?? [division]);
    replaced.set(division.name, other.name);
    if (division.stem.length >= SHORTEST_STEM) replaced.set(division.stem, other.stem);
  }
  const longestFirst = [...replaced.keys()].sort((a, b) => b.length - a.length);
  const moved = { months: random.below(MONTHS), days: random.below(DAYS) };
  const dated = template.text.replace(DAY, (_, month: string, day: string) => {
    const later = (number: string, by: number, limit: number) => ((Number(number) + by) % limit) + 1;
    return `${later(month, moved.months, MONTHS)}月${later(day, moved.days, DAYS)}日`;
  });
  if (longestFirst.length === 0) return dated;
  return dated.replace(new RegExp(longestFirst.join('|'), 'gu'), (name) => replaced.get(name) as string);
}

function isReplaced({ level, to }: Division): boolean {
  return to === null && (level === 'city' || level === 'county');
}

/** Divisions alike in this stand for each other: level, suffix, length of the name. */
function likenessOf({ level, name, stem }: Division): string {
  return `${level} ${name.slice(stem.length)} ${stem.length}`;
}

/** A path and those of its superiors. */
function lineage(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
