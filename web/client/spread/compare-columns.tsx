/** Three lists: what only the first has, what both have, what only the second has. */
import type { JSX } from 'preact';
import type { Compared, Comparison } from '../../api/spread-compare.ts';
import { spreadWords } from '../words/spread.ts';
import { type ProgramRoute, withFields } from './address.ts';
import { Card } from './card.tsx';
import { comparedLines } from './compare-view.ts';
import { StayLink } from './controls.tsx';
import { shortName } from './names.ts';

interface CompareColumnsProps {
  readonly comparison: Comparison;
  readonly names: readonly [string, string];
  readonly route: ProgramRoute;
}

export function CompareColumns({ comparison, names, route }: CompareColumnsProps): JSX.Element {
  const w = spreadWords();
  const columns = [
    { key: 'a', title: w.only(names[0]), items: comparison.onlyA },
    { key: 'both', title: w.shared, items: comparison.shared },
    { key: 'b', title: w.only(names[1]), items: comparison.onlyB },
  ];
  return (
    <Card name="compared" title={w.comparedWhat[comparison.of]} hint={w.comparedHint}>
      <div class="compared">
        {columns.map(({ key, title, items }) => (
          <section key={key} aria-label={title}>
            <h3>
              {title} <span class="count">{items.length}</span>
            </h3>
            <ul>
              {items.map((item) => (
                <Item key={item.id} item={item} names={names} route={route} />
              ))}
            </ul>
            {items.length === 0 && <p class="hint">{w.none}</p>}
          </section>
        ))}
      </div>
    </Card>
  );
}

function Item({
  item,
  names,
  route,
}: Omit<CompareColumnsProps, 'comparison'> & { readonly item: Compared }): JSX.Element {
  return (
    <li>
      <StayLink to={withFields(route, { cell: item.id })} current={route.fields.cell === item.id} class="compared-item">
        <b lang="zh-CN">{shortName(item.name)}</b>
        {comparedLines(item, names).map((line) => (
          <span key={line} class="hint">
            {line}
          </span>
        ))}
      </StayLink>
    </li>
  );
}
