/** The first reader need not wait while a server plans what the pages ask: it is asked once before. */
import { countNeighbours } from '../../graph/branches.ts';
import type { NodeBrief } from '../../graph/brief.ts';
import { nodeDetails } from '../../graph/details.ts';
import { entityHead } from '../../graph/entity-pages/head.ts';
import { overviewOf } from '../../graph/overview.ts';
import { searchNodes } from '../../graph/search.ts';
import type { GraphStore } from '../../graph/store.ts';
import { loadNeighbours } from '../../graph/traverse.ts';

/** Asked of each node: as many new neighbours as a double click brings. */
const EXPANDED = 25;
const HITS = 20;

/**
 * Asks what pages ask about the nodes of the start page, which have many neighbours, and about one of each kind beside them. Returns when all is
 * answered; never fails, as nobody waits for it. The embedded engine keeps no plans, and is asked nothing.
 */
export async function warmUp(store: GraphStore): Promise<void> {
  if (store.engine === 'embedded') return;
  try {
    const { starts, latest } = await overviewOf(store);
    const nodes = new Map([...starts.map(({ node }) => node), ...latest.slice(0, 1)].map((node) => [node.id, node]));
    const beside = new Map<string, NodeBrief>();
    for (const node of nodes.values()) for (const near of await askAbout(store, node)) beside.set(near.kind, near);
    for (const node of beside.values()) if (!nodes.has(node.id)) await askAbout(store, node);
  } catch {
    // Whatever is wrong with the store, the first reader is told.
  }
}

/** @returns what surrounds the node */
async function askAbout(store: GraphStore, { id, name, kind }: NodeBrief): Promise<readonly NodeBrief[]> {
  const take = await countNeighbours(store, id);
  const { nodes } = await loadNeighbours(store, { id, take, limit: EXPANDED, order: 'date', shown: [] });
  await nodeDetails(store, id);
  if (kind !== 'Article') await entityHead(store, id);
  for (const query of [name, name.slice(0, 2), 'zj', 'zhejiang']) await searchNodes(store, { query, limit: HITS });
  return nodes;
}
