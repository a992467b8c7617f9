/** What the spread of a program is worked out from, and the words for it. */
import type { PlaceLevel, Precision } from '../model.ts';

export const SPREAD_LEVELS = ['province', 'city', 'county', 'township'] as const satisfies readonly PlaceLevel[];
export type SpreadLevel = (typeof SPREAD_LEVELS)[number];

/** How a text ties a place to a program, the strongest first. */
const SPREAD_STAGES = ['origin', 'practised', 'planned', 'presented', 'learned'] as const;
export type SpreadStage = (typeof SPREAD_STAGES)[number];
/** The stages of a place that has the program; the others speak of it only. */
const ADOPTED: readonly SpreadStage[] = ['origin', 'practised'];

export function isAdoption(stage: SpreadStage): boolean {
  return ADOPTED.includes(stage);
}

/** Of two stages the stronger one comes first. */
export function compareStages(a: SpreadStage, b: SpreadStage): number {
  return SPREAD_STAGES.indexOf(a) - SPREAD_STAGES.indexOf(b);
}

/** A range of ISO days, both included; null where it is open. */
export interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/** When something was so; see `When` of web/api/spread.ts for the meaning of each field. */
export interface When extends Range {
  readonly precision: Precision | null;
  readonly basis: 'text' | 'printed' | 'unknown';
  readonly words: string | null;
  readonly how: string | null;
  readonly printed: string | null;
}

export interface PlaceRef {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly level: string;
}

/** One relation of the graph that ties a place to the program. */
export interface Claim {
  readonly stage: SpreadStage;
  readonly program: string;
  readonly place: PlaceRef;
  readonly when: When;
  readonly key: string;
  readonly evidence: readonly string[];
  readonly confidence: number | null;
  /** The last day on which it was printed; null where none is known. */
  readonly lastPrinted: string | null;
  /** The meeting, the place learned from, or the body that presented. */
  readonly via: { readonly id: string; readonly name: string } | null;
  /** False but in rows of places: true there where it is said of a place above, and counted because the reader asked for that. */
  readonly implied: boolean;
}

/** A text says that one place learned from another. */
export interface Lesson {
  readonly learner: PlaceRef;
  readonly model: PlaceRef;
  readonly program: string | null;
  readonly when: When;
  readonly key: string;
  readonly evidence: readonly string[];
  readonly confidence: number | null;
}

/** A meeting about a program, with the places that presented there. */
export interface Meeting {
  readonly event: string;
  readonly name: string;
  readonly when: When;
  readonly places: readonly PlaceRef[];
  readonly evidence: readonly string[];
}

/** All that the graph states about programs and places. */
export interface Statements {
  readonly claims: readonly Claim[];
  readonly lessons: readonly Lesson[];
  readonly meetings: readonly Meeting[];
}

/** A place of the set that counts and shares are taken over. */
export interface DeclaredPlace {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** How often places were written about: articles that name a place or what lies in it, each counted once a place. */
export interface Coverage {
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Articles of a place in a period (`2019`, `2019-07`); 0 where none. */
  articles(place: string, period: string): number;
  /** All articles of a place, those of an unknown day included. */
  total(place: string): number;
  /** Places of a level that were named at all. */
  places(level: SpreadLevel): readonly DeclaredPlace[];
}
