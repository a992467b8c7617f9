/** The mentions that were taken for one person or event: what a decision on identity speaks of. */

import { z } from 'zod';
import { kindOfId } from '../graph/model.ts';
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

function sortKey({ publishedOn, ref }: EntityMention): string {
  return `${publishedOn ?? ''} ${ref}`;
}

function mentionsIn({ article, source, identity }: Unit, id: string): readonly EntityMention[] {
  const kind = kindOfId(id);
  const named = article.entities
    .filter((entity) => entity.kind === kind)
    .map(({ id: local, mentions }) => ({ local, plain: local, start: mentions[0]?.[0] }));
  const signed =
    kind === 'Person'
      ? article.byline.map(({ name }) => ({ local: bylineLocalId(name), plain: personId(name), start: undefined }))
      : [];
  return [...named, ...signed]
    .filter(({ local, plain }) => (identity.get(local)?.id ?? plain) === id)
    .map(({ local, start }) => ({
      ref: `${article.id}!${local}`,
      title: article.title,
      publishedOn: source.date?.value ?? null,
      publication: source.publication,
      words: start === undefined ? '' : article.text.slice(Math.max(0, start - AROUND), start + AROUND).trim(),
      reasons: identity.get(local)?.reasons ?? [],
    }));
}
