/** What a call of `ingest` asks for: paths, extractions, or an earlier run to go on with. */
import { resolve } from 'node:path';
import { usageError } from '../../graph/cli/command.ts';
import { storeTarget } from '../../graph/open.ts';
import { type Run, runsFolder } from '../runs/history.ts';
import { failedFiles, lastRun, unfinishedRun } from '../runs/pick.ts';
import type { RunRecord } from '../runs/records.ts';
import { EXTRACTOR_OPTIONS } from './extractor-options.ts';
import { PAGE_OPTIONS } from './page-options.ts';

export const INGEST_OPTIONS = {
  ...PAGE_OPTIONS,
  ...EXTRACTOR_OPTIONS,
  store: { type: 'string' },
  from: { type: 'string' },
  bulk: { type: 'string' },
  'dry-run': { type: 'boolean' },
  resume: { type: 'boolean' },
  'retry-failed': { type: 'boolean' },
  runs: { type: 'string' },
} as const;

export type IngestValues = {
  readonly [K in keyof typeof INGEST_OPTIONS]?:
    | ((typeof INGEST_OPTIONS)[K]['type'] extends 'boolean' ? boolean : string)
    | undefined;
};

export interface IngestRequest {
  /** Folder of the journals. */
  readonly runs: string;
  /** What to open, and where that is, without a password. */
  readonly target: string;
  readonly store: string;
  /** Options about pages and extractor: those of the run that is gone on with. */
  readonly values: IngestValues;
  readonly asked: RunRecord['asked'];
  /** The run that is gone on with; null for a new one. */
  readonly run: Run | null;
}

/** Options that say where things are, or how fast, and nothing about what is found: they may differ when a run is gone on with. */
const FREE: ReadonlySet<string> = new Set(['store', 'runs', 'workers', 'concurrency', 'resume', 'retry-failed']);
/** What goes with extractions that were made elsewhere. */
const WITH_FROM: ReadonlySet<string> = new Set(['store', 'runs', 'from', 'bulk']);
/** What files for an import have no use for: they are made in one go, and no store is opened. */
const NOT_WITH_BULK = ['store', 'runs', 'dry-run', 'resume', 'retry-failed'] as const;

/** @throws ZhituError `bad-input` (usage), and what `unfinishedRun` and `lastRun` raise */
export async function requestOf(
  values: IngestValues,
  paths: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<IngestRequest> {
  checkInputs(values, paths);
  const target = storeTarget(values, env);
  const store = placeOf(target);
  // Going on with a run takes paths against the directory in which it was begun.
  const place = {
    target: target.includes('://') ? target : store,
    store,
    runs: resolve(values.runs ?? runsFolder(target)),
  };
  if (values.resume) return resumed(values, place);
  if (values['retry-failed']) return retried(values, place);
  const asked = {
    directory: process.cwd(),
    paths: [...paths],
    options: recorded(values),
    dryRun: values['dry-run'] === true,
    retries: null,
  };
  return { ...place, values, asked, run: null };
}

type Place = Pick<IngestRequest, 'runs' | 'target' | 'store'>;

async function resumed(values: IngestValues, place: Place): Promise<IngestRequest> {
  const run = await unfinishedRun(place.runs, place.store);
  const { asked } = run.record;
  if (asked.options.from === '-')
    throw usageError(
      `run ${run.record.id} read extractions from standard input: give them again with --from -, what is written is passed over`,
    );
  return { ...place, values: withOptionsOf(run, values), asked, run };
}

async function retried(values: IngestValues, place: Place): Promise<IngestRequest> {
  const run = await lastRun(place.runs, place.store);
  const { record } = run;
  if (record.asked.options.from !== undefined)
    throw usageError(
      `run ${record.id} read extractions: correct the lines that failed and give them again with --from`,
    );
  const paths = [...(await failedFiles(run))];
  return {
    ...place,
    values: withOptionsOf(run, values),
    asked: { ...record.asked, paths, retries: record.id },
    run: null,
  };
}

/** Its options were those of a command line, which knew them by these names. */
function withOptionsOf({ record }: Run, values: IngestValues): IngestValues {
  return { ...(record.asked.options as IngestValues), ...values };
}

function checkInputs(values: IngestValues, paths: readonly string[]): void {
  const { from, resume } = values;
  const retry = values['retry-failed'];
  const inputs = [
    paths.length > 0 && 'paths',
    from !== undefined && '--from',
    resume && '--resume',
    retry && '--retry-failed',
  ];
  const given = inputs.filter((input) => typeof input === 'string');
  if (given.length === 0) throw usageError('expected the path of a page file or of a folder, and was given none');
  if (given.length > 1)
    throw usageError(`expected paths, --from, --resume or --retry-failed, and was given ${given.join(' and ')}`);
  const idle = values.bulk === undefined ? undefined : NOT_WITH_BULK.find((name) => values[name] !== undefined);
  if (idle !== undefined)
    throw usageError(`--bulk writes files for an import into an empty database: --${idle} does not go with it`);
  const names = (Object.keys(values) as (keyof IngestValues)[]).filter((name) => values[name] !== undefined);
  const other = names.find((name) =>
    from !== undefined ? !WITH_FROM.has(name) : (resume || retry) && !FREE.has(name),
  );
  if (other !== undefined && from !== undefined)
    throw usageError(`--${other} goes with pages, and --from takes what was extracted from them`);
  if (other !== undefined)
    throw usageError(`--${other} is what the run was begun with, and ${given[0]} goes on with that`);
}

/** The options that decide what is found. A store is kept as its place, since its address may hold a password. */
function recorded(values: IngestValues): Record<string, string | boolean> {
  const options = Object.entries(values).filter(
    (entry): entry is [string, string | boolean] =>
      entry[1] !== undefined && !FREE.has(entry[0]) && entry[0] !== 'dry-run',
  );
  return Object.fromEntries(options);
}

function placeOf(target: string): string {
  if (!URL.canParse(target) || !target.includes('://')) return target === ':memory:' ? target : resolve(target);
  const { protocol, host, pathname } = new URL(target);
  return `${protocol}//${host}${pathname.replace(/\/$/u, '')}`;
}
