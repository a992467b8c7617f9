/** What reading an answer needs to know, and how its doubts are told. */
import type { z } from 'zod';
import { findDates } from '../dates.ts';
import { type Gazetteer, loadGazetteer } from '../gazetteer.ts';
import type { DateMention, Document, Issue, Span } from '../types.ts';
import { type QuoteFinder, quoteFinder } from './quotes.ts';

/**
 * Confidence of a fact that only a model states. Nobody has measured the chosen model on annotated pages, and one half says that
 * it is as good as open; every measured rule is surer (`lexicon/rule-precision.tsv`), so a filter by confidence can part the two.
 */
export const LLM_CONFIDENCE = 0.5;

/** What the rule of every fact from a model starts with; the model's name follows. */
export const MODEL_RULE = 'llm.';

/** One article while answers about it are read. */
export interface Reading {
  readonly doc: Document;
  readonly find: QuoteFinder;
  readonly dates: readonly DateMention[];
  readonly gazetteer: Gazetteer;
  /** The paragraphs of the body by their numbers. */
  readonly paragraphs: readonly Span[];
  /** `llm.<model>`. */
  readonly rule: string;
}

/** What is needed to check a model's answers against a document. */
export function openReading(doc: Document, model: string): Reading {
  return {
    doc,
    find: quoteFinder(doc.text),
    dates: findDates(doc).items,
    gazetteer: loadGazetteer(),
    paragraphs: paragraphsOf(doc),
    rule: `${MODEL_RULE}${model}`,
  };
}

function paragraphsOf({ sentences }: Document): readonly Span[] {
  const paragraphs: { start: number; end: number }[] = [];
  for (const { paragraph, start, end } of sentences) {
    const known = paragraphs[paragraph];
    if (known) known.end = end;
    else if (paragraph >= 0) paragraphs[paragraph] = { start, end };
  }
  return paragraphs;
}

/** Where a quote stands in the headline or in the part of the body that the model was shown. */
export function findInPart({ doc, find }: Reading, quote: string, part: Span): readonly Span[] {
  return [...find(quote, { start: 0, end: doc.bodyStart }), ...find(quote, part)];
}

/** Something of an answer that is not taken, with its words. */
export function doubt(reason: string, text: string): Issue {
  return { stage: 'llm', reason, text };
}

/** An item that does not fit its shape: `unknown-type` where its kind, type or stage is none of ours. */
export function misfit(error: z.ZodError, item: unknown, reason: string): Issue {
  const unknown = error.issues.some(({ code, path }) => code === 'invalid_value' && path.length === 1);
  return doubt(unknown ? 'unknown-type' : reason, JSON.stringify(item));
}
