/** The reports as text, for the command and for the button. */
import type { SpreadRequest } from '../spread/answer.ts';
import type { GraphStore } from '../store.ts';
import { dossierOf } from './dossier.ts';
import { htmlOf } from './html.ts';
import { markdownOf } from './markdown.ts';

export const REPORT_FORMATS = ['html', 'md'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * The dossier of a program in a format.
 * @throws ZhituError as `spreadOf`
 */
export async function programReport(store: GraphStore, request: SpreadRequest, format: ReportFormat): Promise<string> {
  const dossier = await dossierOf(store, request);
  return format === 'html' ? htmlOf(dossier) : markdownOf(dossier);
}
