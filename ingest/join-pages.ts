/** Works out anew which articles go on with which, where articles come, change or go. */
import type { Replaced } from '../graph/change.ts';
import { type Half, halfOf, halvesOfIssues, joinsAt } from '../graph/jumps.ts';
import type { RelationRecord } from '../graph/model.ts';
import type { Reader } from '../graph/store.ts';
import type { UnitedPart } from '../graph/writer.ts';
import { joinContinuations } from './continuations.ts';
import type { Issue } from './types.ts';

export interface JoinChange {
  readonly relations: readonly Replaced<RelationRecord>[];
  readonly issues: readonly Issue[];
}

/**
 * The joins that change when these articles contribute `after` instead of `before`: what fits is written, what no longer does goes. All
 * halves of an issue are looked at together, with those of every issue that shares a day or a number with it, so that neither
 * the order of pages nor of runs shows.
 */
export async function planJoins(
  store: Reader,
  articles: ReadonlySet<string>,
  before: UnitedPart,
  after: UnitedPart,
): Promise<JoinChange> {
  const come = halvesIn(after);
  const started = [...halvesIn(before), ...come];
  if (started.length === 0) return { relations: [], issues: [] };
  const halves = await halvesAround(store, articles, started);
  const all = [...halves, ...come];
  const { items, issues } = joinContinuations(all);
  const present = await joinsAt(store, [...new Set([...articles, ...all.map(({ id }) => id)])]);
  const wanted = new Map(items.map((join) => [join.key, join]));
  return {
    relations: [...new Set([...present.keys(), ...wanted.keys()])].map((key) => ({
      old: present.get(key) ?? null,
      next: wanted.get(key) ?? null,
    })),
    issues,
  };
}

/** The halves of the graph, but for these articles, that share an issue with these halves or with one found so. */
async function halvesAround(
  store: Reader,
  articles: ReadonlySet<string>,
  started: readonly Half[],
): Promise<readonly Half[]> {
  const asked = new Set<string>();
  const found = new Map<string, Half>();
  for (let near = started; near.length > 0; ) {
    const issues = near.filter((half) => !asked.has(issueKey(half)));
    for (const half of issues) asked.add(issueKey(half));
    const others = await halvesOfIssues(store, issues);
    near = others.filter(({ id }) => !articles.has(id) && !found.has(id));
    for (const half of near) found.set(half.id, half);
  }
  return [...found.values()];
}

function issueKey({ publication, day, issue }: Half): string {
  return `${publication}|${day}|${issue}`;
}

/** The halves among the articles of a part. */
export function halvesIn({ nodes, relations }: UnitedPart): readonly Half[] {
  const mentions = new Map<string, string[]>();
  for (const { type, from, to } of relations.values()) {
    if (type !== 'MENTIONS') continue;
    const ids = mentions.get(from);
    if (ids) ids.push(to);
    else mentions.set(from, [to]);
  }
  return [...nodes.values()]
    .filter(({ kind }) => kind === 'Article')
    .flatMap(({ id, properties }) => halfOf(id, properties, mentions.get(id) ?? []) ?? []);
}
