/** The entities of an answer, each held to the words of the text. */
import type { Entity } from '../contract.ts';
import { bodyOffsets } from '../entities.ts';
import { eventId, organizationId, personId, placeId, programId } from '../ids.ts';
import { sentenceAt } from '../spans.ts';
import type { Issue, Span, Staged } from '../types.ts';
import { AnswerEntity } from './answer.ts';
import { readDate } from './dates.ts';
import { isNameOf, readPlace, readSeat } from './places.ts';
import { squashed } from './quotes.ts';
import { doubt, findInPart, misfit, type Reading } from './reading.ts';

export interface ReadEntity {
  /** The id that the facts of this answer use. */
  readonly localId: string;
  readonly entity: Entity;
  /** Where it is named, in the document (headline included). */
  readonly spans: readonly Span[];
}

/** Longer names are sentences; in UTF-16 units. */
const LONGEST_NAME = 60;
/** What ids and relation keys are put together with. */
const NOT_IN_NAMES = /[|#/\p{Cc}]/u;

/** Reads the entities of an answer about `part` of the document. What the text does not bear out is left out, with an issue. */
export function readEntities(items: readonly unknown[], part: Span, reading: Reading): Staged<ReadEntity> {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const item of items) {
    const parsed = AnswerEntity.safeParse(item);
    if (!parsed.success) {
      issues.push(misfit(parsed.error, item, 'bad-entity'));
      continue;
    }
    if (seen.has(parsed.data.id)) {
      issues.push(doubt('repeated-id', `${parsed.data.id} ${parsed.data.name}`));
      continue;
    }
    seen.add(parsed.data.id);
    const candidate = locate(parsed.data, part, reading);
    issues.push(...candidate.issues);
    if (candidate.spans.length > 0) candidates.push(candidate);
  }
  const read: ReadEntity[] = [];
  for (const { answer, spans } of withoutInner(candidates)) {
    const entity = identify(answer, spans, part, reading, issues);
    if (entity) read.push({ localId: answer.id, entity, spans });
  }
  return { items: read, issues };
}

interface Candidate {
  readonly answer: AnswerEntity;
  readonly spans: readonly Span[];
}

function locate(answer: AnswerEntity, part: Span, reading: Reading): Candidate & { readonly issues: readonly Issue[] } {
  const spans = new Map<number, Span>();
  const issues: Issue[] = [];
  for (const quote of answer.quotes) {
    const found = findInPart(reading, quote, part);
    // One character stands in many words: 杭 alone is a place only where nothing else has it.
    const isOpen = squashed(quote).length === 1 && found.length > 1;
    if (found.length === 0) issues.push(doubt('quote-not-found', quote));
    else if (isOpen) issues.push(doubt('quote-ambiguous', `${answer.name}: ${quote}`));
    else for (const span of found) if ((spans.get(span.start)?.end ?? 0) < span.end) spans.set(span.start, span);
  }
  if (answer.quotes.length === 0) issues.push(doubt('quote-missing', answer.name));
  return { answer, spans: [...spans.values()].sort((a, b) => a.start - b.start), issues };
}

/** 省委 inside 省委政法委 is no mention of 省委, where both are entities of one kind; an event's words hold others. */
function withoutInner(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((candidate) => {
    const { answer, spans } = candidate;
    const longer = candidates.filter((other) => other !== candidate && other.answer.kind === answer.kind);
    const own = spans.filter(
      ({ start, end }) =>
        !longer.some((other) =>
          other.spans.some(
            (outer) => outer.start <= start && end <= outer.end && outer.end - outer.start > end - start,
          ),
        ),
    );
    return answer.kind === 'Event' || own.length === 0 ? candidate : { answer, spans: own };
  });
}

/** The entity that an item names; null, with an issue, where its name or path is not borne out. */
function identify(
  answer: AnswerEntity,
  spans: readonly Span[],
  part: Span,
  reading: Reading,
  issues: Issue[],
): Entity | null {
  const { doc, gazetteer } = reading;
  const { kind } = answer;
  const forms = [...new Set(spans.map(({ start, end }) => plain(doc.text.slice(start, end))))];
  const mentions = spans.flatMap((span) => {
    const own = bodyOffsets(doc, span);
    return own ? [own] : [];
  });
  const refuse = (reason: string, text: string): null => {
    issues.push(doubt(reason, text));
    return null;
  };

  if (kind === 'Place') {
    const path = answer.path?.trim() ?? '';
    if (path === '') return refuse('place-without-path', answer.name);
    const place = readPlace(path, forms, gazetteer);
    if (typeof place === 'string') return refuse(place, `${path} (${forms.join('、')})`);
    const name = place.path.split('/').at(-1) as string;
    const aliases = forms.filter((form) => form !== name && isNameOf(form, place, gazetteer));
    const code = place.code === null ? {} : { code: place.code };
    return { id: placeId(place.path), kind, name, aliases, mentions, path: place.path, level: place.level, ...code };
  }

  const name = plain(answer.name);
  if (name === '' || name.length > LONGEST_NAME || NOT_IN_NAMES.test(name)) return refuse('bad-name', answer.name);
  if (!isNamed(kind, name, spans, reading)) return refuse('name-not-in-text', name);
  const aliases = forms.filter((form) => form !== name);
  switch (kind) {
    case 'Person':
      return { id: personId(name), kind, name, aliases: [], mentions };
    case 'Program':
      return { id: programId(name), kind, name, aliases, mentions };
    case 'Organization': {
      const seat = answer.path === null ? null : readSeat(answer.path.trim(), gazetteer);
      if (answer.path !== null && seat === null) issues.push(doubt('unknown-seat', `${name}: ${answer.path}`));
      return { id: organizationId(name), kind, name, aliases, mentions, ...(seat === null ? {} : { path: seat }) };
    }
    case 'Event': {
      if (answer.type === null) return refuse('unknown-type', name);
      const { date, to, text, issues: doubts } = readDate(answer.dateQuote, spans, part, reading);
      issues.push(...doubts);
      const id = eventId(name, date?.value ?? null, doc.article.id);
      return {
        id,
        kind,
        name,
        aliases: [],
        mentions,
        type: answer.type,
        date,
        ...(to === null ? {} : { dateTo: to }),
        ...(text === null ? {} : { dateText: text }),
      };
    }
  }
}

/** Names are kept without quotation marks and blanks. */
function plain(words: string): string {
  return words.replace(/[\s“”‘’「」『』"]/gu, '');
}

/**
 * Whether the text bears a name out. A person's or program's name stands in one of its quotes; parts that an enumeration
 * shares may lie between its characters. A body's quote may be the short form of its name. An event's name is put together
 * from the words of a sentence that tells of it.
 */
function isNamed(
  kind: 'Person' | 'Program' | 'Organization' | 'Event',
  name: string,
  spans: readonly Span[],
  { doc }: Reading,
): boolean {
  const wanted = squashed(name);
  return spans.some(({ start, end }) => {
    const quote = squashed(doc.text.slice(start, end));
    if (kind === 'Person') return quote.includes(wanted);
    if (isSubsequence(wanted, quote)) return true;
    if (kind === 'Organization') return isSubsequence(quote, wanted);
    if (kind !== 'Event') return false;
    const sentence = sentenceAt(doc, start);
    return (
      sentence !== undefined &&
      isSubsequence(wanted, squashed(doc.text.slice(sentence.start, Math.max(end, sentence.end))))
    );
  });
}

/** Whether all characters of `part` stand in `whole` in their order. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    const found = whole.indexOf(character, at);
    if (found < 0) return false;
    at = found + character.length;
  }
  return true;
}
