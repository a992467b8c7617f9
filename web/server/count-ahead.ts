/** What pages need counted over the whole graph, counted before the first reader asks for it. */
import { countChecks } from '../../graph/board/checks.ts';
import { tallyFacts } from '../../graph/board/facts.ts';
import { lookAlikes } from '../../graph/board/look-alikes.ts';
import { timelineOf } from '../../graph/board/timeline.ts';
import { allConflicts } from '../../graph/entity-pages/conflict-reading.ts';
import { perVersion } from '../../graph/per-version.ts';
import { takeCensus } from '../../graph/spread/census.ts';
import type { GraphStore } from '../../graph/store.ts';

/** One after the other, that of the spread of programs first. Never fails: what could not be counted is left to the first who asks. */
export async function countAhead(store: GraphStore): Promise<void> {
  for (const count of [takeCensus, timelineOf, countChecks, allConflicts, tallyFacts, lookAlikes])
    await perVersion<unknown>(store, count).catch(() => {});
}
