/** One HTTP request, and every way it can end as a value. */

export type Outcome =
  | { readonly status: number; readonly text: string; readonly retryAfter: string | null }
  | { readonly timeout: true }
  /** Why, as the system says it: `ECONNREFUSED`. */
  | { readonly unreachable: string };

export interface PostOptions {
  readonly apiKey: string | null;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The key never comes back, whatever an endpoint repeats of it. */
const REDACTED = '[key]';

/** Posts JSON. A redirection is not followed: it would carry the key to an address that nobody named. */
export async function post(
  address: string,
  body: unknown,
  { apiKey, timeoutMs, signal }: PostOptions,
): Promise<Outcome> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const withoutKey = (text: string): string => (apiKey === null ? text : text.replaceAll(apiKey, REDACTED));
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    return {
      status: response.status,
      text: withoutKey(await response.text()),
      retryAfter: response.headers.get('retry-after'),
    };
  } catch (error) {
    if (timeout.aborted && !signal.aborted) return { timeout: true };
    return { unreachable: withoutKey(reasonOf(error)) };
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error instanceof Error ? error.message : String(error);
}
