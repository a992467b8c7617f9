/** What each family of patterns proposes, and how proposals of one name add up. */
import type { ProgramLexicon } from './program-lexicon.ts';
import type { ProgramText } from './program-text.ts';
import type { Token } from './segment.ts';
import type { PlaceMention, Span } from './types.ts';

/** A name that may be a program, in positions of `ProgramText.bare`. */
export interface ProgramCandidate extends Span {
  /** Canonical name. */
  readonly name: string;
  /** Other names the text shows it to have. */
  readonly aliases: readonly string[];
  readonly rule: string;
  /** Sum of the evidence; a name is taken from `ACCEPTED` on. */
  readonly score: number;
}

/** What every family looks at. */
export interface ProgramScene {
  readonly text: ProgramText;
  readonly lexicon: ProgramLexicon;
  /** Cuts words of the bare text; offsets are those of the string given. */
  readonly segment: (text: string) => readonly Token[];
  /** Places in positions of the bare text. */
  readonly places: readonly (Span & { readonly mention: PlaceMention })[];
  /** 1 where a position lies in an organization's name, but not at its beginning: what begins with a program is no body yet. */
  readonly inBodies: Uint8Array;
  /** Where a place's or an organization's name ends. */
  readonly nameEnds: ReadonlySet<number>;
  /** Short names of the places of the article and of the provinces: 衢州, 五四, 浙江. */
  readonly stems: ReadonlySet<string>;
}

/** Weights of evidence. Set by hand on the development pages; a name needs two of the strong ones' worth or one and a half of it. */
export const EVIDENCE = {
  /** A class noun stands behind the quotation or ends an unquoted name: 工程, 行动, 机制. */
  classNoun: 3,
  /** A half class noun: 建设, 工作. */
  weakClass: 1,
  /** 建设 with what becomes of it: 建设全面推进. */
  built: 2,
  /** The name itself ends like a program's: 经验, 清单, 通. */
  tail: 2,
  /** Parts joined by +. */
  plus: 3,
  /** Two or more numerals: 一河一策. */
  numerals: 2,
  /** One numeral: 三服务. */
  numeral: 1,
  /** A verb of making or practising governs it directly, or over a few words. */
  verb: 2,
  farVerb: 1.2,
  weakVerb: 1,
  farWeakVerb: 0.6,
  /** 名为, 叫作. */
  naming: 2,
  weakNaming: 1,
  /** It does something that programs do: 上线, 推行以来. */
  acts: 2,
  /** It is a means: 以…为抓手. */
  means: 2,
  /** Quoted twice or more. */
  repeated: 1.5,
  headline: 0.8,
  /** 这几块牌子, 这一模式 near it. */
  summed: 2,
  /** Beside a sure program in one list. */
  listed: 2,
} as const;

/** Sum of evidence from which a name is taken. */
export const ACCEPTED = 2;

const LEAST_CONFIDENCE = 0.55;
const MOST_CONFIDENCE = 0.95;
const CONFIDENCE_STEP = 0.1;

/** Confidence of a name with this sum of evidence. */
export function confidenceOf(score: number): number {
  return Math.min(MOST_CONFIDENCE, Math.max(LEAST_CONFIDENCE, LEAST_CONFIDENCE + (score - ACCEPTED) * CONFIDENCE_STEP));
}
