/** Taking an expansion back: what came with a node goes, unless something else that is shown holds on to it. */
import type { RelationBrief } from '../../api.ts';
import type { Placed } from '../view.ts';
import { neighboursOf } from './scene.ts';

/**
 * The ids that collapsing `anchor` takes off: nodes that its expansion brought and that nothing else shown is joined to. Two of
 * them that are joined to each other alone go together; pinned ones stay, and what they hold on to.
 */
export function collapsible(
  nodes: readonly Placed[],
  relations: readonly RelationBrief[],
  anchor: string,
): readonly string[] {
  const shown = new Set(nodes.map(({ id }) => id));
  const near = neighboursOf(relations.filter(({ from, to }) => shown.has(from) && shown.has(to)));
  const going = new Set(
    nodes.filter(({ id, from, pinned }) => from === anchor && id !== anchor && !pinned).map(({ id }) => id),
  );
  const isHeld = (id: string) => [...(near.get(id) ?? [])].some((other) => other !== anchor && !going.has(other));
  let held = [...going].filter(isHeld);
  while (held.length > 0) {
    for (const id of held) going.delete(id);
    held = [...going].filter(isHeld);
  }
  return [...going];
}
