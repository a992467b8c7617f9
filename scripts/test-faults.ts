/** `npm run test:faults`: every test of what goes wrong, one file after the other, with as many rounds as are worth waiting for. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** In `npm test` the same tests run with few rounds, but for the outages of a server, which take too long. */
const ROUNDS = { ZHITU_FAULT_ROUNDS: '50', ZHITU_FAULT_REPLACEMENTS: '10000' };
const FILES = [
  'test/faults',
  ...['killed-ingest', 'neo4j-outage', 'runs'].map((name) => `test/conformance/${name}.test.ts`),
];

const { status } = spawnSync(
  process.execPath,
  ['scripts/test.mjs', '--no-file-parallelism', ...FILES, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...ROUNDS, ...process.env } },
);
process.exitCode = status ?? 1;
