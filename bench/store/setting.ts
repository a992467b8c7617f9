/** What figures of the store were measured on. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';

const POM = new URL('../../scripts/neo4j/pom.xml', import.meta.url);

/** One line: processor, memory, load, and the versions of what was measured. */
export function settingLine(): string {
  const versionOf = (name: string): string =>
    (createRequire(import.meta.url)(`${name}/package.json`) as { readonly version: string }).version;
  const java = /version "([^"]+)/u.exec(spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr ?? '')?.[1];
  const neo4j = /<version>([\d.]+)<\/version>\s*<(?:exclusions|\/dependency)/u.exec(readFileSync(POM, 'utf8'))?.[1];
  const processors = cpus();
  return [
    `${processors.length} cores of ${processors[0]?.model.trim() ?? 'an unknown processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}`,
    `Node ${process.versions.node}`,
    `Neo4j ${neo4j ?? '5.26'} on Java ${java ?? 'unknown'}`,
    `@grafeo-db/js ${versionOf('@grafeo-db/js')}`,
    `neo4j-driver ${versionOf('neo4j-driver')}`,
  ].join('; ');
}
