/** What has become of a picture since it was saved: what the graph says among its nodes that it did not say then, and what it no longer says. */
import type { RelationBrief } from '../brief.ts';
import type { RelationType } from '../model.ts';
import type { Subgraph } from '../traverse.ts';

/** What the graph had of a picture when it was saved: names of nodes by id, numbers of sentences by the key of a relation. */
export interface Known {
  readonly nodes: Readonly<Record<string, string>>;
  readonly relations: Readonly<Record<string, number>>;
}

export interface Since {
  /** Ids of nodes of the picture that the graph did not have. */
  readonly newNodes: readonly string[];
  /** Relations that it did not have, or had with fewer sentences. */
  readonly newRelations: readonly { readonly key: string; readonly type: RelationType; readonly isNew: boolean }[];
  /** Nodes that it no longer has, by the name they had. */
  readonly goneNodes: readonly { readonly id: string; readonly name: string }[];
  /** Relations that it no longer has, though it has both their ends. */
  readonly goneRelations: readonly string[];
}

/** What is kept with a saved picture to tell later what has changed: names by id, numbers of sentences by key. */
export function knownOf({ nodes, relations }: Subgraph): Known {
  return {
    nodes: Object.fromEntries(nodes.map(({ id, name }) => [id, name])),
    relations: Object.fromEntries(relations.map(({ key, evidence }) => [key, evidence])),
  };
}

/** @param now what the graph has of the same nodes now */
export function sinceOf(known: Known, now: Subgraph): Since {
  const ids = new Set(now.nodes.map(({ id }) => id));
  const keys = new Map(now.relations.map((relation) => [relation.key, relation]));
  const isMore = ({ key, evidence }: RelationBrief): boolean => evidence > (known.relations[key] ?? -1);
  return {
    newNodes: now.nodes.flatMap(({ id }) => (known.nodes[id] === undefined ? [id] : [])),
    newRelations: now.relations
      .filter(isMore)
      .map(({ key, type }) => ({ key, type, isNew: known.relations[key] === undefined })),
    goneNodes: Object.entries(known.nodes).flatMap(([id, name]) => (ids.has(id) ? [] : [{ id, name }])),
    goneRelations: Object.keys(known.relations).filter((key) => !keys.has(key) && !touches(key, known.nodes, ids)),
  };
}

/** Whether a relation went with one of its ends. */
function touches(key: string, nodes: Known['nodes'], ids: ReadonlySet<string>): boolean {
  return Object.keys(nodes).some((id) => !ids.has(id) && (key.includes(`|${id}|`) || key.endsWith(`|${id}`)));
}
