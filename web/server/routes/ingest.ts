/**
 * Adding pages: POST /api/ingest begins, GET /api/ingest/events?job= tells how it goes (server-sent events), POST /api/ingest/stop ends it
 * after the page in hand, GET /api/ingest/created?job= has what is new, GET /api/ingest and POST /api/ingest/remove list and take back.
 */
import express, { type Response, Router } from 'express';
import { z } from 'zod';
import { briefsOf } from '../../../graph/brief.ts';
import { ZhituError } from '../../../graph/errors.ts';
import type { GraphStore } from '../../../graph/store.ts';
import {
  IngestInput,
  type IngestState,
  type Job,
  MAX_INGEST_BODY,
  MAX_UPLOAD_BYTES,
  type NewNodes,
  type RemoveAnswer,
  RemoveInput,
} from '../../api/ingest.ts';
import type { IngestPort } from '../ingest-port.ts';
import { input, type Sent } from '../wire.ts';

const JobInput = z.object({ job: z.string() });
/** More than this at once is no picture of what is new. */
const SHOWN = 120;
/** Proxies close connections that say nothing for a minute; in milliseconds. */
const PULSE_MS = 15_000;

/** Reads bodies of pages, which are larger than all others; to be used before the reader of those. */
export const pageBodies = express.json({ limit: MAX_INGEST_BODY });

export function ingestRoutes(store: GraphStore, port: IngestPort | undefined): Router {
  const router = Router();
  const desk = (): IngestPort => {
    if (port) return port;
    throw new ZhituError(
      'unsupported',
      'this server was started without a reader of pages: use `npm start`, or `npm run ingest`',
    );
  };
  router.get('/ingest', async (_req, res) => {
    res.json({ job: desk().current(), added: await desk().added() } satisfies Sent<IngestState>);
  });
  router.post('/ingest', async (req, res) => {
    const given = input(IngestInput, req.body);
    assertSize(given);
    res.status(202).json((await desk().start(given)) satisfies Sent<Job>);
  });
  router.get('/ingest/events', (req, res) => {
    const { job } = input(JobInput, req.query);
    tell(res, desk(), job);
  });
  router.post('/ingest/stop', (_req, res) => {
    desk().stop();
    res.json(desk().current());
  });
  router.get('/ingest/created', async (req, res) => {
    const ids = desk().created(input(JobInput, req.query).job);
    res.json({ nodes: await briefsOf(store, ids.slice(0, SHOWN)), total: ids.length } satisfies Sent<NewNodes>);
  });
  router.post('/ingest/remove', async (req, res) => {
    res.json((await desk().remove(input(RemoveInput, req.body).file)) satisfies Sent<RemoveAnswer>);
  });
  return router;
}

function assertSize({ pages }: IngestInput): void {
  const bytes = pages.reduce((sum, page) => sum + ('text' in page ? page.text.length : page.base64.length), 0);
  if (bytes <= MAX_INGEST_BODY) return;
  throw new ZhituError(
    'limit-exceeded',
    `expected at most ${MAX_UPLOAD_BYTES / 1_000_000} MB of pages at once, saw more: add them in parts, or use \`npm run ingest\``,
    { bytes },
  );
}

/** Each event is one message of the stream; the last ends it, and a reader who comes again hears all from the start. */
function tell(res: Response, port: IngestPort, job: string): void {
  const pulse = setInterval(() => res.write(': \n\n'), PULSE_MS);
  let end = (): void => {};
  const close = (): void => {
    clearInterval(pulse);
    end();
  };
  res.on('close', close);
  try {
    end = port.listen(job, (event) => {
      if (!res.headersSent) res.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
      res.write(`data: ${JSON.stringify(event)}\n\n`);
      if (event.type === 'done') res.end();
    });
  } catch (error) {
    close();
    throw error;
  }
  if (!res.headersSent) res.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  res.flushHeaders();
}
