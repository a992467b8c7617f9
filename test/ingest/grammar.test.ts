/**
 * The language of official local news, sentence by sentence: every case is invented, and says what a careful reader takes from it.
 * Home is 浙江省 and the page is of Friday 2020-06-12 where a case says nothing else; `before` is read first and not checked.
 */
import { describe, expect, test } from 'vitest';
import type { ExtractedArticle } from '../../ingest/contract.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import { CASES, type Expectation, type GrammarCase } from './grammar-cases.ts';

const pipeline = openPipeline();

function extract({ before = '', text, title, home = '浙江省', kind = 'news' }: GrammarCase): ExtractedArticle {
  const article = {
    id: 'article/0123456789abcdef',
    title: title ?? null,
    subtitle: null,
    kind,
    jump: null,
    byline: [],
    dateline: null,
    text: before + text,
  };
  const page = { date: { value: '2020-06-12', precision: 'day', basis: 'masthead' } as const, home };
  const [result] = pipeline.extract(article, page).items;
  if (!result) throw new Error('no extraction');
  return result;
}

/** The extraction in the short form of the cases: names instead of ids, one string a statement. */
function summary(article: ExtractedArticle): Required<Expectation> {
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  const nameOf = (id: string) => entities.get(id)?.path ?? entities.get(id)?.name ?? id;
  const of = (kind: string) => article.entities.filter((entity) => entity.kind === kind);
  const facts = (type: string) => article.facts.filter((fact) => fact.type === type);
  const state = (fact: { acting?: boolean | undefined; former?: boolean | undefined }) =>
    fact.acting ? ' (acting)' : fact.former ? ' (former)' : '';
  return {
    persons: of('Person').map(({ name }) => name),
    places: of('Place').map(({ path = '' }) => path),
    organizations: of('Organization').flatMap(({ name, aliases }) => [name, ...aliases]),
    programs: of('Program').flatMap(({ name, aliases }) => [name, ...aliases]),
    posts: facts('HOLDS').map(
      (fact) => `${nameOf(fact.from)} ${fact.title} @ ${entities.get(fact.to)?.name}${state(fact)}`,
    ),
    events: of('Event').map(({ type, date }) => `${type} ${date?.value ?? '-'}`),
    roles: (['CHAIRED', 'SPOKE_AT', 'ATTENDED'] as const).flatMap((type) =>
      facts(type).map((fact) => `${nameOf(fact.from)} ${type} ${entities.get(fact.to)?.type}`),
    ),
    heldIn: facts('HELD_IN').map((fact) => `${entities.get(fact.from)?.type} ${nameOf(fact.to)}`),
    presenters: facts('PRESENTED_AT').map((fact) => nameOf(fact.from)),
    launched: facts('LAUNCHED_IN').map((fact) => `${entities.get(fact.from)?.name} ${nameOf(fact.to)} ${fact.stage}`),
    learned: facts('LEARNED_FROM').map((fact) => `${nameOf(fact.from)} ← ${nameOf(fact.to)}`),
  };
}

describe('reads', () => {
  test.each(CASES)('$id $text', (grammarCase) => {
    const found = summary(extract(grammarCase));
    for (const [key, expected] of Object.entries(grammarCase.finds ?? {})) {
      expect(found[key as keyof Expectation], key).toEqual(expect.arrayContaining(expected));
    }
    for (const [key, unexpected] of Object.entries(grammarCase.omits ?? {})) {
      for (const item of unexpected) {
        const list = found[key as keyof Expectation];
        // '*' says that there is nothing of the kind at all.
        if (item === '*') expect(list, key).toEqual([]);
        else expect(list, key).not.toContain(item);
      }
    }
  });
});
