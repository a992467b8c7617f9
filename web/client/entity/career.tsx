/** The career strip: a row a post, with a mark on each day on which a paper printed it. */
import { useSignal } from '@preact/signals';
import { Fragment, type JSX } from 'preact';
import type { Tenure } from '../../api/entity.ts';
import { useFolded } from '../decide/folded.tsx';
import { pageOf } from '../page-of.ts';
import { RouteLink } from '../parts/link.tsx';
import { entityWords } from '../words/entity.ts';
import { words } from '../words.ts';
import { marksOf, type Strip, stripOf } from './career.ts';
import { CAREER_PART } from './parts.ts';
import { Sentences } from './sentences.tsx';

/** Days read out one by one; of more only the span. */
const DAYS_SAID = 3;

/** Rows of the first group and of the others that a printed sheet has room for; `entity/sheet.css` hides the rest. */
const PRINTED = { own: 8, others: 4 } as const;

export interface CareerGroup {
  /** Nothing over the first group: the heading of the card says what it is. */
  readonly title: string | null;
  readonly tenures: readonly Tenure[];
  readonly total: number;
  /** Whether rows name the person first, as where several hold posts in one body. */
  readonly byPerson: boolean;
}

interface CareerProps {
  readonly title: string;
  readonly groups: readonly CareerGroup[];
  /** Under the first group: what it has more of. */
  readonly more: JSX.Element;
}

export function Career({ title, groups, more }: CareerProps): JSX.Element {
  const { listed, foot } = useFolded(
    groups.flatMap(({ tenures }) => tenures),
    ({ key }) => [key],
  );
  const strip = stripOf(listed);
  const shown = groups
    .map((group) => ({ ...group, tenures: group.tenures.filter((tenure) => listed.includes(tenure)) }))
    .filter(({ tenures }) => tenures.length > 0);
  const folded = groups.flatMap(({ tenures }) => tenures).length - listed.length;
  return (
    <section class="card career" id={CAREER_PART} tabIndex={-1} aria-label={title}>
      <div class="card-head">
        <h2>{title}</h2>
        <span class="hint">{shown.length + folded === 0 ? entityWords().noPosts : entityWords().careerHelp}</span>
      </div>
      {shown.map((group) => (
        <Fragment key={group.title ?? ''}>
          <Rows group={group} strip={strip} />
          {group.title === null && more}
        </Fragment>
      ))}
      {strip && shown.length > 0 && (
        <div class="career-row career-years" aria-hidden="true">
          <span />
          <div class="track">
            {strip.ticks.map(({ year, left }) => (
              <span key={year} style={{ left: `${left}%` }}>
                {year}
              </span>
            ))}
          </div>
          <span />
        </div>
      )}
      {foot}
    </section>
  );
}

function Rows({ group, strip }: { readonly group: CareerGroup; readonly strip: Strip | null }): JSX.Element {
  const { title, tenures, total, byPerson } = group;
  const printed = title ? PRINTED.others : PRINTED.own;
  return (
    <>
      {title && (
        <h3 class="career-group">
          {title}{' '}
          {tenures.length < total && (
            <span class="hint screen-only">{entityWords().firstOf(tenures.length, total)}</span>
          )}
        </h3>
      )}
      <ul class={title ? 'career-others' : 'career-own'}>
        {tenures.map((tenure) => (
          <Row key={tenure.key} tenure={tenure} strip={strip} byPerson={byPerson} />
        ))}
      </ul>
      {tenures.length > printed && <p class="print-only">{entityWords().firstOf(printed, total)}</p>}
    </>
  );
}

interface RowProps {
  readonly tenure: Tenure;
  readonly strip: Strip | null;
  readonly byPerson: boolean;
}

function Row({ tenure, strip, byPerson }: RowProps): JSX.Element {
  const open = useSignal(false);
  const { person, body, title, former, acting, evidence } = tenure;
  const [main, beside] = byPerson ? [person, title] : [null, body.name];
  return (
    <li class={byPerson ? 'of-others' : undefined}>
      <div class="career-row">
        <div class="career-name" lang="zh-CN">
          {former && (
            <span class="tag" title={entityWords().formerHelp}>
              {entityWords().former}
            </span>
          )}
          {acting && (
            <span class="tag" title={entityWords().actingHelp}>
              {entityWords().acting}
            </span>
          )}
          {main ? (
            <>
              <RouteLink to={pageOf(main.id)}>{main.name}</RouteLink>
              <span class="hint" title={body.name}>
                {beside || body.name}
              </span>
            </>
          ) : (
            <>
              <b>{title || body.name}</b>
              <RouteLink to={pageOf(body.id)} class="hint">
                {beside}
              </RouteLink>
            </>
          )}
        </div>
        <Track tenure={tenure} strip={strip} />
        <button
          type="button"
          class="evidence-count"
          aria-expanded={open.value}
          aria-label={words().evidenceOpen(evidence)}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {words().evidence} <b>{evidence}</b>
        </button>
      </div>
      {open.value && <Sentences keys={[tenure.key]} />}
    </li>
  );
}

/** Marks where seen, a line between the first and the last, dashes where begin and end are not known. */
function Track({ tenure, strip }: { readonly tenure: Tenure; readonly strip: Strip | null }): JSX.Element {
  const days = marksOf(tenure);
  const [first, last] = [days[0], days.at(-1)];
  const line = strip && first !== undefined && last !== undefined ? strip.at(first, last) : null;
  return (
    <div class="track" role="img" aria-label={saidOf(days)} title={saidOf(days)}>
      {strip?.ticks.map(({ year, left }) => (
        <i key={year} class="tick" style={{ left: `${left}%` }} />
      ))}
      {line && (
        <>
          <i class="dashes before" style={{ left: `${line.left}%` }} />
          {!tenure.former && <i class="line" style={{ left: `${line.left}%`, width: `${line.width}%` }} />}
          {!tenure.former && <i class="dashes after" style={{ left: `${line.left + line.width}%` }} />}
        </>
      )}
      {days.map((day) => {
        const mark = strip?.at(day, day);
        return mark ? (
          <i
            key={day}
            class={tenure.former ? 'mark-day hollow' : 'mark-day'}
            style={{ left: `${mark.left}%`, width: `${mark.width}%` }}
          />
        ) : null;
      })}
    </div>
  );
}

function saidOf(days: readonly string[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return entityWords().undatedPost;
  return days.length > DAYS_SAID ? entityWords().seenOften(days.length, first, last) : entityWords().seenOn(days);
}
