/** Puts the reader into the search box, wherever on the page it is asked from. */
export function goToSearch(): void {
  document.getElementById('search')?.focus();
}
