/** Brings the joins of continuations in the graph up to date, whichever run the two pages came in. */
import { halvesOfIssues, type IssueOf, joinsFrom, removeJoins } from '../graph/jumps.ts';
import type { GraphStore } from '../graph/store.ts';
import { type WriteReport, writeGraph } from '../graph/writer.ts';
import { joinContinuations } from './continuations.ts';
import type { Issue } from './types.ts';

export interface JoinReport {
  /** A join that is taken back counts as changed. */
  readonly written: WriteReport;
  readonly issues: readonly Issue[];
}

/** Joins anew the halves that the graph has of these issues of papers: what fits is written, what no longer does is removed. */
export async function updateJoins(store: GraphStore, issuesOfPapers: readonly IssueOf[]): Promise<JoinReport> {
  const halves = await halvesOfIssues(store, issuesOfPapers);
  const { items, issues } = joinContinuations(halves);
  const wanted = new Set(items.map(({ key }) => key));
  const ids = new Set(halves.map(({ id }) => id));
  const present = await joinsFrom(store, [...ids]);
  // A join with a half that was not looked at is of another issue, and nothing is known against it.
  const outdated = present.filter(({ key, to }) => ids.has(to) && !wanted.has(key));
  await removeJoins(store, outdated);
  const written = await writeGraph(store, { nodes: [], relations: items });
  return { written: { ...written, relationsChanged: written.relationsChanged + outdated.length }, issues };
}
