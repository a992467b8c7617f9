/** The HTTP application: routes, static page, errors. It listens to nothing; `main.ts` does. */
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type { GraphStore } from '../../graph/store.ts';
import type { IdentityDesk } from './identity-desk.ts';
import type { IngestPort } from './ingest-port.ts';
import { answerProblems, noSuchRoute } from './problem.ts';
import { articleRoutes } from './routes/articles.ts';
import { boardRoutes } from './routes/board.ts';
import { conflictRoutes } from './routes/conflicts.ts';
import { consoleRoutes } from './routes/console.ts';
import { entityRoutes } from './routes/entity.ts';
import { exportRoutes } from './routes/export.ts';
import { identityRoutes } from './routes/identity.ts';
import { ingestRoutes, pageBodies } from './routes/ingest.ts';
import { type Desk, judgementRoutes } from './routes/judgements.ts';
import { neighbourRoutes } from './routes/neighbours.ts';
import { nodeRoutes } from './routes/nodes.ts';
import { pathRoutes } from './routes/paths.ts';
import { type QueryShelf, queryRoutes } from './routes/queries.ts';
import { reportRoutes } from './routes/report.ts';
import { searchRoutes } from './routes/search.ts';
import { spreadRoutes } from './routes/spread.ts';
import { timeRoutes } from './routes/times.ts';
import { openAhead, viewRoutes } from './routes/views.ts';
import { ownHostOnly, ownPagesOnly, securityHeaders } from './security.ts';
import { pageRoutes } from './static.ts';

/** A body lists ids at most: as many as a picture may hold (`MAX_SHOWN`), at 400 bytes each. */
const MAX_BODY = '2mb';

const BUILT_PAGE = fileURLToPath(new URL('../client/dist', import.meta.url));

export interface AppOptions extends Partial<Desk> {
  /** What adds pages; without it that is refused. */
  readonly ingest?: IngestPort;
  /** What lets readers decide who is who; without it that is refused. */
  readonly identity?: IdentityDesk;
  /** The address the server was told to listen on. Default 127.0.0.1. */
  readonly host?: string;
  /** Folder of the built page. */
  readonly page?: string;
  /** Gets the errors that the answer does not tell. Default: standard error. */
  readonly log?: (error: unknown) => void;
}

/** The application on a store and its saved queries. */
export function createApp(store: GraphStore, queries: QueryShelf, options: AppOptions = {}): Express {
  const {
    host = '127.0.0.1',
    page = BUILT_PAGE,
    log = console.error,
    author = 'reader',
    now = () => new Date(),
  } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders, ownHostOnly(host));
  app.use('/api', ownPagesOnly);
  app.use('/api/ingest', pageBodies);
  app.use('/api', express.json({ limit: MAX_BODY }), noStore);
  app.use(
    '/api',
    searchRoutes(store),
    nodeRoutes(store),
    neighbourRoutes(store),
    pathRoutes(store),
    articleRoutes(store),
    entityRoutes(store),
    conflictRoutes(store),
    queryRoutes(store, queries),
    spreadRoutes(store),
    reportRoutes(store),
    judgementRoutes(store, { author, now }),
    timeRoutes(store),
    consoleRoutes(store),
    identityRoutes(store, options.identity, { author, now }),
    ingestRoutes(store, options.ingest),
    boardRoutes(store),
    viewRoutes(store, now),
    exportRoutes(store, now),
  );
  app.use('/api', noSuchRoute);
  app.use(pageRoutes(page, (id) => openAhead(store, id, now())));
  app.use(answerProblems(log));
  return app;
}

/** Answers follow the graph, which an ingest may have changed a moment ago. */
const noStore: express.RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};
