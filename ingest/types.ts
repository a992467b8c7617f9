/** Every value that flows through the stages of `pipeline.ts`. All offsets count UTF-16 units. */
import type { ArticleKind, BylineRole, EventType, PlaceLevel, Precision, Stage } from '../graph/model.ts';

/** Half-open: `text.slice(start, end)` are the words. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Doubt as a value: counted and shown in the report, never thrown. */
export interface Issue {
  /** The stage that doubted: `pages`, `articles`, `dates`, `places` … */
  readonly stage: string;
  /** Short and stable, for counting: `no-page-date`, `unknown-place`. */
  readonly reason: string;
  /** The words in question, for people. */
  readonly text: string;
}

/** What a stage returns. */
export interface Staged<T> {
  readonly items: readonly T[];
  readonly issues: readonly Issue[];
}

/** `value` is an ISO date cut to its precision; `basis` says how it is known (the list is in the output contract, docs/extraction.md). */
export interface DateValue {
  readonly value: string;
  readonly precision: Precision;
  readonly basis: string;
}

export interface Byline {
  readonly name: string;
  readonly role: BylineRole;
}

/** One file, read and cut into articles. */
export interface Page {
  readonly file: string;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  readonly publication: string | null;
  readonly issue: number | null;
  readonly date: DateValue | null;
  /** The number of the printed page (第3版, A03 without its letter), where the masthead or the file's name says it; else null. */
  readonly pageNumber: number | null;
  /** Official path of the place the paper is published for (`浙江省`, `浙江省/嘉兴市`), or null. */
  readonly home: string | null;
  readonly articles: readonly Article[];
}

export interface Article {
  /** `article/` + 16 hex digits of a hash of title and text: the same on every machine, whatever the file is called. */
  readonly id: string;
  /** All headline lines joined with one space; null for a continuation or an untitled note. */
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly kind: ArticleKind;
  readonly jump: { readonly to?: number; readonly from?: number } | null;
  readonly byline: readonly Byline[];
  /** Place and day named in the dateline (本报湖州6月3日讯), which is not part of `text`. */
  readonly dateline: string | null;
  /** The body, column breaks joined, paragraphs separated by one `\n`; without byline, dateline and jump. */
  readonly text: string;
  /** Web address, where the input gives one. */
  readonly url?: string;
}

/**
 * What the mention stages look at: headline and body in one string, so that a name in the headline helps to read the body.
 * `text = (title ?? '') + '\n' + body`; positions from `bodyStart` on lie in the body.
 */
export interface Document {
  readonly article: Article;
  readonly text: string;
  readonly bodyStart: number;
  /** Tile `text` without gaps; the headline is a sentence of its own. */
  readonly sentences: readonly Sentence[];
  readonly pageDate: DateValue | null;
  readonly home: string | null;
}

export interface Sentence extends Span {
  readonly index: number;
  /** Number of the paragraph (line of the body) it stands in; -1 for the headline. */
  readonly paragraph: number;
}

interface ByRule extends Span {
  /** What found it, `places.suffix`; rule names are listed in docs/rules.md. */
  readonly rule: string;
}

interface MentionBase extends ByRule {
  /** 0 to 1. Facts have the confidence of their rule instead (rule-confidence.ts). */
  readonly confidence: number;
}

export interface DateMention extends MentionBase {
  readonly kind: 'Date';
  /** Null where the words give only an interval before publication (近日) or cannot be resolved. */
  readonly date: DateValue | null;
  /** Last day of a range (`6月3日至5日`), ISO; null for a single date. */
  readonly to: string | null;
  /** `duration` for 以来, 起, 近年来 and the like, which date no event; `same` for 当天, 同日; `vague` for 近日. */
  readonly use: 'point' | 'duration' | 'same' | 'vague';
}

/** A place, resolved to the divisions of the article's date. */
export interface PlaceRef {
  /** Official names from the province down, joined by `/`. */
  readonly path: string;
  readonly level: PlaceLevel;
  /** GB/T 2260 code, where it has one. */
  readonly code: string | null;
}

export interface PlaceMention extends MentionBase {
  readonly kind: 'Place';
  readonly place: PlaceRef;
}

export interface OrganizationMention extends MentionBase {
  readonly kind: 'Organization';
  /** Full name without inner quotation marks, seat included where known: `浙江省委政法委`. */
  readonly name: string;
  /** Other forms: as printed, without the seat, short and long. */
  readonly aliases: readonly string[];
  /** Path of the place the body belongs to, or null. */
  readonly seat: string | null;
}

export interface ProgramMention extends MentionBase {
  readonly kind: 'Program';
  /** Canonical name without quotation marks: `枫桥经验`. */
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface PersonMention extends MentionBase {
  readonly kind: 'Person';
  readonly name: string;
}

/** A post that the text ties to a person. The span is the post's words (with the body, without the name). */
export interface PostMention extends ByRule {
  readonly kind: 'Post';
  readonly person: string;
  /** The post as the text has it: `政法委书记`. */
  readonly title: string;
  /** The completed body: `浙江省委政法委`. */
  readonly organization: { readonly name: string; readonly aliases: readonly string[]; readonly seat: string | null };
  readonly acting: boolean;
  readonly former: boolean;
}

export type Mention = DateMention | PlaceMention | OrganizationMention | ProgramMention | PersonMention | PostMention;

/** A role that a sentence gives a person in an event. */
export interface Participation extends Span {
  readonly person: string;
  readonly role: 'chaired' | 'spoke' | 'attended';
  readonly rule: string;
}

/** Something a sentence states about an event, with that sentence. */
export interface EventLink<T> extends Span {
  readonly value: T;
  readonly rule: string;
}

export interface EventFrame extends ByRule {
  readonly kind: 'Event';
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: EventType;
  readonly date: DateValue | null;
  /** ISO; last day of an event over several days. */
  readonly dateTo: string | null;
  /** The words the date was read from. */
  readonly dateText: string | null;
  readonly participants: readonly Participation[];
  /** Paths. */
  readonly places: readonly EventLink<string>[];
  /** Paths of places or names of organizations. */
  readonly presenters: readonly EventLink<{ readonly kind: 'Place' | 'Organization'; readonly ref: string }>[];
  /** Names of organizations. */
  readonly organizers: readonly EventLink<string>[];
  /** Canonical names of programs. */
  readonly programs: readonly EventLink<string>[];
}

/** A program in a place: the span is the sentence or clause that says so. */
export interface LaunchMention extends ByRule {
  readonly kind: 'Launch';
  /** Canonical name. */
  readonly program: string;
  /** Path. */
  readonly place: string;
  readonly stage: Stage;
  readonly date: DateValue | null;
  readonly dateText: string | null;
}

/** One place took something from another. */
export interface LearningMention extends ByRule {
  readonly kind: 'Learning';
  /** Path of the place that learned. */
  readonly learner: string;
  /** Path of the place learned from. */
  readonly model: string;
  /** Canonical name of the program, where the text names it. */
  readonly program: string | null;
}
