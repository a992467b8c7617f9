/** The facts of an answer, each held to the sentence that it quotes. */
import { RELATIONS } from '../../graph/model.ts';
import type { Fact, Offsets } from '../contract.ts';
import { bodyOffsets } from '../entities.ts';
import { trimmed } from '../facts.ts';
import { sentenceAt, within } from '../spans.ts';
import type { Issue, Span, Staged } from '../types.ts';
import { AnswerFact } from './answer.ts';
import { readDate } from './dates.ts';
import { nearest, squashed } from './quotes.ts';
import type { ReadEntity } from './read-entities.ts';
import { doubt, LLM_CONFIDENCE, misfit, type Reading } from './reading.ts';

/** Fewer characters prove nothing: they stand everywhere. */
const SHORTEST_QUOTE = 4;

/** Reads the facts of an answer about `part` of the document. What the text does not bear out is left out, with an issue. */
export function readFacts(
  items: readonly unknown[],
  entities: readonly ReadEntity[],
  part: Span,
  reading: Reading,
): Staged<Fact> {
  const byLocalId = new Map(entities.map((entity) => [entity.localId, entity]));
  const issues: Issue[] = [];
  const facts: Fact[] = [];
  for (const item of items) {
    const parsed = AnswerFact.safeParse(item);
    const read = parsed.success
      ? readFact(parsed.data, byLocalId, part, reading)
      : { issues: [misfit(parsed.error, item, 'bad-fact')] };
    issues.push(...read.issues);
    if ('fact' in read) facts.push(read.fact);
  }
  return { items: facts, issues };
}

type ReadFact = { readonly fact: Fact; readonly issues: readonly Issue[] } | { readonly issues: readonly Issue[] };

function readFact(
  answer: AnswerFact,
  entities: ReadonlyMap<string, ReadEntity>,
  part: Span,
  reading: Reading,
): ReadFact {
  const { type, quote } = answer;
  const refuse = (reason: string, text: string): ReadFact => ({ issues: [doubt(reason, text)] });
  const from = entities.get(answer.from);
  const to = entities.get(answer.to);
  if (!from || !to) return refuse('unknown-id', `${type} ${answer.from} → ${answer.to}`);
  const ends: { readonly from: readonly string[]; readonly to: readonly string[] } = RELATIONS[type];
  const label = `${type} ${from.entity.id} → ${to.entity.id}`;
  if (!ends.from.includes(from.entity.kind) || !ends.to.includes(to.entity.kind) || from.entity.id === to.entity.id)
    return refuse('wrong-ends', label);

  if (squashed(quote).length < SHORTEST_QUOTE) return refuse('quote-too-short', `${label}: ${quote}`);
  const found = reading.find(quote, part);
  if (found.length === 0) return refuse('quote-not-found', quote);
  const sentences = found.flatMap((words) => evidenceAround(words, reading) ?? []);
  if (sentences.length === 0) return refuse('quote-too-long', quote);
  const groups = [from.spans, to.spans];
  const related = sentences.filter(({ paragraph }) => groups.some((spans) => isNamedIn(paragraph, spans, reading)));
  const sentence = nearest(related, groups);
  if (!sentence) return refuse('quote-unrelated', `${label}: ${quote}`);
  const own = bodyOffsets(reading.doc, sentence);
  if (!own) return refuse('quote-not-found', quote);
  const evidence: Offsets = trimmed(reading.doc.article.text, own);
  const basic = {
    type,
    from: from.entity.id,
    to: to.entity.id,
    evidence,
    rule: reading.rule,
    confidence: LLM_CONFIDENCE,
  };

  switch (type) {
    case 'HOLDS': {
      const title = nearest(reading.find(answer.title ?? '', sentence), [from.spans]);
      if (!title) return refuse('title-not-in-quote', `${label}: ${answer.title}`);
      const post = {
        title: reading.doc.text.slice(title.start, title.end).replace(/\s/gu, ''),
        ...(answer.acting ? { acting: true } : {}),
        ...(answer.former ? { former: true } : {}),
      };
      return { fact: { ...basic, ...post }, issues: [] };
    }
    case 'LAUNCHED_IN': {
      if (answer.stage === null) return refuse('unknown-type', `${label}: no stage`);
      const { date, text, issues } = readDate(answer.dateQuote, [sentence], part, reading);
      const dated = text === null ? {} : { dateText: text };
      return { fact: { ...basic, stage: answer.stage, date, ...dated }, issues };
    }
    case 'LEARNED_FROM': {
      if (answer.program === null) return { fact: basic, issues: [] };
      const program = entities.get(answer.program)?.entity;
      if (program?.kind !== 'Program') return refuse('unknown-id', `${label}: ${answer.program}`);
      return { fact: { ...basic, program: program.id }, issues: [] };
    }
    default:
      return { fact: basic, issues: [] };
  }
}

interface Evidence extends Span {
  readonly paragraph: number;
}

/** The whole sentences that quoted words stand in; null where they reach over a paragraph, which states no single fact. */
function evidenceAround({ start, end }: Span, { doc }: Reading): Evidence | null {
  const first = sentenceAt(doc, start);
  const last = sentenceAt(doc, end - 1);
  if (!first || !last || first.paragraph !== last.paragraph) return null;
  return { start: first.start, end: last.end, paragraph: first.paragraph };
}

/** Whether a paragraph names what stands at these spans: its sentence may say 他, but no other paragraph speaks for it. */
function isNamedIn(paragraph: number, spans: readonly Span[], { paragraphs }: Reading): boolean {
  return within(spans, paragraphs[paragraph] as Span).length > 0;
}
