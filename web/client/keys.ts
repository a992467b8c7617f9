/** Keys that work on every page. Single letters are off while typing, composing, or holding a modifier. */
import { redo, removeNode, select, undo } from './actions.ts';
import { expanding, keysOpen, nodes, route, shownIds, view } from './state.ts';

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (handle(event) || handleInDrawing(event)) event.preventDefault();
  });
}

/** Whether the key was ours. */
function handle({ key, shiftKey }: KeyboardEvent): boolean {
  if (key === '/') document.getElementById('search')?.focus();
  else if (key === '?') keysOpen.value = !keysOpen.peek();
  else if (key.toLowerCase() === 'z') (shiftKey ? redo : undo)();
  else if (key === 'Escape') return closeOne();
  else if (route.peek().page === 'explore') return handleOnCanvas(key);
  else return false;
  return true;
}

function handleOnCanvas(key: string): boolean {
  const { selected } = view.peek();
  if (selected === null || !nodes.peek().has(selected) || !shownIds.peek().has(selected)) return false;
  if (key.toLowerCase() === 'e') expanding.value = selected;
  else if (key === 'Backspace' || key === 'Delete') removeNode(selected);
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
