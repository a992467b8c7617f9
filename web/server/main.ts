/** Listening: from an application to an address that answers, and back. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ZhituError } from '../../graph/errors.ts';
import type { GraphStore } from '../../graph/store.ts';
import { type AppOptions, createApp } from './app.ts';
import type { QueryShelf } from './routes/queries.ts';

/** What open requests get to finish in when the server stops. */
const GRACE_MS = 500;

export interface ServeOptions extends AppOptions {
  readonly store: GraphStore;
  readonly queries: QueryShelf;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface Server {
  /** `http://127.0.0.1:8137` */
  readonly url: string;
  /** Stops listening and ends open connections within a second. The store stays open: it is the caller's. */
  close(): Promise<void>;
}

/**
 * Serve the explorer; on this machine only, unless another `host` is given.
 * @throws ZhituError `port-in-use`
 */
export async function serve({ store, queries, port, host = '127.0.0.1', ...options }: ServeOptions): Promise<Server> {
  const server = createServer(createApp(store, queries, { host, ...options }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function listenFault(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new ZhituError(
      'port-in-use',
      `port ${port} on ${host} is taken by another program: stop it, or start with \`--port 0\` to take a free port`,
      { host, port },
      error,
    );
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
    return new ZhituError(
      'bad-input',
      `cannot listen on ${host}:${port} (${error.code}): choose another --port or --host`,
      { host, port },
      error,
    );
  }
  return error;
}
