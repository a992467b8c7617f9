/** GET /api/report/program, /api/report/panel: files to keep, the same as those of `npm run report`. */
import { type Response, Router } from 'express';
import { panelCsv } from '../../../graph/report/panel-csv.ts';
import { programReport } from '../../../graph/report/report.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { PanelInput, ReportInput } from '../../api/spread.ts';
import { input } from '../wire.ts';

const TYPES = { html: 'text/html', md: 'text/markdown', csv: 'text/csv' } as const;

export function reportRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/report/program', async (req, res) => {
    const { format, ...request } = input(ReportInput, req.query);
    send(res, await programReport(store, request, format), request.program, format);
  });
  router.get('/report/panel', async (req, res) => {
    const { program, ...request } = input(PanelInput, req.query);
    send(res, await panelCsv(store, { ...request, programs: program }), 'panel', 'csv');
  });
  return router;
}

/** As a file to keep, never as a page of this server: it holds what papers print. */
function send(res: Response, text: string, name: string, format: keyof typeof TYPES): void {
  const plain = name.replace(/^program\//u, '').replace(/[\\/:*?"<>|]/gu, '_');
  res.set('Content-Type', `${TYPES[format]}; charset=utf-8`);
  res.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${plain}.${format}`)}`);
  res.send(text);
}
