/** A small picture of what surrounds an entity; the explorer shows the same and lets the reader go on from there. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { EventRow, NamedNode } from '../../api/entity.ts';
import { loadView } from '../actions.ts';
import { colourOf, dateOf, glyphOf, labelOf } from '../kinds.ts';
import { punctuation } from '../language.ts';
import { pageOf } from '../page-of.ts';
import { Icon } from '../parts/icon.tsx';
import { writeAddress } from '../route.ts';
import { navigate } from '../state.ts';
import { relationWord } from '../terms.ts';
import { EMPTY_VIEW } from '../view.ts';
import { entityWords } from '../words/entity.ts';
import { type Ego, type EgoNode, egoOf, FIELD } from './ego.ts';
import { type Label, LINE, placeLabels } from './ego-labels.ts';

/** The explorer's nodes are as large as here and its names as long, but it has room. */
const SPREAD = 1.6;
/** Radii of a node by ring. */
const RADII = [16, 12, 9] as const;
/** Where on an edge from the middle its word stands: nearer to the event, clear of the name in the middle. */
const WORD_AT = 0.68;

interface EgoProps {
  readonly centre: NamedNode;
  readonly rows: readonly EventRow[];
}

export function EgoPicture({ centre, rows }: EgoProps): JSX.Element {
  const depth = useSignal<1 | 2>(2);
  const ego = egoOf(centre, rows, depth.value);
  const events = ego.nodes.filter(({ ring }) => ring === 1).length;
  const labels = labelsOf(ego);
  return (
    <section class="ego" aria-label={entityWords().picture}>
      <div class="card-head">
        <h2>{entityWords().picture}</h2>
        <span class="grow" />
        <span class="hint">{entityWords().depth}</span>
        <fieldset class="segments" aria-label={entityWords().depth}>
          {([1, 2] as const).map((value) => (
            <button
              type="button"
              key={value}
              aria-pressed={depth.value === value}
              onClick={() => {
                depth.value = value;
              }}
            >
              {value}
            </button>
          ))}
        </fieldset>
        <button type="button" class="button" onClick={() => toExplorer(ego, centre.id)}>
          <Icon name="layout" small />
          {entityWords().toExplorer}
        </button>
      </div>
      <svg viewBox={`0 0 ${FIELD.width} ${FIELD.height}`}>
        <title>{entityWords().pictureOf(centre.name, events, ego.nodes.length - events - 1)}</title>
        <Edges ego={ego} />
        {ego.nodes.map((one) => (
          <Node key={one.node.id} of={one} label={labels.get(one.node.id)} />
        ))}
      </svg>
    </section>
  );
}

function Edges({ ego: { nodes, edges } }: { readonly ego: Ego }): JSX.Element {
  const places = new Map(nodes.map((one) => [one.node.id, one]));
  return (
    <>
      {edges.map(({ from, to, roles }) => {
        const [a, b] = [places.get(from), places.get(to)];
        if (!a || !b) return null;
        const said = roles
          .flatMap((role) => (role === 'HELD_IN' ? [] : [relationWord(role, 'edge')]))
          .join(punctuation().list);
        return (
          <g key={`${from} ${to}`}>
            <line class={roles.length > 0 ? 'edge own' : 'edge'} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
            {said && (
              <text class="edge-word" x={a.x + (b.x - a.x) * WORD_AT} y={a.y + (b.y - a.y) * WORD_AT} lang="zh-CN">
                {said}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function linesOf({ node }: EgoNode): readonly string[] {
  return [...labelOf(node.name).split('\n'), ...(node.date === null ? [] : [dateOf({ ...node, ...ONE_DAY })])];
}

/** The middle and the events choose before what stands beside these. */
function labelsOf({ nodes }: Ego): ReadonlyMap<string, Label> {
  const named = nodes
    .toSorted((one, other) => one.ring - other.ring)
    .map((one) => {
      const { node, x, y, ring } = one;
      // Names of the outer ring point inwards, where there is room, those of the inner one outwards.
      const isAbove = ring > 0 && y < FIELD.height / 2 === (ring === 1);
      return {
        id: node.id,
        x,
        y,
        radius: RADII[ring],
        lines: linesOf(one),
        side: isAbove ? 'above' : 'below',
      } as const;
    });
  return placeLabels(named);
}

function Node({ of, label }: { readonly of: EgoNode; readonly label: Label | undefined }): JSX.Element {
  const { node, x, y, ring } = of;
  const radius = RADII[ring];
  const lines = linesOf(of);
  const to = pageOf(node.id);
  return (
    // No stop for the keyboard: the lists beside the picture lead to the same pages.
    <a
      href={writeAddress(to)}
      tabIndex={-1}
      onClick={(event) => {
        event.preventDefault();
        navigate(to);
      }}
    >
      <title>{node.name}</title>
      <Shape node={node} x={x} y={y} radius={radius} />
      {lines.map((line, index) => (
        <text
          key={line}
          class={node.date !== null && index === lines.length - 1 ? 'when' : ring === 0 ? 'self' : undefined}
          style={{ textAnchor: label?.anchor }}
          x={label?.x}
          y={(label?.y ?? y) + index * LINE}
        >
          {line}
        </text>
      ))}
    </a>
  );
}

/** The picture says the first day alone; the list beside it has the rest. */
const ONE_DAY = { dateTo: null, dateText: null, datePrecision: null } as const;

interface ShapeProps {
  readonly node: NamedNode;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function Shape({ node, x, y, radius }: ShapeProps): JSX.Element {
  const glyph = glyphOf(node);
  const style = { fill: `var(--k-${colourOf(glyph)})` };
  const half = radius * 0.85;
  const corners = (count: number, turn: number): string =>
    Array.from({ length: count }, (_, index) => {
      const angle = ((index + turn) / count) * 2 * Math.PI - Math.PI / 2;
      return `${(x + radius * Math.cos(angle)).toFixed(1)},${(y + radius * Math.sin(angle)).toFixed(1)}`;
    }).join(' ');
  switch (node.kind) {
    case 'Place':
      return <polygon class="shape" style={style} points={corners(6, 0)} />;
    case 'Program':
      return <polygon class="shape" style={style} points={corners(4, 0)} />;
    case 'Event':
      return <polygon class="shape" style={style} points={corners(3, 0)} />;
    case 'Organization':
    case 'Article':
      return <rect class="shape" style={style} x={x - half} y={y - half} width={half * 2} height={half * 2} rx={2} />;
    case 'Person':
      return (
        <>
          <circle class="shape" style={style} cx={x} cy={y} r={radius} />
          {glyph === 'official' && <circle class="ring" cx={x} cy={y} r={radius + 3} />}
        </>
      );
  }
}

/** Puts the picture on the canvas as it is here, only wider. */
function toExplorer({ nodes }: Ego, selected: string): void {
  const placed = nodes.map(({ node, x, y }) => ({ id: node.id, x: Math.round(x * SPREAD), y: Math.round(y * SPREAD) }));
  navigate({ page: 'explore', view: { ...EMPTY_VIEW, nodes: placed, selected } });
  void loadView();
}
