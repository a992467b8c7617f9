/**
 * People who may have carried a program: seen in a post in one place after it had the program, then in a post in another when that one
 * began. Candidates for reading, never causes: nothing here says that they had a hand in it.
 */
import { z } from 'zod';
import { groupBy } from '../group-by.ts';
import type { GraphStore, Statement } from '../store.ts';
import { type SpreadRequest, spreadOf } from './answer.ts';
import type { SpreadRow } from './figures.ts';
import { namesOf } from './names.ts';
import { placeAt } from './place-levels.ts';
import { daysBetween, daysOf, knownRange } from './ranges.ts';
import { isAdoption, type When } from './types.ts';

/** How long before or after a place began an official may first or last have been seen there, in days: papers report seldom. */
const NEAR_DAYS = 365;

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
  place: z.string(),
  body: z.string(),
  bodyName: z.string(),
  title: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  former: z.boolean().nullable(),
  key: z.string(),
});
type TenureRow = z.infer<typeof TenureRow>;
const EvidenceRow = z.object({ key: z.string(), evidence: z.array(z.string()) });

/** Of everyone who held a post in one of the places, and of whom hardly any is a candidate: nothing that only candidates are shown with. */
const POST = 'r.title AS title, r.observedFrom AS `from`, r.observedTo AS `to`, r.former AS former, r.key AS key';
const AT_PLACES: Statement<TenureRow>['cypher'] = `UNWIND $rows AS row
MATCH (p:Entity {id: row})<-[r:HOLDS]-(h:Person)
RETURN h.id AS person, p.id AS place, p.id AS body, p.name AS bodyName, ${POST}`;
const AT_BODIES: Statement<TenureRow>['cypher'] = `UNWIND $rows AS row
MATCH (p:Entity {id: row})<-[:LOCATED_IN]-(o:Organization)<-[r:HOLDS]-(h:Person)
RETURN h.id AS person, p.id AS place, o.id AS body, o.name AS bodyName, ${POST}`;

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
  const candidates = [...byPerson.values()]
    .flatMap((own) => candidatesAmong(own, byId, request))
    .sort((a, b) => Math.abs(a.gap) - Math.abs(b.gap) || (candidateKey(a) < candidateKey(b) ? -1 : 1));
  return withSentences(store, candidates);
}

/** A carrier as the posts alone tell it. */
type Post = Omit<Tenure, 'evidence'>;
type Candidate = Omit<Carrier, 'name' | 'from' | 'to'> & { readonly from: Post; readonly to: Post };

async function withSentences(store: GraphStore, candidates: readonly Candidate[]): Promise<readonly Carrier[]> {
  const people = [...new Set(candidates.map(({ person }) => person))];
  const keys = [...new Set(candidates.flatMap(({ from, to }) => [from.key, to.key]))];
  if (people.length === 0) return [];
  const [names, rows] = await Promise.all([
    namesOf(store, people),
    store.read({
      cypher: `UNWIND $people AS person MATCH (h:Entity {id: person})-[r:HOLDS]->(:Entity) WHERE r.key IN $keys
RETURN r.key AS key, coalesce(r.evidence, []) AS evidence`,
      params: { people, keys },
      row: EvidenceRow,
    }),
  ]);
  const sentences = new Map(rows.map(({ key, evidence }) => [key, evidence]));
  const tenure = (post: Post): Tenure => ({ ...post, evidence: sentences.get(post.key) ?? [] });
  return candidates.map(({ person, from, to, ...rest }) => ({
    person,
    name: names.get(person) ?? person,
    from: tenure(from),
    to: tenure(to),
    ...rest,
  }));
}

function candidatesAmong(
  own: readonly TenureRow[],
  adopters: ReadonlyMap<string, SpreadRow>,
  { level }: SpreadRequest,
): readonly Candidate[] {
  const posts = own.flatMap((row) => postOf(row, placeAt(row.place, level)));
  const [{ person }] = own as readonly [TenureRow, ...TenureRow[]];
  return posts.flatMap((from) =>
    posts.flatMap((to) => {
      const [source, target] = [adopters.get(from.place), adopters.get(to.place)];
      if (!source?.adopted || !target?.adopted || source.id === target.id) return [];
      const gap = gapOf(from, to, source.adopted, target.adopted);
      if (gap === null) return [];
      const adoptions = [...source.claims, ...target.claims]
        .filter(({ stage }) => isAdoption(stage))
        .flatMap(({ evidence }) => evidence);
      return [{ person, from, to, fromAdopted: source.adopted, toAdopted: target.adopted, adoptions, gap }];
    }),
  );
}

/** Null unless the one place had it while he was seen there, and the other began later, near to his being seen there. */
function gapOf(from: Post, to: Post, had: When, began: When): number | null {
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

function postOf({ body, bodyName, title, key, former, ...row }: TenureRow, place: string | null): readonly Post[] {
  const [from, to] = [row.from && daysOf(row.from)?.to, row.to && daysOf(row.to)?.to];
  if (place === null || !from || !to || former === true) return [];
  return [{ place, title: title || bodyName, body, bodyName, from, to, key }];
}

function candidateKey({ person, from, to }: Candidate): string {
  return `${person} ${from.key} ${to.key}`;
}
