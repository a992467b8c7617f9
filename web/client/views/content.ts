/** A view as it is saved, and back. */
import type { ViewContent } from '../../api/views.ts';
import type { Placed, View } from '../view.ts';

/** A field of a view that is not saved would be lost: this does not compile when there is one. */
type Unsaved = Exclude<keyof View, keyof ViewContent>;
const SAVES_ALL: [Unsaved] extends [never] ? true : Unsaved = true;

export function contentOf(view: View): ViewContent {
  void SAVES_ALL;
  return {
    ...view,
    nodes: view.nodes.map((node) => ({ ...node, x: Math.round(node.x), y: Math.round(node.y) })),
    hidden: [...view.hidden],
    also: [...view.also],
    opened: [...view.opened],
  };
}

/** @param gone ids of nodes that the graph no longer has: they are left out */
export function viewOf(content: ViewContent, gone: ReadonlySet<string> = new Set()): View {
  const nodes = content.nodes
    .filter(({ id }) => !gone.has(id))
    .map(
      ({ id, x, y, pinned, from }): Placed => ({
        id,
        x,
        y,
        ...(pinned && { pinned }),
        ...(from !== undefined && { from }),
      }),
    );
  const isGone = (id: string) => gone.has(id) || id.split('|').some((part) => gone.has(part));
  const kept = content.selected !== null && !isGone(content.selected);
  return {
    ...content,
    nodes,
    selected: kept ? content.selected : null,
    also: kept ? content.also.filter((id) => !isGone(id)) : [],
    focus: content.focus && !isGone(content.focus.id) ? content.focus : null,
  };
}
