/** Doubts of the stages, counted: a long run has millions, and a person reads the counts and one case of each. */
import type { Issue } from './types.ts';

/** Doubts of one stage for one reason. */
export interface IssueCount {
  readonly stage: string;
  readonly reason: string;
  readonly count: number;
  /** The words of the first case, cut. */
  readonly first: string;
}

export interface IssueTally {
  add(issues: readonly Issue[]): void;
  /** The most frequent first. */
  counts(): readonly IssueCount[];
}

/** Enough to find the place in the page by eye; in UTF-16 units. */
const EXCERPT = 40;

export function newIssueTally(): IssueTally {
  const groups = new Map<string, { count: number; first: Issue }>();
  return {
    add(issues) {
      for (const issue of issues) {
        const key = `${issue.stage}/${issue.reason}`;
        const group = groups.get(key);
        if (group) group.count += 1;
        else groups.set(key, { count: 1, first: { ...issue, text: excerpt(issue.text) } });
      }
    },
    counts: () =>
      [...groups]
        .sort(([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1))
        .map(([, { count, first }]) => ({ stage: first.stage, reason: first.reason, count, first: first.text })),
  };
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}
