/** Counts every statement of the graph; to be done once a change of the graph (`per-version.ts`). */
import { z } from 'zod';
import { stringList } from '../brief.ts';
import { parseEvidence } from '../model.ts';
import { perVersion } from '../per-version.ts';
import { Properties, RelationType } from '../shapes.ts';
import type { GraphStore } from '../store.ts';
import { FactTally } from './fact-tally.ts';
import { timelineOf } from './timeline.ts';

/** Relations that sentences state. The others come from divisions, the page, or the mere naming. */
export const STATED: readonly RelationType[] = RelationType.options.filter(
  (type) => !['MENTIONS', 'PART_OF', 'REPORTED_BY', 'CONTINUES'].includes(type),
);

const DayRow = z.object({ id: z.string(), day: z.string() });
const FactRow = z.object({ key: z.string(), properties: Properties });

/** Reads every statement of the graph once; the period of a statement is that of its first article (`timelineOf`). */
export async function tallyFacts(store: GraphStore): Promise<FactTally> {
  const { digits } = await perVersion(store, timelineOf);
  const periods = new Map<string, string>();
  const printed = 'MATCH (a:Article) WHERE a.publishedOn IS NOT NULL RETURN a.id AS id, a.publishedOn AS day';
  for await (const { id, day } of store.stream({ cypher: printed, row: DayRow })) periods.set(id, day.slice(0, digits));
  const tally = new FactTally();
  for (const type of STATED) {
    // The type alone says what stands at its ends.
    const cypher = `MATCH (a)-[r:${type}]->(b) RETURN r.key AS key, properties(r) AS properties`;
    for await (const { key, properties } of store.stream({ cypher, row: FactRow })) {
      const rules = stringList(properties.rules);
      const confidences = Array.isArray(properties.confidences) ? properties.confidences.map(Number) : [];
      stringList(properties.evidence).forEach((ref, index) => {
        const article = parseEvidence(ref)?.articleId;
        const statement = { key, type, ref, rule: rules[index] ?? null, confidence: confidences[index] ?? null };
        tally.add(statement, (article === undefined ? undefined : periods.get(article)) ?? null);
      });
    }
  }
  return tally;
}
