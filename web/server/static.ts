/** The built page: files by name, and the one document for every address of the page itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Response, Router } from 'express';
import { ZhituError } from '../../graph/errors.ts';
import { openedAt } from '../api/limits.ts';

/** Addresses that the page reads itself; see `web/client/route.ts`. */
const PAGE_ADDRESSES = [
  '/',
  ...['explore', 'query', 'article', 'program', 'console', 'ingest', 'board'].map((page) => `/${page}`),
  ...['query', 'article', 'program', 'person', 'place', 'org', 'event', 'v'].map((page) => `/${page}/*rest`),
];

/**
 * Serves `folder`. File names under `assets/` hold a hash of their content, so they may be kept for ever.
 * @param onOpen is told the id when the document of `/v/<id>` is asked for
 */
export function pageRoutes(folder: string, onOpen: (id: string) => void): Router {
  const router = Router();
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get('/v/:id', ({ params }, res, next) => {
    // The browser asks while the page's script is still on its way.
    res.set('Link', `<${openedAt(params.id)}>; rel=preload; as=fetch; crossorigin`);
    onOpen(params.id);
    next();
  });
  const sendPage = (res: Response): void => {
    const document = join(folder, 'index.html');
    if (!existsSync(document)) throw new ZhituError('not-found', 'the page is not built yet: run `npm run build`');
    res.set('Cache-Control', 'no-cache').sendFile(document);
  };
  router.get(PAGE_ADDRESSES, (_req, res) => sendPage(res));
  router.use((req, res) => {
    // A reader who mistyped an address comes to the start; a program is told.
    if (req.method === 'GET' && !req.path.startsWith('/api/') && req.accepts(['json', 'html']) === 'html')
      return sendPage(res.status(404));
    throw new ZhituError('not-found', `nothing is at ${req.path}`, { path: req.path });
  });
  return router;
}
