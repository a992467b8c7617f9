/** Records that articles no longer support, and the search for others that do: as few as are needed are asked. */
import { isSame } from './change.ts';
import { mergeNodes, mergeRelations, normalizeNode, normalizeRelation, withoutWitnesses } from './merge.ts';
import type { GraphPart, NodeRecord, RelationRecord } from './model.ts';
import type { UnitedPart } from './writer.ts';

export interface Contributions {
  /** What these articles contribute to the graph as it is stored, by article; those of which nothing is kept are left out. */
  of(articles: readonly string[]): Promise<ReadonlyMap<string, GraphPart>>;
  /** The record that a place has from the places and bodies in it. */
  superior(id: string): NodeRecord;
}

/** A record of which a part is withdrawn, until others make it up. */
interface Open {
  /** Articles that state something of it and have not been asked. */
  readonly candidates: string[];
  /** Adds what one of them contributes; null where that is not known. */
  take(part: GraphPart | null): void;
  /** Whether what comes and what was taken in make up all that is withdrawn: then the record stays as it is stored, at least. */
  isSettled(): boolean;
}

/** What of a node comes with its relations: the forms of its mentions and the keys of its seats. */
export interface Standing {
  readonly forms: ReadonlySet<string>;
  readonly seats: ReadonlySet<string>;
}

/** The standing of each node of a part. */
export function standings({ relations }: UnitedPart): (id: string) => Standing {
  const byId = new Map<string, { forms: Set<string>; seats: Set<string> }>();
  const at = (id: string) => {
    const known = byId.get(id) ?? { forms: new Set(), seats: new Set() };
    byId.set(id, known);
    return known;
  };
  for (const { key, type, from, to, properties } of relations.values()) {
    if (type === 'LOCATED_IN') at(from).seats.add(key);
    if (Array.isArray(properties.forms)) for (const form of properties.forms) at(to).forms.add(String(form));
  }
  const none: Standing = { forms: new Set(), seats: new Set() };
  return (id) => byId.get(id) ?? none;
}

export class OpenNode implements Open {
  readonly id: string;
  readonly gone: NodeRecord;
  readonly forms: readonly string[];
  readonly coming: NodeRecord | null;
  readonly candidates: string[] = [];
  /** What comes, and what was taken in. */
  record: NodeRecord | null;
  readonly #goneSeats: ReadonlySet<string>;
  readonly #seats: Set<string>;
  #isKept = false;

  constructor(gone: NodeRecord, standing: Standing, coming: NodeRecord | null, seats: ReadonlySet<string>) {
    this.id = gone.id;
    this.gone = gone;
    this.forms = [...standing.forms];
    this.coming = coming;
    this.record = coming;
    this.#goneSeats = standing.seats;
    this.#seats = new Set(seats);
  }

  take(part: GraphPart | null): void {
    if (part === null) this.#isKept = true;
    for (const node of part?.nodes ?? []) {
      if (node.id === this.id) this.record = this.record ? mergeNodes(this.record, node) : normalizeNode(node);
    }
    for (const { key, type, from } of part?.relations ?? [])
      if (type === 'LOCATED_IN' && from === this.id) this.#seats.add(key);
  }

  isSettled(): boolean {
    if (this.#isKept) return true;
    return (
      this.record !== null &&
      this.missingSeats().length === 0 &&
      isSame(mergeNodes(this.record, this.gone), this.record)
    );
  }

  /** Seats that are withdrawn and that nothing taken in states. */
  missingSeats(): readonly string[] {
    return [...this.#goneSeats].filter((key) => !this.#seats.has(key));
  }
}

export class OpenRelation implements Open {
  readonly key: string;
  readonly gone: RelationRecord;
  readonly coming: RelationRecord | null;
  readonly candidates: string[] = [];
  record: RelationRecord | null;
  #isKept = false;
  #isBegun = false;

  constructor(gone: RelationRecord, coming: RelationRecord | null) {
    this.key = gone.key;
    this.gone = gone;
    this.coming = coming;
    this.record = coming;
  }

  take(part: GraphPart | null): void {
    this.#isBegun = true;
    if (part === null) this.#isKept = true;
    for (const relation of part?.relations ?? []) {
      if (relation.key === this.key)
        this.record = this.record ? mergeRelations(this.record, relation) : normalizeRelation(relation);
    }
  }

  /** Sentences are withdrawn by their references: once others state the relation, only what it says beside them is looked at. */
  isSettled(): boolean {
    if (this.#isKept) return true;
    if (this.record === null) return false;
    const [record, gone] = this.#isBegun
      ? [withoutWitnesses(this.record), withoutWitnesses(this.gone)]
      : [this.record, this.gone];
    return isSame(mergeRelations(record, gone), record);
  }
}

/** Articles that one round asks for one record: most need one, and those that need many should not ask one by one. */
const ROUNDS = [1, 8, 64, 256];

/** Asks candidates, in their order, until each record is settled or has none left. */
export async function settle(records: readonly Open[], contributions: Contributions): Promise<void> {
  for (let round = 0; ; round += 1) {
    const size = ROUNDS[Math.min(round, ROUNDS.length - 1)] as number;
    const asked = records
      .filter((record) => record.candidates.length > 0 && !record.isSettled())
      .map((record) => ({ record, articles: record.candidates.splice(0, size) }));
    if (asked.length === 0) return;
    const known = await contributions.of([...new Set(asked.flatMap(({ articles }) => articles))].sort());
    for (const { record, articles } of asked) for (const id of articles) record.take(known.get(id) ?? null);
  }
}
