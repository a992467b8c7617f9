/**
 * Stage: document → mentions of named people.
 *
 * Every place where a surname starts is a candidate in each length that its characters allow (`person-candidates.ts`); a
 * document-wide pass lets lists and sure mentions carry bare ones (`person-support.ts`), and the best candidates that do not
 * overlap are kept.
 */

import { foreignNameFinder, type Neighbours } from './foreign-names.ts';
import { nameContext } from './name-context.ts';
import { loadNameShapes } from './names.ts';
import { ACCEPT, type Candidate, candidateFinder } from './person-candidates.ts';
import { dropPrefixRivals, dropTails, isAccepted, raiseLists, raiseRecurring, SURE } from './person-support.ts';
import type { PostPhrase } from './post-phrases.ts';
import type { Token } from './segment.ts';
import { tokenTable } from './token-table.ts';
import type { Document, Issue, PersonMention, Span, Staged } from './types.ts';
import { WordIndex } from './word-index.ts';

/** Weights map to confidence by a straight line from the threshold up. */
const CONFIDENCE = { base: 0.6, perWeight: 0.08, highest: 0.97, document: 0.85, foreign: 0.8 } as const;
/** How far below the threshold a candidate with a verb after it is reported as doubtful. */
const DOUBT = 0.5;

export type FindPersons = (
  doc: Document,
  tokens: readonly Token[],
  posts: readonly PostPhrase[],
  blocked: readonly Span[],
) => Staged<PersonMention>;

/** Prepares names and contexts once; the result finds the people of a document. `blocked` spans (suffixed places, documents) hold no names. */
export function personFinder(): FindPersons {
  const shapes = loadNameShapes();
  const context = nameContext(shapes.lists);
  const candidatesOf = candidateFinder(shapes);
  const findForeign = foreignNameFinder(shapes, context);
  const humans = new WordIndex(shapes.lists.list('humans'));

  return (doc, tokens, posts, blocked) => {
    const { text } = doc;
    const shaped = candidatesOf(doc, tokenTable(tokens), posts, blocked);
    raiseLists(text, shaped, context.separatorAt);
    raiseRecurring(shaped);
    const candidates = dropTails(dropPrefixRivals(text, shaped));
    const sure = new Set(candidates.filter(({ score, licensed }) => licensed && score >= SURE).map(({ name }) => name));
    const kept = choose(
      candidates.filter((candidate) => isAccepted(candidate) || (sure.has(candidate.name) && candidate.score > 0)),
      text.length,
    );
    const items: PersonMention[] = kept.map((candidate) => ({
      kind: 'Person',
      name: candidate.name,
      start: candidate.start,
      end: candidate.end,
      rule: isAccepted(candidate) ? 'person.licensed' : 'person.document',
      confidence: isAccepted(candidate) ? confidenceOf(candidate.score) : CONFIDENCE.document,
    }));
    const postEnds = new Set(posts.map(({ end }) => end));
    const postStarts = new Set(posts.map(({ start }) => start));
    const neighbours: Neighbours = {
      afterHuman: (at) => humans.endingAt(text, at) !== null || postEnds.has(at),
      startsPost: (at) => postStarts.has(at),
    };
    const all = withForeign(items, findForeign(text, tokens, neighbours), text);
    return { items: all, issues: doubts(candidates, all) };
  };
}

/** People in text order with those of `spans`, which are foreign names; a foreign name is longer than the Chinese names that parts of it could be. */
function withForeign(items: readonly PersonMention[], spans: readonly Span[], text: string): readonly PersonMention[] {
  if (spans.length === 0) return [...items].sort((a, b) => a.start - b.start);
  const people = new Taken(items, text.length);
  for (const span of spans) {
    const rivals = people.over(span);
    const isLonger = rivals.every(({ start, end }) => span.start <= start && end <= span.end);
    if (!isLonger || rivals.some(({ start, end }) => end - start >= span.end - span.start)) continue;
    for (const rival of rivals) people.remove(rival);
    const name = text.slice(span.start, span.end);
    people.add({ kind: 'Person', name, ...span, rule: 'person.foreign', confidence: CONFIDENCE.foreign });
  }
  return people.all();
}

/** Mentions that do not overlap, by the positions they take: a page may be nothing but names. */
class Taken {
  readonly #at: (PersonMention | undefined)[];

  constructor(items: readonly PersonMention[], length: number) {
    this.#at = new Array<PersonMention | undefined>(length).fill(undefined);
    for (const item of items) this.add(item);
  }

  add(item: PersonMention): void {
    this.#at.fill(item, item.start, item.end);
  }

  remove({ start, end }: PersonMention): void {
    this.#at.fill(undefined, start, end);
  }

  /** Those that share a position with a span. */
  over({ start, end }: Span): readonly PersonMention[] {
    return [...new Set(this.#at.slice(start, end))].filter((item) => item !== undefined);
  }

  /** In text order. */
  all(): readonly PersonMention[] {
    return [...new Set(this.#at)].filter((item) => item !== undefined);
  }
}

/** Two decimals: the weights are not more exact. */
function confidenceOf(score: number): number {
  const confidence = CONFIDENCE.base + CONFIDENCE.perWeight * (score - ACCEPT);
  return Math.round(Math.min(CONFIDENCE.highest, confidence) * 100) / 100;
}

/** The best candidates without overlaps; at equal weight the longer one. `length` is the text's. */
function choose(candidates: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const byWeight = [...candidates].sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  return byWeight.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
}

/** Candidates that just missed the threshold and were not taken elsewhere. */
function doubts(candidates: readonly Candidate[], kept: readonly PersonMention[]): Issue[] {
  const names = new Set(kept.map(({ name }) => name));
  const near = candidates.filter(
    ({ score, name, right }) => score < ACCEPT && score >= ACCEPT - DOUBT && right > 1 && !names.has(name),
  );
  return [...new Set(near.map(({ name }) => name))].map((text) => ({
    stage: 'persons',
    reason: 'doubtful-name',
    text,
  }));
}
