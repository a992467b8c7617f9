/** Keeps Cytoscape's elements equal to a picture, touching only what differs from the one before. */
import type { Core, EdgeSingular, ElementDefinition, NodeSingular } from 'cytoscape';
import { PIN_CLASS, TINT_CLASS } from './canvas-style.ts';
import type { Drawn, DrawnEdge, DrawnNode } from './picture/drawn.ts';

export interface CanvasScene extends Drawn {
  /** Ids of nodes, a group or a relation. */
  readonly selected: readonly string[];
  /** The node whose menu is open. */
  readonly menu: string | null;
  /** The tint of dated nodes, or null where kinds alone have colours. */
  readonly tints: ReadonlyMap<string, number> | null;
  /** Ids of nodes and keys of relations that get a dot: new since the view was saved. */
  readonly fresh: ReadonlySet<string>;
}

const NOTHING: CanvasScene = {
  nodes: [],
  edges: [],
  faded: new Set(),
  selected: [],
  menu: null,
  tints: null,
  fresh: new Set(),
};
/** A node with more edges than this shows their names one at a time, under the pointer: all at once cover each other. */
const MOST_LABELS = 10;
/** Above this many moves at once, nodes jump to their places: animating them all would stutter. */
const MOST_ANIMATED = 300;
const MOVE_MS = 220;
/** An article's sheet is narrower than it is high. */
const NARROW = 0.78;

/** A function that makes the drawing equal to a picture. */
export function createDrawing(cy: Core): (picture: CanvasScene) => void {
  let last = NOTHING;
  let [nodes, edges] = [new Map<string, DrawnNode>(), new Map<string, DrawnEdge>()];
  let [fadedEdges, tinted] = [new Set<string>(), new Map<string, number>()];
  const get = (id: string) => cy.getElementById(id);
  const collect = (ids: readonly string[]) => {
    const all = cy.collection();
    for (const id of ids) all.merge(get(id));
    return all;
  };

  function drawElements({ nodes: wantedNodes, edges: wantedEdges }: CanvasScene): void {
    const [nextNodes, nextEdges] = [byId(wantedNodes), byId(wantedEdges)];
    const gone = [...nodes.keys(), ...edges.keys()].filter((id) => !nextNodes.has(id) && !nextEdges.has(id));
    collect(gone).remove();
    const moved: DrawnNode[] = [];
    const added: ElementDefinition[] = [];
    for (const node of wantedNodes) {
      const known = nodes.get(node.id);
      if (!known) added.push(nodeDefinition(node));
      else if (known !== node) {
        if (!sameLook(known, node)) restyle(get(node.id), known, node);
        if (known.x !== node.x || known.y !== node.y) moved.push(node);
      }
    }
    for (const edge of wantedEdges) {
      const known = edges.get(edge.id);
      if (!known) added.push(edgeDefinition(edge));
      else if (known.label !== edge.label) get(edge.id).data('label', edge.label);
    }
    if (added.length > 0) cy.add(added);
    const animated = moved.length <= MOST_ANIMATED && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const node of moved) moveTo(get(node.id), node, animated);
    [nodes, edges] = [nextNodes, nextEdges];
  }

  function drawFaded({ faded, edges: drawn }: CanvasScene): void {
    toggle(last.faded, faded, 'faded');
    const pale = new Set(
      drawn.filter(({ id, from, to }) => faded.has(id) || faded.has(from) || faded.has(to)).map(({ id }) => id),
    );
    toggle(fadedEdges, pale, 'faded');
    fadedEdges = pale;
  }

  function drawTints({ tints }: CanvasScene): void {
    const wanted = tints ?? new Map<string, number>();
    for (const [id, tint] of tinted) if (wanted.get(id) !== tint) get(id).removeClass(TINT_CLASS(tint));
    for (const [id, tint] of wanted) get(id).addClass(TINT_CLASS(tint));
    tinted = new Map(wanted);
  }

  function drawSelection({ selected }: CanvasScene): void {
    cy.$('.chosen, .near, .labelled').removeClass('chosen near labelled');
    const chosen = collect(selected);
    if (chosen.empty()) return;
    chosen.addClass('chosen');
    chosen.nodes().neighborhood().union(chosen.edges().connectedNodes()).addClass('near');
    const near = chosen.nodes().connectedEdges();
    if (near.length <= MOST_LABELS) near.addClass('labelled');
  }

  function toggle(before: ReadonlySet<string>, after: ReadonlySet<string>, name: string): void {
    for (const id of before) if (!after.has(id)) get(id).removeClass(name);
    for (const id of after) get(id).addClass(name);
  }

  return (picture) => {
    const isChanged = picture.nodes !== last.nodes || picture.edges !== last.edges;
    cy.batch(() => {
      if (isChanged) drawElements(picture);
      if (isChanged || picture.faded !== last.faded) drawFaded(picture);
      if (isChanged || picture.tints !== last.tints) drawTints(picture);
      if (isChanged || picture.fresh !== last.fresh) toggle(last.fresh, picture.fresh, 'fresh');
      if (isChanged || picture.selected.join('\n') !== last.selected.join('\n')) drawSelection(picture);
      if (isChanged || picture.menu !== last.menu) {
        if (last.menu !== null) get(last.menu).removeClass('menu');
        if (picture.menu !== null) get(picture.menu).addClass('menu');
      }
    });
    last = picture;
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function nodeDefinition(node: DrawnNode): ElementDefinition {
  return { group: 'nodes', data: nodeData(node), position: { x: node.x, y: node.y }, classes: classesOf(node) };
}

function edgeDefinition({ id, from, to, label, stage }: DrawnEdge): ElementDefinition {
  return { group: 'edges', data: { id, source: from, target: to, label }, classes: stage };
}

function nodeData({ id, size, label, count }: DrawnNode): Record<string, string | number> {
  return { id, size, narrow: Math.round(size * NARROW), label, count };
}

function classesOf({ glyph, pinned, count }: DrawnNode): string {
  return [glyph, pinned ? PIN_CLASS : '', count > 0 ? 'group' : ''].filter(Boolean).join(' ');
}

function sameLook(one: DrawnNode, other: DrawnNode): boolean {
  return (
    one.glyph === other.glyph &&
    one.size === other.size &&
    one.label === other.label &&
    one.pinned === other.pinned &&
    one.count === other.count
  );
}

function restyle(drawn: NodeSingular | EdgeSingular, known: DrawnNode, node: DrawnNode): void {
  drawn.removeClass(classesOf(known)).addClass(classesOf(node)).data(nodeData(node));
}

/** A node that a reader has just dragged is there already. */
function moveTo(drawn: NodeSingular, { x, y }: DrawnNode, animated: boolean): void {
  const at = drawn.position();
  drawn.stop(true, false);
  if (Math.abs(at.x - x) < 1 && Math.abs(at.y - y) < 1) return;
  if (animated) drawn.animate({ position: { x, y } }, { duration: MOVE_MS, easing: 'ease-out' });
  else drawn.position({ x, y });
}
