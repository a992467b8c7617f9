/** What a model finds in one article: questions, kept answers, second tries, and what the text bears out of it. */
import { toDocument } from '../document.ts';
import type { Article, Issue, Page, Span } from '../types.ts';
import { type Answer, findAnswer } from './answer.ts';
import type { AnswerCache } from './cache.ts';
import type { Chat } from './chat.ts';
import type { Limiter } from './limiter.ts';
import { type Findings, mergeFindings } from './merge.ts';
import { PART_SIZE, partsOf } from './parts.ts';
import { messagesFor, PROMPT_VERSION } from './prompt.ts';
import { readEntities } from './read-entities.ts';
import { readFacts } from './read-facts.ts';
import { doubt, openReading, type Reading } from './reading.ts';
import type { UsageTally } from './usage.ts';

export interface Asking {
  readonly chat: Chat;
  readonly cache: AnswerCache;
  readonly limit: Limiter;
  readonly tally: UsageTally;
}

export interface Asked extends Findings {
  readonly issues: readonly Issue[];
  /** Whether some part of the article got no usable answer. */
  readonly isIncomplete: boolean;
}

/** A model that writes no JSON may do so the second time, even at temperature 0: batches differ. */
const TRIES_FOR_JSON = 2;
/** An answer about so few characters that it still breaks off is not made shorter by asking about fewer. In UTF-16 units. */
const SMALLEST_PART = 200;
/** More entities or facts than any part of an article has: the rest is a model that repeats itself. */
const MOST_ITEMS = 400;

/** Asks about an article, in parts where it is long, and unites what the text bears out. */
export async function askArticle(
  article: Article,
  page: Pick<Page, 'date' | 'home' | 'publication'>,
  asking: Asking,
): Promise<Asked> {
  const doc = toDocument(article, page);
  const reading = openReading(doc, asking.chat.model);
  const body = { start: doc.bodyStart, end: doc.text.length };
  const asked = await Promise.all(partsOf(doc, body, PART_SIZE).map((part) => askPart(part, reading, page, asking)));
  return unite(asked);
}

function unite(asked: readonly Asked[]): Asked {
  return {
    ...mergeFindings(asked),
    issues: asked.flatMap(({ issues }) => issues),
    isIncomplete: asked.some(({ isIncomplete }) => isIncomplete),
  };
}

async function askPart(
  part: Span,
  reading: Reading,
  page: Pick<Page, 'date' | 'publication'>,
  asking: Asking,
): Promise<Asked> {
  const { doc } = reading;
  const words = doc.text.slice(part.start, part.end);
  if (words.trim() === '') return { entities: [], facts: [], issues: [], isIncomplete: false };
  const reply = await answerTo(messagesFor(doc.article, page, words), doc.article.id, asking);
  if (reply.answer) {
    const read = readAnswer(reply.answer, part, reading);
    return { ...read, issues: [...reply.issues, ...read.issues], isIncomplete: false };
  }
  if (reply.truncated && part.end - part.start >= 2 * SMALLEST_PART) {
    const halves = partsOf(doc, part, Math.ceil((part.end - part.start) / 2));
    const asked = await Promise.all(halves.map((half) => askPart(half, reading, page, asking)));
    return unite([{ entities: [], facts: [], issues: reply.issues, isIncomplete: false }, ...asked]);
  }
  const reason = reply.truncated ? [doubt('truncated-answer', words)] : [];
  return { entities: [], facts: [], issues: [...reply.issues, ...reason], isIncomplete: true };
}

interface Reply {
  readonly answer: Answer | null;
  /** Whether the answer broke off at the endpoint's limit. */
  readonly truncated: boolean;
  readonly issues: readonly Issue[];
}

async function answerTo(
  messages: ReturnType<typeof messagesFor>,
  articleId: string,
  { chat, cache, limit, tally }: Asking,
): Promise<Reply> {
  const question = { articleId, model: chat.model, promptVersion: PROMPT_VERSION, messages };
  const kept = await cache.read(question);
  if (kept.answer) {
    tally.cached += 1;
    return { answer: kept.answer, truncated: false, issues: kept.issues };
  }
  const issues = [...kept.issues];
  for (let attempt = 1; ; attempt++) {
    const reply = await limit(() => chat.ask(messages));
    if ('failure' in reply)
      return { answer: null, truncated: false, issues: [...issues, doubt(reply.failure, reply.text)] };
    if (reply.truncated) return { answer: null, truncated: true, issues };
    const answer = findAnswer(reply.content);
    if (answer) return { answer, truncated: false, issues: [...issues, ...(await cache.write(question, answer))] };
    issues.push(doubt('malformed-answer', reply.content));
    if (attempt === TRIES_FOR_JSON) return { answer: null, truncated: false, issues };
  }
}

function readAnswer(answer: Answer, part: Span, reading: Reading): Findings & { readonly issues: readonly Issue[] } {
  const surplus = [answer.entities, answer.facts].flatMap((items) =>
    items.length > MOST_ITEMS ? [doubt('too-many-items', `${items.length}, of which ${MOST_ITEMS} are read`)] : [],
  );
  const entities = readEntities(answer.entities.slice(0, MOST_ITEMS), part, reading);
  const facts = readFacts(answer.facts.slice(0, MOST_ITEMS), entities.items, part, reading);
  const findings = mergeFindings([{ entities: entities.items.map(({ entity }) => entity), facts: facts.items }]);
  return { ...findings, issues: [...surplus, ...entities.issues, ...facts.issues] };
}
