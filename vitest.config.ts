import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What a page shows is waited for: a busy machine takes longer than the second that is usual. */
const shared = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 5_000 } } };

/** A test of the page is several views, one after the other; the first on an engine finds it cold. */
const patient = { testTimeout: 120_000, expect: { poll: { timeout: 15_000 } } };

/** The engine's process starts from the built program, as the commands do that tests start. */
const BUILT_HOST = {
  find: /^.*\/embedded-program\.ts$/u,
  replacement: fileURLToPath(new URL('test/support/built-host.ts', import.meta.url)),
};
const resolve = { alias: [BUILT_HOST] };
const PROGRAMS = 'test/support/built-programs.ts';

/** PySpark is half a gigabyte to fetch and a minute to start: `npm run test:scale` runs these. */
const SPARK = process.env.ZHITU_SPARK === '1' ? [] : ['test/**/spark-ingest.test.ts'];

/** Waits for a driver that tries again for 15 seconds, or for servers that start, several times over: `npm run test:faults` runs these. */
const OUTAGES = process.env.ZHITU_FAULT_ROUNDS
  ? []
  : ['test/conformance/neo4j-outage.test.ts', 'test/faults/neo4j-restart.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          ...shared,
          name: 'zhitu',
          // Much of it waits for processes of its own: one core less than there are, as is usual, would leave half of two idle.
          maxWorkers: availableParallelism(),
          include: ['test/**/*.test.ts'],
          exclude: ['test/conformance/**', 'test/browser/**', ...SPARK, ...OUTAGES],
          globalSetup: [PROGRAMS],
          // Loading anew what the file before had loaded took a third of the time of these tests.
          isolate: false,
        },
      },
      {
        resolve,
        test: {
          ...shared,
          ...patient,
          name: 'page',
          maxWorkers: availableParallelism(),
          include: ['test/browser/**/*.test.ts'],
          // A worker keeps its browser, its server and the graph of the seeds from file to file (test/support/page-tests.ts).
          isolate: false,
          globalSetup: [PROGRAMS, 'test/support/built-page.ts'],
          provide: { engine: 'embedded' },
        },
      },
      {
        resolve,
        test: {
          ...shared,
          ...patient,
          name: 'conformance',
          // What readers do in the page is held to on both engines.
          include: ['test/conformance/**/*.test.ts', 'test/browser/flows/**/*.test.ts'],
          exclude: [...SPARK, ...OUTAGES],
          globalSetup: [PROGRAMS, 'test/conformance/neo4j-server.ts', 'test/support/built-page.ts'],
          // All files share one database, which each of them empties; they run after the others, one by one, and need not load anew what
          // the one before had loaded.
          fileParallelism: false,
          isolate: false,
          provide: { engine: 'neo4j' },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
