/**
 * A quick drawing over a large picture: for each step of a time window that is being moved, and for a picture that has just come or was laid
 * out anew. Cytoscape styles and draws thousands of elements one by one, which takes several frames; it does so a little at a time, beneath.
 */
import type { Core, Position } from 'cytoscape';
import type { CanvasScene, Drawing } from './canvas-draw.ts';
import { drawQuickly, palePicture } from './canvas-quick.ts';
import { createSlices } from './canvas-slices.ts';

/** What differs from what was drawn last: only what fades, which may differ again at once, or more. */
export type Difference = 'fades' | 'more';

export interface Veil {
  /** Draws it quickly with the next frame, and by Cytoscape as soon as that does no harm. */
  show(scene: CanvasScene, difference: Difference): void;
  /** Such steps may follow soon: has ready what they are drawn over. */
  expect(scene: CanvasScene): void;
  /** Whether Cytoscape has not drawn yet what is seen. */
  isUp(): boolean;
  /** The reader looks elsewhere: follows with the next frame. */
  follow(): void;
  /** Has Cytoscape draw it now. */
  settle(): void;
  /** Something else is drawn instead. */
  drop(): void;
}

/** A time window that has not moved for so many milliseconds rests. */
const REST_MS = 200;
/** Time for a picture that has just come to be seen before Cytoscape begins. */
const SEEN_MS = 50;

/**
 * @param container what is in sight; Cytoscape draws into its first child
 * @param canvas lies over it, shown where a picture was drawn ahead
 * @param toContainer where a point that Cytoscape gives stands in the container
 * @param drawing makes Cytoscape's drawing equal to a scene
 */
export function createVeil(
  cy: Core,
  container: HTMLElement,
  canvas: HTMLCanvasElement,
  toContainer: (point: Position) => Position,
  token: (name: string) => string,
  drawing: Drawing,
): Veil {
  const picture = container.firstElementChild as HTMLElement;
  const slices = createSlices(cy);
  let up: {
    readonly scene: CanvasScene;
    readonly timer: ReturnType<typeof setTimeout>;
  } | null = null;
  let frame = 0;
  /** The whole picture, pale; null where the reader looks elsewhere since. What does not fade is drawn over it at each step. */
  let paled: { readonly of: CanvasScene; readonly picture: HTMLCanvasElement } | null = null;
  const paledOf = ({ nodes, edges, tints }: CanvasScene) =>
    paled?.of.nodes === nodes && paled.of.edges === edges && paled.of.tints === tints ? paled.picture : null;
  const cameraNow = () => ({ zoom: cy.zoom(), pan: toContainer(cy.pan()) });
  const drop = () => {
    if (!up) return;
    clearTimeout(up.timer);
    cancelAnimationFrame(frame);
    frame = 0;
    up = null;
    slices.stop();
    cy.one('render', () => {
      if (up) return;
      canvas.style.display = 'none';
      picture.style.opacity = '';
    });
    cy.forceRender();
  };
  const paint = () => {
    frame = 0;
    if (!up) return;
    const beneath = drawQuickly(canvas, container, up.scene, cameraNow(), token, paledOf(up.scene));
    if (beneath) paled = { of: up.scene, picture: beneath };
    canvas.style.display = 'block';
    // One layer to put on the screen instead of four, at each step; what cannot be seen can still be pointed at.
    picture.style.opacity = '0';
  };
  const begin = () => {
    if (!up) return;
    // Not before it was seen.
    if (frame !== 0) up = { ...up, timer: setTimeout(begin, SEEN_MS) };
    else slices.start(drawing.steps(up.scene), drop);
  };
  const paintSoon = () => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  return {
    show(scene, difference) {
      if (up) clearTimeout(up.timer);
      slices.stop();
      up = { scene, timer: setTimeout(begin, difference === 'fades' ? REST_MS : SEEN_MS) };
      // What nobody sees need not follow, nor be made finer meanwhile.
      slices.hold();
      paintSoon();
    },
    expect(scene) {
      if (!paledOf(scene)) paled = { of: scene, picture: palePicture(scene, container, cameraNow(), token) };
    },
    isUp: () => up !== null,
    follow() {
      paled = null;
      if (up) paintSoon();
    },
    settle() {
      if (!up) return;
      const { scene } = up;
      slices.stop();
      drawing.draw(scene);
      drop();
    },
    drop,
  };
}
