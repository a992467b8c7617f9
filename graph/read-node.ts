/** A node by itself, in one exchange: what it is, what is stored of it, and how much surrounds it. */
import { z } from 'zod';
import { type Degrees, degreesColumn, degreesFrom } from './branches.ts';
import { NodeRow } from './brief.ts';
import { Properties } from './shapes.ts';
import type { Reader } from './store.ts';

export interface ReadNode {
  /** What its short form is made of. */
  readonly row: NodeRow;
  /** What is stored, but for the search forms and the text of an article. */
  readonly properties: Properties;
  readonly degrees: Degrees;
}

const Row = z.object({
  labels: z.array(z.string()),
  properties: Properties,
  degree: z.number(),
  degrees: z.array(z.number()),
});

/** @returns null where nothing has that id */
export async function readNode(store: Reader, id: string): Promise<ReadNode | null> {
  const [row] = await store.read({
    cypher: `MATCH (n:Entity {id: $id}) RETURN labels(n) AS labels, properties(n) AS properties, COUNT { (n)--() } AS degree,
  ${degreesColumn(id)} AS degrees`,
    params: { id },
    row: Row,
  });
  if (!row) return null;
  const { search: _search, text: _text, ...properties } = row.properties;
  return { row: nodeRow(id, row), properties, degrees: degreesFrom(id, row.degrees) };
}

function nodeRow(id: string, { labels, properties, degree }: z.infer<typeof Row>): NodeRow {
  const { type, kind, issue } = properties;
  const texts = [
    'name',
    'path',
    'level',
    'publication',
    'dateFrom',
    'dateTo',
    'datePrecision',
    'dateText',
    'publishedOn',
    'publishedPrecision',
  ] as const;
  return NodeRow.parse({
    ...Object.fromEntries(texts.map((name) => [name, properties[name] ?? null])),
    id,
    labels,
    degree,
    eventType: type ?? null,
    articleKind: kind ?? null,
    issue: issue ?? null,
  });
}
