/** How an entity is printed: each form of its name, and the articles behind it. */
import { z } from 'zod';
import { compare } from '../compare.ts';
import { articlesOf, type Source } from '../evidence.ts';
import { parseSpan } from '../relation-evidence.ts';
import type { GraphStore } from '../store.ts';

/** Articles whose text is looked into, the newest. */
const LOOKED_AT = 200;
/** Articles that are named for one form. */
const NAMED = 10;

export interface PrintedForm {
  /** As it stands in the text. */
  readonly form: string;
  readonly articles: number;
  readonly mentions: number;
  /** Some of the articles, the newest first, with the first place of the form in each: half-open, UTF-16. */
  readonly named: readonly {
    readonly source: Omit<Source, 'byline'>;
    readonly start: number;
    readonly end: number;
  }[];
}

export interface PrintedNames {
  /** The most frequent first. */
  readonly forms: readonly PrintedForm[];
  /** Articles that name the entity, and how many of them were looked into. */
  readonly total: number;
  readonly looked: number;
}

const MentionRow = z.object({ id: z.string(), spans: z.array(z.string()).nullable() });
const TotalRow = z.object({ total: z.number() });

const MENTIONED = 'MATCH (n:Entity {id: $id})<-[r:MENTIONS]-(a:Entity)';

/** The forms in which articles print an entity's name. */
export async function printedNames(store: GraphStore, id: string): Promise<PrintedNames> {
  const [counted, rows] = await Promise.all([
    store.read({ cypher: `${MENTIONED} RETURN count(r) AS total`, params: { id }, row: TotalRow }),
    store.read({
      cypher: `${MENTIONED} RETURN a.id AS id, r.spans AS spans, coalesce(a.publishedOn, '') AS day ORDER BY day DESC, id LIMIT $looked`,
      params: { id, looked: LOOKED_AT },
      row: MentionRow,
    }),
  ]);
  const articles = await articlesOf(
    store,
    rows.map((row) => row.id),
  );
  const forms = new Map<string, { mentions: number; places: PrintedForm['named'][number][] }>();
  for (const row of rows) {
    const article = articles.get(row.id);
    if (!article) continue;
    const { byline: _byline, ...source } = article.source;
    for (const { start, end } of (row.spans ?? []).map(parseSpan)) {
      const form = article.text.slice(start, end);
      const known = forms.get(form) ?? { mentions: 0, places: [] };
      known.mentions++;
      if (known.places.at(-1)?.source.id !== source.id) known.places.push({ source, start, end });
      forms.set(form, known);
    }
  }
  return {
    total: counted[0]?.total ?? 0,
    looked: rows.length,
    forms: [...forms]
      .filter(([form]) => form !== '')
      .map(([form, { mentions, places }]) => ({
        form,
        mentions,
        articles: places.length,
        named: places.slice(0, NAMED),
      }))
      .sort((one, other) => other.mentions - one.mentions || compare(one.form, other.form)),
  };
}
