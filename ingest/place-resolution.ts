/** Decides which division each candidate names, from the places around it. */
import { type Division, type Gazetteer, isWithin } from './gazetteer.ts';
import type { PlaceCandidate } from './place-candidates.ts';
import {
  fitness,
  type Link,
  lastName,
  lineage,
  linkBetween,
  PlaceSupport,
  placeOfSelfWord,
  rankOf,
  superiorOf,
  validAt,
} from './place-context.ts';
import {
  CLOSE_RIVAL,
  CONFIDENCE,
  decision,
  isVerbBefore,
  opensWith,
  SHORTEST_STEM,
  settlementLevel,
  suffixOf,
  unlisted,
} from './place-decisions.ts';
import { listedDivision, listedNames } from './place-lists.ts';
import { type Decision, PlaceMemory } from './place-memory.ts';
import { onlyDivision, votedCounties } from './place-votes.ts';
import type { Issue, PlaceRef } from './types.ts';

export interface ResolutionContext {
  readonly text: string;
  readonly gazetteer: Gazetteer;
  readonly home: string | null;
  /** Month of the article, `2020-03`, or null. */
  readonly month: string | null;
  /** The start of the sentence that holds a position. */
  readonly sentenceStart: (position: number) => number;
}

/** A lead of this much in `fitness` leaves no doubt. */
const CLEAR_LEAD = 20;
/** Where a name is first read right behind a township, it is none itself. */
const IN_TOWNSHIP = /(?:街道|镇|乡)$/u;
/** Longest name of a settlement, suffix included. */
const LONGEST_SETTLEMENT = 12;

/** The places of the candidates, in text order; candidates that name none are left out and, where it is worth telling, become issues. */
export function resolvePlaces(
  candidates: readonly PlaceCandidate[],
  context: ResolutionContext,
): { readonly items: readonly Decision[]; readonly issues: readonly Issue[] } {
  const names = candidates.filter(({ form, trust }) => form === 'name' && trust === 'sure');
  const alone = new PlaceSupport();
  for (const { divisions } of names) {
    const single = onlyDivision(divisions, context.home);
    if (single) alone.add(single.path);
  }
  const voted = votedCounties(candidates, context.home);
  for (const county of voted) alone.add(county);
  const home = context.home ?? alone.foremost((path) => !path.includes('/'));

  const settled = new PlaceSupport();
  for (const county of voted) settled.add(county);
  for (const { place } of new Resolver({ ...context, home }, alone).run(names)) settled.add(place.path);
  const resolver = new Resolver({ ...context, home }, settled);
  return { items: resolver.run(candidates), issues: resolver.issues };
}

class Resolver {
  readonly issues: Issue[] = [];
  readonly #memory: PlaceMemory;
  /** Settlements without a superior beside them wait until the whole text is read. */
  readonly #waiting: PlaceCandidate[] = [];
  readonly #context: ResolutionContext;
  readonly #support: PlaceSupport;

  constructor(context: ResolutionContext, support: PlaceSupport) {
    this.#context = context;
    this.#support = support;
    this.#memory = new PlaceMemory(context.gazetteer);
  }

  run(candidates: readonly PlaceCandidate[]): readonly Decision[] {
    for (const [index, candidate] of candidates.entries()) {
      const decision = this.#decide(candidate, candidates[index + 1]);
      if (decision) this.#memory.add(decision);
    }
    return [...this.#memory.decisions, ...this.#decideWaiting(), ...this.#listed()].sort((a, b) => a.start - b.start);
  }

  /** 来自沙溪、白桥等街道: townships of the county at hand that share their suffix. */
  #listed(): Decision[] {
    const { text, gazetteer } = this.#context;
    const taken = this.#memory.decisions;
    return listedNames(text).flatMap((listed) => {
      const county = this.#nearestCounty(listed.end);
      const found = listedDivision(listed, (county === null ? null : gazetteer.at(county)?.children) ?? []);
      if (!found || taken.some(({ start, end }) => start < listed.end && end > found.start)) return [];
      return [decision({ start: found.start, end: listed.end, form: 'bare' }, found.division, 'shared-suffix')];
    });
  }

  #decide(candidate: PlaceCandidate, next: PlaceCandidate | undefined): Decision | null {
    switch (candidate.form) {
      case 'country':
        return decision(candidate, { path: candidate.name, level: 'country', code: null }, 'country');
      case 'self':
        return this.#selfWord(candidate);
      case 'short':
        return this.#short(candidate);
      case 'settlement':
        return this.#settlement(candidate);
      default:
        return this.#named(candidate, next);
    }
  }

  #named(candidate: PlaceCandidate, next: PlaceCandidate | undefined): Decision | null {
    const { text, home } = this.#context;
    const previous = this.#memory.last;
    const link = previous ? linkBetween(text, previous.end, candidate.start) : 'none';
    const inSentence = previous && previous.start >= this.#context.sentenceStart(candidate.start);
    const around = { previous, link, support: this.#support, home, sameSentence: inSentence ? previous : undefined };
    const ranked = this.#possible(candidate)
      .map((division) => ({ division, fit: fitness(division, around) }))
      .sort((a, b) => b.fit - a.fit);
    const best = ranked[0];
    if (!best) return null;
    const under = previous && link === 'adjacent' && isWithin(best.division.path, previous.place.path);
    if (!under && candidate.form === 'name' && best.division.level === 'township') {
      const divisions = ranked.map(({ division }) => division);
      return this.#township(candidate, divisions, link === 'adjacent' ? previous?.place : undefined);
    }
    if (!under && !this.#accepts(candidate, best.division, link, next)) return null;
    const rival = ranked[1] && best.fit <= ranked[1].fit + CLEAR_LEAD ? CLOSE_RIVAL : 0;
    const form = candidate.form === 'name' ? 'name' : 'bare';
    return decision(candidate, best.division, form, CONFIDENCE[form] - rival);
  }

  /** The divisions valid in the article's month; a full name that only a former division had means that one in any month. */
  #possible({ form, divisions }: PlaceCandidate): readonly Division[] {
    if (form === 'name' && divisions.length === 1) return divisions;
    const valid = divisions.filter((division) => validAt(division, this.#context.month));
    // Bare 承德 is the city, not the county of that name in it.
    return form === 'bare'
      ? valid.filter(({ path }) => !valid.some((other) => other.path !== path && isWithin(path, other.path)))
      : valid;
  }

  #accepts(candidate: PlaceCandidate, division: Division, link: Link, next: PlaceCandidate | undefined): boolean {
    if (candidate.trust === 'sure') return true;
    if (candidate.form === 'bare' && this.#support.names(division.path)) return true;
    const { home } = this.#context;
    const province = division.path.split('/')[0] as string;
    const near = (home !== null && isWithin(home, province)) || this.#support.implies(province);
    if (candidate.trust === 'doubtful' && near) return true;
    const equals = candidate.form === 'bare' && (link === 'coordinate' || this.#hasEqualAfter(candidate, next));
    return equals && (near || candidate.trust === 'doubtful');
  }

  /** Whether a sure place is coordinated with the candidate on its right: 永嘉、龙湾区. */
  #hasEqualAfter(candidate: PlaceCandidate, next: PlaceCandidate | undefined): boolean {
    if (!next || next.trust === 'weak' || next.form === 'self') return false;
    return /^[、和及与]$/u.test(this.#context.text.slice(candidate.end, next.start));
  }

  /** A listed township that does not lie in the place right before it; `before` is that place. */
  #township(candidate: PlaceCandidate, divisions: readonly Division[], before: PlaceRef | undefined): Decision | null {
    if (candidate.trust === 'weak') return null;
    if (before && (before.level === 'city' || before.level === 'county')) {
      // Printed under another county than the list has it: boundaries move, the print is right.
      return decision(candidate, unlisted(candidate.name, before.path, 'township'), 'printed', CONFIDENCE.inferred);
    }
    const supported = divisions.find(({ path }) => this.#support.implies(superiorOf(path)));
    if (supported) return decision(candidate, supported, 'name', CONFIDENCE.bare);
    if (candidate.trust === 'doubtful') return null;
    const { home } = this.#context;
    const province = home?.split('/')[0];
    const atHome = divisions.filter(({ path }) => province === undefined || isWithin(path, province));
    const inOwnCity = atHome.find(({ path }) => home?.includes('/') && isWithin(path, home));
    const chosen = inOwnCity ?? (atHome.length === 1 ? atHome[0] : undefined);
    if (chosen) return decision(candidate, chosen, 'name', CONFIDENCE.inferred);
    const county = this.#nearestCounty(candidate.start);
    if (county) return decision(candidate, unlisted(candidate.name, county, 'township'), 'nearest');
    this.#doubt('homonym-place', candidate);
    return null;
  }

  #selfWord(candidate: PlaceCandidate): Decision | null {
    const { gazetteer, home, text } = this.#context;
    if (candidate.level === null) return null;
    const { decisions } = this.#memory;
    const { name, level } = candidate;
    const path = placeOfSelfWord(text, name, level, decisions, decisions.length, this.#support, home, gazetteer);
    if (path === null) return null;
    // What the gazetteer does not list is a settlement of the article, found with its level.
    return decision(candidate, gazetteer.at(path) ?? { path, level, code: null }, 'self');
  }

  #short(candidate: PlaceCandidate): Decision | null {
    const { gazetteer, home, text } = this.#context;
    const letter = candidate.name;
    for (const path of home === null ? [] : lineage(home)) {
      const division = gazetteer.at(path);
      if (division && division.level !== 'province' && division.stem.includes(letter)) {
        return decision(candidate, division, 'short');
      }
    }
    // 赴台, 来台 in a paper of elsewhere is Taiwan, or no place at all.
    if (letter === '台' && /[赴来]/u.test(text[candidate.start - 1] ?? '')) return null;
    const known = gazetteer.words.characters('short-known');
    const province = home?.split('/')[0];
    const chosen =
      candidate.divisions.find(({ path }) => this.#support.implies(path)) ??
      candidate.divisions.find(({ path }) => province !== undefined && path !== province && isWithin(path, province)) ??
      candidate.divisions.find(({ level }) => level === 'province' || known.has(letter));
    if (chosen) return decision(candidate, chosen, 'short');
    const named = this.#support.foremost(
      (path) => path.includes('/') && lastName(path).startsWith(letter) && gazetteer.at(path)?.level !== 'township',
    );
    const division = named === null ? null : gazetteer.at(named);
    return division ? decision(candidate, division, 'short', CONFIDENCE.short - CLOSE_RIVAL) : null;
  }

  #settlement(candidate: PlaceCandidate): Decision | null {
    const previous = this.#memory.last;
    const level = settlementLevel(candidate);
    const adjacent = previous && linkBetween(this.#context.text, previous.end, candidate.start) === 'adjacent';
    if (adjacent && candidate.trust === 'sure' && rankOf(previous.place.level) < rankOf(level)) {
      return this.#underSuperior(candidate, previous.place.path, level);
    }
    this.#waiting.push(candidate);
    return null;
  }

  /** 椒江区洪家上林桥村: the bare name of a township may stand between county and village. */
  #underSuperior(candidate: PlaceCandidate, superior: string, level: 'township' | 'village'): Decision {
    const { name, start } = candidate;
    const towns = this.#context.gazetteer.at(superior)?.children ?? [];
    const town = towns.find(({ stem, level: of }) => level === 'village' && of === 'township' && opensWith(name, stem));
    if (!town) return decision(candidate, unlisted(name, superior, level), 'suffix');
    const cut = start + town.stem.length;
    this.#memory.add(decision({ ...candidate, end: cut, form: 'bare' }, town, 'town-stem', CONFIDENCE.bare));
    const village = { ...candidate, start: cut, name: name.slice(town.stem.length) };
    return decision(village, unlisted(village.name, town.path, level), 'suffix');
  }

  #decideWaiting(): Decision[] {
    const settled = new Map<string, PlaceRef>();
    for (const { place } of this.#memory.decisions) {
      if (rankOf(place.level) >= rankOf('township')) settled.set(lastName(place.path), place);
    }
    const times = new Map<string, number>();
    for (const { name } of this.#waiting) times.set(name, (times.get(name) ?? 0) + 1);
    const decisions: Decision[] = [];
    for (const candidate of this.#waiting) {
      const late = this.#again(candidate, settled) ?? this.#alone(candidate, (times.get(candidate.name) ?? 0) > 1);
      if (!late) continue;
      settled.set(lastName(late.place.path), late.place);
      decisions.push(late);
    }
    return decisions;
  }

  /** A settlement named before; the candidate may hold a word before the name (向梅林村) or lack its first letter (后|陈村). */
  #again(candidate: PlaceCandidate, settled: ReadonlyMap<string, PlaceRef>): Decision | null {
    for (let length = LONGEST_SETTLEMENT; length >= SHORTEST_STEM; length--) {
      const start = candidate.end - length;
      const place = start < 0 ? undefined : settled.get(this.#context.text.slice(start, candidate.end));
      if (place) return decision({ ...candidate, start }, place, 'again');
    }
    return null;
  }

  /** A settlement named by itself: it must stand clear of other words or come again, and goes under the nearest superior. */
  #alone(candidate: PlaceCandidate, comesAgain: boolean): Decision | null {
    const { text } = this.#context;
    if (candidate.name.length - suffixOf(candidate.name).length < SHORTEST_STEM) return null;
    const before = text[candidate.start - 1] ?? '';
    // 兼任村党支部书记: the village is not named.
    const isPartOfBody = /[党委务]/u.test(text[candidate.end] ?? '');
    // 敲开|古南村, 赶来的|坡头村村民
    const isParted =
      isVerbBefore(this.#context.gazetteer, text, candidate.start) ||
      (before === '的' && /^村[民委支两]/u.test(text.slice(candidate.end, candidate.end + 2)));
    const isClear = isParted || !/\p{Script=Han}/u.test(before) || /[赴在到自从进往是了和与及]/u.test(before);
    if (!comesAgain && (!isClear || isPartOfBody)) return null;
    const level = settlementLevel(candidate);
    const first = level === 'township' ? text.indexOf(candidate.name) : 0;
    if (first > 1 && IN_TOWNSHIP.test(text.slice(first - 2, first))) return null;
    const town = level === 'village' ? this.#townAround(candidate.start) : null;
    const superior = town ?? this.#nearestCounty(candidate.start);
    if (superior) return decision(candidate, unlisted(candidate.name, superior, level), 'nearest');
    this.#doubt('unknown-place', candidate);
    return null;
  }

  /** The nearest township before a position; one of another province only where no sentence stands between. */
  #townAround(position: number): string | null {
    const { home, sentenceStart } = this.#context;
    const province = home?.split('/')[0] ?? null;
    return (
      this.#memory.nearest(position, 'township', sentenceStart(position)) ??
      this.#memory.nearest(position, 'township', 0, province) ??
      this.#memory.nearest(position, 'township')
    );
  }

  /** The nearest county before a position, else the paper's own, else the one the article names most. */
  #nearestCounty(position: number): string | null {
    const { home, gazetteer } = this.#context;
    const isCounty = (path: string): boolean => gazetteer.at(path)?.level === 'county';
    const nearest = this.#memory.nearest(position, 'county');
    if (nearest !== null) return nearest;
    return home !== null && isCounty(home) ? home : this.#support.foremost(isCounty);
  }

  #doubt(reason: string, { name }: PlaceCandidate): void {
    this.issues.push({ stage: 'places', reason, text: name });
  }
}
