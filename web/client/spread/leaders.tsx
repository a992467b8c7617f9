/** Over all programs: which places were first how often, and who came before whom. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Leaders as LeadersAnswer } from '../../api/spread-compare.ts';
import type { Loaded } from '../load.ts';
import { ShowAll } from '../parts/show-all.tsx';
import { Await } from '../parts/states.tsx';
import { spreadWords } from '../words/spread.ts';
import { type ProgramRoute, withFields } from './address.ts';
import { Card } from './card.tsx';
import { StayLink } from './controls.tsx';
import { shortName } from './names.ts';
import { probabilityText, rateText } from './numbers.ts';
import { countKey, pairKey } from './overview-table.ts';

/** Rows of a table before a reader asks for more. */
const FIRST_ROWS = 11;

interface LeadersProps {
  readonly loaded: Loaded<LeadersAnswer>;
  readonly route: ProgramRoute;
  /** Asks for more pairs than came. */
  readonly morePairs: () => void;
}

export function Leaders({ loaded, route, morePairs }: LeadersProps): JSX.Element {
  const w = spreadWords();
  return (
    <Card name="leaders" title={w.leaders} hint={w.leadersHint}>
      <Await of={loaded}>
        {({ leaders, pairs, pairsTotal }) => (
          <div class="leaders">
            <Places leaders={leaders} route={route} />
            <Pairs pairs={pairs} total={pairsTotal} route={route} more={morePairs} />
          </div>
        )}
      </Await>
    </Card>
  );
}

function Places({
  leaders,
  route,
}: {
  readonly leaders: LeadersAnswer['leaders'];
  readonly route: ProgramRoute;
}): JSX.Element {
  const w = spreadWords();
  const { shown, rest } = useFirst(leaders);
  return (
    <div class="matrix-scroll">
      <table class="periods" aria-label={w.leaders}>
        <thead>
          <tr>
            {[w.place, w.programCount, w.firsts, w.medianLag, w.innovativeness].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ place, name, programs, firsts, medianLag, innovativeness, scored }) => (
            <tr key={place}>
              <th scope="row" lang="zh-CN">
                {shortName(name)}
              </th>
              <td>
                <StayLink to={withFields(route, { cell: place })} class="link">
                  {programs}
                </StayLink>
              </td>
              <td>
                <Count
                  of={firsts}
                  cell={countKey(place, 'first')}
                  name={w.countOf(shortName(name), w.firsts)}
                  route={route}
                />
              </td>
              <td>{medianLag === null ? '—' : w.days(medianLag)}</td>
              <td>
                {rateText(innovativeness)} <span class="hint">{w.scored(scored)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest}
    </div>
  );
}

interface PairsProps {
  /** The first of `total`, and the one that the address asks for. */
  readonly pairs: LeadersAnswer['pairs'];
  readonly total: number;
  readonly route: ProgramRoute;
  readonly more: () => void;
}

function Pairs({ pairs, total, route, more }: PairsProps): JSX.Element {
  const w = spreadWords();
  const { shown, rest } = useFirst(pairs, { total, more });
  if (pairs.length === 0) return <p class="hint">{w.noPairs}</p>;
  return (
    <div class="matrix-scroll">
      <table class="periods" aria-label={w.pairs}>
        <thead>
          <tr>
            {[w.pairs, w.led, w.followed, w.ties, w.medianLag, w.signTest].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ leader, leaderName, follower, followerName, led, followed, ties, medianLag, pValue }) => (
            <tr key={pairKey(leader, follower)}>
              <th scope="row">
                <StayLink to={withFields(route, { cell: pairKey(leader, follower) })} class="link">
                  <span lang="zh-CN">
                    {shortName(leaderName)} {led.length > 0 ? '›' : '='} {shortName(followerName)}
                  </span>
                </StayLink>
              </th>
              {(
                [
                  ['led', led],
                  ['followed', followed],
                  ['ties', ties],
                ] as const
              ).map(([counted, programs]) => (
                <td key={counted}>
                  <Count
                    of={programs}
                    cell={countKey(pairKey(leader, follower), counted)}
                    name={w.countOf(w.beforeAfter(shortName(leaderName), shortName(followerName)), w.counted[counted])}
                    route={route}
                  />
                </td>
              ))}
              <td>{medianLag === null ? '—' : w.days(medianLag)}</td>
              <td>{probabilityText(pValue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest}
    </div>
  );
}

interface CountProps {
  readonly of: readonly string[];
  readonly cell: string;
  /** What is counted, for who does not see the head of the column. */
  readonly name: string;
  readonly route: ProgramRoute;
}

/** A number that opens the sentences on the programs that it counts. */
function Count({ of, cell, name, route }: CountProps): JSX.Element {
  if (of.length === 0) return <>0</>;
  return (
    <StayLink to={withFields(route, { cell })} class="link">
      <span class="visually-hidden">{name} </span>
      {of.length}
    </StayLink>
  );
}

/** The first rows, and a button for the others; where not all of them came, it brings more. */
function useFirst<T>(
  rows: readonly T[],
  { total, more }: { readonly total: number; readonly more?: () => void } = { total: rows.length },
): { readonly shown: readonly T[]; readonly rest: JSX.Element } {
  const all = useSignal(false);
  const shown = all.value ? rows : rows.slice(0, FIRST_ROWS);
  const ask = () => {
    all.value = true;
    more?.();
  };
  return { shown, rest: <ShowAll shown={shown.length} total={total} ask={ask} /> };
}
