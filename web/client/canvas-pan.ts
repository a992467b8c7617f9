/**
 * Dragging a large picture about without drawing it anew for each frame. It is drawn with a margin beyond each edge of the container,
 * and moved as a whole; Cytoscape draws again only when the margin is used up or the drag ends.
 */
import type { Core, Position } from 'cytoscape';

/** How far the picture is drawn beyond each edge of the container, in pixels. */
const MARGIN = 320;
/** What a node takes beside its middle, with its label, in pixels at the usual zoom. */
const NODE_REACH = 80;
/** A hand trembles: so many pixels are no drag. */
const TREMBLE = 4;

export interface WidePan {
  /** How far Cytoscape's drawing reaches beyond the container on each side, in pixels. */
  margin(): number;
  /** Where a point that Cytoscape gives stands in the container, in pixels from its corner. */
  toContainer(point: Position): Position;
  /** Whether the press that has just ended moved the picture. */
  hasDragged(): boolean;
  /** Turns it on or off; what is shown stays where it is. */
  setWide(isWide: boolean): void;
  destroy(): void;
}

/** How far the picture can be moved each way, in pixels, before something is missing that lies beyond what is drawn. */
interface Room {
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
}

function roomOf(cy: Core): Room {
  const [pan, zoom] = [cy.pan(), cy.zoom()];
  const xs = cy.nodes().map((node) => node.position('x'));
  const ys = cy.nodes().map((node) => node.position('y'));
  const reach = NODE_REACH * zoom;
  const roomFor = (isAllDrawn: boolean) => (isAllDrawn ? Number.POSITIVE_INFINITY : MARGIN);
  return {
    right: roomFor(Math.min(...xs) * zoom + pan.x >= reach),
    left: roomFor(Math.max(...xs) * zoom + pan.x <= cy.width() - reach),
    down: roomFor(Math.min(...ys) * zoom + pan.y >= reach),
    up: roomFor(Math.max(...ys) * zoom + pan.y <= cy.height() - reach),
  };
}

function isUsedUp({ left, right, up, down }: Room, x: number, y: number): boolean {
  return x >= right || -x >= left || y >= down || -y >= up;
}

/**
 * @param ground the element that Cytoscape draws into: it stands in a container that shows nothing beyond its edges
 * @param onMove called for each step of a drag
 */
export function createWidePan(cy: Core, ground: HTMLElement, onMove: () => void): WidePan {
  let isWide = false;
  /** A press on a node takes hold of that node; on an edge it takes hold of the picture. */
  let isOverNode = false;
  let hold: Position | null = null;
  /** Moved since Cytoscape was last told. */
  let moved = { x: 0, y: 0 };
  /** Told, and not drawn yet. */
  let told = { x: 0, y: 0 };
  let furthest = 0;
  let room: Room | null = null;

  const layer = () => ground.firstElementChild as HTMLElement;
  const shift = () => {
    const [x, y] = [told.x + moved.x, told.y + moved.y];
    layer().style.transform = x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px)`;
  };
  const tell = () => {
    const by = moved;
    if (by.x === 0 && by.y === 0) return;
    [told, moved] = [
      { x: told.x + by.x, y: told.y + by.y },
      { x: 0, y: 0 },
    ];
    cy.one('render', () => {
      told = { x: 0, y: 0 };
      shift();
    });
    cy.panBy(by);
  };
  /** Cytoscape would look for what is under the pointer at each step: nobody points while dragging. */
  const keepFromCytoscape = (event: Event) => event.stopImmediatePropagation();
  const letCytoscape = (pan: boolean) => cy.userPanningEnabled(pan).boxSelectionEnabled(pan);

  const onDown = ({ clientX, clientY, pointerType, button, shiftKey, ctrlKey, metaKey }: PointerEvent) => {
    furthest = 0;
    if (!isWide || pointerType !== 'mouse' || button !== 0 || shiftKey || ctrlKey || metaKey || isOverNode) return;
    hold = { x: clientX, y: clientY };
    room = roomOf(cy);
    letCytoscape(false);
    addEventListener('mousemove', keepFromCytoscape, { capture: true });
    addEventListener('pointermove', onPointerMove);
    addEventListener('pointerup', onUp);
    addEventListener('pointercancel', onUp);
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    if (!hold) return;
    const by = { x: clientX - hold.x, y: clientY - hold.y };
    hold = { x: clientX, y: clientY };
    moved = { x: moved.x + by.x, y: moved.y + by.y };
    furthest += Math.hypot(by.x, by.y);
    shift();
    if (room && isUsedUp(room, moved.x + told.x, moved.y + told.y)) tell();
    onMove();
  };
  const stopListening = () => {
    removeEventListener('mousemove', keepFromCytoscape, { capture: true });
    removeEventListener('pointermove', onPointerMove);
    removeEventListener('pointerup', onUp);
    removeEventListener('pointercancel', onUp);
  };
  function onUp(): void {
    if (!hold) return;
    hold = null;
    stopListening();
    tell();
    letCytoscape(true);
  }
  ground.addEventListener('pointerdown', onDown, { capture: true });
  cy.on('mouseover', 'node', () => {
    isOverNode = true;
  });
  cy.on('mouseout', 'node', () => {
    isOverNode = false;
  });

  const margin = () => (isWide ? MARGIN : 0);
  return {
    margin,
    toContainer: ({ x, y }) => ({ x: x + moved.x - margin(), y: y + moved.y - margin() }),
    hasDragged: () => furthest > TREMBLE,
    setWide(wanted) {
      if (wanted === isWide) return;
      isWide = wanted;
      ground.style.inset = `${-margin()}px`;
      cy.resize();
      cy.panBy(isWide ? { x: MARGIN, y: MARGIN } : { x: -MARGIN, y: -MARGIN });
    },
    destroy: stopListening,
  };
}
