/** Pages that wait to be written together: bounds the memory of a long run, and what is lost when it is stopped. */
import type { ExtractedPage } from './contract.ts';
import { type Arrival, NO_CHANGES, type PageChanges } from './page-changes.ts';

/** Pages of one transaction where they are small. */
export const PAGES_A_WRITE = 200;
/** Records of one transaction, as far as can be told before: entities that many pages name are then written once for all of them. */
const RECORDS_A_WRITE = 10_000;
/**
 * Writes grow with the graph, to so many times that: a name that many bear is weighed against all of them in each write that has it, so that
 * writes of one size would take a time that grows with the square of the corpus. More would only take memory.
 */
const MOST_TIMES = 4;
/** Records of a write for each of the graph, where that makes it larger. */
const SHARE_A_WRITE = 0.04;

export interface PageBatch {
  add(arrival: Arrival): void;
  /** @param sources ids of sources that hold nothing any longer */
  withdraw(sources: readonly string[]): void;
  isFull(): boolean;
  /** What waits, which then waits no longer; null where nothing does. */
  take(): PageChanges | null;
}

/** @param stored nodes and relations that the graph has */
export function newBatch(stored: () => number): PageBatch {
  let arrivals: Arrival[] = [];
  let withdrawn: string[] = [];
  let records = 0;
  return {
    add(arrival) {
      arrivals.push(arrival);
      records += arrival.extraction ? recordsOf(arrival.extraction) : 1;
    },
    withdraw(sources) {
      withdrawn.push(...sources);
    },
    isFull() {
      const times = Math.min(MOST_TIMES, Math.max(1, (stored() * SHARE_A_WRITE) / RECORDS_A_WRITE));
      return arrivals.length + withdrawn.length >= PAGES_A_WRITE * times || records >= RECORDS_A_WRITE * times;
    },
    take() {
      if (arrivals.length + withdrawn.length === 0) return null;
      const batch = { ...NO_CHANGES, arrivals, withdrawn };
      arrivals = [];
      withdrawn = [];
      records = 0;
      return batch;
    },
  };
}

/** About the nodes and relations that a page writes: each entity with its mention, each fact. */
function recordsOf({ articles }: ExtractedPage): number {
  return articles.reduce((sum, { entities, facts }) => sum + 1 + 2 * entities.length + facts.length, 0);
}
