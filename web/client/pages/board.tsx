/** Coverage and health: what the graph has, what it lacks, and where someone should look. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { z } from 'zod';
import { BoardChecks, BoardCoverage, BoardFacts, type Check } from '../../api/board.ts';
import { ListPanel } from '../board/list-panel.tsx';
import { Cell, NumberTable } from '../board/number-table.tsx';
import { Conflicts } from '../entity/conflicts.tsx';
import { useKept } from '../entity/kept.ts';
import { call } from '../http.ts';
import { glyphOfKind } from '../kinds.ts';
import { useLoaded } from '../load.ts';
import { Glyph } from '../parts/icon.tsx';
import { Recounting } from '../parts/recounting.tsx';
import { Await, Empty } from '../parts/states.tsx';
import type { Fields } from '../route.ts';
import { adjust, navigate } from '../state.ts';
import '../entity/styles.ts';
import '../styles/board.css';
import { kindWord, relationWord } from '../terms.ts';
import { boardWords } from '../words/board.ts';

const TENTH = 0.1;
/** Its list is of cards with two sides. */
const CONFLICTS = 'conflicts';

interface Opening {
  readonly current: string | null;
  readonly open: (list: string) => void;
}

export function BoardPage({ fields }: { readonly fields: Fields }): JSX.Element {
  const round = useSignal(0);
  const ask = <T,>(shape: z.ZodType<T>, part: string) =>
    useKept(
      useLoaded(() => call(shape, `/api/board/${part}`), `${part} ${round.value}`),
      part,
    ).of;
  const coverage = ask(BoardCoverage, 'coverage');
  const facts = ask(BoardFacts, 'facts');
  const checks = ask(BoardChecks, 'checks');
  const behind = [coverage, facts, checks].flatMap((part) =>
    part.state === 'done' && !part.value.counted.isCurrent ? [part.value.counted] : [],
  );
  const current = fields.list ?? null;
  const opening: Opening = { current, open: (list) => adjust({ page: 'board', fields: { list } }) };
  return (
    <main class={current === null ? 'board' : 'board with-list'}>
      <div class="board-body">
        <h1>{boardWords().title}</h1>
        <p class="soft">{boardWords().intro}</p>
        {behind[0] && (
          <Recounting
            of={behind[0]}
            again={() => {
              round.value += 1;
            }}
          />
        )}
        <section class="board-part">
          <h2>{boardWords().checks}</h2>
          <Await of={checks}>{(counts) => <Checks counts={counts} {...opening} />}</Await>
        </section>
        <Await of={coverage}>{(found) => <Coverage found={found} {...opening} />}</Await>
        <Await of={facts}>{(found) => <Facts found={found} {...opening} />}</Await>
      </div>
      {current === CONFLICTS && (
        <aside class="board-list">
          <Conflicts id={null} />
        </aside>
      )}
      {current !== null && current !== CONFLICTS && (
        <ListPanel list={current} title={titleOf(current)} close={() => adjust({ page: 'board', fields: {} })} />
      )}
    </main>
  );
}

/** What a list is called, from its name. */
function titleOf(list: string): string {
  const { check } = boardWords();
  if (list in check) return check[list as keyof typeof check];
  const [name, first = '', second = ''] = list.split(':');
  if (name === 'rule') return list.slice('rule:'.length) || boardWords().noRule;
  if (name === 'tenth') return `${boardWords().spreadOf} ${tenthWords(Number(first))}`;
  if (name === 'type') return [relationWord(first, 'edge'), second].filter(Boolean).join(' · ');
  if (name === 'kind') return [kindWord(first as Parameters<typeof kindWord>[0]), second].filter(Boolean).join(' · ');
  return [first.split('/').at(-1) || boardWords().articles, second].filter(Boolean).join(' · ');
}

const tenthWords = (tenth: number): string =>
  boardWords().tenth((tenth * TENTH).toFixed(1), ((tenth + 1) * TENTH).toFixed(1));

const CHECK_ORDER: readonly Check[] = [
  'conflicts',
  'judged:dispute',
  'look-alikes',
  'unknown-places',
  'undated-events',
  'undated-articles',
  'orphans',
  'judged:hide',
  'judged:confirm',
];

function Checks({ counts, current, open }: Opening & { readonly counts: BoardChecks }): JSX.Element {
  return (
    <ul class="checks">
      {CHECK_ORDER.map((check) => (
        <li key={check}>
          <button type="button" class="check" aria-pressed={current === check} onClick={() => open(check)}>
            <b>{counts[check]}</b>
            <span>{boardWords().check[check]}</span>
            <span class="hint">{boardWords().checkHelp[check]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Coverage({ found, current, open }: Opening & { readonly found: BoardCoverage }): JSX.Element {
  const { periods, articles, undated, kinds, places, morePlaces } = found;
  if (periods.length === 0 && undated === 0)
    return (
      <Empty>
        {boardWords().empty}{' '}
        <button type="button" class="link" onClick={() => navigate({ page: 'ingest' })}>
          {boardWords().toIngest}
        </button>
      </Empty>
    );
  const sum = articles.reduce((all, count) => all + count, 0);
  return (
    <>
      <section class="board-part">
        <h2>{boardWords().coverage}</h2>
        <p class="hint">{boardWords().coverageHelp}</p>
        <NumberTable
          caption={boardWords().coverage}
          periods={periods}
          rows={[
            { id: '', label: boardWords().articles, name: boardWords().articles, counts: articles, total: sum },
            ...places.map(({ id, name, total, counts }) => ({ id, label: name, name, counts, total })),
          ]}
          listOf={(place, period) => `articles:${place}:${period}`}
          current={current}
          open={open}
        />
        <p class="hint">
          {undated > 0 && (
            <button type="button" class="link" onClick={() => open('undated-articles')}>
              {boardWords().undated} {undated}
            </button>
          )}{' '}
          {morePlaces > 0 && boardWords().morePlaces(morePlaces)}
        </p>
      </section>
      <section class="board-part">
        <h2>{boardWords().kinds}</h2>
        <p class="hint">{boardWords().kindsHelp}</p>
        <NumberTable
          caption={boardWords().kinds}
          periods={periods}
          rows={kinds.map(({ kind, counts }) => ({
            id: kind,
            name: kindWord(kind),
            label: (
              <>
                <Glyph name={glyphOfKind(kind)} small /> {kindWord(kind)}
              </>
            ),
            counts,
          }))}
          listOf={(kind, period) => `kind:${kind}:${period}`}
          current={current}
          open={open}
        />
      </section>
    </>
  );
}

function Facts({ found, current, open }: Opening & { readonly found: BoardFacts }): JSX.Element | null {
  const { total, periods, relations, rules, tenths } = found;
  if (total === 0) return null;
  const most = Math.max(1, ...tenths);
  return (
    <>
      <section class="board-part">
        <h2>{boardWords().relations}</h2>
        <p class="hint">{boardWords().relationsHelp}</p>
        <NumberTable
          caption={boardWords().relations}
          periods={periods}
          rows={relations.map((row) => ({
            id: row.type,
            label: relationWord(row.type, 'edge'),
            name: relationWord(row.type, 'edge'),
            counts: row.counts,
            total: row.total,
          }))}
          listOf={(type, period) => `type:${type}:${period}`}
          current={current}
          open={open}
        />
      </section>
      <section class="board-part">
        <h2>{boardWords().spreadOf}</h2>
        <ol class="tenths">
          {tenths.map((count, tenth) => (
            <li key={tenthWords(tenth)}>
              <span class="hint">{tenthWords(tenth)}</span>
              <meter max={most} value={count} aria-hidden="true" />
              <Cell
                name={`${tenthWords(tenth)}，${count}`}
                count={count}
                share={0}
                list={`tenth:${tenth}`}
                current={current}
                open={open}
              />
            </li>
          ))}
        </ol>
      </section>
      <section class="board-part">
        <h2>{boardWords().rules}</h2>
        <p class="hint">{boardWords().rulesHelp(total)}</p>
        <div class="number-scroll">
          <table class="numbers rules">
            <thead>
              <tr>
                <th scope="col">{boardWords().rule}</th>
                <th scope="col">{boardWords().count}</th>
                <th scope="col">{boardWords().share}</th>
                <th scope="col">{boardWords().confidence}</th>
                <th scope="col">{boardWords().doubtful}</th>
              </tr>
            </thead>
            <tbody>
              {rules.map(({ rule, count, confidence, doubtful }) => (
                <tr key={rule}>
                  <th scope="row">
                    <code>{rule || boardWords().noRule}</code>
                  </th>
                  <td>
                    <Cell
                      name={`${rule}，${count}`}
                      count={count}
                      share={0}
                      list={`rule:${rule}`}
                      current={current}
                      open={open}
                    />
                  </td>
                  <td>{((count / total) * 100).toFixed(1)}%</td>
                  <td>{confidence === null ? '–' : confidence.toFixed(2)}</td>
                  <td>
                    <Cell
                      name={`${rule}，${boardWords().doubtful}，${doubtful}`}
                      count={doubtful}
                      share={0}
                      list={`rule:${rule}`}
                      current={current}
                      open={open}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}
