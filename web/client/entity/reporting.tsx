/** Who wrote of it, and of a reporter what about and with whom. Each number opens its articles. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Beat, ReportingAnswer, ReportingArticlesInput, Written } from '../../api/entity.ts';
import { dateOf, glyphOf } from '../kinds.ts';
import { useLoaded } from '../load.ts';
import { pageOf } from '../page-of.ts';
import { Glyph } from '../parts/icon.tsx';
import { RouteLink } from '../parts/link.tsx';
import { ShowAll } from '../parts/show-all.tsx';
import { Await } from '../parts/states.tsx';
import { entityWords } from '../words/entity.ts';
import { getReportingArticles } from './calls.ts';

/** Lines of one list before a reader asks for the others. */
const LINES = 8;

export function ReportingLists({ id, of }: { readonly id: string; readonly of: ReportingAnswer }): JSX.Element {
  const words = entityWords();
  return (
    <>
      <Bars title={words.beatPrograms} id={id} list="subjects" lines={of.programs} />
      <Bars title={words.beatPlaces} id={id} list="subjects" lines={of.places} />
      <Bars title={words.coauthors} id={id} list="coauthors" lines={of.coauthors} />
      <Bars title={words.wroteAbout} id={id} list="reporters" lines={of.reporters} />
    </>
  );
}

interface BarsProps extends Pick<ReportingArticlesInput, 'id' | 'list'> {
  readonly title: string;
  readonly lines: readonly (Written | Beat)[];
}

function Bars({ title, lines, ...from }: BarsProps): JSX.Element | null {
  const all = useSignal(false);
  if (lines.length === 0) return null;
  const shown = all.value ? lines : lines.slice(0, LINES);
  const most = Math.max(...lines.map(({ articles }) => articles));
  return (
    <section>
      <div class="head">
        <h2>{title}</h2>
        <span class="grow" />
        <span>{entityWords().articles}</span>
      </div>
      <ul class="rows">
        {shown.map((line) => (
          <Line key={line.node.id} line={line} share={line.articles / most} {...from} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <p class="list-foot">
          <ShowAll
            shown={shown.length}
            total={lines.length}
            ask={() => {
              all.value = true;
            }}
          />
        </p>
      )}
    </section>
  );
}

interface LineProps extends Pick<BarsProps, 'id' | 'list'> {
  readonly line: Written | Beat;
  /** Of the longest bar. */
  readonly share: number;
}

function Line({ line, share, ...from }: LineProps): JSX.Element {
  const { node, articles } = line;
  const open = useSignal(false);
  return (
    <>
      <li title={yearsSaid(line)}>
        <Glyph name={glyphOf(node)} />
        <RouteLink to={pageOf(node.id)} class="row-button bar-name" title={node.name}>
          <bdi lang="zh-CN">{node.name}</bdi>
        </RouteLink>
        {'years' in line && <span class="hint nowrap bar-years">{spanOf(line)}</span>}
        <span class="bar" style={{ '--share': `${share * 100}%` }} />
        <button
          type="button"
          class="count link"
          aria-expanded={open.value}
          aria-label={`${node.name} ${entityWords().articles} ${articles}`}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {articles}
        </button>
      </li>
      {open.value && <Articles {...from} other={node.id} />}
    </>
  );
}

function Articles(input: ReportingArticlesInput): JSX.Element {
  const loaded = useLoaded(() => getReportingArticles(input), JSON.stringify(input));
  return (
    <li class="bar-articles">
      <Await of={loaded}>
        {({ articles }) => (
          <ul>
            {articles.map((article) => (
              <li key={article.id}>
                <RouteLink to={{ page: 'article', id: article.id, passage: null, fact: null }} class="link">
                  <bdi lang="zh-CN">{article.name}</bdi>
                </RouteLink>{' '}
                <span class="hint nowrap">{[article.note, dateOf(article)].filter(Boolean).join(' ')}</span>
              </li>
            ))}
          </ul>
        )}
      </Await>
    </li>
  );
}

/** First and last year: `2017–2021`. */
function spanOf({ years }: Beat): string {
  const dated = years.flatMap(({ year }) => (year === null ? [] : [year]));
  return [...new Set([dated[0], dated.at(-1)])].filter((year) => year !== undefined).join('–');
}

/** `按年：2019 2、2021 1`; nothing for what has no years. */
function yearsSaid(one: Written | Beat): string | undefined {
  if (!('years' in one)) return undefined;
  const said = one.years.map(({ year, articles }) => `${year ?? entityWords().unknownYear} ${articles}`);
  return entityWords().byYear(said.join('、'));
}
