/**
 * Addresses that are too long to be passed on, kept under a hash of themselves: the same address always has the same link. One that
 * nobody made or opened for a year is dropped when another is made.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keepStatements, keptBy } from '../kept.ts';
import { packed, unpacked } from '../page-records.ts';
import type { GraphStore } from '../store.ts';

const PREFIX = 'link/';
const ID_DIGITS = 16;
/** Days that a link is kept after its last use. */
const KEPT_DAYS = 365;
const DAY_MS = 86_400_000;

/** Keeps an address, and drops the links that were not used for a year. Its link is hexadecimal. */
export async function keepLink(store: GraphStore, address: string, now: Date): Promise<string> {
  const id = createHash('sha256').update(address).digest('hex').slice(0, ID_DIGITS);
  if ((await openLink(store, id, now)) !== null) return id;
  const body = packed(JSON.stringify(address));
  await store.write([
    ...keepStatements([{ label: 'Link', id: PREFIX + id, properties: { body, usedOn: dayOf(now) } }]),
    {
      cypher: 'MATCH (l:Link) WHERE l.usedOn < $before DELETE l',
      params: { before: dayOf(new Date(now.getTime() - KEPT_DAYS * DAY_MS)) },
      row: z.unknown(),
    },
  ]);
  return id;
}

/** The address behind a link, or null where there is no such link. The day is noted, at most once a day. */
export async function openLink(store: GraphStore, id: string, now: Date): Promise<string | null> {
  const [record] = await keptBy(store, 'Link', 'id', [PREFIX + id]);
  if (!record) return null;
  const { body, usedOn } = record.properties;
  // A link made before days were noted gets its first one here.
  if (typeof usedOn !== 'string' || usedOn < dayOf(now))
    // Where the day cannot be written the link still leads to where it leads.
    await store
      .write(keepStatements([{ ...record, properties: { ...record.properties, usedOn: dayOf(now) } }]))
      .catch(() => undefined);
  return z.string().parse(JSON.parse(unpacked(String(body))));
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 'YYYY-MM-DD'.length);
