/**
 * People who may have carried a program: seen in a post in one place after it had the program, then in a post in another when that one
 * began. Candidates for reading, never causes: nothing here says that they had a hand in it.
 */
import { z } from 'zod';
import { stringList } from '../brief.ts';
import { optional } from '../evidence.ts';
import { groupBy } from '../group-by.ts';
import { Properties } from '../model.ts';
import type { GraphStore, Statement } from '../store.ts';
import { type SpreadRequest, spreadOf } from './answer.ts';
import type { SpreadRow } from './figures.ts';
import { placeAt } from './place-levels.ts';
import { daysBetween, daysOf, knownRange } from './ranges.ts';
import { isAdoption, type When } from './types.ts';

/** How long before or after a place began an official may first or last have been seen there, in days: papers report seldom. */
export const NEAR_DAYS = 365;

export interface Tenure {
  /** The row of the spread that the post belongs to. */
  readonly place: string;
  readonly title: string;
  readonly body: string;
  readonly bodyName: string;
  /** First and last day on which a paper shows the post. */
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly evidence: readonly string[];
}

export interface Carrier {
  readonly person: string;
  readonly name: string;
  readonly from: Tenure;
  readonly to: Tenure;
  /** Since when both places have the program, with the sentences that say so. */
  readonly fromAdopted: When;
  readonly toAdopted: When;
  readonly adoptions: readonly string[];
  /** Days from the first sight in the second post to its place's adoption; negative where it was seen there only after. */
  readonly gap: number;
}

const TenureRow = z.object({
  person: z.string(),
  name: z.string(),
  place: z.string(),
  body: z.string(),
  bodyName: z.string(),
  properties: Properties,
});
type TenureRow = z.infer<typeof TenureRow>;

const AT_PLACES: Statement<TenureRow>['cypher'] = `UNWIND $rows AS row
MATCH (p:Entity {id: row})<-[r:HOLDS]-(h:Person)
RETURN h.id AS person, h.name AS name, p.id AS place, p.id AS body, p.name AS bodyName, properties(r) AS properties`;
const AT_BODIES: Statement<TenureRow>['cypher'] = `UNWIND $rows AS row
MATCH (p:Entity {id: row})<-[:LOCATED_IN]-(o:Organization)<-[r:HOLDS]-(h:Person)
RETURN h.id AS person, h.name AS name, p.id AS place, o.id AS body, o.name AS bodyName, properties(r) AS properties`;

/**
 * Candidates, those whose posts and adoptions lie closest first.
 * @throws ZhituError as `spreadOf`
 */
export async function carriersOf(store: GraphStore, request: SpreadRequest): Promise<readonly Carrier[]> {
  const { places } = await spreadOf(store, request);
  const adopters = places.filter(({ adopted }) => adopted !== null && knownRange(adopted) !== null);
  const rows = adopters.map(({ id }) => id);
  const found = (
    await Promise.all([AT_PLACES, AT_BODIES].map((cypher) => store.read({ cypher, params: { rows }, row: TenureRow })))
  ).flat();
  const byPerson = groupBy(found, ({ person }) => person);
  const byId = new Map(adopters.map((row) => [row.id, row]));
  return [...byPerson.values()]
    .flatMap((own) => carriersAmong(own, byId, request))
    .sort((a, b) => Math.abs(a.gap) - Math.abs(b.gap) || (carrierKey(a) < carrierKey(b) ? -1 : 1));
}

function carriersAmong(
  own: readonly TenureRow[],
  adopters: ReadonlyMap<string, SpreadRow>,
  { level }: SpreadRequest,
): readonly Carrier[] {
  const tenures = own.flatMap((row) => tenureOf(row, placeAt(row.place, level)));
  const [{ person, name }] = own as readonly [TenureRow, ...TenureRow[]];
  return tenures.flatMap((from) =>
    tenures.flatMap((to) => {
      const [source, target] = [adopters.get(from.place), adopters.get(to.place)];
      if (!source?.adopted || !target?.adopted || source.id === target.id) return [];
      const gap = gapOf(from, to, source.adopted, target.adopted);
      if (gap === null) return [];
      const adoptions = [...source.claims, ...target.claims]
        .filter(({ stage }) => isAdoption(stage))
        .flatMap(({ evidence }) => evidence);
      return [{ person, name, from, to, fromAdopted: source.adopted, toAdopted: target.adopted, adoptions, gap }];
    }),
  );
}

/** Null unless the one place had it while he was seen there, and the other began later, near to his being seen there. */
function gapOf(from: Tenure, to: Tenure, had: When, began: When): number | null {
  const [source, target] = [knownRange(had), knownRange(began)];
  if (!source || !target) return null;
  const heldWhile = from.to >= source.to;
  const movedThen = to.from > from.to;
  const followed = target.to > source.to;
  if (!heldWhile || !movedThen || !followed) return null;
  const gap = daysBetween(to.from, target.to);
  const seenThen = gap >= 0 ? daysBetween(to.to, target.to) <= NEAR_DAYS : -gap <= NEAR_DAYS;
  return seenThen ? gap : null;
}

function tenureOf({ body, bodyName, properties }: TenureRow, place: string | null): readonly Tenure[] {
  const [first, last] = [optional(properties.observedFrom), optional(properties.observedTo)];
  const [from, to] = [first && daysOf(first)?.to, last && daysOf(last)?.to];
  if (place === null || !from || !to || properties.former === true) return [];
  return [
    {
      place,
      title: optional(properties.title) ?? bodyName,
      body,
      bodyName,
      from,
      to,
      key: String(properties.key),
      evidence: stringList(properties.evidence),
    },
  ];
}

function carrierKey({ person, from, to }: Carrier): string {
  return `${person} ${from.key} ${to.key}`;
}
