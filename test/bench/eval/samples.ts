/** A small annotated page and what an extractor may say of it. */
import { GoldPage } from '../../../bench/eval/gold.ts';
import type { Check, Judgement } from '../../../bench/eval/judge.ts';
import type { Entity, ExtractedArticle, ExtractedPage, Fact } from '../../../ingest/contract.ts';

export const TEXT = '6月3日，甲市在乙县召开平安工作会议。市长王一主持会议，李二讲话。会议推广丙经验。';

/** Keys of an annotated article that differ from the sample's. */
export function goldPage(article: Readonly<Record<string, unknown>> = {}): GoldPage {
  return GoldPage.parse({
    page: 'x.txt',
    issue: null,
    date: '2019-06-04',
    datePrecision: 'day',
    articles: [{ title: '甲市召开平安工作会议', kind: 'news', starts: '6月3日', ...article }],
  });
}

export function extractedPage(...articles: readonly ExtractedArticle[]): ExtractedPage {
  const date = { value: '2019-06-04', precision: 'day', basis: 'masthead' } as const;
  return { source: { file: 'some/x.txt', sha256: '', publication: null, issue: null, date }, articles: [...articles] };
}

export function extracted(
  entities: readonly Entity[] = [],
  facts: readonly Fact[] = [],
  rest: Partial<ExtractedArticle> = {},
): ExtractedArticle {
  return {
    id: 'article/1',
    title: '甲市召开平安工作会议',
    subtitle: null,
    kind: 'news',
    byline: [],
    text: TEXT,
    entities: [...entities],
    facts: [...facts],
    ...rest,
  };
}

/** An entity whose id is its name. */
export function entity(kind: Entity['kind'], name: string, rest: Partial<Entity> = {}): Entity {
  const start = TEXT.indexOf(name);
  return { id: name, kind, name, aliases: [], mentions: start < 0 ? [] : [[start, start + name.length]], ...rest };
}

/** A fact between the entities of these names, stated by the second sentence. */
export function fact(type: Fact['type'], from: string, to: string, rest: Partial<Fact> = {}): Fact {
  return {
    type,
    from,
    to,
    evidence: [TEXT.indexOf('市长'), TEXT.indexOf('会议推广')],
    rule: 'r',
    confidence: 1,
    ...rest,
  };
}

export function judgement(rest: Partial<Judgement> = {}): Judgement {
  return { category: 'persons', verdict: 'right', item: '王一', sentence: null, rules: [], ...rest };
}

export function check(rest: Partial<Check> = {}): Check {
  return { measure: 'kind', right: true, item: 'news, found news', ...rest };
}
