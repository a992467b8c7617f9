/** `npm run neo4j`: a local Neo4j 5.26 LTS from its Maven artifacts, for those who have Java and no container engine. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand, usageError } from '../graph/cli/command.ts';
import { ZhituError } from '../graph/errors.ts';
import { lastUri, runningPid, startNeo4j, stopNeo4j } from './neo4j/server.ts';
import { fetchNeo4j } from './neo4j/tools.ts';

const HOME = fileURLToPath(new URL('../data/neo4j', import.meta.url));
const DEFAULT_PORT = 7687;
/** 144 bits: more than anyone can guess. */
const PASSWORD_BYTES = 18;

const HELP = `A local Neo4j 5.26 LTS in data/neo4j (needs Java 17 or later, and Maven for the first start).
在 data/neo4j 中运行本地 Neo4j 5.26 LTS（需要 Java 17 以上；首次启动需要 Maven）。

  npm run neo4j -- start [--port N]   start it and return when it answers (fetches 106 MB the first time)
  npm run neo4j -- stop               end it
  npm run neo4j -- status             say whether it runs, and how to use it
  npm run neo4j -- fetch              only fetch the server's files
  npm run neo4j -- wipe               delete its data and its password (stop it first)

  --port N    default ${DEFAULT_PORT}; 0 for any free one
  -h, --help  this text

The password is NEO4J_PASSWORD on the first start, or is made up and kept in data/neo4j/password (for you only).
首次启动时密码取自 NEO4J_PASSWORD，否则自动生成并保存在 data/neo4j/password（仅本人可读）。

Exit status: 0 done, 1 failed (status: 1 when it does not run), 2 not understood.
`;

await runCommand(
  { name: 'neo4j', help: HELP, options: { port: { type: 'string' } } },
  async ({ values: { port }, positionals: [action, ...rest] }) => {
    if (rest.length > 0) throw usageError(`expected one action, and was given also ${rest.join(' ')}`);
    switch (action) {
      case 'start':
        return start(portOf(port));
      case 'stop':
        say((await stopNeo4j(HOME)) ? 'Neo4j has ended.' : 'Neo4j was not running.');
        return 0;
      case 'status':
        return status();
      case 'fetch':
        say(`The server's files are in ${shown(fetchNeo4j())}.`);
        return 0;
      case 'wipe':
        return wipe();
      default:
        throw usageError(`expected start, stop, status, fetch or wipe, and was given ${action ?? 'nothing'}`);
    }
  },
);

async function start(port: number): Promise<number> {
  if (runningPid(HOME) !== null) return status();
  const password = process.env.NEO4J_PASSWORD ?? ownPassword();
  await startNeo4j({ home: HOME, port, password, detached: true });
  return status();
}

function status(): number {
  const pid = runningPid(HOME);
  if (pid === null) {
    say('Neo4j is not running. Start it with: npm run neo4j -- start');
    return 1;
  }
  const file = join(HOME, 'password');
  const kept = existsSync(file);
  say(
    `Neo4j runs at ${lastUri(HOME)} (process ${pid}), user neo4j, password ${kept ? `in ${shown(file)}` : 'as you set it'}.`,
  );
  say('To use it:');
  say(`  export NEO4J_URI=${lastUri(HOME)}${kept ? ` NEO4J_PASSWORD="$(cat ${shown(file)})"` : ''}`);
  return 0;
}

function wipe(): number {
  if (runningPid(HOME) !== null) {
    throw new ZhituError('store-locked', 'Neo4j is running. Stop it first: npm run neo4j -- stop');
  }
  for (const part of ['data', 'logs', 'password', 'uri', 'console.log']) {
    rmSync(join(HOME, part), { recursive: true, force: true });
  }
  say(`The data of ${shown(HOME)} is gone.`);
  return 0;
}

/** The password kept in the home, made up where there is none. */
function ownPassword(): string {
  const file = join(HOME, 'password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(HOME, { recursive: true });
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

function portOf(port: string | undefined): number {
  if (port === undefined) return DEFAULT_PORT;
  const number = Number(port);
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number;
  throw usageError(`expected a port from 0 to 65535, and was given ${port}`);
}

function shown(path: string): string {
  return relative(process.cwd(), path) || '.';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
