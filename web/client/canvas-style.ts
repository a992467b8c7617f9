/** The look of the canvas, from the tokens of the style sheet. */
import type { StylesheetJson } from 'cytoscape';
import { edgeStyles } from './canvas-edge-style.ts';
import { nodeStyles } from './canvas-node-style.ts';

/** Above this many edges they are drawn as straight lines without arrows, as Cytoscape does untold: everything else costs frames. */
export const MANY_EDGES = 500;

/** The style of everything drawn. `token` reads a custom property; call again when the theme changes. */
export function canvasStyle(token: (name: string) => string, manyEdges: boolean): StylesheetJson {
  return [
    ...nodeStyles(token, manyEdges),
    { selector: ':active', style: { 'overlay-opacity': 0 } },
    ...edgeStyles(token, manyEdges),
  ] as StylesheetJson;
}
