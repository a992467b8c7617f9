/** A chat-completions endpoint on the loopback that answers as a test tells it to. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly temperature: number;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: unknown } };
  };
}

/** What a test answers: a status with headers and text, or nothing at all. */
export type Reply =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly text: string }
  | 'hang'
  | 'cut';

export interface Endpoint {
  readonly baseUrl: string;
  readonly received: readonly Received[];
  /** The most requests that were open at one time. */
  readonly mostOpen: () => number;
  close(): Promise<void>;
}

/** @param reply called with each request and its number, from 0 */
export async function openEndpoint(
  reply: (request: Received, index: number) => Reply | Promise<Reply>,
): Promise<Endpoint> {
  const received: Received[] = [];
  let open = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => (open -= 1));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Received['body'];
    const seen = { path: request.url ?? '', headers: request.headers, body };
    send(response, await reply(seen, received.push(seen) - 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    received,
    mostOpen: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'cut') {
    response.writeHead(200, { 'content-length': '1000' }).write('{"choices":');
    response.destroy();
    return;
  }
  response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers }).end(reply.text);
}

const USAGE = { prompt_tokens: 1000, completion_tokens: 100 };

/** What an endpoint sends when the model wrote `content`. */
export function completion(
  content: unknown,
  extra: { readonly finish?: string; readonly usage?: unknown } = {},
): Reply {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const { finish = 'stop', usage = USAGE } = extra;
  return {
    text: JSON.stringify({
      choices: [{ message: { role: 'assistant', content: text }, finish_reason: finish }],
      usage,
    }),
  };
}
