/** Decisions on places as values, and what the words of a settlement's name say about it. */
import type { Gazetteer } from './gazetteer.ts';
import type { PlaceCandidate } from './place-candidates.ts';
import type { Decision } from './place-memory.ts';
import type { PlaceRef } from './types.ts';
import { WordIndex } from './word-index.ts';

/** Confidence by how much the text itself says; lower where another division would fit nearly as well. */
export const CONFIDENCE = {
  name: 0.97,
  bare: 0.9,
  country: 0.9,
  suffix: 0.9,
  'shared-suffix': 0.85,
  again: 0.9,
  short: 0.85,
  self: 0.8,
  /** A township whose county is not printed, or is printed as another. */
  inferred: 0.8,
  nearest: 0.6,
} as const;
export const CLOSE_RIVAL = 0.15;
/** A settlement of which nothing else is known has a name of two characters or more before its suffix. */
export const SHORTEST_STEM = 2;

const partingVerbs = new WeakMap<Gazetteer, WordIndex>();

/** Whether a verb ends at a position whose object a settlement is. */
export function isVerbBefore(gazetteer: Gazetteer, text: string, position: number): boolean {
  const words = partingVerbs.get(gazetteer) ?? new WordIndex(gazetteer.words.list('settlement-parted'));
  partingVerbs.set(gazetteer, words);
  return words.endingAt(text, position) !== null;
}

/** A decision by `rule`, the end of the rule's name; its confidence is the rule's unless given. */
export function decision(
  { start, end, form }: Pick<PlaceCandidate, 'start' | 'end' | 'form'>,
  { path, level, code }: PlaceRef,
  rule: string,
  confidence: number = CONFIDENCE[rule as keyof typeof CONFIDENCE],
): Decision {
  return { start, end, form, place: { path, level, code }, rule: `places.${rule}`, confidence };
}

/** Township or village. */
export function settlementLevel({ level }: PlaceCandidate): 'township' | 'village' {
  return level === 'township' ? 'township' : 'village';
}

/** The word of rank that a settlement's name ends with. */
export function suffixOf(name: string): string {
  return /(街道|社区|片区|苏木|嘎查|.)$/u.exec(name)?.[0] ?? '';
}

/** Whether a village's name starts with the bare name of a township and goes on long enough to be a village's. */
export function opensWith(name: string, stem: string): boolean {
  return name.startsWith(stem) && name.length - stem.length > SHORTEST_STEM;
}

/** A settlement that no list has. */
export function unlisted(name: string, superior: string, level: 'township' | 'village'): PlaceRef {
  return { path: `${superior}/${name}`, level, code: null };
}
