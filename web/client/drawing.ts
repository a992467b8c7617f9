/** The picture of the scene in the reader's language, worked out once for the canvas, layouts and keys. */
import { computed } from '@preact/signals';
import type { RelationBrief } from '../api.ts';
import { type Drawn, drawnEdges, drawnNodes, drawnPale } from './picture/drawn.ts';
import { groupsWithout, type LeafGroup } from './picture/groups.ts';
import { scene } from './state.ts';
import { kindWord, relationWord, stageWord } from './terms.ts';
import { canvasWords } from './words/canvas.ts';

// Of their own, so that a step of the time window works out anew only which are pale.
const nodes = computed(() => scene.value.nodes);
const relations = computed(() => scene.value.relations);
const groups = computed(() => scene.value.groups);
const faded = computed(() => scene.value.faded);

const nodesDrawn = computed(() => drawnNodes(nodes.value, groups.value, groupLabel));
const edgesDrawn = computed(() => drawnEdges(relations.value, groups.value, edgeLabel));
const paleDrawn = computed(() => drawnPale(faded.value, groups.value));

export const drawn = computed<Drawn>(() => ({
  nodes: nodesDrawn.value,
  edges: edgesDrawn.value,
  faded: paleDrawn.value,
}));

/** The picture without the facts that readers hid: what is handed on must not state them. */
export function drawnWithout(hidden: ReadonlySet<string>): Drawn {
  if (hidden.size === 0) return drawn.peek();
  const { nodes: shown, relations: stated, groups: all, faded: pale } = scene.peek();
  const groups = groupsWithout(all, stated, hidden);
  return {
    nodes: drawnNodes(shown, groups, groupLabel),
    edges: drawnEdges(
      stated.filter(({ key }) => !hidden.has(key)),
      groups,
      edgeLabel,
    ),
    faded: drawnPale(pale, groups),
  };
}

/** `讲话 活动 6 个`; the kind is left out where the relation names it: `举办的活动 6 个`. */
export function groupLabel({ relation, direction, kind, members }: LeafGroup): string {
  const [word, of] = [relationWord(relation, direction), kindWord(kind)];
  return canvasWords().groupName(members.length, word.includes(of) ? word : `${word} ${of}`);
}

/** `讲话 6`: the word of a relation and how many sentences state it. */
function edgeLabel(relation: RelationBrief): string {
  const word = edgeWord(relation);
  return relation.evidence > 0 ? `${word} ${relation.evidence}` : word;
}

/** `讲话`; where a post or a stage tells more than the relation's own word, that: `书记`, `首创`. */
export function edgeWord({ type, properties: { stage, title } }: RelationBrief): string {
  if (typeof stage === 'string') return stageWord(stage);
  return type === 'HOLDS' && typeof title === 'string' ? title : relationWord(type, 'edge');
}
