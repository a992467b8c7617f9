/** The page's side of the API: every call checked against the contract, every failure a `Failure`. */
import type { z } from 'zod';
import { isOpened, isProblem, isSubgraph } from '../api/quick-check.ts';
import type {
  ArticleAnswer,
  Articles,
  Branches,
  EvidenceAnswer,
  NeighbourList,
  NeighbourListInput,
  Neighbours,
  NeighboursInput,
  NodeAnswer,
  Overview,
  Preview,
  SearchAnswer,
  Subgraph,
} from '../api.ts';
import type { SHAPES } from './contract.ts';

/** A call that failed. `offline` where no server answered at all. */
export class Failure extends Error {
  readonly code: string;
  /** What the server says beside the message; what is in it depends on the code. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

export const getOverview = (): Promise<Overview> => call('Overview', '/api/overview');
export const getArticles = (): Promise<Articles> => call('Articles', '/api/articles');
export const getNode = (id: string): Promise<NodeAnswer> => call('NodeAnswer', `/api/node?${fields({ id })}`);
export const getBranches = (id: string): Promise<Branches> => call('Branches', `/api/neighbours?${fields({ id })}`);
export const getEvidence = (key: string): Promise<EvidenceAnswer> =>
  call('EvidenceAnswer', `/api/evidence?${fields({ key })}`);
export const getArticle = (id: string): Promise<ArticleAnswer> =>
  call('ArticleAnswer', `/api/article?${fields({ id })}`);
export const getSubgraph = (ids: readonly string[]): Promise<Subgraph> => call('Subgraph', '/api/subgraph', { ids });
export const previewNeighbours = (input: NeighboursInput): Promise<Preview> =>
  call('Preview', '/api/neighbours/preview', input);
export const listNeighbours = (input: NeighbourListInput): Promise<NeighbourList> =>
  call('NeighbourList', '/api/neighbours/list', input);
export const getNeighbours = (input: NeighboursInput): Promise<Neighbours> =>
  call('Neighbours', '/api/neighbours', input);

export function search(q: string, kind: string | null, limit: number, signal: AbortSignal): Promise<SearchAnswer> {
  return call(
    'SearchAnswer',
    `/api/search?${fields({ q, limit: String(limit), ...(kind !== null && { kind }) })}`,
    undefined,
    signal,
  );
}

/** A query string of these fields. */
export function fields(values: Record<string, string>): string {
  return new URLSearchParams(values).toString();
}

/** What a refused call failed of, by the body of its answer; null for one that is no JSON. */
export function failureOf(status: number, url: string, answer: unknown): Failure {
  return isProblem(answer)
    ? new Failure(answer.code, answer.message, answer.details)
    : new Failure('internal', `${status} ${url}`);
}

type Shapes = typeof SHAPES;
type Shape = keyof Shapes | z.ZodType;
type Answered<S extends Shape> = z.output<S extends keyof Shapes ? Shapes[S] : S>;

/** Whole pictures, for which a reader waits: what passes here is of the shape of that name, and taken with whatever else is in it. */
const QUICK_CHECKS: Readonly<Partial<Record<keyof Shapes, (answer: unknown) => boolean>>> = {
  Subgraph: isSubgraph,
  Opened: isOpened,
};

/** @throws Failure where it does not come */
async function shapeOf(shape: Shape): Promise<z.ZodType> {
  if (typeof shape !== 'string') return shape;
  const { SHAPES: shapes } = await import('./contract.ts').catch((error: unknown) => {
    throw new Failure('offline', String(error));
  });
  return shapes[shape];
}

/**
 * What an address answers, checked. With a body it is posted, unless `method` says otherwise.
 * @param shape the name of one of `contract.ts`, or one that a page has brought with it
 * @throws Failure
 */
export async function call<S extends Shape>(
  shape: S,
  url: string,
  body?: unknown,
  signal?: AbortSignal,
  method = body === undefined ? 'GET' : 'POST',
): Promise<Answered<S>> {
  const request: RequestInit = {
    method,
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
    ...(signal && { signal }),
  };
  const name: Shape = shape;
  const fits = typeof name === 'string' ? QUICK_CHECKS[name] : undefined;
  const coming = fetch(url, request);
  // Both at once; whether it came is asked for below.
  if (!fits) shapeOf(shape).catch(() => undefined);
  const response = await coming.catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Failure('offline', '');
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw failureOf(response.status, url, answer);
  if (fits?.(answer)) return answer as Answered<S>;
  const parsed = (await shapeOf(shape)).safeParse(answer);
  if (!parsed.success)
    throw new Failure(
      'internal',
      `${url}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`,
    );
  return parsed.data as Answered<S>;
}
