/**
 * Identity over the corpus: what an article says of the people and events it names, and who they turn out to be.
 * Everything here is a value; `profiles.ts` reads profiles off an extraction, `persons.ts` and `events.ts` resolve one block of them.
 *
 * The way of the calls: `personProfiles(page)` and `eventProfiles(page)` → `blockOf(profile)` → all profiles of the block, from every
 * article → `resolvePersons(profiles, decisions)` or `resolveEvents(profiles, decisions)` → `assignmentOf(resolution)`.
 * Before a block of persons is read, `joinsSurely(summary, profiles)` may tell from what is stored with the name that nothing else changes.
 */
import type { BylineRole, EventType } from '../../graph/model.ts';

/**
 * Names one mention unit for ever: `<articleId>!<local id>`. The local id is the entity's id in the article's extraction (`person/王伟`,
 * `event/2019-07-01/…`), or `byline/王伟` for a name in the byline: a reporter and an official of one name in one article may be two.
 */
export type MentionRef = string;

/** A person's judgement on two mention units. Refs that no profile of the block has are left aside. */
export interface IdentityDecision {
  readonly kind: 'same' | 'different';
  readonly a: MentionRef;
  readonly b: MentionRef;
}

interface Profile {
  readonly ref: MentionRef;
  readonly article: string;
  /** The id that the facts of this article's extraction use; `byline/<name>` for its byline. */
  readonly local: string;
  /** As the extraction has it. */
  readonly name: string;
}

/** A post that an article gives a person. */
export interface PostClaim {
  /** As the text has it: `政法委书记`. */
  readonly title: string;
  /** Id of what the post is in: `org/…`, or `place/…` for a post that belongs to a place. */
  readonly body: string;
  /** Path of the body's seat, or of the place; null where it is unknown. */
  readonly place: string | null;
  readonly acting: boolean;
  readonly former: boolean;
}

/** Another person of the article. `reach` is the level whose public knows them: a province's secretary stands beside anybody in it. */
export interface Companion {
  /** Block key of the name. */
  readonly name: string;
  readonly reach: 'nation' | 'province' | 'city' | 'local';
}

/** What one article says of one name, in its text or in its byline. Lists are sorted and without repeats. */
export interface PersonProfile extends Profile {
  readonly kind: 'Person';
  readonly from: 'byline' | 'text';
  /** Day of publication, ISO, cut to its precision; null where it is unknown. */
  readonly published: string | null;
  readonly publication: string | null;
  readonly posts: readonly PostClaim[];
  /** Roles in the byline; in the text what it calls its own people (记者王伟). */
  readonly press: readonly BylineRole[];
  /**
   * Paths of the narrowest places that the article ties to the person: of events attended and of places named beside the name. For a correspondent
   * in a byline the county that the article speaks of most.
   */
  readonly places: readonly string[];
  readonly companions: readonly Companion[];
}

/** A person's part in an event. */
export interface EventRole {
  /** Block key of the name. */
  readonly person: string;
  readonly role: 'chaired' | 'spoke' | 'attended';
}

/** What one article says of one event. Lists are sorted and without repeats. */
export interface EventProfile extends Profile {
  readonly kind: 'Event';
  readonly aliases: readonly string[];
  readonly type: EventType;
  /** First day, ISO, cut to its precision; null for an undated event, which is its article's own. */
  readonly day: string | null;
  /** Paths. */
  readonly places: readonly string[];
  readonly roles: readonly EventRole[];
  /** Ids. */
  readonly programs: readonly string[];
  /** Ids of organizations. */
  readonly organizers: readonly string[];
}

/** To whom one mention unit belongs, and why, for people. Reasons name features, never articles, so that they stay when articles come and go. */
export interface Assignment {
  readonly ref: MentionRef;
  /** Global id: `person/王伟` while the name means one person, else `person/王伟（舟山市公安局）`. */
  readonly id: string;
  readonly reasons: readonly string[];
}

export interface Cluster {
  readonly id: string;
  /** The name to show. */
  readonly name: string;
  /** Sorted by ref. */
  readonly members: readonly Assignment[];
}

/** Sorted by id. Every profile is a member of exactly one cluster. */
export interface Resolution {
  readonly clusters: readonly Cluster[];
}

/**
 * What a store keeps beside a name, so that most mentions that come or go need not read the block: JSON, a few hundred bytes. `shortcut.ts` computes
 * and updates it; nobody else needs to look inside.
 */
export interface PersonSummary {
  readonly name: string;
  /** Number of clusters; `units` is filled only where it is 1 and no decision speaks of the block. */
  readonly clusters: number;
  readonly units: readonly {
    /** Posts and bylines that make profiles alike, in the form in which they are compared. */
    readonly posts: readonly Standing[];
    readonly press: Press | null;
    /** First and last day of publication; null where none is known. */
    readonly first: string | null;
    readonly last: string | null;
    /** How many mentions. */
    readonly count: number;
  }[];
}

/** The newspaper whose bylines have the name. */
export interface Press {
  readonly kind: 'staff' | 'correspondent';
  readonly publication: string | null;
  /** Correspondents write from one county: the path of the one that the article speaks of most; null for staff and where unknown. */
  readonly county: string | null;
}

/**
 * `leader`: party and government leadership of a place; `department`: offices under it; `law`: police, courts, prosecutors;
 * `grassroots`: villages, communities, grids; `civil`: companies, schools, hospitals.
 */
export type Line = 'leader' | 'department' | 'law' | 'grassroots' | 'civil';

/** A post as it is compared: without the words that change from article to article (acting or not, with or without its body's name). */
export interface Standing {
  readonly body: string;
  /** Path; the empty path for a national body; null where unknown. */
  readonly place: string | null;
  /** 0 nation, 1 province, 2 city, 3 county, 4 township, 5 village. */
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | null;
  readonly line: Line;
  readonly former: boolean;
}
