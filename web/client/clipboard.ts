/** Puts text on the clipboard and says so. */
import { say } from './notices.ts';
import { words } from './words.ts';

/** `done` is said when it is there. A browser that allows none says so: pages that are not on this machine have no clipboard. */
export async function copyText(text: string, done: string): Promise<void> {
  const isCopied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  say(isCopied || copySelected(text) ? done : words().notCopied);
}

/** The way of browsers that keep the clipboard from pages without a certificate. */
function copySelected(text: string): boolean {
  const opener = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (opener instanceof HTMLElement) opener.focus();
  return isCopied;
}
