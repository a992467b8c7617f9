/** The embedded engine's messages, as errors that say what to do. */
import { ZhituError } from '../errors.ts';
import { missingConstructs } from './embedded-dialect.ts';
import type { HostRequest } from './embedded-protocol.ts';

const USE_NEO4J =
  'To use a Neo4j server instead, set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD (`npm run neo4j -- start` starts one).';

/** The error of a request that the engine refused with `message`. `path` is the file's. */
export function requestError(request: HostRequest, message: string, path: string): ZhituError {
  if (request.op === 'open') return openError(message, path);
  if (request.op === 'write') {
    return statementError(message, request.statements.map(({ cypher }) => cypher).join(';\n'), path);
  }
  return statementError(message, 'cypher' in request ? request.cypher : '', path);
}

/** An error while the file was opened. `path` is named in the message. */
function openError(message: string, path: string): ZhituError {
  const details = { path };
  if (/cannot be locked/u.test(message)) {
    return new ZhituError(
      'store-locked',
      `Another process has ${path} open, and the embedded store serves one at a time. Stop that process (npm start, an ingest). ${USE_NEO4J}`,
      details,
    );
  }
  if (isDiskFull(message)) return diskFull(path);
  if (isNewer(message)) {
    return new ZhituError(
      'store-unavailable',
      `${path} was written by a newer version of this program, whose files this one cannot read; it is left as it is. Use the version that wrote it, or carry the graph over: \`npm run backup\` there, \`npm run restore\` here. (${message})`,
      details,
    );
  }
  if (/unsupported file format version|must be migrated/u.test(message)) {
    return new ZhituError(
      'store-unavailable',
      `${path} was written by an older version of this program, whose files this one cannot read; it is left as it is. Make a backup with the version that wrote it (npm run backup) and restore it here (npm run restore), or move the file away and ingest the pages again. (${message})`,
      details,
    );
  }
  if (/file header|not a database file|Serialization|[Cc]hecksum|[Cc]orrupt|damaged/u.test(message)) {
    return new ZhituError(
      'store-unavailable',
      `${path} is not a graph file of this program, or it is damaged. Give another path, or move it away and restore a backup (npm run restore) or ingest the pages again. (${message})`,
      details,
    );
  }
  return new ZhituError(
    'store-unavailable',
    `${path} cannot be opened or created. Check that its folder exists and may be written to. (${message})`,
    details,
  );
}

/** An error while a statement ran. */
function statementError(message: string, cypher: string, path: string): ZhituError {
  if (isDiskFull(message)) return diskFull(path);
  const details = { cypher };
  if (/started again/u.test(message))
    return new ZhituError('store-unavailable', `Run this again: ${message}.`, details);
  const missing = /GRAFEO-Q00[12]|GRAFEO-X001|this is a bug/u.test(message) ? missingConstructs(cypher) : [];
  if (missing.length > 0) {
    return new ZhituError(
      'unsupported',
      `The embedded engine does not have ${missing.join(', ')}. ${USE_NEO4J}`,
      details,
    );
  }
  if (/panicked|assertion failed|this is a bug/u.test(message)) {
    return new ZhituError(
      'unsupported',
      `The embedded engine broke off on this query. Narrow it (a label on every node, fewer steps). ${USE_NEO4J}`,
      { ...details, engine: message },
    );
  }
  return new ZhituError('store-rejected', `The embedded engine refused the statement: ${message}`, details);
}

/** The engine names the format that it found and the one that it has, or says itself that the other is newer. */
function isNewer(message: string): boolean {
  const [, found, own] = /unsupported file format version (\d+), expected (\d+)/u.exec(message) ?? [];
  return Number(found) > Number(own) || /newer version of Grafeo/u.test(message);
}

function isDiskFull(message: string): boolean {
  return /No space left on device|os error 28\b|ENOSPC/u.test(message);
}

function diskFull(path: string): ZhituError {
  return new ZhituError(
    'disk-full',
    `The file system of ${path} has no room left. Nothing of the last write was kept; make room and repeat it.`,
    { path },
  );
}
