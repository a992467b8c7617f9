/** Starts and stops a local Neo4j 5.26 LTS in a folder of its own. */
import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { basename, delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ZhituError } from '../../graph/errors.ts';
import { openNeo4j } from '../../graph/stores/neo4j.ts';
import { fetchNeo4j } from './tools.ts';

const CONF = fileURLToPath(new URL('neo4j.conf', import.meta.url));
const USER = 'neo4j';
const MAIN = 'org.neo4j.server.CommunityEntryPoint';
const ADMIN = 'org.neo4j.cli.AdminTool';
/** What Java spends little on: the first of its two compilers alone, and one thread that frees memory. */
const BRIEF = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
const FOLDERS = ['conf', 'data', 'logs', 'plugins', 'import', 'run', 'tmp', 'licenses'];
/** A cold start took up to 17 s on two busy cores, and 100 s on two that twenty programs shared. */
const START_MS = 240_000;
const STOP_MS = 20_000;
const POLL_MS = 200;

/**
 * Runs its arguments until its input ends, which happens when the program that started it ends in whatever way: no
 * server is left behind by a test run that was killed.
 */
const WHILE_INPUT_OPEN = 'exec 3<&0; "$@" 3<&- & server=$!; { cat <&3; kill $server; } > /dev/null 2>&1 & wait $server';

export interface StartOptions {
  /** The folder of the server's data, settings and logs. */
  readonly home: string;
  /** 0: any free one. */
  readonly port: number;
  /** Counts on the first start of a home; later it must be the same. */
  readonly password: string;
  /** Go on when this process ends (`stopNeo4j` ends it), rather than end with it. */
  readonly detached?: boolean;
  /** The most memory of the Java heap, in MB. Default 512. */
  readonly heapMb?: number;
  /** Memory for parts of the database's files, in MB. Default 128. */
  readonly pagecacheMb?: number;
  /** Files of plugins. */
  readonly plugins?: readonly string[];
  /** It runs for minutes, as in tests: Java spends less on becoming fast, which would take it longer than it wins. */
  readonly brief?: boolean;
}

export interface RunningNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server and returns when it answers a login.
 * @throws ZhituError `not-found` without Java or Maven, `port-in-use`, `store-unavailable` with the end of the server's log.
 */
export async function startNeo4j(options: StartOptions): Promise<RunningNeo4j> {
  const { password, detached = false } = options;
  const home = resolve(options.home);
  const lib = fetchNeo4j();
  const port = await freePort(options.port);
  for (const folder of FOLDERS) mkdirSync(join(home, folder), { recursive: true });
  writeSettings(home, port, options.pagecacheMb);
  for (const file of options.plugins ?? []) copyFileSync(file, join(home, 'plugins', basename(file)));
  setInitialPassword(home, lib, password);
  const child = launch(home, lib, options);
  const uri = `bolt://127.0.0.1:${port}`;
  if (detached) writeFileSync(join(home, 'pid'), `${child.pid}\n`);
  writeFileSync(join(home, 'uri'), `${uri}\n`);
  const stop = async (): Promise<void> => {
    if (detached) await stopNeo4j(home);
    else await endInput(child);
  };
  try {
    await ready(child, home, { uri, password });
  } catch (error) {
    await stop();
    throw error;
  }
  if (detached) child.unref();
  return { uri, user: USER, password, stop };
}

function writeSettings(home: string, port: number, pagecacheMb = 128): void {
  const settings = readFileSync(CONF, 'utf8').replaceAll('@PORT@', String(port));
  writeFileSync(join(home, 'conf', 'neo4j.conf'), settings.replaceAll('@PAGECACHE@', `${pagecacheMb}m`));
}

async function endInput(child: ChildProcess): Promise<void> {
  const running = child.exitCode === null && child.signalCode === null;
  const ended = running ? once(child, 'exit') : null;
  child.stdin?.end();
  await ended;
}

/**
 * Imports files into the database of a home that no server has started yet, as `neo4j-admin database import full` does.
 * @param args its options @throws ZhituError `bad-input` with what the tool says
 */
export function importDatabase(home: string, args: readonly string[]): void {
  const lib = fetchNeo4j();
  for (const folder of FOLDERS) mkdirSync(join(home, folder), { recursive: true });
  writeSettings(home, 0);
  const tool = runAdmin(home, lib, ['database', 'import', 'full', 'neo4j', ...args]);
  if (tool.status === 0) return;
  throw new ZhituError('bad-input', `The import failed: ${`${tool.stderr}${tool.stdout}`.trim()}`);
}

/** Ends the server of a home that was started detached, if one runs, and waits until it has. */
export async function stopNeo4j(home: string): Promise<boolean> {
  const pid = runningPid(home);
  if (pid === null) return false;
  signal(pid, 'SIGTERM');
  for (let waited = 0; waited < STOP_MS && isAlive(pid); waited += POLL_MS) await sleep(POLL_MS);
  if (isAlive(pid)) signal(pid, 'SIGKILL');
  rmSync(join(home, 'pid'), { force: true });
  return true;
}

/** The process of a home's server, or null. */
export function runningPid(home: string): number | null {
  const file = join(home, 'pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8'));
  return isAlive(pid) ? pid : null;
}

/** The address under which the server of a home was started last, or null. */
export function lastUri(home: string): string | null {
  const file = join(home, 'uri');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function launch(
  home: string,
  lib: string,
  { heapMb = 512, detached = false, brief = false }: StartOptions,
): ChildProcess {
  const log = openSync(join(home, 'console.log'), 'w');
  const java = [
    `-Xms${Math.min(256, heapMb)}m`,
    `-Xmx${heapMb}m`,
    ...(brief ? BRIEF : ['-XX:+UseG1GC']),
    '-Dfile.encoding=UTF-8',
    ...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '-Dio.netty.tryReflectionSetAccessible=true',
    `-Djava.io.tmpdir=${join(home, 'tmp')}`,
    // Parts of a plugin beside its procedures are found on the class path only.
    ...[
      '-cp',
      [`${lib}/*`, `${join(home, 'plugins')}/*`].join(delimiter),
      MAIN,
      `--home-dir=${home}`,
      `--config-dir=${join(home, 'conf')}`,
    ],
  ];
  if (detached) return spawn('java', java, { cwd: home, detached, stdio: ['ignore', log, log] });
  return spawn('sh', ['-c', WHILE_INPUT_OPEN, 'sh', 'java', ...java], { cwd: home, stdio: ['pipe', log, log] });
}

/** The password goes through a file that only its owner can read: the arguments of a process are public. */
function setInitialPassword(home: string, lib: string, password: string): void {
  if (existsSync(join(home, 'data', 'databases', 'system')) || existsSync(join(home, 'data', 'dbms', 'auth.ini')))
    return;
  const file = join(home, 'run', 'initial-password');
  writeFileSync(file, `"${password.replaceAll(/["\\]/gu, '\\$&')}"\n`, { mode: 0o600 });
  const admin = runAdmin(home, lib, ['dbms', 'set-initial-password', `@${file}`], BRIEF);
  rmSync(file, { force: true });
  if (admin.status === 0) return;
  const why = `${admin.stderr}${admin.stdout}`.replaceAll(password, '…').trim();
  throw new ZhituError('bad-input', `Neo4j does not take this password (it wants 8 characters or more): ${why}`);
}

function runAdmin(
  home: string,
  lib: string,
  args: readonly string[],
  java: readonly string[] = [],
): SpawnSyncReturns<string> {
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  return spawnSync('java', [...java, '-cp', `${lib}/*`, ADMIN, ...args], { cwd: home, env, encoding: 'utf8' });
}

async function ready(
  child: ChildProcess,
  home: string,
  { uri, password }: { uri: string; password: string },
): Promise<void> {
  let died = false;
  child.once('exit', () => {
    died = true;
  });
  const start = Date.now();
  let last: unknown;
  while (!died && Date.now() - start < START_MS) {
    try {
      await (await openNeo4j({ uri, user: USER, password })).close();
      return;
    } catch (error) {
      last = error;
      if (error instanceof ZhituError && /Security/u.test(String(error.details.engineCode))) {
        throw new ZhituError(
          'store-unavailable',
          `${error.message} The password of ${home} was set when it was first started; \`npm run neo4j -- wipe\` begins anew.`,
        );
      }
    }
    await sleep(POLL_MS);
  }
  const log = readFileSync(join(home, 'console.log'), 'utf8').trim().split('\n').slice(-15).join('\n');
  throw new ZhituError(
    'store-unavailable',
    `Neo4j did not start. The end of ${join(home, 'console.log')}:\n${log}`,
    {},
    last,
  );
}

/** The port, if it is free. */
async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  try {
    return await listen(server, wanted);
  } finally {
    server.close();
  }
}

function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((resolvePort, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE';
      const why = inUse ? 'is taken by another program' : `cannot be used (${error.message})`;
      reject(
        new ZhituError('port-in-use', `Port ${wanted} ${why}. Give another with --port, or --port 0 for any free one.`),
      );
    });
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      resolvePort(typeof address === 'object' && address ? address.port : wanted);
    });
  });
}

function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
