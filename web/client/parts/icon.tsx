/** Line icons on a 16-unit square, and the glyph of a kind. */
import type { JSX } from 'preact';
import type { NodeBrief } from '../../api.ts';
import { type GlyphName, glyphOf } from '../kinds.ts';

const PATHS = {
  search: 'M7 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9zM10.4 10.4l3.1 3.1',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  close: 'M4.2 4.2l7.6 7.6M11.8 4.2l-7.6 7.6',
  check: 'M3.4 8.4l3 3 6.2-6.6',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  layout:
    'M4 11.5a1.7 1.7 0 1 0 0 .1zM13.7 11.5a1.7 1.7 0 1 0 0 .1zM9.7 4.3a1.7 1.7 0 1 0 0 .1zM7.2 5.9 4.9 9.9M8.8 5.9l2.3 4M5.8 11.5h4.4',
  clear: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  undo: 'M5.6 3 2.9 5.7l2.7 2.7M3 5.7h6.1a3.5 3.5 0 0 1 0 7H6.5',
  redo: 'M10.4 3l2.7 2.7-2.7 2.7M13 5.7H6.9a3.5 3.5 0 0 0 0 7h2.6',
  link: 'M6.7 9.3a2.5 2.5 0 0 0 3.6 0l2.1-2.1a2.5 2.5 0 0 0-3.6-3.6l-.8.8M9.3 6.7a2.5 2.5 0 0 0-3.6 0L3.6 8.8a2.5 2.5 0 0 0 3.6 3.6l.8-.8',
  moon: 'M12.8 9.7A5.2 5.2 0 0 1 6.3 3.2a5.2 5.2 0 1 0 6.5 6.5z',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1',
  help: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM6.4 6.4a1.6 1.6 0 1 1 2.3 1.5c-.5.2-.7.5-.7 1v.2M8 11.3v.1',
  eye: 'M1.8 8S4.2 4 8 4s6.2 4 6.2 4-2.4 4-6.2 4S1.8 8 1.8 8zM8 6.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4z',
  eyeOff: 'M1.8 8S4.2 4 8 4s6.2 4 6.2 4-2.4 4-6.2 4S1.8 8 1.8 8zM3 13 13 3',
  expand:
    'M5.2 8a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0zM14 3.8a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0zM14 12.2a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0zM5 7.2l5.9-2.7M5 8.8l5.9 2.7',
  flag: 'M4 14V2.6M4 3.4h7.6l-1.6 2.8 1.6 2.8H4',
  quote: 'M3 11V7.6A3.4 3.4 0 0 1 6.4 4.2M3 8.2h3.4V11H3zM9 11V7.6a3.4 3.4 0 0 1 3.4-3.4M9 8.2h3.4V11H9z',
  right: 'M6.2 4.4 9.8 8l-3.6 3.6',
  left: 'M9.8 4.4 6.2 8l3.6 3.6',
  up: 'M4.4 9.8 8 6.2l3.6 3.6',
  down: 'M4.4 6.2 8 9.8l3.6-3.6',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5.2 3.4v9.2L12.4 8z',
  lock: 'M4 7h8v6H4zM5.5 7V5.2a2.5 2.5 0 0 1 5 0V7',
  warning: 'M8 2.6 14.2 13H1.8zM8 6.6v3M8 11.3v.1',
  bookmark: 'M4.5 2.8h7v10.4L8 10.6l-3.5 2.6z',
  download: 'M8 2.8v7M5 7l3 3 3-3M3.2 12.8h9.6',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  table: 'M2.6 3.2h10.8v9.6H2.6zM2.6 6.4h10.8M2.6 9.6h10.8M6.4 6.4v6.4',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }): JSX.Element {
  return (
    <svg class={small ? 'icon small' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The shape and colour of a kind. It says nothing to a screen reader: the word beside it does. */
export function Glyph({ name, small = false }: { readonly name: GlyphName; readonly small?: boolean }): JSX.Element {
  return <i class={`glyph glyph-${name}${small ? ' small' : ''}`} aria-hidden="true" />;
}

export function NodeGlyph({
  node,
  small = false,
}: {
  readonly node: NodeBrief;
  readonly small?: boolean;
}): JSX.Element {
  return <Glyph name={glyphOf(node)} small={small} />;
}
