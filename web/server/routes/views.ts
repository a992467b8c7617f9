/**
 * Saved views: GET and POST /api/views, PUT and DELETE /api/views/:id. POST /api/links keeps a long address.
 * GET /api/v/:id is what `/v/<id>` leads to, a view or an address.
 */
import { Router } from 'express';
import { z } from 'zod';
import { ZhituError } from '../../../graph/errors.ts';
import { recentSubgraph } from '../../../graph/recent-pictures.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { keepLink, openLink } from '../../../graph/views/links.ts';
import { changeView, openView, savedViews, saveView } from '../../../graph/views/views.ts';
import { idsInAddress } from '../../api/address.ts';
import { MAX_SHOWN } from '../../api/limits.ts';
import {
  type LinkAnswer,
  LinkInput,
  NewViewInput,
  type Opened,
  type SavedView,
  type SavedViews,
  ViewChangeInput,
  ViewContent,
} from '../../api/views.ts';
import { input, type Sent } from '../wire.ts';

const Id = z.object({
  id: z.string().regex(/^[0-9a-f]{1,64}$/u, 'expected the id of a view: figures and letters a to f'),
});
const VersionInput = z.object({ version: z.coerce.number().int().min(1).optional() });

export function viewRoutes(store: GraphStore, now: () => Date): Router {
  const router = Router();
  const at = () => now().toISOString();
  router.get('/views', async (_req, res) => {
    res.json({ views: await savedViews(store) } satisfies Sent<z.infer<typeof SavedViews>>);
  });
  router.post('/views', async (req, res) => {
    const view = await saveView(store, input(NewViewInput, req.body), at());
    res.status(201).json(view satisfies Sent<SavedView>);
  });
  router.put('/views/:id', async (req, res) => {
    const { id } = input(Id, req.params);
    res.json((await changeView(store, id, input(ViewChangeInput, req.body), at())) satisfies Sent<SavedView>);
  });
  router.delete('/views/:id', async (req, res) => {
    const { id } = input(Id, req.params);
    res.json((await changeView(store, id, { isDeleted: true }, at())) satisfies Sent<SavedView>);
  });
  router.post('/links', async (req, res) => {
    const id = await keepLink(store, input(LinkInput, req.body).address, now());
    res.json({ id } satisfies Sent<z.infer<typeof LinkAnswer>>);
  });
  router.get('/v/:id', async (req, res) => {
    const { id } = input(Id, req.params);
    res.json((await opened(store, id, now(), req.query)) satisfies Sent<Opened>);
  });
  return router;
}

/** Begins to read what `/v/<id>` shows, which the page that is being sent will ask for. What goes wrong is told to that request. */
export function openAhead(store: GraphStore, id: string, now: Date): void {
  if (Id.safeParse({ id }).success) void opened(store, id, now, {}).catch(() => undefined);
}

async function opened(store: GraphStore, id: string, now: Date, query: unknown): Promise<Sent<Opened>> {
  const address = await openLink(store, id, now);
  return address === null ? openedView(store, id, query) : openedLink(store, address);
}

/** A picture that is too large for the canvas is none: the page says so. */
async function openedLink(store: GraphStore, address: string): Promise<Sent<Opened>> {
  const ids = idsInAddress(address);
  return { kind: 'link', address, picture: await recentSubgraph(store, ids.length > MAX_SHOWN ? [] : ids) };
}

async function openedView(store: GraphStore, id: string, query: unknown): Promise<Sent<Opened>> {
  const { content, ...opened } = await openView(store, id, input(VersionInput, query).version, recentSubgraph);
  const parsed = ViewContent.safeParse(content);
  if (!parsed.success)
    throw new ZhituError(
      'unsupported',
      `a newer version of this page saved the view “${opened.view.name}”: open it with that version`,
      { id },
    );
  return { kind: 'view', ...opened, content: parsed.data };
}
