/** What can be worked out of a page's articles before the store is asked, while the pages before it are being written. */
import type { ExtractedPage } from './contract.ts';
import { profileRecords, profilesOf } from './profile-records.ts';
import type { Resolver } from './resolver.ts';
import { contributionOf, type Unit, unitRecord, unitsOf } from './units.ts';

/** The units of a page that was just extracted, with all that can be worked out of them now. @param file its name */
export function readyUnits(page: string, extraction: ExtractedPage, file: string, resolver: Resolver): readonly Unit[] {
  return unitsOf(page, extraction).map((unit) => {
    const profiles = profilesOf(unit, resolver);
    return {
      ...unit,
      ready: {
        file,
        part: contributionOf(unit, file),
        record: unitRecord(unit),
        profiles,
        profileRecords: profileRecords(unit.id, profiles, resolver),
      },
    };
  });
}
