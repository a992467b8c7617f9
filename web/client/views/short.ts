/** Keeps the address bar short: servers refuse what is too long, and a reload has to show the same picture. */
import { effect } from '@preact/signals';
import { route } from '../state.ts';
import { isLong, shortAddress } from './links.ts';

/** An address is shortened when it has stood for so many milliseconds. */
const SETTLED_MS = 800;

/** Call once, when the page starts. */
export function keepAddressShort(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    void route.value;
    clearTimeout(waiting);
    waiting = setTimeout(() => void shorten(), SETTLED_MS);
  });
}

async function shorten(): Promise<void> {
  const address = addressNow();
  if (!isLong(address)) return;
  // Where the server is away the long address stands, and the next step tries again.
  const short = await shortAddress(address).catch(() => address);
  if (addressNow() === address) history.replaceState(null, '', short);
}

const addressNow = (): string => location.pathname + location.search + location.hash;
