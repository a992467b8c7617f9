/** The door for what a person typed: a query that reads, or an error that points into its text. */
import { ZhituError } from '../errors.ts';
import type { GraphStore, ReadLimits, Table, Value } from '../store.ts';
import { plainMessage, positionIn } from './position.ts';
import { type RefusalReason, refusalMessage, refusalOf } from './refusal.ts';
import { parametersOf, tokensOf } from './tokens.ts';

/**
 * What was wrong with a query, for a page that says it in its own words: `details.fault` of the errors below.
 * `variable`: the variable `word` is not bound; `unknown`: there is no function `word`; `syntax`: the engine could not read or run it for another
 * reason; `parameter`: `word` was given no value; else as `refusalOf`.
 */
export interface QueryFault {
  readonly reason: RefusalReason | 'variable' | 'unknown' | 'syntax' | 'parameter';
  readonly word: string;
  /** Half-open, in UTF-16 units of the query; null where nothing tells the place. */
  readonly start: number | null;
  readonly end: number | null;
}

/** How `explain` begins what it sends. */
const EXPLAIN_PREFIX = 'EXPLAIN '.length;

/**
 * Runs a query that nobody has checked. It must hold nothing but reading (`refusalOf`), the engine must plan it as a read, and it runs where
 * nothing can be kept (a read session, or a transaction that is undone), within the limits.
 * @throws ZhituError `bad-input` with a `QueryFault` as `details.fault`; `unsupported` with one; what `readTable` throws beyond
 */
export async function readOnlyTable(
  store: GraphStore,
  cypher: string,
  params: Readonly<Record<string, Value>> = {},
  limits: ReadLimits = {},
): Promise<Table> {
  const refusal = refusalOf(cypher);
  if (refusal) throw queryError(refusalMessage(refusal), refusal);
  const missing = parametersOf(cypher).find((name) => !Object.hasOwn(params, name));
  if (missing !== undefined) {
    const token = tokensOf(cypher).find(({ kind, text }) => kind === 'parameter' && parametersOf(text)[0] === missing);
    const { start = null, end = null } = token ?? {};
    throw queryError(`The parameter $${missing} has no value.`, { reason: 'parameter', word: missing, start, end });
  }
  const { access } = await store.explain(cypher, params).catch((error: unknown) => {
    throw pointed(error, cypher, EXPLAIN_PREFIX);
  });
  if (access !== 'r')
    throw queryError('The engine would write for this query, and only reading is allowed here. Nothing was changed.', {
      reason: 'write',
      word: '',
      start: 0,
      end: cypher.length,
    });
  return store.readTable(cypher, params, limits).catch((error: unknown) => {
    throw pointed(error, cypher, 0);
  });
}

/** How both engines say what is wrong most often. */
const KNOWN_FAULTS = [
  { reason: 'variable', message: /Undefined variable|Variable `[^`]*` not defined/u },
  { reason: 'unknown', message: /Unknown function/u },
] as const;

function queryError(message: string, fault: QueryFault): ZhituError {
  return new ZhituError('bad-input', message, { fault });
}

/** What an engine refused is the fault of whoever typed it; the place stands in the message. */
function pointed(error: unknown, cypher: string, prefix: number): unknown {
  if (!(error instanceof ZhituError) || (error.code !== 'store-rejected' && error.code !== 'unsupported')) return error;
  const { start = null, end = null } = positionIn(cypher, error.message, prefix) ?? {};
  const reason = KNOWN_FAULTS.find(({ message }) => message.test(error.message))?.reason ?? 'syntax';
  const fault = {
    reason,
    word: start === null ? '' : cypher.slice(start, end ?? start),
    start,
    end,
  } satisfies QueryFault;
  return new ZhituError(
    error.code === 'unsupported' ? 'unsupported' : 'bad-input',
    plainMessage(error.message),
    { fault },
    error,
  );
}
