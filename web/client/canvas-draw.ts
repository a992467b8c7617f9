/** Keeps Cytoscape's elements equal to a picture, touching only what differs from the one before. */
import type { Core, EdgeSingular, ElementDefinition, NodeSingular } from 'cytoscape';
import { PIN_CLASS } from './canvas-node-style.ts';
import { drawTextures, sortElements, workOutStyles } from './canvas-renderer.ts';
import { tintClass } from './canvas-tints.ts';
import type { Drawn, DrawnEdge, DrawnNode } from './picture/drawn.ts';
import { TINTS } from './picture/tint.ts';

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

export const EMPTY_SCENE: CanvasScene = {
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
export const MOST_ANIMATED = 300;
const MOVE_MS = 220;
/** Elements that are changed between two looks at the clock. */
const PART = 40;
/** An article's sheet is narrower than it is high, by this. */
export const NARROW = 0.78;

export interface Drawing {
  /** Makes the drawing equal to a picture, now. */
  draw(picture: CanvasScene): void;
  /**
   * The same a few elements at a time, with all worked out that their first rendering needs. What is left in the middle is no harm:
   * whatever is drawn next starts from where it stopped.
   */
  steps(picture: CanvasScene): Generator<void>;
}

export function createDrawing(cy: Core): Drawing {
  let last = EMPTY_SCENE;
  const [nodes, edges] = [new Map<string, DrawnNode>(), new Map<string, DrawnEdge>()];
  /** The elements that have each class that comes and goes. */
  const marked = new Map<string, Set<string>>();
  const get = (id: string) => cy.getElementById(id);
  const collect = (ids: Iterable<string>) => {
    const all = cy.collection();
    for (const id of ids) all.merge(get(id));
    return all;
  };

  function* drawElements({ nodes: wantedNodes, edges: wantedEdges }: CanvasScene): Generator<readonly string[]> {
    const wanted = new Set([...wantedNodes, ...wantedEdges].map(({ id }) => id));
    const gone = [...nodes.keys(), ...edges.keys()].filter((id) => !wanted.has(id));
    collect(gone).remove();
    for (const known of [nodes, edges, ...marked.values()]) for (const id of gone) known.delete(id);
    const isMoved = (node: DrawnNode) => {
      const known = nodes.get(node.id);
      return known !== undefined && (known.x !== node.x || known.y !== node.y);
    };
    const moved = new Set(wantedNodes.filter(isMoved));
    const animated = moved.size <= MOST_ANIMATED && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const part of inParts(wantedNodes.filter((node) => nodes.get(node.id) !== node))) {
      cy.add(part.filter(({ id }) => !nodes.has(id)).map(nodeDefinition));
      for (const node of part) {
        const known = nodes.get(node.id);
        if (known && !sameLook(known, node)) restyle(get(node.id), known, node);
        if (moved.has(node)) moveTo(get(node.id), node, animated);
        nodes.set(node.id, node);
      }
      yield part.map(({ id }) => id);
    }
    for (const part of inParts(wantedEdges.filter((edge) => edges.get(edge.id) !== edge))) {
      cy.add(part.filter(({ id }) => !edges.has(id)).map(edgeDefinition));
      for (const edge of part) {
        const known = edges.get(edge.id);
        if (known && known.label !== edge.label) get(edge.id).data('label', edge.label);
        edges.set(edge.id, edge);
      }
      yield part.map(({ id }) => id);
    }
    if (moved.size > 0 && !animated)
      yield wantedEdges
        .filter(({ from, to }) => moved.has(nodes.get(from) as DrawnNode) || moved.has(nodes.get(to) as DrawnNode))
        .map(({ id }) => id);
  }

  /** Gives a class to these elements and to no others. */
  function* mark(name: string, wanted: ReadonlySet<string>): Generator<readonly string[]> {
    const has = marked.get(name) ?? new Set<string>();
    marked.set(name, has);
    for (const part of inParts([...has].filter((id) => !wanted.has(id)))) {
      collect(part).removeClass(name);
      for (const id of part) has.delete(id);
      yield part;
    }
    for (const part of inParts([...wanted].filter((id) => !has.has(id) && (nodes.has(id) || edges.has(id))))) {
      collect(part).addClass(name);
      for (const id of part) has.add(id);
      yield part;
    }
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

  /** Yields the ids of what was touched. */
  function* change(picture: CanvasScene): Generator<readonly string[]> {
    const before = last;
    const isChanged = picture.nodes !== before.nodes || picture.edges !== before.edges;
    // Where it is left in the middle, all is looked at again.
    last = { ...EMPTY_SCENE, nodes: [] };
    if (isChanged) yield* drawElements(picture);
    if (isChanged || picture.faded !== before.faded) yield* mark('faded', withFadedEdges(picture));
    if (isChanged || picture.tints !== before.tints)
      for (let tint = 0; tint < TINTS; tint++) yield* mark(tintClass(tint), idsOfTint(picture.tints, tint));
    if (isChanged || picture.fresh !== before.fresh) yield* mark('fresh', picture.fresh);
    if (isChanged || picture.selected.join('\n') !== before.selected.join('\n')) drawSelection(picture);
    if (isChanged || picture.menu !== before.menu)
      yield* mark('menu', new Set(picture.menu === null ? [] : [picture.menu]));
    last = picture;
  }

  return {
    draw(picture) {
      cy.batch(() => {
        for (const _ of change(picture));
      });
    },
    *steps(picture) {
      const touched = new Set<string>();
      for (const ids of change(picture)) {
        for (const id of ids) touched.add(id);
        workOutStyles(cy);
        yield;
      }
      for (const part of inParts([...touched])) {
        collect(part).boundingBox();
        // To tell bounds marks the elements as changed again.
        workOutStyles(cy);
        yield;
      }
      for (const part of inParts([...nodes.keys()])) {
        drawTextures(cy, collect(part));
        workOutStyles(cy);
        yield;
      }
      sortElements(cy);
    },
  };
}

function withFadedEdges({ faded, edges }: CanvasScene): ReadonlySet<string> {
  if (faded.size === 0) return faded;
  return new Set([...faded, ...edges.filter(({ from, to }) => faded.has(from) || faded.has(to)).map(({ id }) => id)]);
}

function idsOfTint(tints: ReadonlyMap<string, number> | null, tint: number): ReadonlySet<string> {
  return new Set([...(tints ?? [])].flatMap(([id, own]) => (own === tint ? [id] : [])));
}

function inParts<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / PART) }, (_, at) => items.slice(at * PART, (at + 1) * PART));
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
