/** People who held a post where a program was, and then one where it began: candidates to look into, never causes. */
import type { JSX } from 'preact';
import type { Carriers as CarriersAnswer } from '../../api/spread-compare.ts';
import type { Loaded } from '../load.ts';
import { Await } from '../parts/states.tsx';
import { spreadWords } from '../words/spread.ts';
import { type ProgramRoute, withFields } from './address.ts';
import { StayLink } from './controls.tsx';
import { pathEnd, shortName } from './names.ts';

interface CarriersProps {
  readonly loaded: Loaded<CarriersAnswer>;
  readonly route: ProgramRoute;
}

export function Carriers({ loaded, route }: CarriersProps): JSX.Element {
  const w = spreadWords();
  return (
    <div class="carriers">
      <h3>{w.carriers}</h3>
      <Await of={loaded}>
        {({ carriers }) =>
          carriers.length === 0 ? (
            <p>{w.noCarriers}</p>
          ) : (
            <>
              <ul>
                {carriers.map(({ person, name, from, to, gap }) => (
                  <li key={`${person} ${from.key} ${to.key}`}>
                    <StayLink to={withFields(route, { cell: person })} class="link">
                      <span lang="zh-CN">{name}</span>
                    </StayLink>{' '}
                    {w.carried(postText(from), postText(to), shortName(pathEnd(to.place)), gap)}
                  </li>
                ))}
              </ul>
              <p class="hint">{w.carriersCaveat}</p>
            </>
          )
        }
      </Await>
    </div>
  );
}

/** `湖州市委 书记（2017-02-01 – 2019-07-03）`: the days are those on which the post was seen, not those of the term. */
function postText({ bodyName, title, from, to }: CarriersAnswer['carriers'][number]['from']): string {
  return spreadWords().aside([bodyName, title].filter(Boolean).join(' '), from === to ? from : `${from} – ${to}`);
}
