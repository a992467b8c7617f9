/** Java, Maven and the server's class path: what a local Neo4j needs before it can start. */
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ZhituError } from '../../graph/errors.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const POM = join(HERE, 'pom.xml');
const OLDEST_JAVA = 17;

const INSTALL_COMMAND = 'sudo apt install openjdk-17-jre-headless maven';

/** Why a local Neo4j cannot be had here, with the command that changes it; null where it can. */
export function missingTools(): string | null {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/u.exec(java.stderr ?? '')?.[1] ?? Number.NaN);
  const found = java.error ? 'none was found' : `${java.stderr.split('\n')[0]} was found`;
  if (!(version >= OLDEST_JAVA)) {
    return `Neo4j needs Java ${OLDEST_JAVA} or later, and ${found}. On Debian or Ubuntu: ${INSTALL_COMMAND}`;
  }
  if (!existsSync(classPath()) && spawnSync('mvn', ['-v']).error) {
    return `The files of Neo4j are fetched with Maven, and no mvn was found. On Debian or Ubuntu: ${INSTALL_COMMAND}`;
  }
  return null;
}

/** The folder of the server's jars. Its name holds a hash of the POM: another version gets another folder. */
function classPath(): string {
  const hash = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12);
  return join(ROOT, '.cache', 'neo4j', `lib-${hash}`);
}

/**
 * Makes sure that the jars are there, about 106 MB on the first call, and returns their folder.
 * @throws ZhituError `not-found` for a missing tool, `store-unavailable` where Maven fails.
 */
export function fetchNeo4j(): string {
  const missing = missingTools();
  if (missing) throw new ZhituError('not-found', missing);
  const lib = classPath();
  if (existsSync(lib)) return lib;
  // Under another name until it is whole: a broken download must not pass for a class path.
  const partial = `${lib}.${randomUUID()}`;
  mkdirSync(partial, { recursive: true });
  const args = ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  const maven = spawnSync('mvn', [...args, `-DoutputDirectory=${partial}`], { encoding: 'utf8' });
  if (maven.status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    const why = (maven.stdout || maven.stderr).trim().split('\n').slice(0, 5).join('\n');
    throw new ZhituError(
      'store-unavailable',
      `Maven could not fetch Neo4j. Check the network and Maven's settings:\n${why}`,
    );
  }
  if (existsSync(lib)) rmSync(partial, { recursive: true, force: true });
  else renameSync(partial, lib);
  return lib;
}
