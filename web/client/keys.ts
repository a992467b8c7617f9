/** Keys that work on every page. Single letters are off while typing, composing, or holding a modifier. */
import { signal } from '@preact/signals';
import { redo, removeNodes, undo } from './actions.ts';
import { layingOut } from './arrange.ts';
import { toggleFocus, toggleGroups, togglePinned } from './marks.ts';
import { isGroupId } from './picture/groups.ts';
import { goToSearch } from './search/focus.ts';
import { select } from './selecting.ts';
import { expanding, keysOpen, nodes, pairing, railOpen, route, shownIds, view } from './state.ts';
import { toggleTable } from './table/state.ts';
import { stepWindow } from './time/actions.ts';
import { selectionOf } from './view.ts';

const STORED = 'zhitu.single-keys';

/** Whether single letters do something. Readers who speak to their machine, or share its keys, switch them off. */
export const singleKeys = signal(localStorage.getItem(STORED) !== 'off');

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on;
  localStorage.setItem(STORED, on ? 'on' : 'off');
}

const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (isLetter(event.key) && !singleKeys.peek()) return;
    if (handle(event) || handleInDrawing(event)) event.preventDefault();
  });
}

/** Whether the key was ours. */
function handle({ key, shiftKey }: KeyboardEvent): boolean {
  if (key === '/') goToSearch();
  else if (key === '?') keysOpen.value = !keysOpen.peek();
  else if (key.toLowerCase() === 'z') (shiftKey ? redo : undo)();
  else if (key === 'Escape') return closeOne();
  else if (route.peek().page === 'explore') return handleOnCanvas(key);
  else return false;
  return true;
}

function handleOnCanvas(key: string): boolean {
  if (key === '[' || key === ']') return stepWindow(key === ']' ? 1 : -1);
  const letter = key.toLowerCase();
  if (letter === 't') {
    toggleTable();
    return true;
  }
  if (letter === 'g') {
    toggleGroups();
    return true;
  }
  const selection = selectionOf(view.peek()).filter((id) => isGroupId(id) || shownIds.peek().has(id));
  const [selected] = selection;
  if (selected === undefined) return false;
  if (key === 'Backspace' || key === 'Delete') removeNodes(selection);
  else if (letter === 'p') togglePinned(selection);
  else if (!nodes.peek().has(selected)) return false;
  else if (letter === 'e') expanding.value = selected;
  else if (letter === 'f') toggleFocus(selected);
  else return false;
  return true;
}

/** Where nothing has the focus, as after a search, the drawing takes the keys that it knows. */
function handleInDrawing({ target, key }: KeyboardEvent): boolean {
  const drawing = target === document.body ? document.querySelector<HTMLElement>('.drawing') : null;
  const taken = drawing?.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true })) === false;
  if (taken && expanding.peek() === null) drawing?.focus();
  return taken;
}

/** Closes what is open, one thing at a time. */
function closeOne(): boolean {
  if (keysOpen.peek()) keysOpen.value = false;
  else if (railOpen.peek()) railOpen.value = false;
  else if (pairing.peek() !== null) pairing.value = null;
  else if (layingOut.peek()) layingOut.peek()?.stop();
  else if (expanding.peek() !== null) expanding.value = null;
  else if (route.peek().page === 'explore' && view.peek().selected !== null) select(null);
  else return false;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
  );
}
