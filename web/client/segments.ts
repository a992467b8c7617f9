/** An article's text cut where facts and names begin and end, so that overlapping passages can be drawn. */
import type { Passage } from './route.ts';

export interface Segment {
  readonly text: string;
  readonly start: number;
  /** Indexes into the facts given, of those whose passage covers this piece. */
  readonly facts: readonly number[];
  /** Of those, the ones that begin here. */
  readonly begins: readonly number[];
  /** Id of the node named here, or null. */
  readonly names: string | null;
}

interface Mention extends Passage {
  readonly id: string;
}

/** Paragraphs (lines of the text) as segments. Joined, the pieces of a paragraph are its text. */
export function segmentText(
  text: string,
  facts: readonly Passage[],
  mentions: readonly Mention[],
): readonly (readonly Segment[])[] {
  const marked = outermost(mentions);
  let at = 0;
  return text.split('\n').map((line) => {
    const [from, to] = [at, at + line.length];
    at = to + 1;
    const edges = new Set([from, to]);
    for (const { start, end } of [...facts, ...marked]) {
      if (start > from && start < to) edges.add(start);
      if (end > from && end < to) edges.add(end);
    }
    const cuts = [...edges].sort((one, other) => one - other);
    return cuts.slice(0, -1).map((start, index): Segment => {
      const end = cuts[index + 1] as number;
      const covering = facts.flatMap((fact, number) => (fact.start <= start && end <= fact.end ? [number] : []));
      return {
        text: text.slice(start, end),
        start,
        facts: covering,
        begins: covering.filter((number) => Math.max((facts[number] as Passage).start, from) === start),
        names: marked.find((mention) => mention.start <= start && end <= mention.end)?.id ?? null,
      };
    });
  });
}

/** Of names within names (市委 in 湖州市委) the longest: one underline is all that can be read. */
function outermost(mentions: readonly Mention[]): readonly Mention[] {
  const sorted = [...mentions].sort((one, other) => one.start - other.start || other.end - one.end);
  let reached = -1;
  return sorted.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}
