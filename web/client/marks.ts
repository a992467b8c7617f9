/** What a reader marks in the picture: pinned nodes, a focus, opened groups, a tint. */
import { removeNodes, withMembers } from './actions.ts';
import { say } from './notices.ts';
import { GROUP_FROM, isGroupId } from './picture/groups.ts';
import * as state from './state.ts';
import { ALL_OPENED, type Focus, selectionOf, withPinned } from './view.ts';
import { canvasWords } from './words/canvas.ts';

/** Hold nodes in place, or let them go where all of them are held. */
export function togglePinned(ids: readonly string[]): void {
  const chosen = new Set(withMembers(ids));
  const nodes = state.view.value.nodes.filter(({ id }) => chosen.has(id));
  if (nodes.length === 0) return;
  const pinned = !nodes.every((node) => node.pinned);
  state.commit(withPinned(state.view.value, [...chosen], pinned), pinned ? canvasWords().pin : canvasWords().unpin);
  say(pinned ? canvasWords().pinned(nodes.length) : canvasWords().unpinned(nodes.length), true);
}

/** Draw in full only what is near a node; null ends it. */
export function setFocus(focus: Focus | null): void {
  const name = focus ? (state.nodes.value.get(focus.id)?.name ?? focus.id) : '';
  state.commit({ ...state.view.value, focus }, focus ? canvasWords().focus : canvasWords().unfocus);
  say(focus ? canvasWords().focused(name, state.scene.value.faded.size) : canvasWords().unfocused, true);
}

export function toggleFocus(id: string): void {
  setFocus(state.view.value.focus?.id === id ? null : { id, depth: 1 });
}

/** Draw the leaves of a group one by one. */
export function openGroup(id: string): void {
  const group = state.scene.peek().groups.find((one) => one.id === id);
  if (!group) return;
  const view = state.view.value;
  const selected = view.selected === id ? group.anchor : view.selected;
  state.commit({ ...view, selected, opened: [...view.opened, id] }, canvasWords().openGroup);
  say(canvasWords().ungrouped(group.members.length), true);
  state.inSight.value = group.members;
}

/** Group all leaves, or draw all of them one by one where they are grouped. */
export function toggleGroups(): void {
  const view = state.view.value;
  const groups = state.scene.peek().groups;
  if (groups.length > 0) {
    const selected = view.selected !== null && isGroupId(view.selected) ? null : view.selected;
    state.commit({ ...view, selected, opened: [ALL_OPENED] }, canvasWords().ungroup);
    say(canvasWords().ungrouped(groups.reduce((sum, { members }) => sum + members.length, 0)), true);
    return;
  }
  const made = state.groupsIn({ ...view, opened: [] });
  if (made.length > 0) state.commit({ ...view, opened: [] }, canvasWords().group);
  say(canvasWords().grouped(made.length, GROUP_FROM), made.length > 0);
}

export function toggleTint(): void {
  const tinted = !state.view.value.tinted;
  state.commit({ ...state.view.value, tinted }, tinted ? canvasWords().tint : canvasWords().untint);
  say(tinted ? canvasWords().tinted : canvasWords().untinted, true);
}

/** Take everything off but the selected nodes. */
export function keepSelected(): void {
  const kept = new Set(withMembers(selectionOf(state.view.value)));
  const gone = state.view.value.nodes.map(({ id }) => id).filter((id) => !kept.has(id));
  if (kept.size === 0 || gone.length === 0) return;
  removeNodes(gone);
  say(canvasWords().keptOnly(kept.size), true);
}
