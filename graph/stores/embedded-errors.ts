/** The embedded engine's messages, as errors that say what to do. */
import { ZhituError } from '../errors.ts';
import { missingConstructs } from './embedded-dialect.ts';

const USE_NEO4J =
  'To use a Neo4j server instead, set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD (`npm run neo4j -- start` starts one).';

/** An error while the file was opened. `path` is named in the message. */
export function openError(message: string, path: string): ZhituError {
  const details = { path };
  if (/cannot be locked/u.test(message)) {
    return new ZhituError(
      'store-locked',
      `Another process has ${path} open, and the embedded store serves one at a time. Stop that process (npm start, an ingest). ${USE_NEO4J}`,
      details,
    );
  }
  if (isDiskFull(message)) return diskFull(path);
  if (/file header|not a database file|Serialization|[Cc]hecksum|[Cc]orrupt/u.test(message)) {
    return new ZhituError(
      'store-unavailable',
      `${path} is not a graph file of this program, or it is damaged. Give another path, or move it away and ingest the pages again. (${message})`,
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
export function statementError(message: string, cypher: string, path: string): ZhituError {
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
