import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { GraphStore, Table } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { writeGraph } from '../../graph/writer.ts';
import { DIFFERENT, SAME } from './dialect.ts';
import { ENGINES } from './engines.ts';
import { SAMPLE } from './sample.ts';

const DOCUMENT = join(import.meta.dirname, '../../docs/cypher.md');

type Answer = Pick<Table, 'rows'> | 'an error';

async function answer(store: GraphStore, cypher: string): Promise<Answer> {
  return store.readTable(cypher).then(
    ({ rows }) => ({ rows }),
    () => 'an error',
  );
}

describe('a query on the sample graph', () => {
  let stores: readonly GraphStore[] = [];
  beforeEach(async (context) => {
    if (stores.length > 0) return;
    const opened: GraphStore[] = [];
    for (const { open } of ENGINES.toReversed()) opened.push(await open(context));
    await Promise.all(opened.map((store) => writeGraph(store, SAMPLE)));
    stores = opened;
  });
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  const answers = (cypher: string): Promise<Answer[]> => Promise.all(stores.map((store) => answer(store, cypher)));

  test.each(SAME)('gives the same rows on both engines: %s', async (cypher) => {
    const [neo4j, embedded] = await answers(cypher);
    expect(embedded).toEqual(neo4j);
  });

  test.each(DIFFERENT.flatMap(({ queries }) => queries))('is still among the known differences: %s', async (cypher) => {
    const [neo4j, embedded] = await answers(cypher);
    expect(embedded).not.toEqual(neo4j);
  });
});

test.each(
  DIFFERENT.filter(({ reason }) => /(?:is|are) not in the embedded engine/u.test(reason)).flatMap(
    ({ queries }) => queries,
  ),
)('the embedded engine names what it lacks, and the other engine: %s', async (cypher) => {
  const store = await openEmbedded(':memory:');
  await expect(store.readTable(cypher)).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringMatching(/^The embedded engine does not have .+\. .*NEO4J_URI/su),
  });
  await store.close();
});

test('docs/cypher.md lists the known differences (`npx vitest run test/conformance/dialect -u` writes it)', async () => {
  const list = DIFFERENT.map(({ reason, instead, queries }) =>
    [`- ${reason}${instead ? `; instead: ${instead}` : ''}`, ...queries.map((query) => `  - \`\`${query}\`\``)].join(
      '\n',
    ),
  );
  const document = `# Cypher on the two engines

Saved queries and everything the program asks by itself give the same rows on both engines. A query that a person types
runs as it is: on Neo4j with all of Cypher 5, on the embedded engine (Grafeo 0.6) with the differences below. What the
embedded engine cannot run is refused with a message that names the construct. For work that needs all of Cypher,
use Neo4j (\`npm run neo4j -- start\`, or \`compose.yaml\`). On both it may only read (\`docs/queries.md\`); EXPLAIN, PROFILE
and CYPHER in front are refused too.

This list is the one of \`test/conformance/dialect.ts\`, whose test tries every query on both engines and fails when one
of them begins to agree.

${list.join('\n')}

Of long results: the embedded engine breaks off where a filter meets more than 65,535 rows in one step. A label on every
node of a pattern keeps steps smaller. Where texts are ordered, characters beyond U+FFFF (𠮷) may stand before or after
those from U+E000 on (full-width punctuation), depending on the engine.
`;
  await expect(document).toMatchFileSnapshot(DOCUMENT);
});
