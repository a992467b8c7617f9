/**
 * What the graph becomes when some articles state something else than before, or nothing. The graph is the merge (`merge.ts`) of
 * what each article contributes, and merging cannot be undone; so what an article no longer states is worked out from the others
 * that support the same record. Merging only ever adds: as soon as some of them make up what is withdrawn, the record stays as it
 * is stored and the rest need not be read.
 */
import { isDeepStrictEqual } from 'node:util';
import { type GraphChange, isSame, type Replaced } from './change.ts';
import { ZhituError } from './errors.ts';
import { mergeNodes, mergeRelations, normalizeNode, withoutEvidenceOf } from './merge.ts';
import { kindOfId, type NodeRecord, type RelationRecord, type RelationType } from './model.ts';
import { nodesById, relationsByKey } from './records.ts';
import { type Contributions, OpenNode, OpenRelation, settle, standings } from './settle.ts';
import type { Reader } from './store.ts';
import { formsElsewhere, placesInUse, witnessingArticles } from './support.ts';
import { evidenceArticles } from './witnesses.ts';
import type { UnitedPart } from './writer.ts';

export interface Replacement {
  /** Articles whose contribution changes, comes or goes. */
  readonly articles: ReadonlySet<string>;
  /** All that these articles contribute to the graph as it is stored. */
  readonly gone: UnitedPart;
  /** All that they shall contribute. */
  readonly come: UnitedPart;
}

/**
 * The records that change. Reads what it needs and writes nothing.
 * @throws ZhituError `bad-input` for a relation to come that joins a node which its articles do not name
 */
export async function planReplacement(
  store: Reader,
  { articles, gone, come }: Replacement,
  contributions: Contributions,
): Promise<GraphChange> {
  const [before, after] = changedOf(gone, come);
  const stored = await storedRecords(store, before, after);
  const scene = { before, after, stored, without: [...articles] };
  const nodes = await planNodes(store, scene, contributions);
  const relations = await planRelations(scene, nodes, contributions);
  return { nodes: replaced(stored.nodes, nodes.next), relations: replaced(stored.relations, relations) };
}

interface Scene {
  readonly before: UnitedPart;
  readonly after: UnitedPart;
  readonly stored: UnitedPart;
  readonly without: readonly string[];
}

/** Only what differs between the two: what an article goes on to state as before needs no look. */
function changedOf(before: UnitedPart, after: UnitedPart): readonly [UnitedPart, UnitedPart] {
  assertEnds(after);
  const [standing, standingAfter] = [standings(before), standings(after)];
  const keepsSeats = (id: string): boolean =>
    isDeepStrictEqual([...standing(id).seats].sort(), [...standingAfter(id).seats].sort());
  const nodes = new Set(
    [...before.nodes].flatMap(([id, node]) =>
      !isOwn(node) && isSameAs(node, after.nodes.get(id)) && keepsSeats(id) ? [id] : [],
    ),
  );
  const relations = new Set(
    [...before.relations].flatMap(([key, relation]) =>
      !isOwn(relation) && isSameAs(relation, after.relations.get(key)) ? [key] : [],
    ),
  );
  const changed = (part: UnitedPart): UnitedPart => ({
    nodes: new Map([...part.nodes].filter(([id]) => !nodes.has(id))),
    relations: new Map([...part.relations].filter(([key]) => !relations.has(key))),
  });
  return [changed(before), changed(after)];
}

/** Whether one article alone states a record: then nothing of what is stored can be another's. */
function isOwn(record: NodeRecord | RelationRecord): boolean {
  return 'kind' in record ? record.kind === 'Article' : OWN_RELATIONS.includes(record.type);
}
const OWN_RELATIONS: readonly RelationType[] = ['MENTIONS', 'REPORTED_BY', 'REPORTED_IN'];

function isSameAs<T extends NodeRecord | RelationRecord>(record: T, other: T | undefined): boolean {
  return other !== undefined && isSame(record, other);
}

async function storedRecords(store: Reader, before: UnitedPart, after: UnitedPart): Promise<UnitedPart> {
  const ids = new Set([...before.nodes.keys(), ...after.nodes.keys()]);
  const nodes = new Map((await nodesById(store, [...ids])).map((node) => [node.id, node]));
  const isNew = (id: string): boolean => ids.has(id) && !nodes.has(id);
  // An end that is not there has no relations.
  const asked = [...new Map([...before.relations, ...after.relations]).values()].filter(
    ({ from, to }) => !isNew(from) && !isNew(to),
  );
  return { nodes, relations: await relationsByKey(store, asked) };
}

interface PlannedNodes {
  readonly next: ReadonlyMap<string, NodeRecord | null>;
  /** Keys of seats that nothing states any longer. */
  readonly lostSeats: ReadonlySet<string>;
}

async function planNodes(store: Reader, scene: Scene, contributions: Contributions): Promise<PlannedNodes> {
  const { before, after, stored, without } = scene;
  const next = new Map<string, NodeRecord | null>();
  const [standing, standingAfter] = [standings(before), standings(after)];
  const open: OpenNode[] = [];
  for (const id of new Set([...before.nodes.keys(), ...after.nodes.keys()])) {
    const gone = before.nodes.get(id);
    const coming = after.nodes.get(id) ?? null;
    const node = gone && new OpenNode(gone, standing(id), coming, standingAfter(id).seats);
    if (gone && isOwn(gone)) next.set(id, coming);
    else if (!node || node.isSettled()) next.set(id, joinNodes(stored.nodes.get(id), coming));
    else open.push(node);
  }
  const undecided = await stillOpen(store, open, scene);
  const ids = undecided.map(({ id }) => id);
  const witnesses = await witnessingArticles(store, ids, without);
  for (const node of undecided) node.candidates.push(...(witnesses.get(node.id) ?? []));
  await settle(undecided, contributions);

  const lost = new Set(undecided.filter((node) => !node.isSettled()));
  for (const node of open) {
    if (!lost.has(node)) next.set(node.id, joinNodes(stored.nodes.get(node.id), node.coming));
    else if (node.gone.kind !== 'Place') next.set(node.id, node.record);
  }
  const lostSeats = new Set([...lost].flatMap((node) => node.missingSeats()));
  await planPlaces(store, [...lost], lostSeats, next, contributions);
  return { next, lostSeats };
}

/** The open nodes that must be worked out from what other articles say; the others stay as they are, at least. */
async function stillOpen(store: Reader, open: readonly OpenNode[], { before, without }: Scene): Promise<OpenNode[]> {
  const asked = open.flatMap(({ id, forms }) => forms.map((form) => ({ id, form })));
  const known = await formsElsewhere(store, asked, without);
  // A place that was only named as a superior has no form; as long as another place lies in it, that is what it has.
  const superiors = open.filter(({ id, forms }) => forms.length === 0 && kindOfId(id) === 'Place');
  const inUse = await placesInUse(
    store,
    superiors.map(({ id }) => id),
    { nodes: [...before.nodes.keys()], relations: [] },
  );
  return open.filter(({ id, forms }) =>
    forms.length === 0 ? !inUse.has(id) : !forms.every((form) => known.has(`${id} ${form}`)),
  );
}

/** Places go from the smallest to the greatest: one stays while a place in it stays, or a body that has its seat there. */
async function planPlaces(
  store: Reader,
  lost: readonly OpenNode[],
  lostSeats: ReadonlySet<string>,
  next: Map<string, NodeRecord | null>,
  contributions: Contributions,
): Promise<void> {
  const depth = ({ id }: OpenNode): number => id.split('/').length;
  const places = lost.filter(({ id }) => kindOfId(id) === 'Place').sort((a, b) => depth(b) - depth(a));
  for (const { id, record } of places) {
    const goneNodes = [...next].flatMap(([other, node]) => (node === null ? [other] : []));
    const inUse = await placesInUse(store, [id], { nodes: goneNodes, relations: [...lostSeats] });
    next.set(id, inUse.has(id) ? joinNodes(record ?? undefined, normalizeNode(contributions.superior(id))) : record);
  }
}

async function planRelations(
  { before, after, stored, without }: Scene,
  nodes: PlannedNodes,
  contributions: Contributions,
): Promise<ReadonlyMap<string, RelationRecord | null>> {
  const next = new Map<string, RelationRecord | null>();
  const open: OpenRelation[] = [];
  for (const key of new Set([...before.relations.keys(), ...after.relations.keys()])) {
    const gone = before.relations.get(key);
    const coming = after.relations.get(key) ?? null;
    const old = stored.relations.get(key);
    const relation = gone && new OpenRelation(gone, coming);
    if (gone && isOwn(gone)) next.set(key, coming);
    else if (!gone || !relation || relation.isSettled()) next.set(key, joinRelations(old, coming));
    else if (gone.type === 'PART_OF' || gone.type === 'LOCATED_IN') {
      const isLost = nodes.lostSeats.has(key) || nodes.next.get(gone.from) === null;
      next.set(key, isLost ? coming : joinRelations(old, coming));
    } else {
      relation.candidates.push(...(old ? evidenceArticles(old) : []).filter((article) => !without.includes(article)));
      if (relation.candidates.length === 0) next.set(key, coming);
      else open.push(relation);
    }
  }
  await settle(open, contributions);
  for (const relation of open) {
    const old = stored.relations.get(relation.key) as RelationRecord;
    const rest = relation.isSettled() ? withoutEvidenceOf(old, without) : relation.record;
    next.set(relation.key, joinRelations(rest ?? undefined, relation.coming));
  }
  return next;
}

function replaced<T>(stored: ReadonlyMap<string, T>, next: ReadonlyMap<string, T | null>): readonly Replaced<T>[] {
  return [...next].map(([key, record]) => ({ old: stored.get(key) ?? null, next: record }));
}

function joinNodes(old: NodeRecord | undefined, coming: NodeRecord | null): NodeRecord | null {
  return old && coming ? mergeNodes(old, coming) : (coming ?? old ?? null);
}

function joinRelations(old: RelationRecord | undefined, coming: RelationRecord | null): RelationRecord | null {
  return old && coming ? mergeRelations(old, coming) : (coming ?? old ?? null);
}

function assertEnds({ nodes, relations }: UnitedPart): void {
  for (const { key, from, to } of relations.values()) {
    if (nodes.has(from) && nodes.has(to)) continue;
    throw new ZhituError(
      'bad-input',
      `The relation ${key} joins a node that its article does not name. Give both as entities of the article.`,
      { key },
    );
  }
}
