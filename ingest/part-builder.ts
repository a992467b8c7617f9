/** Collects the nodes and relations of a part of the graph. */
import { mergeNodes, mergeRelations } from '../graph/merge.ts';
import {
  type GraphPart,
  type NodeRecord,
  type Properties,
  type RelationRecord,
  type RelationType,
  relationKey,
} from '../graph/model.ts';
import { named } from './entity-node.ts';
import { placeId } from './ids.ts';

/** Places come with every article that lies in them, and few of them are new. */
const placeNodes = new Map<string, NodeRecord>();
/** Places after which all are forgotten: some megabytes. */
const MOST_PLACES = 20_000;

/** A place as far as its path says what it is. */
export function placeNode(path: string): NodeRecord {
  const known = placeNodes.get(path);
  if (known) return known;
  if (placeNodes.size >= MOST_PLACES) placeNodes.clear();
  const node: NodeRecord = {
    id: placeId(path),
    kind: 'Place',
    labels: [],
    properties: { ...named(path.split('/').at(-1) as string, [], false), path },
  };
  placeNodes.set(path, node);
  return node;
}

/** Collects records; several of one id or key become one. */
export class PartBuilder {
  readonly #nodes = new Map<string, NodeRecord>();
  readonly #relations = new Map<string, RelationRecord>();
  readonly #places = new Map<string, number>();

  add({ nodes, relations }: GraphPart): void {
    for (const node of nodes) this.node(node);
    for (const relation of relations) this.#relations.set(relation.key, this.#united(relation));
  }

  node(node: NodeRecord): void {
    const record = { ...node, properties: { id: node.id, ...node.properties } };
    const known = this.#nodes.get(node.id);
    this.#nodes.set(node.id, known ? mergeNodes(known, record) : record);
  }

  relation(type: RelationType, from: string, to: string, qualifier: string | undefined, properties: Properties): void {
    const key = relationKey(type, from, to, qualifier);
    this.#relations.set(key, this.#united({ key, type, from, to, properties: { key, ...properties } }));
  }

  /** A place with its superiors, up to the province, and the chain that joins them. */
  place(path: string): void {
    if (!this.#takesPlace(path)) return;
    this.node(placeNode(path));
    const end = path.lastIndexOf('/');
    if (end < 0) return;
    const superior = path.slice(0, end);
    this.relation('PART_OF', placeId(path), placeId(superior), undefined, {});
    this.place(superior);
  }

  /** Whether adding a place with its superiors can still change anything: after it was merged with itself once, it cannot. */
  #takesPlace(path: string): boolean {
    const times = this.#places.get(path) ?? 0;
    this.#places.set(path, times + 1);
    return times < 2;
  }

  #united(record: RelationRecord): RelationRecord {
    const known = this.#relations.get(record.key);
    return known ? mergeRelations(known, record) : record;
  }

  close(): GraphPart {
    return { nodes: [...this.#nodes.values()], relations: [...this.#relations.values()] };
  }
}
