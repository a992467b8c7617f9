/** The address to serve on, asked for before the long work: a taken port should not cost a minute first. */
import { createServer } from 'node:net';
import { ZhituError } from '../graph/errors.ts';

const HIGHEST_PORT = 65_535;

/** @throws ZhituError `bad-input` for a port that is no number from 0 to 65535 */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
  if (port <= HIGHEST_PORT) return port;
  throw new ZhituError(
    'bad-input',
    `--port expects a number from 0 (any free port) to ${HIGHEST_PORT}, and was given ${text}`,
    { usage: true },
  );
}

/**
 * Listens on the address for a moment.
 * @throws ZhituError `port-in-use` where another program has it, `bad-input` where this machine or user may not listen there
 */
export async function requireFree(port: number, host: string): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      const message = `port ${port} on ${host} is taken by another program: stop it, or choose another with \`npm start -- --port 0\` (any free port)`;
      throw new ZhituError('port-in-use', message, { host, port }, error);
    }
    throw new ZhituError(
      'bad-input',
      `cannot listen on ${host}:${port} (${code}): choose another --port or --host`,
      { host, port },
      error,
    );
  }
  await new Promise((resolve) => server.close(resolve));
}
