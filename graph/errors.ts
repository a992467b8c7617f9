/** The one error class of the project, and the closed list of what can go wrong. */

/**
 * What kind of failure it is. Tests and the HTTP layer decide by this, never by the message.
 * - `bad-input`: what a caller, a file or a command line gave cannot be used
 * - `not-found`: nothing has that id, path or name
 * - `unsupported`: the chosen engine cannot do it; the message says which can
 * - `store-unavailable`: the store cannot be opened or reached
 * - `store-locked`: another process holds the embedded file
 * - `store-rejected`: the engine refused a statement, or its rows do not fit their shape
 * - `limit-exceeded`: a time, size or row limit was reached
 * - `counting`: what is counted over the whole graph is not there yet; ask again
 * - `disk-full`: the file system has no room left
 * - `port-in-use`: the address to listen on is taken
 */
export type ZhituErrorCode =
  | 'bad-input'
  | 'not-found'
  | 'unsupported'
  | 'store-unavailable'
  | 'store-locked'
  | 'store-rejected'
  | 'limit-exceeded'
  | 'counting'
  | 'disk-full'
  | 'port-in-use';

/** An error that the program raises on purpose. `code` is stable; `message` says what was expected, what was seen and what to do. */
export class ZhituError extends Error {
  override readonly name = 'ZhituError';
  readonly code: ZhituErrorCode;
  /** The values a reader needs to act (file, line, limit). Never a secret. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ZhituErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}
