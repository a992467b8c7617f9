/** The tables of `npm run bench:ui`, as Markdown that reads as text. Everything here is pure. */
import type { AppTimes } from './app.ts';
import type { FrameRate } from './frames.ts';
import type { SearchTimes } from './search.ts';
import type { DrawerName } from './stage/drawers.ts';

/** What is asked for, in milliseconds, beside frames a second, which stand with the sizes. */
const TARGETS = {
  windowStep: 33,
  layoutTask: 100,
  expand: 300,
  firstView: 1500,
  restore: 700,
  search: 150,
} as const;
/** Kilobytes of JavaScript, gzipped, before the editor. */
const SCRIPT_KB = 250;

/** What the figures were measured on. */
export interface Setting {
  readonly processor: string;
  readonly cores: number;
  readonly browser: string;
  /** Processes that wanted a core, on average over the last minute, before the run. */
  readonly load: number;
  readonly versions: Readonly<Record<DrawerName, string>>;
}

export interface UiFigures {
  readonly frames: readonly FrameRate[];
  /** Milliseconds of each step of the time window at 3,000 nodes. */
  readonly windowSteps: readonly number[];
  readonly app: AppTimes;
  readonly search: SearchTimes;
}

const NAMES: Readonly<Record<DrawerName, string>> = {
  zhitu: 'Zhitu',
  cytoscape: 'Cytoscape as it comes',
  sigma: 'sigma.js',
};

export function reportMarkdown({ frames, windowSteps, app, search }: UiFigures, setting: Setting): string {
  const { processor, cores, browser, load, versions } = setting;
  return [
    `Chromium ${browser} without a GPU, 1400 × 900, on ${cores} cores of ${processor}; load ${load.toFixed(1)} before the run. ` +
      `Cytoscape ${versions.cytoscape}, sigma.js ${versions.sigma}.`,
    '',
    line(['frames a second while dragging', ...DRAWERS.flatMap((name) => [`${NAMES[name]}: all`, 'to read']), 'asked']),
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...sizesOf(frames).map((size) =>
      line([
        `${whole(size.nodes)} nodes, ${whole(size.edges)} edges`,
        ...DRAWERS.flatMap((name) => (['all', 'read'] as const).map((zoom) => rateOf(frames, name, size.nodes, zoom))),
        String(size.target),
      ]),
    ),
    '',
    line(['in the page', 'measured', 'asked', '']),
    '|---|---:|---:|---|',
    timeRow('a step of a time window that is moved, 3,000 nodes (median)', at(windowSteps, 0.5), TARGETS.windowStep),
    timeRow('the same (95 of 100 steps)', at(windowSteps, 0.95), TARGETS.windowStep),
    timeRow('the same (the slowest, the first of all)', at(windowSteps, 1), TARGETS.windowStep),
    ...openedRows(`longest task while ${whole(app.nodes)} nodes are laid out`, app.layoutTask, TARGETS.layoutTask),
    ...openedRows('50 neighbours drawn, after their data came', app.expand, TARGETS.expand),
    timeRow(
      `first hits of a search among ${whole(search.nodes)} nodes (median)`,
      at(search.waits, 0.5),
      TARGETS.search,
    ),
    timeRow('the same (95 of 100 terms)', at(search.waits, 0.95), TARGETS.search),
    ...openedRows('first view', app.firstView, TARGETS.firstView),
    ...openedRows(`a picture of ${whole(app.nodes)} nodes from its address`, app.restore, TARGETS.restore),
    ...openedRows('the same in a profile that was opened 3 s before', app.restoreAtRest, TARGETS.restore),
    line([
      `a picture of ${whole(app.nodes)} nodes drawn in full (median)`,
      `${at(app.restoreInFull, 0.5).toFixed(0)} ms`,
      '',
      '',
    ]),
    line([
      'JavaScript before the editor, gzipped',
      `${app.scriptKb.toFixed(0)} kB`,
      `${SCRIPT_KB} kB`,
      verdict(app.scriptKb, SCRIPT_KB),
    ]),
  ].join('\n');
}

const DRAWERS: readonly DrawerName[] = ['zhitu', 'cytoscape', 'sigma'];

function sizesOf(frames: readonly FrameRate[]): readonly FrameRate['size'][] {
  return [...new Map(frames.map(({ size }) => [size.nodes, size])).values()];
}

function rateOf(frames: readonly FrameRate[], name: DrawerName, nodes: number, zoom: FrameRate['zoom']): string {
  const found = frames.find((one) => one.drawer === name && one.size.nodes === nodes && one.zoom === zoom);
  return found ? found.framesASecond.toFixed(0) : '–';
}

/** @param share 0.5 is the median */
function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** What was measured each time that the page was opened. */
function openedRows(name: string, times: readonly number[], asked: number): readonly string[] {
  return [
    timeRow(`${name} (median of ${times.length} profiles)`, at(times, 0.5), asked),
    timeRow('the same (the slowest)', Math.max(...times), asked),
  ];
}

function timeRow(name: string, measured: number, asked: number): string {
  return line([name, `${measured.toFixed(0)} ms`, `${whole(asked)} ms`, verdict(measured, asked)]);
}

const verdict = (measured: number, asked: number): string => (measured <= asked ? 'reached' : '**not reached**');
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const whole = (value: number): string => Math.round(value).toLocaleString('en');
