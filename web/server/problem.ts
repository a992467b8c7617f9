/** Errors on their way out: one table of statuses, one JSON shape. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ZhituError, type ZhituErrorCode } from '../../graph/errors.ts';
import type { Problem } from '../api.ts';

const STATUS: Readonly<Record<ZhituErrorCode, number>> = {
  'bad-input': 400,
  'not-found': 404,
  unsupported: 501,
  'store-unavailable': 503,
  'store-locked': 503,
  'store-rejected': 500,
  'limit-exceeded': 422,
  counting: 503,
  'disk-full': 507,
  'port-in-use': 500,
};

/** What to answer for an error, whatever was thrown. An error we did not raise on purpose says nothing about itself. */
function problemOf(error: unknown): { readonly status: number; readonly body: Problem } {
  if (error instanceof ZhituError) {
    return {
      status: STATUS[error.code],
      body: { code: error.code, message: error.message, details: { ...error.details } },
    };
  }
  const refused = requestFault(error);
  if (refused) return refused;
  return { status: 500, body: { code: 'internal', message: 'internal', details: {} } };
}

/** Any address under /api that no route took. */
export const noSuchRoute: RequestHandler = (req) => {
  throw new ZhituError(
    'not-found',
    `nothing answers ${req.method} ${req.baseUrl}${req.path}: the addresses there are stand in web/server/routes`,
    {
      method: req.method,
      path: `${req.baseUrl}${req.path}`,
    },
  );
};

/** The last handler: turns a rejection of any route into a `Problem`. `log` gets what the answer must not say. */
export function answerProblems(log: (error: unknown) => void): ErrorRequestHandler {
  return (error, _req, res, next) => {
    const { status, body } = problemOf(error);
    if (status >= 500 && body.code !== 'counting') log(error);
    if (res.headersSent) {
      next(error);
      return;
    }
    res.status(status).json(body);
  };
}

/** Faults that the body parser and the router find: malformed JSON, a body too large, a malformed escape in the address. */
function requestFault(error: unknown): { readonly status: number; readonly body: Problem } | null {
  if (!(error instanceof Error)) return null;
  const type = 'type' in error ? error.type : undefined;
  if (type === 'entity.parse.failed') {
    return badInput(400, 'expected a JSON object as the body, saw text that is no JSON');
  }
  if (type === 'entity.too.large') return badInput(413, 'expected a smaller body: ask for fewer nodes at once');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return badInput(415, 'expected a body of UTF-8 JSON');
  return error instanceof URIError ? badInput(400, 'expected percent-encoded UTF-8 in the address') : null;
}

function badInput(status: number, message: string): { readonly status: number; readonly body: Problem } {
  return { status, body: { code: 'bad-input', message, details: {} } };
}
