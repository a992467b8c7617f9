/** Mentions and events of one article → its facts, each with the sentence of the body that states it. */
import { relationKey } from '../graph/model.ts';
import type { Fact, Offsets } from './contract.ts';
import { type ArticleMentions, bodyName, bodyOffsets, type EntityIndex, frameId } from './entities.ts';
import { organizationId, personId, placeId, programId } from './ids.ts';
import type { RuleConfidence } from './rule-confidence.ts';
import { sentenceAt } from './spans.ts';
import type { Document, Issue, LaunchMention, LearningMention, PostMention, Sentence, Span, Staged } from './types.ts';

const ROLE_FACT = { chaired: 'CHAIRED', spoke: 'SPOKE_AT', attended: 'ATTENDED' } as const;

/**
 * The facts of an article. A fact that the body does not state (its sentence is a headline and no sentence of the body names
 * both ends), or whose end is no entity, becomes an issue instead. This is where facts get their confidence: their rule's.
 */
export function factsOf(
  doc: Document,
  mentions: ArticleMentions,
  launches: readonly LaunchMention[],
  learnings: readonly LearningMention[],
  entities: EntityIndex,
  confidenceOf: RuleConfidence,
): Staged<Fact> {
  const facts = new Map<string, Stated>();
  const issues: Issue[] = [];
  const add = (said: Said, span: Span): void => {
    const fact = { ...said, confidence: confidenceOf(said.type, said.rule) };
    if (!entities.has(fact.from) || !entities.has(fact.to)) {
      issues.push({ stage: 'facts', reason: 'unknown-end', text: `${fact.type} ${fact.from} → ${fact.to}` });
      return;
    }
    const evidence = evidenceOf(doc, span, [fact.from, fact.to], entities);
    if (!evidence) {
      issues.push({ stage: 'facts', reason: 'no-evidence', text: `${fact.type} ${fact.from} → ${fact.to}` });
      return;
    }
    const key = relationKey(fact.type, fact.from, fact.to, fact.title ?? fact.stage);
    const statement = { evidence, rule: fact.rule, confidence: fact.confidence };
    const known = facts.get(key);
    if (known) known.statements.push(statement);
    else facts.set(key, { fact, statements: [statement] });
  };

  for (const post of mentions.posts) add(holds(post, entities), sentenceAround(doc, post));
  for (const event of mentions.events) {
    const id = frameId(doc, event);
    for (const { person, role, rule, ...span } of event.participants) {
      add({ type: ROLE_FACT[role], from: personId(person), to: id, rule }, span);
    }
    for (const { value, rule, ...span } of event.places) {
      add({ type: 'HELD_IN', from: id, to: placeId(value), rule }, span);
    }
    for (const { value, rule, ...span } of event.presenters) {
      const from = value.kind === 'Place' ? placeId(value.ref) : organizationId(value.ref);
      add({ type: 'PRESENTED_AT', from, to: id, rule }, span);
    }
    for (const { value, rule, ...span } of event.organizers) {
      add({ type: 'ORGANIZED', from: organizationId(value), to: id, rule }, span);
    }
    for (const { value, rule, ...span } of event.programs) {
      add({ type: 'ABOUT', from: id, to: programId(value), rule }, span);
    }
  }
  for (const { program, place, stage, date, dateText, rule, ...span } of launches) {
    const dated = dateText === null ? {} : { dateText };
    add({ type: 'LAUNCHED_IN', from: programId(program), to: placeId(place), stage, date, ...dated, rule }, span);
  }
  for (const { learner, model, program, rule, ...span } of learnings) {
    const about = program === null ? {} : { program: programId(program) };
    add({ type: 'LEARNED_FROM', from: placeId(learner), to: placeId(model), ...about, rule }, span);
  }
  return { items: [...facts.values()].map(oneFact), issues };
}

type Said = Omit<Fact, 'evidence' | 'confidence'>;

/** A sentence that states a fact. */
export interface Statement {
  readonly evidence: Offsets;
  readonly rule: string;
  readonly confidence: number;
}

/** A fact, and all sentences that state it. */
export interface Stated {
  readonly fact: Omit<Fact, 'evidence'>;
  readonly statements: Statement[];
}

/** One fact for all sentences that state it: the first is its evidence, the others stand in `also`. */
export function oneFact({ fact, statements }: Stated): Fact {
  const byWords = new Map<string, Statement>();
  for (const statement of statements) {
    const key = `${statement.evidence.join('-')} ${statement.rule}`;
    const known = byWords.get(key);
    if (!known || known.confidence < statement.confidence) byWords.set(key, statement);
  }
  const inOrder = [...byWords.values()].sort(
    (a, b) =>
      a.evidence[0] - b.evidence[0] ||
      a.evidence[1] - b.evidence[1] ||
      b.confidence - a.confidence ||
      (a.rule < b.rule ? -1 : 1),
  );
  const [first, ...also] = inOrder as [Statement, ...Statement[]];
  return { ...fact, ...first, ...(also.length > 0 ? { also } : {}) };
}

function holds(post: PostMention, entities: EntityIndex): Said {
  const name = bodyName(post.organization, entities);
  const { seat } = post.organization;
  return {
    type: 'HOLDS',
    from: personId(post.person),
    to: name === '' ? placeId(seat ?? '') : organizationId(name),
    title: post.title,
    ...(post.acting ? { acting: true } : {}),
    ...(post.former ? { former: true } : {}),
    rule: post.rule,
  };
}

function sentenceAround(doc: Document, span: Span): Span {
  return sentenceAt(doc, span.start) ?? span;
}

/** The words of the body that state a fact, without blanks around them; for a headline the first sentence that names both ends. */
function evidenceOf(doc: Document, span: Span, ends: readonly string[], entities: EntityIndex): Offsets | null {
  const own = bodyOffsets(doc, span);
  if (own) return trimmed(doc.article.text, own);
  const named = (sentence: Sentence, id: string): boolean => {
    const entity = entities.get(id);
    const body = bodyOffsets(doc, sentence);
    return body !== null && (entity?.mentions.some(([start, end]) => body[0] <= start && end <= body[1]) ?? false);
  };
  const sentence = doc.sentences.find(
    (candidate) => candidate.paragraph >= 0 && ends.every((id) => named(candidate, id)),
  );
  const offsets = sentence ? bodyOffsets(doc, sentence) : null;
  return offsets ? trimmed(doc.article.text, offsets) : null;
}

/** Offsets into `text` without the blanks at both ends. */
export function trimmed(text: string, [start, end]: Offsets): Offsets {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  return [start + before, start + before + words.trim().length];
}
