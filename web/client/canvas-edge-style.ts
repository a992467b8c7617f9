/** The look of edges: lines, arrows, names, and the stage of a program in a place. */

/** Rules in the order in which they override each other. */
export function edgeStyles(token: (name: string) => string, manyEdges: boolean) {
  return [
    {
      selector: 'edge.fresh',
      style: { 'mid-target-arrow-shape': 'circle', 'mid-target-arrow-color': token('--ink'), 'arrow-scale': 0.9 },
    },
    {
      selector: 'edge',
      style: {
        width: 1.2,
        'line-color': token('--edge'),
        ...(manyEdges ? {} : arrowStyle(token)),
      },
    },
    {
      selector: 'edge.near, edge.labelled, edge.pointed, edge.chosen',
      style: {
        width: 1.5,
        'line-color': token('--edge-2'),
        'target-arrow-color': token('--edge-2'),
        'font-family': token('--font-ui'),
        'font-size': 12,
        color: token('--ink-2'),
        'text-background-color': token('--canvas'),
        'text-background-opacity': 1,
        'text-background-padding': '2px',
        'z-index': 2,
      },
    },
    { selector: 'edge.labelled, edge.pointed, edge.chosen', style: { label: 'data(label)' } },
    { selector: 'edge.chosen', style: { width: 2.6, color: token('--ink'), 'font-weight': 600 } },
    // The stage of a program in a place stands at the place: a shape, in the colour of programs.
    ...(manyEdges ? [] : stageStyles(token)),
    {
      selector: 'edge.faded',
      style: { 'line-color': token('--edge-time'), 'target-arrow-color': token('--edge-time'), 'z-index': 0 },
    },
  ];
}

/** Each property costs time for each edge: a large picture goes without. */
function arrowStyle(token: (name: string) => string) {
  return {
    'curve-style': 'bezier',
    'control-point-step-size': 76,
    'target-arrow-shape': 'triangle',
    'target-arrow-color': token('--edge'),
    'arrow-scale': 0.8,
  };
}

function stageStyles(token: (name: string) => string) {
  const mark = token('--k-program');
  return [
    {
      selector: 'edge.origin',
      style: { 'target-arrow-shape': 'diamond', 'target-arrow-color': mark, 'arrow-scale': 1.2 },
    },
    {
      selector: 'edge.practised',
      style: { 'target-arrow-shape': 'circle', 'target-arrow-color': mark, 'arrow-scale': 1 },
    },
    {
      selector: 'edge.planned',
      style: {
        'target-arrow-shape': 'circle',
        'target-arrow-fill': 'hollow',
        'target-arrow-color': mark,
        'arrow-scale': 1,
      },
    },
  ];
}
