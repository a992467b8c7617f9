/** PySpark for the tests of `scale/`: that of `python3`, or one of its own in the folder of what is fetched. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { missingTools } from '../../scripts/neo4j/tools.ts';
import { ROOT } from './processes.ts';

export const SCRIPT = join(ROOT, 'scale', 'spark_ingest.py');
const REQUIREMENTS = join(ROOT, 'scale', 'requirements.txt');
/** Half a gigabyte to fetch, unpack and install. Milliseconds. */
export const INSTALL_MS = 900_000;
/** Two virtual machines and four Node start on a machine that does other things too. Milliseconds. */
export const RUN_MS = 600_000;

/** One machine, no page of its own to look at, and no name that a resolver would have to know. */
const LOCAL = ['--master=local[2]', '--conf=spark.ui.enabled=false', '--conf=spark.driver.host=127.0.0.1'];

/** How to run Spark here, or why it does not run. */
export type SparkForTests = { readonly python: string } | { readonly missing: string };

/**
 * Finds PySpark. Where CI=true, and so a test that is skipped fails the run, it is installed into `.cache/` first; elsewhere half a
 * gigabyte is fetched only by who wants it.
 */
export function findSpark(): SparkForTests {
  const java = missingTools();
  if (java?.includes('Java')) return { missing: java.replace('Neo4j', 'Spark').replace(' maven', '') };
  const own = ownFolder();
  const ownPython = join(ROOT, own, 'bin', 'python');
  const found = ['python3', ownPython].find(hasSpark);
  if (found !== undefined) return { python: found };
  const command = `python3 -m venv ${own} && ${own}/bin/pip install -r scale/requirements.txt`;
  const missing = `PySpark is not installed. To have it for the tests (500 MB; Debian and Ubuntu want python3-venv): ${command}`;
  if (process.env.CI !== 'true') return { missing };
  const failure = install(own);
  return failure === null ? { python: ownPython } : { missing: `${missing}\n${failure}` };
}

export interface SparkRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `spark_ingest.py` in local mode, in the project's folder. */
export function runSpark(python: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): SparkRun {
  const { status, stdout, stderr } = spawnSync(python, [SCRIPT, ...LOCAL, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1', PYTHONDONTWRITEBYTECODE: '1', ...env },
    timeout: RUN_MS,
  });
  return { status, stdout, stderr };
}

/** Its name holds a hash of what is to be in it. */
function ownFolder(): string {
  const hash = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  return join('.cache', `spark-${hash}`);
}

/** What pip writes last is the list of the files that it installed. */
const COMPLETE = "import importlib.metadata as m, sys; assert m.files('pyspark') and sys.version_info >= (3, 10)";

function hasSpark(python: string): boolean {
  return spawnSync(python, ['-c', COMPLETE], { cwd: ROOT }).status === 0;
}

/** @returns why it could not be installed; null where it was */
function install(folder: string): string | null {
  rmSync(join(ROOT, folder), { recursive: true, force: true });
  const steps = [
    ['python3', '-m', 'venv', folder],
    [join(ROOT, folder, 'bin', 'python'), '-m', 'pip', 'install', '--quiet', '-r', REQUIREMENTS],
  ] as const;
  for (const [program, ...args] of steps) {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: INSTALL_MS,
    });
    if (status !== 0) return `${error ?? ''}${stdout ?? ''}${stderr ?? ''}`.trim().slice(-1000);
  }
  return null;
}
