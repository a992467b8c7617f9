/** A resolver that changes its mind more often than the real one: what a name means, and why, hangs on all that has the name. */
import type { Cluster } from '../../ingest/identity/types.ts';
import { CORPUS_RESOLVER, type Profile, type Resolver } from '../../ingest/resolver.ts';

/** Parts people by their first post once two posts are known, and events by their place once three are; gives the number of mentions as a reason. */
export const TOY_RESOLVER: Resolver = {
  profiles: CORPUS_RESOLVER.profiles,
  resolve(profiles, decisions) {
    const sorted = [...profiles].sort((a, b) => (a.ref < b.ref ? -1 : 1));
    const kinds = new Set(sorted.map(kindOf));
    const limit = sorted[0]?.kind === 'Person' ? 2 : 3;
    const refs = new Set(sorted.map(({ ref }) => ref));
    const isOne = decisions.some(({ kind, a, b }) => kind === 'same' && refs.has(a) && refs.has(b));
    const isParted = kinds.size >= limit && !isOne;
    const groups = new Map<string, Profile[]>();
    for (const profile of sorted) {
      const key = isParted ? kindOf(profile) : '';
      groups.set(key, [...(groups.get(key) ?? []), profile]);
    }
    const clusters = [...groups].map(([key, members]): Cluster => {
      const [first] = members as [Profile];
      const plain = first.kind === 'Person' ? `person/${first.name}` : `event/${first.day}`;
      const id = key === '' ? plain : `${plain}（${key}）`;
      const reasons = [`${members.length} of ${sorted.length}`];
      return { id, name: first.name, members: members.map(({ ref }) => ({ ref, id, reasons })) };
    });
    return { clusters: clusters.sort((a, b) => (a.id < b.id ? -1 : 1)) };
  },
};

function kindOf(profile: Profile): string {
  if (profile.kind === 'Event') return profile.name.slice(0, 2);
  return profile.posts[0]?.title ?? (profile.from === 'byline' ? '记者' : '其人');
}
