/** Bytes on disk. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Of a folder with all below it; 0 where there is none. */
function bytesOfFolder(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Of an embedded store: its file, and its log and other files beside it, which begin with its name. */
export function bytesOfEmbedded(file: string): number {
  return readdirSync(dirname(file), { withFileTypes: true })
    .filter(({ name }) => name.startsWith(basename(file)))
    .map((entry) => join(entry.parentPath, entry.name))
    .reduce((sum, path) => sum + (statSync(path).isDirectory() ? bytesOfFolder(path) : statSync(path).size), 0);
}

/** Of the database of a Neo4j and its log of transactions. @param home its folder */
export function bytesOfNeo4j(home: string): number {
  return (
    bytesOfFolder(join(home, 'data', 'databases', 'neo4j')) + bytesOfFolder(join(home, 'data', 'transactions', 'neo4j'))
  );
}
