/** The browser's history: an address for each step, and beside one that is too long to be asked for, what it shows. */
import { type Route, readAddress, writeAddress } from './route.ts';
import { EMPTY_VIEW, type View } from './view.ts';

/** A server reads 16 KB of headers in all (Node's limit), and other programs less. */
const LONGEST = 6_000;

/** What the address bar shows. */
export function currentRoute(): Route {
  const route = readAddress(location);
  const kept = (history.state as { readonly view?: View } | null)?.view;
  return kept && route.page === 'explore' ? { page: 'explore', view: { ...EMPTY_VIEW, ...kept } } : route;
}

/** A step for the back button, where the address changes. A view whose address would be too long is kept in the step itself. */
export function pushRoute(next: Route): void {
  const address = writeAddress(next);
  if (next.page === 'explore' && address.length > LONGEST) {
    history.pushState({ view: next.view }, '', writeAddress({ page: 'explore', view: EMPTY_VIEW }));
  } else if (address !== location.pathname + location.search + location.hash) history.pushState(null, '', address);
}
