/** How long the explorer's own calls take, over HTTP as a page makes them, one after the other. */
import type { GraphStore } from '../../graph/store.ts';
import { serve } from '../../web/server/main.ts';
import { savedQueries } from '../../web/server/shelf.ts';
import { warmUp } from '../../web/server/warm-up.ts';
import type { Sample, Samples } from './samples.ts';

export interface ReadFigures {
  readonly call: string;
  /** What the 95th of a hundred calls may take, in milliseconds; null where nothing was asked for. */
  readonly target: number | null;
  readonly calls: number;
  /** How many of them were answered by an error, as for a limit of time. */
  readonly failed: number;
  /** Milliseconds, failed calls included. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

interface Call {
  readonly path: string;
  /** Sent with POST; without it GET. */
  readonly body?: unknown;
}

/** One line of the table. */
export interface ReadRow<S> {
  readonly call: string;
  readonly target: number | null;
  /** The call for each of the samples; made before the clock starts. */
  readonly make: (sample: S, index: number) => Call | Promise<Call>;
  readonly samples: readonly S[];
}

export interface ReadOptions {
  /** How many of each call are measured. */
  readonly calls: number;
  /** How many of each are made before any is measured: a server is started once, and is then in use for weeks. */
  readonly before: number;
  /** Only the calls with this in their name. */
  readonly only: string;
  readonly onStep: (step: string) => void;
}

const EXPANDED = 25;

export async function measureReads(
  store: GraphStore,
  samples: Samples,
  options: ReadOptions,
): Promise<readonly ReadFigures[]> {
  return measureRows(store, (url) => rowsOf(url, samples), options);
}

/**
 * Serves the store and measures one row after the other, after some calls of each and what the server itself asks when it starts.
 * @param rowsAt makes the rows for the address of the server
 */
export async function measureRows<S>(
  store: GraphStore,
  rowsAt: (url: string) => readonly ReadRow<S>[],
  { calls, before, only, onStep }: ReadOptions,
): Promise<readonly ReadFigures[]> {
  const server = await serve({ store, queries: savedQueries(store), port: 0 });
  try {
    const rows = rowsAt(server.url).filter(({ call }) => call.includes(only));
    onStep('warm-up');
    await warmUp(store);
    for (const row of rows) await askBefore(server.url, row, before);
    const figures: ReadFigures[] = [];
    for (const row of rows) {
      onStep(row.call);
      figures.push(await measureRow(server.url, row, calls));
    }
    return figures;
  } finally {
    await server.close();
  }
}

function rowsOf(url: string, { byKind }: Samples): readonly ReadRow<Sample>[] {
  const { Person, Place, Organization, Program } = byKind;
  const mixed = Person.flatMap((person, index) =>
    [person, Place[index], Organization[index], Program[index]].filter((sample) => sample !== undefined),
  );
  const search = (q: string): Call => ({ path: `/api/search?q=${encodeURIComponent(q)}` });
  const run = (query: string, params: unknown): Call => ({ path: `/api/queries/${query}/run`, body: { params } });
  const node = ({ id }: Sample): string => encodeURIComponent(id);
  return [
    { call: 'search: a whole name', target: 100, samples: mixed, make: ({ name }) => search(name) },
    { call: 'search: two characters', target: 100, samples: mixed, make: ({ name }) => search(name.slice(0, 2)) },
    { call: 'search: one character', target: null, samples: mixed, make: ({ name }) => search(name.slice(0, 1)) },
    { call: 'search: first letters', target: 100, samples: mixed, make: ({ initials }) => search(initials) },
    { call: 'search: pinyin', target: 100, samples: mixed, make: ({ pinyin }) => search(pinyin.slice(0, 8)) },
    {
      call: 'neighbours counted',
      target: 30,
      samples: mixed,
      make: (sample) => ({ path: `/api/neighbours?id=${node(sample)}` }),
    },
    { call: 'neighbours loaded', target: 30, samples: mixed, make: (sample) => expansion(url, sample) },
    {
      call: 'page of a person',
      target: 80,
      samples: Person,
      make: (sample) => ({ path: `/api/entity?id=${node(sample)}` }),
    },
    {
      call: 'details of a person',
      target: 80,
      samples: Person,
      make: (sample) => ({ path: `/api/node?id=${node(sample)}` }),
    },
    {
      call: 'details of any node',
      target: null,
      samples: mixed,
      make: (sample) => ({ path: `/api/node?id=${node(sample)}` }),
    },
    {
      call: 'page of the spread of a program',
      target: 150,
      samples: Program,
      make: (sample) => ({ path: `/api/spread?program=${node(sample)}` }),
    },
    {
      call: 'spread of a program',
      target: 150,
      samples: Program,
      make: ({ id }) => run('program-spread', { program: id }),
    },
    {
      call: 'programs by places',
      target: 150,
      samples: Program.slice(0, 20),
      make: () => run('programs-by-places', {}),
    },
    {
      call: 'shortest paths between two people',
      target: null,
      samples: Person,
      make: (sample, index) => {
        // From the other end of the list, so that hardly any is asked for with itself.
        const other = Person.at(-1 - index) ?? sample;
        return { path: `/api/paths?from=${node(sample)}&to=${node(other)}` };
      },
    },
  ];
}

/** What the page sends for a double click on a node: all its branches, of each order the first. */
async function expansion(url: string, { id }: Sample): Promise<Call> {
  const counted = await fetch(`${url}/api/neighbours?id=${encodeURIComponent(id)}`);
  const { branches } = (await counted.json()) as { branches: { relation: string; direction: string; kind: string }[] };
  const take = branches.map(({ relation, direction, kind }) => ({ relation, direction, kind }));
  return { path: '/api/neighbours', body: { id, take, limit: EXPANDED } };
}

/** Other nodes than are measured, where there are as many. */
async function askBefore<S>(url: string, { make, samples }: ReadRow<S>, calls: number): Promise<void> {
  for (let index = 1; index <= Math.min(calls, samples.length); index += 1)
    await answered(url, await make(samples.at(-index) as S, -index));
}

async function measureRow<S>(
  url: string,
  { call, target, make, samples }: ReadRow<S>,
  calls: number,
): Promise<ReadFigures> {
  const times: number[] = [];
  let failed = 0;
  for (const [index, sample] of samples.slice(0, calls).entries()) {
    const made = await make(sample, index);
    const start = performance.now();
    const isAnswered = await answered(url, made);
    times.push(performance.now() - start);
    if (!isAnswered) failed += 1;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0;
  return { call, target, calls: times.length, failed, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Makes a call and reads its answer. @returns whether it was one, and no error */
async function answered(url: string, { path, body }: Call): Promise<boolean> {
  const response = await fetch(url + path, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  await response.text();
  return response.ok;
}
