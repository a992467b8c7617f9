/** Opens the store that the command line or the environment names. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ZhituError } from './errors.ts';
import { forChanges } from './for-changes.ts';
import { applySchema } from './schema.ts';
import type { GraphStore } from './store.ts';
import { assertFormat, keepFormat } from './store-format.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Where the graph is kept when nothing else is said: in the repository, whatever the working directory is. */
export const DEFAULT_STORE = join(ROOT, 'data', 'zhitu.grafeo');

/** The addresses that the Neo4j driver takes. */
const NEO4J_URI = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\//u;

export interface OpenOptions {
  /** A file or an address, as given with `--store`. */
  readonly store?: string | undefined;
  /** Do not create a store that is not there: `not-found` instead. */
  readonly mustExist?: boolean;
  /** For a command that changes the graph (`for-changes.ts`). */
  readonly changes?: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a target is the address of a Neo4j; else it is a file. */
export function isAddress(target: string): boolean {
  return NEO4J_URI.test(target);
}

/** What will be opened: `options.store`, else `ZHITU_STORE`, else `NEO4J_URI`, else the default file. */
export function storeTarget({ store }: OpenOptions, env: Environment): string {
  return [store, env.ZHITU_STORE, env.NEO4J_URI].find((target) => target) ?? DEFAULT_STORE;
}

/**
 * Opens the store and makes sure of its constraint and indexes. For Neo4j, user, password and database are
 * `NEO4J_USER` (default `neo4j`), `NEO4J_PASSWORD` and `NEO4J_DATABASE` (default: the server's), or stand in the address.
 * Engines are loaded here and not before, so that a command which uses one does not wait for the other.
 * @throws ZhituError `store-unavailable`, `store-locked`, `not-found` (with `mustExist`), `bad-input` for an address of another kind.
 */
export async function openStore(options: OpenOptions, env: Environment): Promise<GraphStore> {
  const target = storeTarget(options, env);
  const store = await openTarget(target, options.mustExist ?? false, env);
  try {
    await assertFormat(store);
    await applySchema(store);
    await keepFormat(store);
  } catch (error) {
    await store.close();
    throw error;
  }
  return options.changes ? forChanges(store) : store;
}

async function openTarget(target: string, mustExist: boolean, env: Environment): Promise<GraphStore> {
  if (isAddress(target)) {
    const { openNeo4j } = await import('./stores/neo4j.ts');
    const { NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = env;
    return openNeo4j({
      uri: target,
      ...(user && { user }),
      ...(password && { password }),
      ...(database && { database }),
    });
  }
  const scheme = /^[a-z][a-z0-9+]*:\/\//iu.exec(target)?.[0];
  if (scheme) {
    throw new ZhituError(
      'bad-input',
      `A store is a file, or an address that begins with neo4j://, neo4j+s://, bolt:// or bolt+s://; this begins with ${scheme}`,
    );
  }
  if (mustExist && target !== ':memory:' && !existsSync(target)) {
    throw new ZhituError(
      'not-found',
      `There is no graph at ${resolve(target)}. Ingest pages first (npm run ingest -- seeds), or name the graph with --store or ZHITU_STORE.`,
      { path: resolve(target) },
    );
  }
  const { openEmbedded } = await import('./stores/embedded.ts');
  return openEmbedded(target, memoryLimit(env));
}

/** Less than this and the engine would not start: it takes some 100 MB with nothing in it. */
const LEAST_MEMORY_MB = 200;

function memoryLimit({ ZHITU_MEMORY_MB: text }: Environment): { readonly memoryMb?: number } {
  if (!text) return {};
  const memoryMb = Number(text);
  if (Number.isInteger(memoryMb) && memoryMb >= LEAST_MEMORY_MB) return { memoryMb };
  throw new ZhituError(
    'bad-input',
    `ZHITU_MEMORY_MB is the memory in MB that the embedded engine may take: expected a whole number from ${LEAST_MEMORY_MB} on, and it is ${text}.`,
    { ZHITU_MEMORY_MB: text },
  );
}
