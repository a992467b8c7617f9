/** Small pictures for the tests of what is drawn. */
import type { NodeKind, RelationType } from '../../../../graph/model.ts';
import { ID_PREFIX, relationKey } from '../../../../graph/model.ts';
import type { NodeBrief, RelationBrief } from '../../../../web/api.ts';
import type { ShownNode } from '../../../../web/client/picture/scene.ts';
import type { Placed } from '../../../../web/client/view.ts';

/** A node as the server sends it; its kind is read off the id. */
export function brief(id: string, more: Partial<NodeBrief> = {}): NodeBrief {
  const kind = (Object.keys(ID_PREFIX) as NodeKind[]).find((one) => id.startsWith(ID_PREFIX[one])) ?? 'Person';
  const empty = { note: null, type: null, date: null, dateTo: null, datePrecision: null, dateText: null, issue: null };
  return { id, kind, labels: [], name: id.split('/').at(-1) ?? id, degree: 1, ...empty, ...more };
}

export function shown(id: string, more: Partial<Placed> & { readonly node?: Partial<NodeBrief> } = {}): ShownNode {
  const { node, ...place } = more;
  return { id, x: 0, y: 0, ...place, node: brief(id, node) };
}

export function relation(type: RelationType, from: string, to: string): RelationBrief {
  return { key: relationKey(type, from, to), type, from, to, evidence: 1, properties: {} };
}
