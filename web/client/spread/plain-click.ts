/** Links that change the page in place, and still open in a tab of their own where a reader asks the browser for one. */

/** A click handler for a link: `run` instead of following it, unless a key says otherwise. */
export function onPlainClick(run: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    run();
  };
}
