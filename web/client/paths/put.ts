/** Putting what was found between two nodes on the canvas, between the two. */
import type { RelationBrief } from '../../api.ts';
import { mayAdd } from '../actions.ts';
import { getSubgraph } from '../http.ts';
import { attempt, say } from '../notices.ts';
import { placeBetween } from '../place.ts';
import * as state from '../state.ts';
import { withHidden, withNodes } from '../view.ts';
import { pathWords } from '../words/paths.ts';
import { words } from '../words.ts';

/**
 * Adds the nodes of paths, each row of ids from one end to the other, and switches on the types of relations they go by.
 * The ends must be shown.
 */
export async function putPaths(rows: readonly (readonly string[])[], by: readonly RelationBrief[]): Promise<void> {
  const added = [...new Set(rows.flat())].filter((id) => !state.shownIds.peek().has(id));
  if (added.length === 0) say(words().alreadyShown);
  if (added.length === 0 || !mayAdd(added.length)) return;
  await attempt(async () => {
    const view = state.view.peek();
    const found = await getSubgraph([...view.nodes.map(({ id }) => id), ...added]);
    state.learn(found);
    const known = new Set(found.nodes.map(({ id }) => id));
    const placed = new Map(view.nodes.map((node) => [node.id, node]));
    for (const row of rows) {
      const [from, to] = [placed.get(row[0] ?? ''), placed.get(row.at(-1) ?? '')];
      const fresh = row.filter((id) => known.has(id) && !placed.has(id));
      if (!from || !to || fresh.length === 0) continue;
      for (const spot of placeBetween(from, to, fresh, [...placed.values()])) placed.set(spot.id, spot);
    }
    const shown = by.reduce((next, { type }) => withHidden(next, type, false), view);
    const grown = withNodes(by.some(({ type }) => view.hidden.includes(type)) ? shown : view, [...placed.values()]);
    state.commit(grown, pathWords().put);
    say(words().added(grown.nodes.length - view.nodes.length, grown.nodes.length), true);
    state.inSight.value = added;
  });
}
