/** One article as extracted, with the ends of its facts looked up: what the scorers compare with the annotation. */

import { ZhituError } from '../../graph/errors.ts';
import type { Entity, EntityKind, ExtractedArticle, Fact } from '../../ingest/contract.ts';
import type { Shown } from './judge.ts';
import { type Quotes, quotesOf } from './quotes.ts';

export type Found = Pick<ExtractedArticle, 'title' | 'kind' | 'byline' | 'text' | 'entities' | 'facts'>;

export interface FoundFact {
  readonly fact: Fact;
  readonly from: Entity;
  readonly to: Entity;
}

export interface Scene {
  readonly article: Found;
  readonly quotes: Quotes;
  readonly facts: readonly FoundFact[];
  of(kind: EntityKind): readonly Entity[];
  showEntity(entity: Entity): Shown;
  /** `item`: the fact in words. */
  showFact(found: FoundFact, item: string): Shown;
}

/** @throws ZhituError `bad-input` for a fact whose end is no entity of the article */
export function sceneOf(article: Found): Scene {
  const quotes = quotesOf(article);
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  const entity = (id: string): Entity => {
    const found = entities.get(id);
    if (!found)
      throw new ZhituError('bad-input', `a fact names ${id}, which is no entity of its article "${article.title}"`);
    return found;
  };
  return {
    article,
    quotes,
    facts: article.facts.map((fact) => ({ fact, from: entity(fact.from), to: entity(fact.to) })),
    of: (kind) => article.entities.filter((found) => found.kind === kind),
    showEntity: ({ name, path, aliases, mentions: [first] }) => ({
      item: path ?? name,
      sentence: first ? quotes.around(first[0]) : quotes.naming([name, ...aliases]),
      rules: [],
    }),
    showFact: ({ fact }, item) => ({
      item,
      sentence: quotes.at(fact.evidence),
      rules: [...new Set([fact.rule, ...(fact.also ?? []).map(({ rule }) => rule)])],
    }),
  };
}

/** An annotated item that no rule found. */
export function unfound(item: string, sentence: string | null): Shown {
  return { item, sentence, rules: [] };
}
