/** The page's side of the API: every call checked against the contract, every failure a `Failure`. */
import type { z } from 'zod';
import {
  ArticleAnswer,
  Articles,
  Branches,
  EvidenceAnswer,
  NeighbourList,
  type NeighbourListInput,
  Neighbours,
  type NeighboursInput,
  NodeAnswer,
  Overview,
  Preview,
  Problem,
  SearchAnswer,
  Subgraph,
} from '../api.ts';

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

export const getOverview = (): Promise<Overview> => call(Overview, '/api/overview');
export const getArticles = (): Promise<Articles> => call(Articles, '/api/articles');
export const getNode = (id: string): Promise<NodeAnswer> => call(NodeAnswer, `/api/node?${fields({ id })}`);
export const getBranches = (id: string): Promise<Branches> => call(Branches, `/api/neighbours?${fields({ id })}`);
export const getEvidence = (key: string): Promise<EvidenceAnswer> =>
  call(EvidenceAnswer, `/api/evidence?${fields({ key })}`);
export const getArticle = (id: string): Promise<ArticleAnswer> => call(ArticleAnswer, `/api/article?${fields({ id })}`);
export const getSubgraph = (ids: readonly string[]): Promise<Subgraph> => call(Subgraph, '/api/subgraph', { ids });
export const previewNeighbours = (input: NeighboursInput): Promise<Preview> =>
  call(Preview, '/api/neighbours/preview', input);
export const listNeighbours = (input: NeighbourListInput): Promise<NeighbourList> =>
  call(NeighbourList, '/api/neighbours/list', input);
export const getNeighbours = (input: NeighboursInput): Promise<Neighbours> =>
  call(Neighbours, '/api/neighbours', input);

export function search(q: string, kind: string | null, limit: number, signal: AbortSignal): Promise<SearchAnswer> {
  return call(
    SearchAnswer,
    `/api/search?${fields({ q, limit: String(limit), ...(kind !== null && { kind }) })}`,
    undefined,
    signal,
  );
}

/** A query string of these fields. */
export function fields(values: Record<string, string>): string {
  return new URLSearchParams(values).toString();
}

/**
 * What an address answers, checked. With a body it is posted, unless `method` says otherwise.
 * @throws Failure
 */
export async function call<Shape extends z.ZodType>(
  shape: Shape,
  url: string,
  body?: unknown,
  signal?: AbortSignal,
  method = body === undefined ? 'GET' : 'POST',
): Promise<z.output<Shape>> {
  const request: RequestInit = {
    method,
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
    ...(signal && { signal }),
  };
  const response = await fetch(url, request).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Failure('offline', '');
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const problem = Problem.safeParse(answer);
    throw problem.success
      ? new Failure(problem.data.code, problem.data.message, problem.data.details)
      : new Failure('internal', `${response.status} ${url}`);
  }
  const parsed = shape.safeParse(answer);
  if (!parsed.success)
    throw new Failure(
      'internal',
      `${url}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`,
    );
  return parsed.data;
}
