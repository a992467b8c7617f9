/**
 * What else holds up a node that some articles no longer state: other articles that mention it, places below it, bodies seated
 * in it. A relation `MENTIONS` or `REPORTED_BY` has the `forms` of its end, one for each extraction of the article: equal forms
 * stand for equal records, so that of a place in a hundred thousand articles only a few need be read.
 */
import { z } from 'zod';
import { readInSlices } from './records.ts';
import type { Reader } from './store.ts';

/** Stands for what an article contributes that was written without forms. */
const UNKNOWN_FORM = '';

const NamedRow = z.object({ id: z.string(), form: z.string() });
const ArticleRow = z.object({ id: z.string(), article: z.string() });
const IdRow = z.object({ id: z.string() });

/** Which of these forms of nodes an article has that is none of `without`; as `id form`. */
export async function formsElsewhere(
  store: Reader,
  forms: readonly z.infer<typeof NamedRow>[],
  without: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await readInSlices(forms, (rows) =>
    store.read({
      cypher: `UNWIND $rows AS row MATCH (e:Entity {id: row.id})
WHERE EXISTS { MATCH (e)<-[r:MENTIONS|REPORTED_BY]-(a:Entity) WHERE row.form IN r.forms AND NOT a.id IN $without }
RETURN row.id AS id, row.form AS form`,
      params: { rows, without },
      row: NamedRow,
    }),
  );
  return new Set(found.map(({ id, form }) => `${id} ${form}`));
}

/** For each node one article for each form it has elsewhere than in `without`: together they state all of it that articles state. */
export async function witnessingArticles(
  store: Reader,
  ids: readonly string[],
  without: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, Set<string>>();
  const rows = await readInSlices(ids, (some) =>
    store.read({
      cypher: `UNWIND $ids AS id MATCH (e:Entity {id: id})<-[r:MENTIONS|REPORTED_BY]-(a:Entity)
WHERE NOT a.id IN $without
UNWIND coalesce(r.forms, [$unknown]) AS form
RETURN id, form, min(a.id) AS article`,
      params: { ids: some, without, unknown: UNKNOWN_FORM },
      row: ArticleRow,
    }),
  );
  for (const { id, article } of rows) found.set(id, (found.get(id) ?? new Set()).add(article));
  return new Map([...found].map(([id, articles]) => [id, [...articles].sort()]));
}

/** Those of the places in which a place lies or a body has its seat, other than these. */
export async function placesInUse(
  store: Reader,
  places: readonly string[],
  without: { readonly nodes: readonly string[]; readonly relations: readonly string[] },
): Promise<ReadonlySet<string>> {
  const found = await readInSlices(places, (ids) =>
    store.read({
      cypher: `UNWIND $ids AS id MATCH (p:Entity {id: id})
WHERE EXISTS { MATCH (p)<-[r:PART_OF|LOCATED_IN]-(c:Entity) WHERE NOT c.id IN $nodes AND NOT r.key IN $relations }
RETURN id`,
      params: { ids, nodes: without.nodes, relations: without.relations },
      row: IdRow,
    }),
  );
  return new Set(found.map(({ id }) => id));
}
