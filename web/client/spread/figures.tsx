/** The figures of a spread in words and small tables; each leads to what it was counted from. */
import type { ComponentChildren, JSX } from 'preact';
import type { PlaceRow, Spread } from '../../api/spread.ts';
import type { Carriers as CarriersAnswer } from '../../api/spread-compare.ts';
import type { Loaded } from '../load.ts';
import { spreadWords } from '../words/spread.ts';
import { type ProgramRoute, withFields } from './address.ts';
import { Card } from './card.tsx';
import { Carriers } from './carriers.tsx';
import { rowsOf } from './claims.ts';
import { StayLink } from './controls.tsx';
import { pathEnd, shortName } from './names.ts';
import { rateText, testText } from './numbers.ts';
import { placeKey } from './selection.ts';
import { whenText } from './times.ts';

interface FiguresProps {
  readonly spread: Spread;
  readonly route: ProgramRoute;
  /** Loaded by themselves: they take longer. */
  readonly carriers: Loaded<CarriersAnswer>;
}

type PartProps = Omit<FiguresProps, 'carriers'>;

export function Figures({ spread, route, carriers }: FiguresProps): JSX.Element {
  const w = spreadWords();
  const open = (cell: string) => withFields(route, { cell });
  const place = (id: string) => (
    <StayLink key={id} to={open(placeKey(id))} class="link">
      <span lang="zh-CN">{nameIn(spread, id)}</span>
    </StayLink>
  );
  return (
    <Card name="figures" title={w.figures} hint={w.figuresHint(spread.totals.covered, spread.totals.declared)}>
      <dl class="figures">
        <Figure name={w.firstAdopters}>
          {spread.first.length === 0 ? w.noneDated : <Listed items={spread.first.map(place)} />}
        </Figure>
        <Figure name={w.lag}>
          <Lags places={spread.places} route={route} />
        </Figure>
        <Figure name={w.learnedFigure}>
          {spread.learned.length === 0
            ? w.noneLearned
            : spread.learned.map(({ key, learner, model, when }) => (
                <p key={key}>
                  <StayLink to={open(key)} class="link">
                    {w.learnedFrom(nameIn(spread, learner), nameIn(spread, model))}
                  </StayLink>{' '}
                  <span class="hint">{whenText(when)}</span>
                </p>
              ))}
        </Figure>
        <Figure name={w.metFigure}>
          {spread.meetings.length === 0
            ? w.noneMet
            : spread.meetings.map(({ event, name, places, when }) => (
                <p key={event}>
                  <StayLink to={open(event)} class="link">
                    <span lang="zh-CN">{name}</span>
                  </StayLink>{' '}
                  <span class="hint">
                    {whenText(when)} · {w.join(places.map((id) => nameIn(spread, id)))}
                  </span>
                </p>
              ))}
        </Figure>
        <Figure name={w.verticalFigure}>
          <Vertical spread={spread} route={route} />
        </Figure>
        <Figure name={w.neighbourFigure}>
          <Neighbours spread={spread} route={route} />
        </Figure>
      </dl>
      <Periods spread={spread} route={route} />
      <Carriers loaded={carriers} route={route} />
    </Card>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Listed({ items }: { readonly items: readonly JSX.Element[] }): JSX.Element {
  return (
    <>
      {items.map((item, index) => (
        <span key={item.key}>
          {index > 0 && spreadWords().comma}
          {item}
        </span>
      ))}
    </>
  );
}

/** Days behind the first, with the least and the most that the dates allow. */
function Lags({ places, route }: { readonly places: readonly PlaceRow[]; readonly route: ProgramRoute }): JSX.Element {
  const later = places
    .filter(({ lag, rank }) => lag !== null && rank !== 1)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  if (later.length === 0) return <>{spreadWords().noLag}</>;
  return (
    <>
      {later.map(({ id, name, lag }) => (
        <p key={id}>
          <StayLink to={withFields(route, { cell: placeKey(id) })} class="link">
            <span lang="zh-CN">{shortName(name)}</span>
          </StayLink>{' '}
          {lag && spreadWords().lagShort(lag.days, lag.least, lag.most)}
        </p>
      ))}
    </>
  );
}

function Vertical({ spread: { vertical }, route }: PartProps): JSX.Element {
  const w = spreadWords();
  if (vertical === null) return <>{w.noVertical}</>;
  const { aboveName, stage, when, key, before, same, after, pValue } = vertical;
  return (
    <>
      <p>
        <StayLink to={withFields(route, { cell: key })} class="link">
          <span lang="zh-CN">{aboveName}</span> {w.stage[stage]} {whenText(when)}
        </StayLink>
      </p>
      <p>
        {w.before(before.adopters.length, before.exposure, rateText(before.rate))}
        {w.same(same.adopters.length)}
        {w.after(after.adopters.length, after.exposure, rateText(after.rate))}
      </p>
      <p class="hint">{pValue === null ? w.tooFew : w.verticalTest(testText(pValue))}</p>
    </>
  );
}

function Neighbours({ spread: { neighbours }, route }: PartProps): JSX.Element {
  const w = spreadWords();
  if (neighbours === null) return <>{w.noNeighbours}</>;
  const { adopters, others, pValue, permutations, rows } = neighbours;
  return (
    <>
      <p>{w.neighbourShares(rateText(adopters), rateText(others))}</p>
      {rows.map(({ place, neighbours: around, before }) => (
        <p key={place}>
          <StayLink to={withFields(route, { cell: placeKey(place) })} class="link">
            <span lang="zh-CN">{shortName(pathEnd(place))}</span>
          </StayLink>{' '}
          {w.neighbourRow(before.length, around.length)}
        </p>
      ))}
      <p class="hint">
        {pValue === null ? w.tooFew : w.neighbourTest(testText(pValue), permutations)} {w.neighbourCaveat}
      </p>
    </>
  );
}

/** New, cumulative, at risk, hazard and the share that is still without it, period by period. */
function Periods({ spread, route }: PartProps): JSX.Element | null {
  const w = spreadWords();
  const told = spread.curve.filter(({ adopters, covered }) => adopters.length > 0 || covered > 0);
  if (told.length === 0) return null;
  return (
    <div class="matrix-scroll">
      <table class="periods" aria-label={w.periodsLabel}>
        <thead>
          <tr>
            {[w.period, w.newHere, w.cumulative, w.coveredAtRisk, w.hazard, w.hazardAll, w.survival].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map((row) => (
            <tr key={row.period}>
              <th scope="row">
                <StayLink to={withFields(route, { cell: row.period })} class="link">
                  {row.period}
                </StayLink>
              </th>
              <td>
                {row.adopters.length}
                {row.uncertain > 0 && <span class="hint"> {w.uncertain(row.uncertain)}</span>}
              </td>
              <td>{row.cumulative}</td>
              <td>{row.coveredAtRisk}</td>
              <td>{rateText(row.coveredHazard)}</td>
              <td>{rateText(row.hazard)}</td>
              <td>
                {rateText(row.survival)}
                {row.survivalError !== null && <span class="hint"> ± {rateText(row.survivalError)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nameIn(spread: Spread, id: string): string {
  return shortName(rowsOf(spread).find((row) => row.id === id)?.name ?? pathEnd(id));
}
