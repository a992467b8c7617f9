import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeDetails } from '../../graph/details.ts';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { writeGraph } from '../../graph/writer.ts';

const BEARERS = ['person/王伟（岱山县公安局）', 'person/王伟（浙江法制报）'];
let store: GraphStore;
beforeAll(async () => {
  store = await openEmbedded(':memory:');
  await applySchema(store);
  const nodes = [...BEARERS, 'person/王伟民'].map((id) => ({
    id,
    kind: 'Person' as const,
    labels: [],
    properties: { name: '王伟', search: '王伟' },
  }));
  await writeGraph(store, { nodes, relations: [] });
});
afterAll(() => store.close());

test('the id of a name that several people bear lists them and nobody else', async () => {
  await expect(nodeDetails(store, 'person/王伟')).rejects.toMatchObject({
    code: 'not-found',
    details: { namesakes: BEARERS },
    message: expect.stringContaining('is the name of 2 people'),
  });
});

test('an id that nobody has is said to be nobody’s', async () => {
  await expect(nodeDetails(store, 'person/无人')).rejects.toThrow(/nothing in the graph has the id "person\/无人"/u);
  await expect(nodeDetails(store, 'place/王伟')).rejects.toThrow(/nothing in the graph/u);
});
