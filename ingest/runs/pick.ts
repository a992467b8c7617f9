/** Which run is meant by "go on", and what of it is left to do. */
import { ZhituError } from '../../graph/errors.ts';
import { listRuns, type Run } from './history.ts';

/**
 * The last run over this store that did not come to its end; dry runs leave nothing to go on with.
 * @throws ZhituError `not-found` where there is none, `store-locked` where it still goes on, `bad-input` where its input is gone
 */
export async function unfinishedRun(runs: string, store: string): Promise<Run> {
  const own = (await listRuns(runs)).filter(({ record }) => record.store === store && !record.asked.dryRun);
  const run = own.findLast(({ state }) => state !== 'finished');
  if (!run) {
    const last = own.at(-1);
    const seen = last ? `the last, ${last.record.id}, was finished` : 'there is none yet';
    throw new ZhituError('not-found', `There is no run in ${runs} to go on with for ${store}: ${seen}.`);
  }
  if (run.state === 'running') throw stillRunning(run);
  return run;
}

/** The last run over this store. @throws ZhituError as `unfinishedRun` */
export async function lastRun(runs: string, store: string): Promise<Run> {
  const run = (await listRuns(runs)).findLast(({ record }) => record.store === store);
  if (!run) throw new ZhituError('not-found', `There is no run in ${runs} for ${store} yet.`);
  if (run.state === 'running') throw stillRunning(run);
  return run;
}

function stillRunning({ record: { id, process } }: Run): ZhituError {
  return new ZhituError(
    'store-locked',
    `Run ${id} still goes on in process ${process.pid}. Stop that, or wait for its end.`,
    {
      pid: process.pid,
    },
  );
}

/** The files, and paths that were none, of which a run's pages failed; a line of a `.jsonl` stands for its file. */
export async function failedFiles(run: Run): Promise<readonly string[]> {
  const failed = [...(await run.pages()).values()].filter(({ state }) => state === 'failed');
  return [...new Set(failed.map(({ file }) => file.replace(/(\.jsonl)#\d+$/iu, '$1')))];
}
