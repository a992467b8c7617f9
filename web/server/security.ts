/** Headers and checks that keep other sites away from a server on the reader's own machine. */
import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { ZhituError } from '../../graph/errors.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const WILDCARDS = ['0.0.0.0', '::'];

/** No inline script, nothing from elsewhere, no framing. Glyphs are data: images; layouts run in a worker of our own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: RequestHandler = (_req, res, next) => {
  res.set({
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  });
  next();
};

/**
 * Refuses requests that were addressed to another name: a page elsewhere can point its own name at this machine
 * (DNS rebinding), but it cannot make the browser send ours. `host` is what the server was told to listen on.
 */
export function ownHostOnly(host: string): RequestHandler {
  return (req, _res, next) => {
    const name = nameOf(req.headers.host ?? '');
    const own = LOOPBACK.includes(name) || name === host || name === `[${host}]`;
    if (own || (WILDCARDS.includes(host) && isIP(name.replace(/^\[|\]$/gu, '')) > 0)) {
      next();
      return;
    }
    throw new ZhituError(
      'bad-input',
      `expected this server's own address in the Host header, saw ${JSON.stringify(name)}: open it as http://127.0.0.1`,
      {
        host: name,
      },
    );
  };
}

/** Without the port. */
function nameOf(header: string): string {
  return header.replace(/:\d+$/u, '').toLowerCase();
}

/** Methods that change nothing. */
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a page of another site makes the reader's browser send. Browsers name the page in `Origin`; a form, which needs no
 * permission of ours, cannot send JSON. Programs that are no browser send no `Origin` and may go on.
 */
export const ownPagesOnly: RequestHandler = (req, _res, next) => {
  if (!READING.has(req.method)) {
    const { origin, host } = req.headers;
    if (origin !== undefined && hostOf(origin) !== host?.toLowerCase())
      throw new ZhituError(
        'bad-input',
        `expected a request of this server's own page, saw one of ${JSON.stringify(origin)}: open this server's address and do it there`,
        { origin },
      );
    if (!req.is('application/json') && req.headers['content-length'] !== '0' && req.method !== 'DELETE')
      throw new ZhituError('bad-input', 'expected a body of the type application/json', {
        contentType: req.headers['content-type'] ?? null,
      });
  }
  next();
};

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
