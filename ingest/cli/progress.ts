/** Progress of a run on standard error: a bar that stays in one line on a terminal, a line a stage elsewhere. */
import type { Extent } from '../../graph/extent.ts';

/** How far a stage has come. The total may change while a stage runs. */
export interface StageProgress extends Extent {
  readonly stage: string;
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
    note(`${event.stage.padEnd(NAME_WIDTH)} ${counted(event)} in ${seconds(now() - startedAt)}`);
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
    const text = `${event.stage.padEnd(NAME_WIDTH)} ${out.isTTY ? bar(event) : ''}${counted(event)}${pace(event, elapsed)}`;
    out.write(out.isTTY ? `\r${text.slice(0, (out.columns ?? 80) - 1)}\u001b[K` : `${text}\n`);
  }

  function note(line: string): void {
    out.write(out.isTTY ? `\r${line}\u001b[K\n` : `${line}\n`);
  }

  return { update, note, close };
}

/** `12/40`, `12/~40` where the total is an estimate, `12` where there is none. */
function counted({ done, total, isEstimate }: StageProgress): string {
  if (total === null) return String(done);
  return `${done}/${isEstimate ? '~' : ''}${total}`;
}

function bar({ done, total }: StageProgress): string {
  if (total === null) return '';
  const filled = total === 0 ? BAR_WIDTH : Math.min(BAR_WIDTH, Math.round((BAR_WIDTH * done) / total));
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} `;
}

/** Rate so far and, where the total is known, the time left at that rate; nothing before the first item is done. */
function pace({ done, total }: StageProgress, elapsedMs: number): string {
  if (done === 0 || elapsedMs <= 0) return '';
  const perSecond = (done * 1000) / elapsedMs;
  const rate = ` ${perSecond >= 10 ? Math.round(perSecond) : perSecond.toFixed(1)}/s`;
  return total === null ? rate : `${rate}, ${clock(Math.ceil(Math.max(0, total - done) / perSecond))} left`;
}

/** `4:05`: minutes and seconds; `1:04:05` from an hour on. */
export function clock(totalSeconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(totalSeconds / 3600), Math.floor((totalSeconds % 3600) / 60)];
  const rest = two(totalSeconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** `0.21 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
