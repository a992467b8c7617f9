/** Joins the two halves of articles that are printed on two pages (下转3版 … 上接1版). Pure; independent of the order of pages. */
import { groupBy } from '../graph/group-by.ts';
import { type Half, joinRecord } from '../graph/jumps.ts';
import { kindOfId, type RelationRecord } from '../graph/model.ts';
import type { Issue, Staged } from './types.ts';

/** Where no page of the two is numbered, so many names in common, other than of places, stand for the number. */
const NAMES_FOR_A_NUMBER = 2;

/**
 * The relations `CONTINUES` between halves, from each continuation to its beginning. Two halves fit if they are of one issue of one paper and
 * each names the page of the other, as far as the pages are numbered. Of several that fit, those are joined that share more names with each
 * other than with any other, a name counting the less, the more of them have it, and what is joined leaves the rest to each other; where that does not decide, none is (`ambiguous-jump`).
 */
export function joinContinuations(halves: readonly Half[]): Staged<RelationRecord> {
  const all = [...new Map(halves.map((half) => [half.id, half])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const chosen: Link[] = [];
  let links = linksOf(all);
  for (;;) {
    const best = bestOf(links);
    if (best.length === 0) break;
    chosen.push(...best);
    const begun = new Set(best.map(({ beginning }) => beginning.id));
    const ended = new Set(best.map(({ continuation }) => continuation.id));
    links = links.filter(({ beginning, continuation }) => !begun.has(beginning.id) && !ended.has(continuation.id));
  }
  const open = new Set(links.map(({ continuation }) => continuation.id));
  return {
    items: chosen.map(({ continuation, beginning }) => joinRecord(continuation.id, beginning.id)),
    issues: [...open].map((text): Issue => ({ stage: 'continuations', reason: 'ambiguous-jump', text })),
  };
}

interface Link {
  readonly beginning: Half;
  readonly continuation: Half;
}

function linksOf(halves: readonly Half[]): readonly Link[] {
  const byIssue = new Map<string, Half[]>();
  for (const half of halves.filter(({ from }) => from !== null))
    for (const key of issueKeys(half)) byIssue.set(key, [...(byIssue.get(key) ?? []), half]);
  return halves
    .filter(({ to }) => to !== null)
    .flatMap((beginning) => {
      const near = new Set(issueKeys(beginning).flatMap((key) => byIssue.get(key) ?? []));
      return [...near].filter((half) => belong(beginning, half)).map((continuation) => ({ beginning, continuation }));
    });
}

/** The number of an issue says more than its day, which may be worked out from the number; a half may lack either. */
function issueKeys({ publication, day, issue }: Half): readonly string[] {
  return [day === null ? [] : `${publication}|${day}`, issue === null ? [] : `${publication}|${issue}`].flat();
}

function belong(beginning: Half, continuation: Half): boolean {
  const { pageNumber: first, to } = beginning;
  const { pageNumber: second, from } = continuation;
  if (beginning.id === continuation.id || to === from) return false;
  if (beginning.issue !== null && continuation.issue !== null && beginning.issue !== continuation.issue) return false;
  if ((first !== null && first !== from) || (second !== null && second !== to)) return false;
  if (first !== null || second !== null) return true;
  const names = sharedNames(beginning, continuation).filter((id) => kindOfId(id) !== 'Place');
  return names.length >= NAMES_FOR_A_NUMBER;
}

function sharedNames(a: Half, b: Half): readonly string[] {
  const names = new Set(b.mentions);
  return a.mentions.filter((id) => names.has(id));
}

/** The links that outdo every other one at either of their ends. */
function bestOf(links: readonly Link[]): readonly Link[] {
  const atBeginning = groupBy(links, ({ beginning }) => beginning.id);
  const atContinuation = groupBy(links, ({ continuation }) => continuation.id);
  const scored = links.map((link) => {
    const near = [atBeginning.get(link.beginning.id), atContinuation.get(link.continuation.id)];
    const rivals = near.flatMap((others) => (others ?? []).filter((other) => other !== link));
    return { link, rivals, score: sharedWeight(link, rivals) };
  });
  const scores = new Map(scored.map(({ link, score }) => [link, score]));
  return scored
    .filter(({ rivals, score }) => rivals.every((rival) => (scores.get(rival) ?? 0) < score))
    .map(({ link }) => link);
}

/** A name weighs 1 that no other half than the two has, 1/4 with one more, 1/9 with two more: what all share must not outvote what tells. */
function sharedWeight(link: Link, rivals: readonly Link[]): number {
  const halves = new Set([link, ...rivals].flatMap(({ beginning, continuation }) => [beginning, continuation]));
  const holders = (name: string) => [...halves].filter(({ mentions }) => mentions.includes(name)).length;
  return sharedNames(link.beginning, link.continuation).reduce((sum, name) => sum + 1 / (holders(name) - 1) ** 2, 0);
}
