/** The posts of a person, or those in a body or place, and beside them those of others; the rest when a reader asks. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { EntityHead } from '../../api/entity.ts';
import { useLoaded } from '../load.ts';
import { entityWords } from '../words/entity.ts';
import { getPosts } from './calls.ts';
import { Career } from './career.tsx';
import { useKept } from './kept.ts';
import { ListFoot } from './list-foot.tsx';

/** Posts added by each "more", and as many as the server gives at once. */
const STEP = 200;
const MOST = 3_000;

export function Posts({ head }: { readonly head: EntityHead }): JSX.Element {
  const { node, posts, postsTotal, others } = head;
  const isPerson = node.kind === 'Person';
  const words = entityWords();
  const first = { total: postsTotal, listed: posts };
  const take = useSignal(posts.length);
  const { of } = useKept(
    useLoaded(
      async () => (take.value === posts.length ? first : getPosts({ id: node.id, take: take.value })),
      `${node.id} ${take.value}`,
    ),
    node.id,
  );
  const { listed, total } = of.state === 'done' ? of.value : first;
  return (
    <Career
      title={isPerson ? words.career : words.holders}
      groups={[
        { title: null, tenures: listed, total, byPerson: !isPerson },
        {
          title: isPerson ? words.sameBody : words.seatedHolders,
          tenures: others.listed,
          total: others.total,
          byPerson: true,
        },
      ]}
      more={<ListFoot listed={listed.length} total={total} take={take} step={STEP} most={MOST} />}
    />
  );
}
