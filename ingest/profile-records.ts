/**
 * What articles say of the names in them (`identity/`), kept beside their extractions: a block is resolved anew without reading all else that was
 * found in the articles of its mentions. A cache: where there is none, or another program made it, the extraction is read.
 */
import { z } from 'zod';
import { type KeptRecord, keptBy } from '../graph/kept.ts';
import { identitiesOf, packed, unpacked } from '../graph/page-records.ts';
import type { Reader } from '../graph/store.ts';
import { blockOf } from './identity/block.ts';
import type { Profile, Resolver } from './resolver.ts';
import { readIdentity, storedUnits, type Unit, unitRecord } from './units.ts';
import type { Identity } from './writes.ts';

/** A profile with the block that it is resolved in. */
export type BlockProfile = readonly [block: string, profile: Profile];

/** What whom the names of one article mean is worked out from, of one page that prints it. */
export interface Naming {
  readonly article: string;
  readonly identity: Identity;
  readonly profiles: readonly BlockProfile[];
}

const Version = z.object({ version: z.string(), body: z.string() });

/** The id of the record beside an extraction. */
function profilesId(extraction: string): string {
  return `profiles/${extraction}`;
}

/** The records that a unit has. */
export function unitIds(unit: string): readonly Pick<KeptRecord, 'label' | 'id'>[] {
  return [
    { label: 'Extraction', id: unit },
    { label: 'Summary', id: profilesId(unit) },
  ];
}

/** The records of a unit that is new. */
export function unitRecords(unit: Unit, resolver: Resolver): readonly KeptRecord[] {
  return [
    unitRecord(unit),
    ...(unit.ready?.profileRecords ?? profileRecords(unit.id, profilesOf(unit, resolver), resolver)),
  ];
}

/** What the names of a unit are resolved by. */
export function profilesOf(
  { source, article }: Pick<Unit, 'source' | 'article'>,
  resolver: Resolver,
): readonly BlockProfile[] {
  return resolver.profiles({ source, articles: [article] }).map((profile) => [blockOf(profile), profile]);
}

/** The record of it; none where nothing tells which program made it. */
export function profileRecords(
  unit: string,
  profiles: readonly BlockProfile[],
  { version }: Resolver,
): readonly KeptRecord[] {
  if (!version) return [];
  return [
    {
      label: 'Summary',
      id: profilesId(unit),
      properties: { version: version(), body: packed(JSON.stringify(profiles)) },
    },
  ];
}

/** Of all pages that print one of these articles. */
export async function storedNamings(
  store: Reader,
  articles: readonly string[],
  resolver: Resolver,
): Promise<readonly Naming[]> {
  const identities = await identitiesOf(store, articles);
  const known = await knownProfiles(
    store,
    identities.map(({ id }) => id),
    resolver,
  );
  const unknown = identities.filter(({ id }) => !known.has(id)).map(({ article }) => article);
  for (const unit of await storedUnits(store, 'article', unknown)) known.set(unit.id, profilesOf(unit, resolver));
  return identities.map(({ id, article, identity }) => ({
    article,
    identity: readIdentity(identity),
    profiles: known.get(id) ?? [],
  }));
}

async function knownProfiles(
  store: Reader,
  units: readonly string[],
  { version }: Resolver,
): Promise<Map<string, readonly BlockProfile[]>> {
  const known = new Map<string, readonly BlockProfile[]>();
  if (!version) return known;
  const records = await keptBy(store, 'Summary', 'id', units.map(profilesId));
  for (const { id, properties } of records) {
    const read = Version.safeParse(properties);
    // Written by `profileRecords` of the same program.
    if (read.data?.version === version())
      known.set(id.slice(profilesId('').length), JSON.parse(unpacked(read.data.body)) as BlockProfile[]);
  }
  return known;
}
