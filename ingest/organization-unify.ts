/** Ties the bodies of one article together: short and seatless names to the full ones. */
import type { NamedOrganization } from './organization-names.ts';
import { lastName } from './place-context.ts';

/** A body that was read, with what is needed to tie later ones to it. */
export interface ReadOrganization extends NamedOrganization {
  readonly start: number;
  readonly end: number;
  readonly tail: string;
  readonly rule: string;
  readonly confidence: number;
}

/** A tail without anything that says which body it is. */
export interface BareTail {
  readonly start: number;
  readonly end: number;
  readonly tail: string;
}

/** Names printed without a seat mean the body of the same article that has one: 城中派出所, 督导组. */
export function unify(found: readonly (ReadOrganization | BareTail)[]): ReadOrganization[] {
  const byForm = new Map<string, ReadOrganization>();
  const byShortName = new Map<string, ReadOrganization>();
  for (const each of found) {
    if (!('name' in each) || each.seat === null) continue;
    for (const alias of each.aliases) if (!byForm.has(alias)) byForm.set(alias, each);
    const short = lastName(each.seat) + each.tail;
    if (each.name !== short && !byShortName.has(short)) byShortName.set(short, each);
  }
  const lastOfTail = new Map<string, ReadOrganization>();
  const result: ReadOrganization[] = [];
  for (const each of found) {
    const meant = 'name' in each ? each : lastOfTail.get(each.tail);
    if (!meant) continue;
    const same = meant.seat === null ? byForm.get(meant.name) : byShortName.get(meant.name);
    const { start, end } = each;
    const again = meant === each ? {} : { rule: 'organizations.again', confidence: 0.7 };
    const { name, aliases, seat } = same ?? meant;
    const read = { ...meant, name, aliases, seat, start, end, ...again };
    lastOfTail.set(read.tail, read);
    result.push(read);
  }
  return result;
}
