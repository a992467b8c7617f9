/** One step of the bench in a process of its own, so that its memory is its own: `tsx bench/store/step.ts STEP`, told by JSON, tells JSON. */
import { openStore } from '../../graph/open.ts';
import { bulkIngest, pipedPages } from '../../ingest/bulk/bulk-ingest.ts';
import { bytesFrom } from '../../ingest/cli/lines-in.ts';
import { ingestExtractions } from '../../ingest/ingest-extractions.ts';
import { readPipedExtractions } from '../../ingest/piped-extractions.ts';
import { beginRun } from '../../ingest/runs/journal.ts';
import { saveRows, writeBare } from './bare-rows.ts';
import { timedStore } from './timed-store.ts';

/** What a step is told. */
export type StepInput =
  | { readonly step: 'ingest'; readonly lines: string; readonly store: string; readonly runs: string }
  | { readonly step: 'bulk'; readonly lines: string; readonly folder: string }
  | { readonly step: 'rows' | 'bare'; readonly rows: string; readonly store: string }
  | { readonly step: 'schema'; readonly store: string };

/** What it tells. */
export interface StepOutput {
  /** Of the work, without the start of the process and the opening of the store. */
  readonly milliseconds: number;
  /** Of an ingest: of its transactions, from when it was known what to write; else 0. */
  readonly writing: number;
  /** The most that the process had of the machine. */
  readonly bytes: number;
  readonly rows: number;
  /** Options of an import. */
  readonly args: readonly string[];
}

const NEVER = new AbortController().signal;

async function carryOut(input: StepInput): Promise<Omit<StepOutput, 'bytes'>> {
  const lines = (file: string) => readPipedExtractions(bytesFrom(file, NEVER), 'made');
  if (input.step === 'bulk') {
    const start = performance.now();
    const { nodes, relations, kept, args } = await bulkIngest(pipedPages(lines(input.lines)), {
      folder: input.folder,
      signal: NEVER,
    });
    return { milliseconds: performance.now() - start, writing: 0, rows: nodes + relations + kept, args };
  }
  const store = await openStore({ store: input.store }, process.env);
  try {
    const start = performance.now();
    const rows = await rowsOf();
    return { milliseconds: performance.now() - start, writing: 0, args: [], ...rows };
  } finally {
    await store.close();
  }

  async function rowsOf(): Promise<Partial<StepOutput> & { readonly rows: number }> {
    switch (input.step) {
      case 'rows':
        return { rows: await saveRows(store, input.rows) };
      case 'bare':
        return writeBare(store, input.rows);
      case 'ingest': {
        const asked = {
          directory: process.cwd(),
          paths: [],
          options: { from: input.lines },
          dryRun: false,
          retries: null,
        };
        const journal = await beginRun(input.runs, { asked, store: store.location, extractor: 'given' });
        const timed = timedStore(store);
        const report = await ingestExtractions(lines(input.lines), { store: timed.store, journal });
        await journal.end({ state: 'finished', error: null, written: { ...report.written }, issues: report.issues });
        return { rows: report.after.nodes + report.after.relations, writing: timed.writing() };
      }
      default:
        return { rows: 0 };
    }
  }
}

const [told = ''] = process.argv.slice(2);
const output = await carryOut(JSON.parse(told) as StepInput);
/** Node gives kilobytes. */
const bytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(`${JSON.stringify({ ...output, bytes } satisfies StepOutput)}\n`);
