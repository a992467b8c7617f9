/** The figures of a spread: what web/api/spread.ts sends, with the meaning of each field described there. */
import type { NodeBrief } from '../brief.ts';
import type { CountState } from '../per-version.ts';
import type { CurvePoint } from './curve.ts';
import type { NeighbourFigures } from './neighbours.ts';
import type { Lag } from './order.ts';
import type { Grain } from './periods.ts';
import type { Meeting, SpreadLevel, SpreadStage, When } from './types.ts';
import type { VerticalFigures } from './vertical.ts';

export interface SpreadOptions {
  readonly level: SpreadLevel;
  readonly grain: Grain;
  readonly implied: boolean;
  /** Id of the province whose places are counted. */
  readonly within: string;
}

export interface SpreadClaim {
  readonly stage: SpreadStage;
  readonly place: string;
  readonly placeName: string;
  readonly implied: boolean;
  readonly when: When;
  readonly key: string;
  readonly evidence: readonly string[];
  readonly confidence: number | null;
  readonly via: string | null;
  readonly viaName: string | null;
}

export interface SpreadRow {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly declared: boolean;
  readonly stage: SpreadStage | null;
  readonly adopted: When | null;
  readonly period: number | null;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly lag: Lag | null;
  readonly leftCensored: boolean;
  readonly claims: readonly SpreadClaim[];
  readonly coverage: readonly number[];
  readonly articles: number;
}

export interface SpreadLesson {
  readonly learner: string;
  readonly model: string;
  readonly learnerPlace: string;
  readonly modelPlace: string;
  readonly when: When;
  readonly key: string;
  readonly evidence: readonly string[];
  readonly confidence: number | null;
}

export interface SpreadFigures {
  readonly level: SpreadLevel;
  readonly grain: Grain;
  readonly implied: boolean;
  readonly within: string;
  readonly withinName: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly periods: readonly string[];
  readonly places: readonly SpreadRow[];
  readonly above: readonly SpreadRow[];
  readonly totals: {
    readonly declared: number;
    readonly covered: number;
    readonly adopted: number;
    readonly undated: number;
    readonly evidence: number;
  };
  readonly first: readonly string[];
  readonly curve: readonly (CurvePoint & { readonly period: string })[];
  readonly vertical:
    | (VerticalFigures &
        Pick<SpreadClaim, 'stage' | 'when' | 'key' | 'evidence'> & {
          readonly above: string;
          readonly aboveName: string;
        })
    | null;
  readonly neighbours:
    | (NeighbourFigures & {
        readonly permutations: number;
        readonly seed: number;
        readonly rows: readonly {
          readonly place: string;
          readonly neighbours: readonly string[];
          readonly before: readonly string[];
          readonly share: number;
        }[];
        readonly source: string;
      })
    | null;
  readonly learned: readonly SpreadLesson[];
  readonly meetings: readonly (Omit<Meeting, 'places'> & { readonly places: readonly string[] })[];
}

export type Spread = SpreadFigures & { readonly program: NodeBrief; readonly counted: CountState };
