/** Extractions made for a test. */
import type { ExtractedArticle, ExtractedPage, Fact } from '../../ingest/contract.ts';

export const TEXT = '副省长王昌荣主持会议。王昌荣讲话。会议在湖州召开。';

/** A fact about 王昌荣 and the meeting: he chaired it, as the first sentence has it. */
export function fact(changes: Partial<Fact> = {}): Fact {
  return {
    type: 'CHAIRED',
    from: 'person/王昌荣',
    to: 'event/会议',
    evidence: [0, 11],
    rule: 'chaired.host',
    confidence: 0.9,
    ...changes,
  };
}

export function article(
  id: string,
  facts: readonly Fact[] = [fact()],
  changes: Partial<ExtractedArticle> = {},
): ExtractedArticle {
  return {
    id: `article/${id}`,
    title: '会议召开',
    subtitle: null,
    kind: 'news',
    byline: [],
    text: TEXT,
    entities: [
      { id: 'person/王昌荣', kind: 'Person', name: '王昌荣', aliases: [], mentions: [[3, 6]] },
      { id: 'event/会议', kind: 'Event', name: '会议', aliases: [], mentions: [[8, 10]], type: 'meeting' },
    ],
    facts: [...facts],
    ...changes,
  };
}

export function extraction(file: string, articles: readonly ExtractedArticle[]): ExtractedPage {
  return { source: { file, sha256: file, publication: null, issue: null, date: null }, articles: [...articles] };
}
