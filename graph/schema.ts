/** The constraint and the indexes that the statements of this program rely on. */
import { z } from 'zod';
import { CACHE_LABELS, KEPT_INDEXES, KEPT_LABELS } from './kept.ts';
import { ENTITY_LABEL, RELATIONS } from './model.ts';
import type { GraphStore, Statement } from './store.ts';

const command = (cypher: string): Statement => ({ cypher, row: z.unknown() });

const COMMON = [
  `CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:${ENTITY_LABEL}) REQUIRE n.id IS UNIQUE`,
  `CREATE INDEX entity_name IF NOT EXISTS FOR (n:${ENTITY_LABEL}) ON (n.name)`,
  'CREATE INDEX article_day IF NOT EXISTS FOR (n:Article) ON (n.publishedOn)',
  'CREATE INDEX article_file IF NOT EXISTS FOR (n:Article) ON (n.file)',
  'CREATE INDEX article_issue IF NOT EXISTS FOR (n:Article) ON (n.issue)',
  ...[...KEPT_LABELS, ...CACHE_LABELS].map(
    (label) => `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  ),
  ...KEPT_INDEXES.map(
    ({ label, property }) =>
      `CREATE INDEX ${label.toLowerCase()}_${property} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
  ),
];

/** The embedded engine does not look up by a constraint; without this index every MERGE scans all nodes. */
const EMBEDDED = [ENTITY_LABEL, ...KEPT_LABELS, ...CACHE_LABELS].map(
  (label) => `CREATE INDEX ${label.toLowerCase()}_id_lookup IF NOT EXISTS FOR (n:${label}) ON (n.id)`,
);

/** Keys of relations are found from their start node, but here they can also be held unique against other writers. */
const NEO4J = [
  'CREATE CONSTRAINT lock_id IF NOT EXISTS FOR (n:Lock) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT format_id IF NOT EXISTS FOR (n:Format) REQUIRE n.id IS UNIQUE',
  `CREATE TEXT INDEX entity_search IF NOT EXISTS FOR (n:${ENTITY_LABEL}) ON (n.search)`,
  // Pairs of characters; it finds single ones by their beginning or end (`full-text.ts`).
  "CREATE FULLTEXT INDEX article_text IF NOT EXISTS FOR (n:Article) ON EACH [n.title, n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}",
  // The text index has groups of three characters, and most Chinese names have two or three.
  `CREATE FULLTEXT INDEX entity_forms IF NOT EXISTS FOR (n:${ENTITY_LABEL}) ON EACH [n.search] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk'}}`,
  'CREATE INDEX place_level IF NOT EXISTS FOR (n:Place) ON (n.level)',
  'CREATE INDEX launch_stage IF NOT EXISTS FOR ()-[r:LAUNCHED_IN]-() ON (r.stage)',
  'CREATE INDEX place_path IF NOT EXISTS FOR (n:Place) ON (n.path)',
  'CREATE INDEX event_date IF NOT EXISTS FOR (n:Event) ON (n.dateFrom)',
  ...Object.keys(RELATIONS).map(
    (type) => `CREATE CONSTRAINT key_${type.toLowerCase()} IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.key IS UNIQUE`,
  ),
];

/** Makes sure of constraint and indexes. Does nothing where they are there already. */
export async function applySchema(store: GraphStore): Promise<void> {
  const commands = [...COMMON, ...(store.engine === 'embedded' ? EMBEDDED : NEO4J)];

  await store.write(commands.map(command));
}
