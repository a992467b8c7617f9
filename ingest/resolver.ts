/** How whom names mean is worked out (`identity/`), as the store asks for it. */

import type { ExtractedPage } from './contract.ts';
import { eventProfiles } from './identity/event-profiles.ts';
import { personProfiles } from './identity/profiles.ts';
import { resolveBlock } from './identity/resolve.ts';
import { joinsSurely, leavesSurely, summaryOf } from './identity/shortcut.ts';
import type { EventProfile, IdentityDecision, PersonProfile, PersonSummary, Resolution } from './identity/types.ts';
import { profilesVersion } from './version.ts';

export type Profile = PersonProfile | EventProfile;

export interface Resolver {
  /** Changes with what `profiles` gives, so that it can be kept; without it nothing of it is. */
  readonly version?: () => string;
  /** What a page says of each person and event that it names. */
  profiles(page: ExtractedPage): readonly Profile[];
  /** All profiles of one block → whom they mean. Must not depend on their order. */
  resolve(profiles: readonly Profile[], decisions: readonly IdentityDecision[]): Resolution;
  /** A way around reading all of a block of persons. Without it every touched block is read. */
  readonly shortcut?: {
    summaryOf(
      profiles: readonly PersonProfile[],
      decisions: readonly IdentityDecision[],
      found: Resolution,
    ): PersonSummary;
    joinsSurely(summary: PersonSummary, added: readonly PersonProfile[]): PersonSummary | null;
    leavesSurely(summary: PersonSummary, removed: readonly PersonProfile[]): PersonSummary | null;
  };
}

/** Identity over the corpus: people of one name told apart, reports of one event brought together. */
export const CORPUS_RESOLVER: Resolver = {
  version: profilesVersion,
  profiles: (page) => [...personProfiles(page), ...eventProfiles(page)],
  resolve: resolveBlock,
  shortcut: { summaryOf, joinsSurely, leavesSurely },
};
