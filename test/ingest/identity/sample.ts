/** Short ways to write profiles. */
import { nameKey } from '../../../ingest/identity/block.ts';
import type { Companion, EventProfile, EventRole, PersonProfile, PostClaim } from '../../../ingest/identity/types.ts';

/** `title @ body @ place`: a body of `-` is the place itself, a place of `?` is unknown; a leading 原 makes it former. */
export function post(text: string): PostClaim {
  const [title = '', body = '-', place = '?'] = text.split(/\s*@\s*/u);
  const path = place === '?' ? null : place;
  const former = title.startsWith('原');
  return {
    title: former ? title.slice(1) : title,
    body: body === '-' ? `place/${place}` : `org/${body}`,
    place: path,
    acting: title.startsWith('代'),
    former,
  };
}

export interface PersonSpec {
  readonly name?: string;
  readonly article?: string;
  readonly posts?: readonly string[];
  readonly press?: 'reporter' | 'correspondent' | 'photographer';
  /** Publication; the Zhejiang paper where nothing is said. */
  readonly paper?: string | null;
  readonly on?: string | null;
  readonly at?: readonly string[];
  readonly with?: readonly (string | Companion)[];
  readonly from?: 'text' | 'byline';
  readonly local?: string;
}

let count = 0;

export function person(spec: PersonSpec): PersonProfile {
  const {
    name = '王伟',
    posts = [],
    press,
    paper = '浙江法制报',
    on = '2019-07-01',
    at = [],
    with: company = [],
  } = spec;
  const from = spec.from ?? (press && posts.length === 0 ? 'byline' : 'text');
  count += 1;
  const article = `article/${spec.article ?? count.toString(16).padStart(16, '0')}`;
  const local = spec.local ?? `${from === 'text' ? 'person' : 'byline'}/${name}`;
  return {
    kind: 'Person',
    ref: `${article}!${local}`,
    article,
    local,
    name,
    from,
    published: on,
    publication: paper,
    posts: posts.map(post),
    press: press ? [press] : [],
    places: [...at].sort(),
    companions: company
      .map((one) => (typeof one === 'string' ? { name: nameKey(one), reach: 'local' as const } : one))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

export interface EventSpec extends Partial<Omit<EventProfile, 'roles' | 'kind' | 'ref'>> {
  /** `chaired 王昌荣` */
  readonly who?: readonly string[];
}

export function event(spec: EventSpec): EventProfile {
  const { who = [], name = '全省平安建设现场推进会', day = '2019-07-01', type = 'meeting' } = spec;
  count += 1;
  const article = spec.article ?? `article/${count.toString(16).padStart(16, '0')}`;
  const local = spec.local ?? `event/${day ?? 'undated'}/${name}`;
  return {
    kind: 'Event',
    ref: `${article}!${local}`,
    article,
    local,
    name,
    day,
    type,
    aliases: [...(spec.aliases ?? [])].sort(),
    places: [...(spec.places ?? [])].sort(),
    programs: [...(spec.programs ?? [])].sort(),
    organizers: [...(spec.organizers ?? [])].sort(),
    roles: who.map((text) => {
      const [role, one] = text.split(' ') as [EventRole['role'], string];
      return { person: one, role };
    }),
  };
}
