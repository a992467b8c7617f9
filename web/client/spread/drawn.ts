/** What the drawings are given: marks, cells, lanes, tiles and lines, ready to be drawn. */
import type { SpreadStage } from '../../api/spread.ts';
import type { CityTile } from './hexagons.ts';

/**
 * A stage: a text states it. `silent`: reported on, not mentioned. `uncovered`: no article, so nothing is known. `blank`: a column beside
 * the periods, where coverage means nothing.
 */
export type CellState = SpreadStage | 'silent' | 'uncovered' | 'blank';

export interface MatrixCell {
  /** Identifies the cell in the address. */
  readonly key: string;
  readonly state: CellState;
  /** Sentences behind it. */
  readonly evidence: number;
  /** What a screen reader says: `全科网格，湖州，首创，1 条证据`. */
  readonly label: string;
  readonly href: string;
}

export interface MatrixColumn {
  readonly key: string;
  readonly name: string;
  /** Under the name. */
  readonly note: string;
  /** Height of the bar beside the note, 0 to 1: how much was printed. */
  readonly share: number;
  readonly empty: boolean;
}

/** Places on a lane are per cent of its length. */
export interface LaneMark {
  readonly key: string;
  readonly mark: SpreadStage;
  /** Where the interval begins that the words stand for; null where they only say "by then". */
  readonly from: number | null;
  /** Where it ends. */
  readonly to: number;
  /** Where the mark itself stands: of an interval in its middle, of "by then" at its end. */
  readonly at: number;
  /** Beside the mark; empty where the lane has no room for it. */
  readonly text: string;
  /** On which side of the mark the words stand. */
  readonly side: 'before' | 'after';
  /** The place within the lane's place that the text names; left out where there is little room. */
  readonly within: string;
  readonly label: string;
  readonly href: string;
}

export interface LaneBlock {
  readonly start: number;
  readonly length: number;
  /** How many articles; an empty text means none. */
  readonly text: string;
}

export interface Lane {
  readonly key: string;
  /** Its place in the order; ties share one; empty without a mark. */
  readonly rank: string;
  readonly name: string;
  readonly blocks: readonly LaneBlock[];
  readonly marks: readonly LaneMark[];
}

/** From one lane to another, because a sentence says that the one learned from the other. */
export interface LaneArrow {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly label: string;
  readonly href: string;
}

export interface TileView {
  readonly tile: CityTile;
  readonly key: string;
  /** Shorter than the division's full name. */
  readonly name: string;
  /** The strongest statement by the day that is looked at. */
  readonly mark: SpreadStage | null;
  readonly covered: boolean;
  /** Under the name: `5 篇`. */
  readonly note: string;
  readonly label: string;
  readonly href: string;
}

export interface CurveLine {
  readonly key: string;
  readonly name: string;
  /** `main`: the program of the page. `other`: one compared with it. `covered`: the denominator, drawn as ground. */
  readonly kind: 'main' | 'other' | 'covered';
  /** Ascending days (since 1970) and the count from each on. */
  readonly steps: readonly { readonly day: number; readonly count: number }[];
}

/** The drawing in its own units; a scale for it goes from `CURVE.left` to `CURVE.right`. */
export const CURVE = { width: 408, height: 156, left: 22, right: 290, top: 12, bottom: 134 } as const;
