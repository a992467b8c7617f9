/** The mentions that were taken for one person or event: what a decision on identity speaks of. */

import { z } from 'zod';
import { kindOfId, type NodeKind } from '../graph/model.ts';
import type { Reader } from '../graph/store.ts';
import { bylineLocalId } from './identity/profiles.ts';
import { personId } from './ids.ts';
import { storedUnits, type Unit } from './units.ts';

export interface EntityMention {
  /** `<articleId>!<local id>`. */
  readonly ref: string;
  readonly title: string | null;
  /** ISO, cut to its precision. */
  readonly publishedOn: string | null;
  readonly publication: string | null;
  /** First sentence or clause that names it; empty for a byline. */
  readonly words: string;
  /** Why it was taken for this one; none where the name means one person only. */
  readonly reasons: readonly string[];
}

/** UTF-16 units on each side of the first mention. */
const AROUND = 20;

/** The mentions of a person or an event in the graph, by day and reference; none for an id that the graph does not have. */
export async function mentionsOf(store: Reader, id: string): Promise<readonly EntityMention[]> {
  const rows = await store.read({
    cypher: 'MATCH (a:Entity)-[:MENTIONS|REPORTED_BY]->(e:Entity {id: $id}) RETURN DISTINCT a.id AS article',
    params: { id },
    row: z.object({ article: z.string() }),
  });
  const units = await storedUnits(
    store,
    'article',
    rows.map(({ article }) => article),
  );
  const found = new Map(units.flatMap((unit) => mentionsIn(unit, id)).map((mention) => [mention.ref, mention]));
  return [...found.values()].sort((x, y) => (sortKey(x) < sortKey(y) ? -1 : 1));
}

/** The id of the node that a mention (`<articleId>!<local id>`) means; null where no page has the mention. */
export async function meaningOf(store: Reader, ref: string): Promise<string | null> {
  const [article = '', local] = ref.split('!', 2);
  for (const unit of await storedUnits(store, 'article', [article])) {
    const found = namesIn(unit).find((name) => name.local === local);
    if (found) return unit.identity.get(found.local)?.id ?? found.plain;
  }
  return null;
}

function sortKey({ publishedOn, ref }: EntityMention): string {
  return `${publishedOn ?? ''} ${ref}`;
}

function mentionsIn(unit: Unit, id: string): readonly EntityMention[] {
  const { article, source, identity } = unit;
  return namesIn(unit)
    .filter(({ kind, local, plain }) => kind === kindOfId(id) && (identity.get(local)?.id ?? plain) === id)
    .map(({ local, start }) => ({
      ref: `${article.id}!${local}`,
      title: article.title,
      publishedOn: source.date?.value ?? null,
      publication: source.publication,
      words: start === undefined ? '' : article.text.slice(Math.max(0, start - AROUND), start + AROUND).trim(),
      reasons: identity.get(local)?.reasons ?? [],
    }));
}

/** What an article names, in its text and its byline, with the id that each name has while it means one only. */
function namesIn({ article }: Unit): readonly {
  readonly kind: NodeKind;
  readonly local: string;
  readonly plain: string;
  /** Of the first mention; none in a byline. */
  readonly start: number | undefined;
}[] {
  return [
    ...article.entities.map(({ kind, id, mentions }) => ({ kind, local: id, plain: id, start: mentions[0]?.[0] })),
    ...article.byline.map(({ name }) => ({
      kind: 'Person' as const,
      local: bylineLocalId(name),
      plain: personId(name),
      start: undefined,
    })),
  ];
}
