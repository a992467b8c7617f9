/** POST /api/export: what is shown as a file, written while it is read. */
import { once } from 'node:events';
import { type Response, Router } from 'express';
import { exportChunks, FORMATS } from '../../../graph/export/export.ts';
import type { Chunk, Format } from '../../../graph/export/format.ts';
import { jsonDocument } from '../../../graph/export/json.ts';
import { partBatches } from '../../../graph/export/subgraph.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { csvLine } from '../../../graph/table-text.ts';
import { type ExportFormat, ExportInput } from '../../api/export.ts';
import { input } from '../wire.ts';

interface Kind {
  readonly format: () => Format;
  readonly type: string;
  /** The one file of a format of several that is wanted. */
  readonly file?: string;
}

const CSV = { format: () => FORMATS.csv, type: 'text/csv; charset=utf-8' };
const KINDS: Readonly<Record<ExportFormat, Kind>> = {
  'csv-nodes': { ...CSV, file: 'nodes.csv' },
  'csv-relations': { ...CSV, file: 'relations.csv' },
  'csv-evidence': { ...CSV, file: 'evidence.csv' },
  json: { format: jsonDocument, type: 'application/json; charset=utf-8' },
  graphml: { format: () => FORMATS.graphml, type: 'application/xml; charset=utf-8' },
  gexf: { format: () => FORMATS.gexf, type: 'application/xml; charset=utf-8' },
};

const BYTE_ORDER_MARK = '\ufeff';

export function exportRoutes(store: GraphStore, now: () => Date): Router {
  const router = Router();
  router.post('/export', async (req, res) => {
    const { format, head, ...part } = input(ExportInput, req.body);
    const { format: writer, type, file } = KINDS[format];
    const about = { source: head.join('\n'), madeOn: now().toISOString().slice(0, 'YYYY-MM-DD'.length) };
    const chunks = exportChunks(store, { format: writer(), about, records: partBatches(store, part) });
    let isFirst = true;
    for await (const chunk of chunks) {
      if (res.destroyed) return;
      if (file !== undefined && chunk.file !== file) continue;
      // Not before there is something to send: a failure until then is told as every other.
      if (isFirst) res.set('Content-Type', type);
      await send(res, file !== undefined && isFirst ? withHead(chunk, head) : chunk.text);
      isFirst = false;
    }
    res.end();
  });
  return router;
}

/** A table has no room for a head of its own: it stands in lines before the names of the columns, each behind a `#`, as programs that read such tables expect. */
function withHead({ text }: Chunk, head: readonly string[]): string {
  const lines = head.flatMap((part) => part.split('\n')).map((line) => csvLine([`# ${line}`]));
  return BYTE_ORDER_MARK + lines.join('') + text.replace(BYTE_ORDER_MARK, '');
}

/** Waits until the reader has taken in what was sent, or has gone. */
async function send(res: Response, text: string): Promise<void> {
  if (!res.write(text) && !res.destroyed) await Promise.race([once(res, 'drain'), once(res, 'close')]);
}
