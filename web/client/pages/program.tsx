/** How programs spread: all of them side by side, one alone, or some compared. */
import type { JSX } from 'preact';
import type { Fields } from '../route.ts';
import { CompareView } from '../spread/compare.tsx';
import { readPair } from '../spread/compare-view.ts';
import { ProgramDetail } from '../spread/detail.tsx';
import { ProgramOverview } from '../spread/overview.tsx';
import '../styles/spread/page.css';
import '../styles/spread/matrix.css';
import '../styles/spread/lanes.css';
import '../styles/spread/map.css';
import '../styles/spread/curve.css';
import '../styles/spread/figures.css';
import '../styles/spread/compared.css';
import '../styles/spread/evidence.css';
import '../styles/spread/sheet.css';

export function ProgramPage({ id, fields }: { readonly id: string | null; readonly fields: Fields }): JSX.Element {
  const pair = id === null ? readPair(fields) : null;
  if (pair) return <CompareView pair={pair} fields={fields} />;
  return id === null ? <ProgramOverview fields={fields} /> : <ProgramDetail key={id} id={id} fields={fields} />;
}
