/** What pages need counted over the whole graph, begun before the first reader asks for it; who comes before it is there is told so. */
import { countChecks } from '../../graph/board/checks.ts';
import { tallyFacts } from '../../graph/board/facts.ts';
import { lookAlikes } from '../../graph/board/look-alikes.ts';
import { timelineOf } from '../../graph/board/timeline.ts';
import { allConflicts } from '../../graph/entity-pages/conflict-reading.ts';
import { perVersion, tellAfter } from '../../graph/per-version.ts';
import { takeCensus } from '../../graph/spread/census.ts';
import type { GraphStore } from '../../graph/store.ts';

/** Longer than a small graph takes; who waits for more wants to know for what. */
const TELL_MS = 1_500;

/** One after the other, that of the spread of programs first. Never fails: what could not be counted is left to the first who asks. */
export async function countAhead(store: GraphStore): Promise<void> {
  tellAfter(store, TELL_MS);
  for (const count of [takeCensus, timelineOf, countChecks, allConflicts, tallyFacts, lookAlikes])
    await perVersion<unknown>(store, count).catch(() => {});
}
