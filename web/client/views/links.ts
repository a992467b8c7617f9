/** Short forms of long addresses, as far as this page has made or opened them. */
import { LONG_ADDRESS } from '../../api/limits.ts';
import { call } from '../http.ts';

const byAddress = new Map<string, string>();
const byLink = new Map<string, string>();

export function rememberLink(id: string, address: string): void {
  byAddress.set(address, id);
  byLink.set(id, address);
}

/** The address behind `/v/<id>`, if this page knows it; else what was given. */
export function behindLink<Place extends Pick<Location, 'pathname' | 'search' | 'hash'>>(place: Place): Place | URL {
  const [, page, id = ''] = place.pathname.split('/');
  const address = page === 'v' ? byLink.get(id) : undefined;
  return address === undefined ? place : new URL(address, 'http://page');
}

export const isLong = (address: string): boolean => address.length > LONG_ADDRESS;

/**
 * An address that can be passed on: itself, or where it is long one that the server keeps it under.
 * @throws Failure
 */
export async function shortAddress(address: string): Promise<string> {
  return isLong(address) ? linkTo(address) : address;
}

/**
 * The link under which the server keeps an address, however long that is.
 * @throws Failure
 */
export async function linkTo(address: string): Promise<string> {
  const known = byAddress.get(address);
  if (known !== undefined) return `/v/${known}`;
  const { id } = await call('LinkAnswer', '/api/links', { address });
  rememberLink(id, address);
  return `/v/${id}`;
}
