/** Ids of the people of one name: the plain one while there is one, else with what tells them apart. */
import { createHash } from 'node:crypto';
import { groupBy } from '../../graph/group-by.ts';
import { ID_PREFIX } from '../../graph/model.ts';
import { personId } from '../ids.ts';
import type { PersonProfile } from './types.ts';

/** Characters of a hash that tell two people of one name apart who have nothing else. */
const HASH_LENGTH = 8;
/** What has a meaning in ids, keys and references. */
const RESERVED = /[|#!（）()\s]/gu;

/**
 * One id a cluster, distinct, in the order of `clusters`. What tells a person apart is the body that the most mentions give, else the place, else
 * the newspaper, else the hash of the first article; two of one label get the next one too.
 * @param name name key of the block
 */
export function personIds(name: string, clusters: readonly (readonly PersonProfile[])[]): readonly string[] {
  if (clusters.length <= 1) return clusters.map(() => personId(name));
  const labels = clusters.map(labelsOf);
  let chosen = labels.map(([first = '']) => first);
  const lengthen = (next: (index: number) => string): void => {
    const uses = groupBy(chosen, (label) => label);
    chosen = chosen.map((label, index) =>
      label !== '' && uses.get(label)?.length === 1
        ? label
        : [label, next(index)].filter((part) => part !== '').join('·'),
    );
  };
  lengthen((index) => labels[index]?.find((label) => label !== chosen[index]) ?? '');
  lengthen((index) => articleHash(clusters[index] as readonly PersonProfile[]));
  lengthen((index) => refHash(clusters[index] as readonly PersonProfile[]));
  return chosen.map((label) => personId(`${name}（${label}）`));
}

/** What could tell a cluster apart, the best first, without repeats. */
function labelsOf(profiles: readonly PersonProfile[]): readonly string[] {
  const current = profiles.flatMap(({ posts }) => posts.filter(({ former }) => !former));
  const posts = current.length > 0 ? current : profiles.flatMap((profile) => profile.posts);
  const bodies = mostFrequent(posts.map(({ body }) => lastPart(body)));
  const places = mostFrequent(posts.flatMap(({ place }) => (place === null ? [] : [lastPart(place)])));
  const tied = mostFrequent(profiles.flatMap((profile) => profile.places.map(lastPart)));
  const papers = mostFrequent(
    profiles.flatMap(({ press, publication }) => (press.length > 0 && publication !== null ? [publication] : [])),
  );
  const titles = mostFrequent(posts.map(({ title }) => title));
  return [...new Set([bodies, places, tied, papers, titles].flat().map((label) => label.replace(RESERVED, '')))].filter(
    (label) => label !== '',
  );
}

/** The most frequent value, the smaller one where two are as frequent; none of none. */
function mostFrequent(values: readonly string[]): readonly string[] {
  const counted = [...groupBy(values, (value) => value)].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  return counted.slice(0, 1).map(([value]) => value);
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function articleHash(profiles: readonly PersonProfile[]): string {
  const first = profiles.map(({ article }) => article).sort()[0] as string;
  return first.slice(ID_PREFIX.Article.length, ID_PREFIX.Article.length + HASH_LENGTH);
}

function refHash(profiles: readonly PersonProfile[]): string {
  const first = profiles.map(({ ref }) => ref).sort()[0] as string;
  return createHash('sha256').update(first).digest('hex').slice(0, HASH_LENGTH);
}
