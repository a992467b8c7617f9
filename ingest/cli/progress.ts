/** Progress of a run on standard error: a bar that stays in one line on a terminal, a line a stage elsewhere. */

/** How far a stage has come. The total may grow while a stage runs. */
export interface StageProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

export interface Progress {
  /** Shows how far a stage is. A new stage name ends the stage before it. */
  update(event: StageProgress): void;
  /** A line of its own, in the middle of a stage. */
  note(line: string): void;
  /** Ends the last stage, so that other lines can follow. */
  close(): void;
}

/** What of a stream is used, so that a test can stand in. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** A terminal shows no more than this many pictures a second to a reader; more only slow the work. In milliseconds. */
const REDRAW_MS = 80;
/** Where lines are kept (a log, a pipe), a long stage says every so often that it lives. In milliseconds. */
const LINE_MS = 10_000;
const NAME_WIDTH = 12;
const BAR_WIDTH = 24;

/** @param now a clock in milliseconds that only moves forward */
export function openProgress(out: Terminal, now: () => number = () => performance.now()): Progress {
  let current: { event: StageProgress; startedAt: number; shownAt: number } | null = null;

  function close(): void {
    if (current === null) return;
    const { event, startedAt } = current;
    const line = `${event.stage.padEnd(NAME_WIDTH)} ${event.done}/${event.total} in ${seconds(now() - startedAt)}`;
    note(line);
    current = null;
  }

  function update(event: StageProgress): void {
    const time = now();
    if (current?.event.stage !== event.stage) {
      close();
      // On a terminal the bar appears at once; a line is due only when the stage lasts.
      current = { event, startedAt: time, shownAt: out.isTTY ? Number.NEGATIVE_INFINITY : time };
    }
    const stage = current as NonNullable<typeof current>;
    stage.event = event;
    if (time - stage.shownAt < (out.isTTY ? REDRAW_MS : LINE_MS)) return;
    stage.shownAt = time;
    const elapsed = time - stage.startedAt;
    const text = `${event.stage.padEnd(NAME_WIDTH)} ${out.isTTY ? `${bar(event)} ` : ''}${event.done}/${event.total}${pace(event, elapsed)}`;
    out.write(out.isTTY ? `\r${text.slice(0, (out.columns ?? 80) - 1)}\u001b[K` : `${text}\n`);
  }

  function note(line: string): void {
    out.write(out.isTTY ? `\r${line}\u001b[K\n` : `${line}\n`);
  }

  return { update, note, close };
}

function bar({ done, total }: StageProgress): string {
  const filled = total === 0 ? BAR_WIDTH : Math.min(BAR_WIDTH, Math.round((BAR_WIDTH * done) / total));
  return '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
}

/** Rate so far and the time left at that rate; nothing before the first item is done. */
function pace({ done, total }: StageProgress, elapsedMs: number): string {
  if (done === 0 || elapsedMs <= 0) return '';
  const perSecond = (done * 1000) / elapsedMs;
  const left = Math.ceil((total - done) / perSecond);
  return ` ${perSecond >= 10 ? Math.round(perSecond) : perSecond.toFixed(1)}/s, ${clock(Math.max(0, left))} left`;
}

/** `4:05`: minutes and seconds. */
export function clock(totalSeconds: number): string {
  return `${Math.floor(totalSeconds / 60)}:${String(totalSeconds % 60).padStart(2, '0')}`;
}

/** `0.21 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
