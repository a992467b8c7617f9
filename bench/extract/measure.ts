/** How fast and in how much memory the stages read pages, beside nodejieba on the same text in the same run. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import nodejieba from 'nodejieba';
import type { RawPage } from '../../ingest/files.ts';
import type { Pipeline } from '../../ingest/pipeline.ts';
import type { Segment } from '../../ingest/segment.ts';

/** Memory of the process after so many articles. */
export interface Sample {
  readonly articles: number;
  /** Bytes in use when what nobody can reach any more has been collected: what grows here would grow for ever. */
  readonly live: number;
  /** Bytes that the process has of the machine, which depends on when the collector last ran. */
  readonly rss: number;
}

export interface Measured {
  readonly pages: number;
  readonly articles: number;
  /** UTF-16 units of the pages' texts. */
  readonly characters: number;
  /** Milliseconds of processor time over the same texts. */
  readonly milliseconds: {
    readonly tag: number;
    readonly cut: number;
    readonly segment: number;
    readonly pipeline: number;
  };
  /** Time in each stage, to be compared with each other only: the clock on the wall goes on while others have the processor. */
  readonly stages: ReadonlyMap<string, number>;
  readonly samples: readonly Sample[];
}

export interface MeasureOptions {
  readonly pipeline: Pipeline;
  readonly segment: Segment;
  /** Articles to read. The last page is read to its end. */
  readonly articles: number;
  /** Pages read before the clock starts, so that start-up and compilation are over. */
  readonly warmUp: number;
  readonly onProgress: (articles: number) => void;
}

/** Pages that all parties read before the next ones: one after the other, so that none of them has the machine's better minutes. */
const BATCH = 40;
const SAMPLES = 100;

/** Milliseconds that a processor worked on this process while `run` ran, whatever else the machine had to do. */
export function cpuTimeOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const collect = collector();

/** V8's own collector, which programs can call only where a flag says so. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function memoryNow(): Omit<Sample, 'articles'> {
  const rss = process.memoryUsage.rss();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return { live: heapUsed + external, rss };
}

/** Reads pages one by one; none is kept. */
export function measure(pages: Iterator<RawPage>, options: MeasureOptions): Measured {
  const { pipeline, segment, articles: wanted } = options;
  const take = (count: number): readonly RawPage[] =>
    Array.from({ length: count }, () => pages.next().value as RawPage);
  for (const page of take(options.warmUp)) {
    nodejieba.tag(page.text);
    nodejieba.cut(page.text);
    segment(page.text);
    pipeline.run(page);
  }
  const before = new Map(pipeline.timings);
  const milliseconds = { tag: 0, cut: 0, segment: 0, pipeline: 0 };
  const timed = (party: keyof typeof milliseconds, run: () => void): void => {
    milliseconds[party] += cpuTimeOf(run);
  };
  const samples: Sample[] = [];
  let count = 0;
  let articles = 0;
  let characters = 0;
  while (articles < wanted) {
    const batch = take(Math.min(BATCH, wanted - articles));
    timed('tag', () => {
      for (const { text } of batch) nodejieba.tag(text);
    });
    timed('cut', () => {
      for (const { text } of batch) nodejieba.cut(text);
    });
    timed('segment', () => {
      for (const { text } of batch) segment(text);
    });
    timed('pipeline', () => {
      for (const page of batch) {
        articles += pipeline.run(page).extraction.articles.length;
        count += 1;
        characters += page.text.length;
      }
    });
    if (articles >= ((samples.length + 1) * wanted) / SAMPLES) samples.push({ articles, ...memoryNow() });
    options.onProgress(Math.min(articles, wanted));
  }
  const stages = new Map([...pipeline.timings].map(([stage, ms]) => [stage, ms - (before.get(stage) ?? 0)]));
  return { pages: count, articles, characters, milliseconds, stages, samples };
}

/** Mean memory in use in the second quarter of a run and in its last, in bytes; the first quarter fills the caches. */
export function memoryOf(samples: readonly Sample[]): { readonly early: number; readonly late: number } {
  const quarter = Math.floor(samples.length / 4);
  const mean = (from: number, to: number): number =>
    samples.slice(from, to).reduce((sum, { live }) => sum + live, 0) / Math.max(1, to - from);
  return { early: mean(quarter, 2 * quarter), late: mean(samples.length - quarter, samples.length) };
}
