/** What is selected: a node, a group or a relation alone, or nodes together. */
import { say } from './notices.ts';
import * as state from './state.ts';
import { selectionOf, withSelection } from './view.ts';
import { pathWords } from './words/paths.ts';

/** Select a node, a group or a relation alone; where a second node is wanted for another, both. */
export function select(selected: string | null): void {
  const first = state.pairing.value;
  state.pairing.value = null;
  if (first !== null && selected !== null && first !== selected && state.shownIds.value.has(selected)) {
    selectAll([first, selected]);
    return;
  }
  if (state.view.value.selected !== selected || state.view.value.also.length > 0)
    state.commit({ ...state.view.value, selected, also: [] }, '');
}

/** Ask for a second node beside this one. */
export function pairWith(id: string): void {
  state.pairing.value = id;
  say(pathWords().pickSecond);
}

/** Select nodes together. A group or a relation is selected alone, and left out where there are others. */
export function selectAll(ids: readonly string[]): void {
  const together = ids.length > 1 ? ids.filter((id) => state.shownIds.value.has(id)) : ids;
  state.commit(withSelection(state.view.value, together), '');
}

/** Select a node beside the others, or no longer. */
export function toggleSelected(id: string): void {
  const selection = selectionOf(state.view.value);
  selectAll(selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]);
}
