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
  type ResolvedPlace,
  rankOf,
  superiorOf,
  validAt,
} from './place-context.ts';
import type { Issue, PlaceRef } from './types.ts';

export interface Decision extends ResolvedPlace {
  readonly rule: string;
  readonly confidence: number;
}

export interface ResolutionContext {
  readonly text: string;
  readonly gazetteer: Gazetteer;
  readonly home: string | null;
  /** Month of the article, `2020-03`, or null. */
  readonly month: string | null;
  /** The start of the sentence that holds a position. */
  readonly sentenceStart: (position: number) => number;
}

/** The places of the candidates, in text order; candidates that name none are left out and, where it is worth telling, become issues. */
export function resolvePlaces(
  candidates: readonly PlaceCandidate[],
  context: ResolutionContext,
): { readonly items: readonly Decision[]; readonly issues: readonly Issue[] } {
  const names = candidates.filter(({ form, trust }) => form === 'name' && trust === 'sure');
  const alone = new PlaceSupport();
  for (const { divisions } of names) {
    const single = onlyOne(divisions, context.home);
    if (single) alone.add(single.path);
  }
  for (const county of votedCounties(candidates, context.home)) alone.add(county);
  const home = context.home ?? alone.foremost((path) => !path.includes('/'));
  const first = new Resolver({ ...context, home }, alone);
  const settled = new PlaceSupport();
  for (const county of votedCounties(candidates, home)) settled.add(county);
  for (const candidate of names) {
    const decision = first.decide(candidate);
    if (decision) settled.add(decision.place.path);
  }
  const second = new Resolver({ ...context, home }, settled);
  for (const candidate of candidates) second.take(candidate, candidates);
  return { items: second.finish(), issues: second.issues };
}

function onlyOne(divisions: readonly Division[], home: string | null): Division | undefined {
  if (divisions.length === 1) return divisions[0]?.level === 'township' ? undefined : divisions[0];
  const province = home?.split('/')[0];
  const atHome = province === undefined ? [] : divisions.filter(({ path }) => isWithin(path, province));
  return atHome.length === 1 ? atHome[0] : undefined;
}

/** Two townships of one county, or one and the county's bare name, name it together: 下涯镇 … 梅城镇 are 建德. */
const VOTES_OF_A_COUNTY = 2;

function votedCounties(candidates: readonly PlaceCandidate[], home: string | null): string[] {
  const province = home?.split('/')[0];
  const votes = new Map<string, Set<string>>();
  const vote = (county: string, name: string): void => {
    votes.set(county, (votes.get(county) ?? new Set()).add(name));
  };
  const townships = candidates.filter(
    ({ form, trust, divisions }, index) =>
      form === 'name' &&
      trust === 'sure' &&
      divisions.every(({ level }) => level === 'township') &&
      candidates[index - 1]?.end !== candidates[index]?.start,
  );
  for (const { name, divisions } of townships) for (const { path } of divisions) vote(superiorOf(path), name);
  for (const { form, name, divisions } of candidates) {
    if (form !== 'bare') continue;
    for (const { path } of divisions) if (votes.has(path)) vote(path, name);
  }
  const atHome = [...votes].filter(
    ([path, names]) => names.size >= VOTES_OF_A_COUNTY && isWithin(path, province ?? path),
  );
  const counties = atHome.length > 0 ? atHome : [...votes].filter(([, names]) => names.size > VOTES_OF_A_COUNTY);
  const most = Math.max(0, ...counties.map(([, names]) => names.size));
  const elected = counties.filter(([, names]) => names.size === most).map(([path]) => path);
  // A draw elects nobody.
  return elected.length === 1 ? elected : [];
}

class Resolver {
  readonly issues: Issue[] = [];
  readonly #decisions: Decision[] = [];
  /** Villages without a superior beside them wait until the whole text is read. */
  readonly #waiting: PlaceCandidate[] = [];
  readonly #context: ResolutionContext;
  readonly #support: PlaceSupport;

  constructor(context: ResolutionContext, support: PlaceSupport) {
    this.#context = context;
    this.#support = support;
  }

  take(candidate: PlaceCandidate, all: readonly PlaceCandidate[]): void {
    const decision = candidate.form === 'settlement' ? this.#settlement(candidate) : this.decide(candidate, all);
    if (!decision) return;
    this.#decisions.push(decision);
  }

  /** The decision for a candidate that is no unlisted settlement, or null. */
  decide(candidate: PlaceCandidate, all: readonly PlaceCandidate[] = []): Decision | null {
    const decision = this.#divisionOf(candidate, all);
    if (all.length === 0 && decision) this.#decisions.push(decision);
    return decision;
  }

  #divisionOf(candidate: PlaceCandidate, all: readonly PlaceCandidate[]): Decision | null {
    switch (candidate.form) {
      case 'country':
        return this.#decision(candidate, { path: candidate.name, level: 'country', code: null }, 'places.country', 0.9);
      case 'self':
        return this.#selfWord(candidate);
      case 'short':
        return this.#short(candidate);
      default:
        return this.#named(candidate, all);
    }
  }

  #named(candidate: PlaceCandidate, all: readonly PlaceCandidate[]): Decision | null {
    const { text, home, month } = this.#context;
    const previous = this.#decisions.at(-1);
    const link = previous ? linkBetween(text, previous.end, candidate.start) : 'none';
    const named = candidate.divisions.filter(
      (division) => (candidate.form === 'name' && candidate.divisions.length === 1) || validAt(division, month),
    );
    // Bare 承德 is the city, not the county of that name in it.
    const valid =
      candidate.form === 'bare'
        ? named.filter(({ path }) => !named.some((other) => isInside(path, other.path)))
        : named;
    const around = { previous, link, support: this.#support, home, sameSentence: this.#sameSentence(candidate.start) };
    const ranked = valid
      .map((division) => ({ division, fit: fitness(division, around) }))
      .sort((a, b) => b.fit - a.fit);
    const best = ranked[0];
    if (!best) return null;
    const under = previous && link === 'adjacent' && isWithin(best.division.path, previous.place.path);
    if (best.division.level === 'township' && candidate.form === 'name') {
      if (!under)
        return this.#township(
          candidate,
          ranked.map(({ division }) => division),
          previous,
          link,
        );
    } else if (!under && !this.#accepts(candidate, best.division, link, all)) return null;
    const sure = ranked.length === 1 || best.fit > (ranked[1]?.fit ?? 0) + 20;
    const confidence = (candidate.form === 'name' ? 0.97 : 0.9) - (sure ? 0 : 0.15);
    return this.#decision(candidate, best.division, `places.${candidate.form}`, confidence);
  }

  #accepts(candidate: PlaceCandidate, division: Division, link: Link, all: readonly PlaceCandidate[]): boolean {
    if (candidate.trust === 'sure') return true;
    if (candidate.form === 'bare' && this.#support.names(division.path)) return true;
    const { home } = this.#context;
    const province = division.path.split('/')[0] as string;
    const near = (home !== null && isWithin(home, province)) || this.#support.implies(province);
    if (candidate.trust === 'doubtful' && near) return true;
    const equals = candidate.form === 'bare' && (link === 'coordinate' || this.#hasEqualAfter(candidate, all));
    return equals && (near || candidate.trust === 'doubtful');
  }

  /** Whether a sure place is coordinated with the candidate on its right: 永嘉、龙湾区. */
  #hasEqualAfter(candidate: PlaceCandidate, all: readonly PlaceCandidate[]): boolean {
    const next = all[all.indexOf(candidate) + 1];
    if (!next || next.trust === 'weak') return false;
    return /^[、和及与]$/u.test(this.#context.text.slice(candidate.end, next.start)) && next.form !== 'self';
  }

  /** A listed township without its superior directly before it. */
  #township(
    candidate: PlaceCandidate,
    divisions: readonly Division[],
    previous: Decision | undefined,
    link: Link,
  ): Decision | null {
    if (candidate.trust === 'weak') return null;
    if (
      previous &&
      link === 'adjacent' &&
      rankOf(previous.place.level) >= rankOf('city') &&
      rankOf(previous.place.level) <= rankOf('county')
    ) {
      // Printed under another county than the list has it: boundaries move, the print is right.
      return this.#decision(
        candidate,
        unlisted(candidate.name, previous.place.path, 'township'),
        'places.printed',
        0.8,
      );
    }
    const { home } = this.#context;
    const supported = divisions.find(({ path }) => this.#support.implies(superiorOf(path)));
    if (supported) return this.#decision(candidate, supported, 'places.name', 0.9);
    if (candidate.trust === 'doubtful') return null;
    const province = home?.split('/')[0];
    const atHome = divisions.filter(({ path }) => province === undefined || isWithin(path, province));
    const inHome = home === null ? undefined : atHome.find(({ path }) => home.includes('/') && isWithin(path, home));
    const chosen = inHome ?? (atHome.length === 1 ? atHome[0] : undefined);
    if (chosen) return this.#decision(candidate, chosen, 'places.name', 0.8);
    const county = this.#nearest(candidate.start, 'county');
    if (county) return this.#decision(candidate, unlisted(candidate.name, county, 'township'), 'places.nearest', 0.6);
    this.#doubt('homonym-place', candidate);
    return null;
  }

  #selfWord(candidate: PlaceCandidate): Decision | null {
    const { gazetteer, home } = this.#context;
    if (candidate.level === null) return null;
    const path = placeOfSelfWord(candidate.name, candidate.level, this.#decisions, this.#support, home, gazetteer);
    if (!path) return null;
    const known = this.#decisions.find(({ place }) => place.path === path)?.place ?? gazetteer.at(path);
    return known ? this.#decision(candidate, known, 'places.self', 0.8) : null;
  }

  #short(candidate: PlaceCandidate): Decision | null {
    const { gazetteer, home, text } = this.#context;
    const letter = candidate.name;
    for (const path of home === null ? [] : lineage(home)) {
      const division = gazetteer.at(path);
      if (division && division.level !== 'province' && division.stem.includes(letter)) {
        return this.#decision(candidate, division, 'places.short', 0.9);
      }
    }
    // 赴台, 来台 in a paper of elsewhere is Taiwan, or no place at all.
    if (letter === '台' && /[赴来]/u.test(text[candidate.start - 1] ?? '')) return null;
    const { words } = gazetteer;
    const known = words.characters('short-known');
    const province = home?.split('/')[0];
    const chosen =
      candidate.divisions.find(({ path }) => this.#support.implies(path)) ??
      candidate.divisions.find(({ path }) => province !== undefined && path !== province && isWithin(path, province)) ??
      candidate.divisions.find(({ level }) => level === 'province' || known.has(letter));
    if (chosen) return this.#decision(candidate, chosen, 'places.short', 0.85);
    const named = this.#support.foremost(
      (path) => path.includes('/') && lastName(path).startsWith(letter) && gazetteer.at(path)?.level !== 'township',
    );
    const division = named === null ? null : gazetteer.at(named);
    return division ? this.#decision(candidate, division, 'places.short', 0.75) : null;
  }

  #settlement(candidate: PlaceCandidate): Decision | null {
    const previous = this.#decisions.at(-1);
    const level = candidate.level === 'township' ? 'township' : 'village';
    const adjacent =
      previous !== undefined && linkBetween(this.#context.text, previous.end, candidate.start) === 'adjacent';
    if (adjacent && candidate.trust === 'sure' && rankOf(previous.place.level) < rankOf(level)) {
      return this.#underSuperior(candidate, previous, level);
    }
    this.#waiting.push(candidate);
    return null;
  }

  /** 椒江区洪家上林桥村: the bare name of a township may stand between county and village. */
  #underSuperior(candidate: PlaceCandidate, previous: Decision, level: 'township' | 'village'): Decision {
    const { name, start } = candidate;
    const superior = this.#context.gazetteer.at(previous.place.path);
    const town =
      level === 'village'
        ? superior?.children.find(({ stem, level: of }) => of === 'township' && opensWith(name, stem))
        : undefined;
    if (!town) return this.#decision(candidate, unlisted(name, previous.place.path, level), 'places.suffix', 0.9);
    const cut = start + town.stem.length;
    this.#decisions.push({ start, end: cut, place: town, form: 'bare', rule: 'places.town-stem', confidence: 0.9 });
    const village = { ...candidate, start: cut, name: name.slice(town.stem.length) };
    return this.#decision(village, unlisted(village.name, town.path, level), 'places.suffix', 0.9);
  }

  /** All decisions in text order, the waiting villages included. */
  finish(): readonly Decision[] {
    const settled = new Map<string, PlaceRef>();
    for (const { place } of this.#decisions) settled.set(lastName(place.path), place);
    const counts = new Map<string, number>();
    for (const { name } of this.#waiting) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const candidate of this.#waiting) {
      const decision = this.#late(candidate, settled, counts.get(candidate.name) ?? 0);
      if (!decision) continue;
      settled.set(candidate.name, decision.place);
      this.#decisions.push(decision);
    }
    return this.#decisions.sort((a, b) => a.start - b.start);
  }

  #late(candidate: PlaceCandidate, settled: ReadonlyMap<string, PlaceRef>, times: number): Decision | null {
    const { text } = this.#context;
    for (const [name, place] of settled) {
      // The candidate may hold a word before the name (向梅林村) or lack its first letter (后|陈村).
      if (rankOf(place.level) < rankOf('township') || !text.endsWith(name, candidate.end)) continue;
      return this.#decision({ ...candidate, start: candidate.end - name.length, name }, place, 'places.again', 0.9);
    }
    if (candidate.name.length - suffixOf(candidate.name).length < SHORTEST_STEM) return null;
    // 兼任村党支部书记: the village is not named.
    const partOfBody = /^[党委务]/u.test(text.slice(candidate.end));
    const bounded = /^$|[^\p{Script=Han}]|[赴在到自进往是了]/u.test(text[candidate.start - 1] ?? '') && !partOfBody;
    if (!bounded && times < 2) return null;
    const level = candidate.level === 'township' ? 'township' : 'village';
    const superior =
      (level === 'village' ? this.#nearest(candidate.start, 'township') : null) ??
      this.#nearest(candidate.start, 'county');
    if (!superior) {
      this.#doubt('unknown-place', candidate);
      return null;
    }
    return this.#decision(
      candidate,
      unlisted(candidate.name, superior, level),
      'places.nearest',
      times > 1 ? 0.7 : 0.55,
    );
  }

  /** The nearest place of a level before a position, or the one the article names most. */
  #nearest(position: number, level: 'township' | 'county'): string | null {
    let nearest: string | null = null;
    for (const { start, place } of this.#decisions) {
      if (start >= position) continue;
      const parts = place.path.split('/');
      const of =
        place.level === level
          ? place.path
          : rankOf(place.level) > rankOf(level) && level === 'county'
            ? superiorCounty(parts, this.#context.gazetteer)
            : null;
      if (of) nearest = of;
    }
    if (nearest || level === 'township') return nearest;
    const { home, gazetteer } = this.#context;
    if (home !== null && gazetteer.at(home)?.level === 'county') return home;
    return this.#support.foremost((path) => this.#context.gazetteer.at(path)?.level === 'county');
  }

  #sameSentence(position: number): ResolvedPlace | undefined {
    const previous = this.#decisions.at(-1);
    return previous && previous.start >= this.#context.sentenceStart(position) ? previous : undefined;
  }

  #doubt(reason: string, { name }: PlaceCandidate): void {
    this.issues.push({ stage: 'places', reason, text: name });
  }

  #decision({ start, end, form }: PlaceCandidate, place: PlaceRef, rule: string, confidence: number): Decision {
    const { path, level, code } = place;
    return { start, end, form, place: { path, level, code }, rule, confidence };
  }
}

/** A settlement of which nothing else is known has a name of two characters or more before its suffix. */
const SHORTEST_STEM = 2;

function suffixOf(name: string): string {
  return /(街道|社区|片区|苏木|嘎查|.)$/u.exec(name)?.[0] ?? '';
}

function isInside(path: string, superior: string): boolean {
  return path !== superior && isWithin(path, superior);
}

function superiorCounty(parts: readonly string[], gazetteer: Gazetteer): string | null {
  for (let length = parts.length - 1; length > 0; length--) {
    const path = parts.slice(0, length).join('/');
    if (gazetteer.at(path)?.level === 'county') return path;
  }
  return null;
}

function opensWith(name: string, stem: string): boolean {
  const shortestVillage = 2;
  return name.startsWith(stem) && name.length - stem.length > shortestVillage;
}

function unlisted(name: string, superior: string, level: 'township' | 'village'): PlaceRef {
  return { path: `${superior}/${name}`, level, code: null };
}
