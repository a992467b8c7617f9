/** The tables of docs/benchmarks.md, each between its markers. */
import { ZhituError } from '../graph/errors.ts';

/** The sections, and the command that measures each. */
const COMMANDS = {
  store: 'bench:store',
  reads: 'bench:store',
  pages: 'bench:pages',
  speed: 'bench:extract',
  hostile: 'bench:extract',
  ui: 'bench:ui',
} as const;
export type Section = keyof typeof COMMANDS;

/** The document with another table in a section. @throws ZhituError `bad-input` without its markers */
export function withFigures(document: string, section: Section, markdown: string): string {
  const markers = [`<!-- ${section}: npm run ${COMMANDS[section]} -->`, `<!-- end of ${section} -->`] as const;
  const [start, end] = markers.map((marker) => document.indexOf(marker)) as [number, number];
  if (start < 0 || end < start)
    throw new ZhituError('bad-input', `expected the lines ${markers.join(' and ')} around the tables; put them back`);
  return `${document.slice(0, start + markers[0].length)}\n\n${markdown}\n\n${document.slice(end)}`;
}
