/**
 * What Cytoscape's renderer works out before it renders, done ahead and a part at a time. Its types leave the renderer out:
 * these are its own names, of the version in package.json.
 */
import type { CollectionReturnValue, Core, NodeSingular } from 'cytoscape';

/** Cytoscape's box of an element or its label, in the coordinates of the graph. */
interface Bounds {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Pictures of nodes or of their labels, which are drawn once and put on the screen many times. */
interface Textures {
  readonly reasons: { readonly dequeue: number };
  getBoundingBox(node: NodeSingular): Bounds;
  /** Draws the picture where there is none yet. Null stands for the level that the zoom asks for. */
  getElement(node: NodeSingular, bounds: Bounds, pixelRatio: number, level: number | null, reason: number): unknown;
}

interface Renderer {
  readonly data: {
    readonly eleTxrCache: Textures;
    readonly lblTxrCache: Textures;
    readonly lyrTxrCache: { firstGet: boolean };
  };
  flushRenderedStyleQueue(): void;
  /** Sorts all elements by what lies over what, once until that changes. */
  getCachedZSortedEles(): unknown;
  getPixelRatio(): number;
}

const rendererOf = (cy: Core): Renderer => (cy as Core & { renderer(): Renderer }).renderer();

/** Styles, sizes of labels, where lines end: all that was changed since the last time. */
export function workOutStyles(cy: Core): void {
  rendererOf(cy).flushRenderedStyleQueue();
}

/** Which elements lie over which. */
export function sortElements(cy: Core): void {
  rendererOf(cy).getCachedZSortedEles();
}

/**
 * The pictures of those of some nodes that are in sight, at the zoom that is now. While it renders, Cytoscape would put each on the screen as soon
 * as it is drawn, and Chromium copies the canvas of all of them each time.
 */
export function drawTextures(cy: Core, nodes: CollectionReturnValue): void {
  const renderer = rendererOf(cy);
  const sight = cy.extent();
  for (const node of nodes.nodes().toArray() as NodeSingular[]) {
    if (!meets(node.boundingBox(), sight)) continue;
    for (const textures of [renderer.data.eleTxrCache, renderer.data.lblTxrCache])
      textures.getElement(
        node,
        textures.getBoundingBox(node),
        renderer.getPixelRatio(),
        null,
        textures.reasons.dequeue,
      );
  }
}

/**
 * Of the very first picture Cytoscape would keep a copy as a whole, drawn for it alone and in one go; of later ones it does so between
 * frames. Call before anything is drawn.
 */
export function keepNoFirstCopy(cy: Core): void {
  rendererOf(cy).data.lyrTxrCache.firstGet = false;
}

function meets(one: Bounds, other: Bounds): boolean {
  return one.x2 >= other.x1 && one.x1 <= other.x2 && one.y2 >= other.y1 && one.y1 <= other.y2;
}
