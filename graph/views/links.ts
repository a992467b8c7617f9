/** Addresses that are too long to be passed on, kept under a hash of themselves: the same address has the same link, for ever. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keepStatements, keptBy } from '../kept.ts';
import { packed, unpacked } from '../page-records.ts';
import type { GraphStore, Reader } from '../store.ts';

const PREFIX = 'link/';
const ID_DIGITS = 16;

/** Keeps an address. Its link is hexadecimal. */
export async function keepLink(store: GraphStore, address: string): Promise<string> {
  const id = createHash('sha256').update(address).digest('hex').slice(0, ID_DIGITS);
  if ((await linkedAddress(store, id)) === null)
    await store.write(
      keepStatements([{ label: 'Link', id: PREFIX + id, properties: { body: packed(JSON.stringify(address)) } }]),
    );
  return id;
}

/** The address behind a link, or null where there is no such link. */
export async function linkedAddress(store: Reader, id: string): Promise<string | null> {
  const [record] = await keptBy(store, 'Link', 'id', [PREFIX + id]);
  return record ? z.string().parse(JSON.parse(unpacked(String(record.properties.body)))) : null;
}
