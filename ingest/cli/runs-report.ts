/** The lines that tell a person about runs. */
import type { Run, RunState } from '../runs/history.ts';
import type { PageLine, RunRecord, Totals } from '../runs/records.ts';
import { clock } from './progress.ts';
import { issueLines, problemLine, table } from './report.ts';

export interface RunSummary extends Totals {
  readonly id: string;
  readonly startedAt: string;
  readonly state: RunState;
  /** What was asked for, as on a command line. */
  readonly what: string;
  /** At work, over all sessions; a session that goes on counts up to its last word. */
  readonly milliseconds: number;
}

/** Failed pages of one reason that are shown unless all are asked for. */
const FAILURES_SHOWN = 10;

export async function summaryOf(run: Run): Promise<RunSummary> {
  const { id, asked, sessions } = run.record;
  const milliseconds = run
    .sessions()
    .reduce(
      (sum, { startedAt, endedAt }) => sum + Math.max(0, Date.parse(endedAt ?? startedAt) - Date.parse(startedAt)),
      0,
    );
  // A record has at least one session.
  const { startedAt } = sessions[0] as (typeof sessions)[number];
  return { id, startedAt, state: run.state, what: whatOf(asked), milliseconds, ...(await run.totals()) };
}

function whatOf({ paths, options, dryRun, retries }: RunRecord['asked']): string {
  const given = Object.entries(options).map(([name, value]) => (value === true ? `--${name}` : `--${name} ${value}`));
  const how = retries === null ? paths : [`failed pages of ${retries}`];
  return [...how, ...given, ...(dryRun ? ['--dry-run'] : [])].join(' ');
}

/** A line a run, the newest last. */
export function listLines(summaries: readonly RunSummary[]): readonly string[] {
  const head = ['run', 'begun', 'state', 'pages', 'failed', 'facts', 'took', 'rate', 'what'];
  return table([head, ...summaries.map(rowOf)]);
}

function rowOf(summary: RunSummary): readonly string[] {
  const { id, startedAt, state, pages, facts, milliseconds, what } = summary;
  return [
    id,
    `${startedAt.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')}Z`,
    state,
    String(pagesIn(pages)),
    String(pages.failed ?? 0),
    String(facts),
    clock(Math.round(milliseconds / 1000)),
    `${rateOf(summary)}/s`,
    shortened(what),
  ];
}

function pagesIn(pages: Totals['pages']): number {
  return Object.values(pages).reduce((sum, count) => sum + count, 0);
}

function rateOf({ pages, milliseconds }: RunSummary): string {
  const rate = milliseconds === 0 ? 0 : (pagesIn(pages) * 1000) / milliseconds;
  return rate >= 10 ? String(Math.round(rate)) : rate.toFixed(1);
}

const WHAT_WIDTH = 60;

function shortened(text: string): string {
  return text.length > WHAT_WIDTH ? `${text.slice(0, WHAT_WIDTH)}…` : text;
}

/** One run in full. @param all every failed page, not only the first of each reason */
export function showLines(
  { store, extractor, error, sessions, written, issues }: RunRecord,
  summary: RunSummary,
  failures: readonly PageLine[],
  all: boolean,
): readonly string[] {
  const { pages, articles, facts, failed, state } = summary;
  const states = Object.entries(pages).map(([name, count]) => `${count} ${name}`);
  const changes = Object.entries(written).filter(([, count]) => count > 0);
  return [
    ...table([
      ['run', summary.id],
      ['asked', summary.what],
      ['begun', summary.startedAt],
      ['state', error === null ? state : `${state}: ${error}`],
      [
        'sessions',
        `${sessions.length}, ${clock(Math.round(summary.milliseconds / 1000))} at ${rateOf(summary)} pages/s`,
      ],
      ['store', store],
      ['extractor', extractor],
      ['pages', states.join(', ') || 'none'],
      ['found', `${articles} articles, ${facts} facts`],
      ...(changes.length === 0 ? [] : [['graph', changes.map(([name, count]) => `${name} ${count}`).join(', ')]]),
    ]),
    ...(issues.length === 0 ? [] : ['', 'doubts by reason, each with its first case', ...issueLines(issues)]),
    ...Object.keys(failed)
      .sort()
      .flatMap((reason) => failureLines(reason, failures, all)),
  ];
}

function failureLines(reason: string, failures: readonly PageLine[], all: boolean): readonly string[] {
  const own = failures.filter((line) => line.reason === reason);
  const shown = all ? own : own.slice(0, FAILURES_SHOWN);
  const more = own.length - shown.length;
  return [
    '',
    `${own.length} failed: ${reason}`,
    ...shown.map(({ file, message = '' }) => `  ${problemLine({ file, reason: reason as 'failed', message })}`),
    ...(more > 0 ? [`  … ${more} more: --all`] : []),
  ];
}
