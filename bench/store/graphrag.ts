/** The writer of neo4j-graphrag (PyPI) on the same nodes and relations, on a server of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNeo4j } from '../../scripts/neo4j/server.ts';
import { BENCH_PASSWORD, type Memory } from './big-graph.ts';

const SCRIPT = fileURLToPath(new URL('graphrag.py', import.meta.url));
const PACKAGE = 'neo4j-graphrag==1.22.0';
/** It writes relations by procedures of APOC, which the server has to have. */
const APOC = fileURLToPath(new URL('apoc.xml', import.meta.url));

export interface GraphragFigures {
  readonly milliseconds: number;
  readonly rows: number;
  readonly version: string;
}

/**
 * @param folder for the server, which is removed, and for what is fetched, which stays
 * @param rows what `saveRows` wrote
 */
export async function measureGraphrag(folder: string, rows: string, memory: Memory): Promise<GraphragFigures> {
  const python = fetchPackage(join(folder, 'graphrag'));
  const plugins = fetchApoc(join(folder, 'apoc'));
  const home = join(folder, 'neo4j-graphrag');
  mkdirSync(home, { recursive: true });
  const server = await startNeo4j({ ...memory, home, port: 0, password: BENCH_PASSWORD, plugins });
  try {
    const env = { ...process.env, NEO4J_PASSWORD: BENCH_PASSWORD };
    const run = spawnSync(python, [SCRIPT, rows, server.uri], { encoding: 'utf8', env });
    if (run.status !== 0) throw new Error(`${PACKAGE} ended with ${run.status}: ${run.stderr}`);
    return JSON.parse(run.stdout) as GraphragFigures;
  } finally {
    await server.stop();
    rmSync(home, { recursive: true });
  }
}

function fetchPackage(folder: string): string {
  const python = join(folder, 'bin', 'python');
  if (existsSync(python)) return python;
  called('python3', ['-m', 'venv', folder]);
  called(python, ['-m', 'pip', 'install', '--quiet', PACKAGE]);
  return python;
}

function fetchApoc(folder: string): readonly string[] {
  if (!existsSync(folder))
    called('mvn', [
      '-q',
      '-B',
      '-f',
      APOC,
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${folder}`,
    ]);
  return readdirSync(folder).map((name) => join(folder, name));
}

function called(program: string, args: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr || stdout}`);
}
