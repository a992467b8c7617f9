/** Making the files of an export, and handing them to the reader. */

import { RELATION_TYPES } from '../../../graph/model.ts';
import { ExportDocument, type ExportFormat, type ExportInput } from '../../api/export.ts';
import { hiddenAmong } from '../decide/judgements.ts';
import { drawnWithout } from '../drawing.ts';
import { Failure, failureOf } from '../http.ts';
import { GLYPH_NAMES } from '../kinds.ts';
import { language, punctuation } from '../language.ts';
import { attempt, say } from '../notices.ts';
import type { Drawn } from '../picture/drawn.ts';
import { writeAddress } from '../route.ts';
import { clock, drawable, outside, timeWindow, view } from '../state.ts';
import { glyphWord } from '../terms.ts';
import { windowText } from '../time/window.ts';
import { linkTo } from '../views/links.ts';
import { current, dayOf } from '../views/saved.ts';
import { exportWords } from '../words/export.ts';
import { timeWords } from '../words/time.ts';
import { dossierOf } from './dossier.ts';
import { htmlOf, markdownOf } from './dossier-files.ts';
import type { FormatName } from './formats.ts';
import { pngOf } from './png.ts';
import { svgOf } from './svg.ts';

const ENDING: Readonly<Record<FormatName, string>> = {
  png: 'png',
  svg: 'svg',
  'csv-nodes': 'nodes.csv',
  'csv-relations': 'relations.csv',
  'csv-evidence': 'evidence.csv',
  json: 'json',
  graphml: 'graphml',
  gexf: 'gexf',
  markdown: 'md',
  html: 'html',
};

const EXPORT = '/api/export';
/** Characters that some system has no place for in the name of a file. */
const UNFIT = /[\p{Cc}\p{Cf}\\/:*?"<>|\s]+/gu;
const LONGEST_NAME = 40;

/** Writes what is shown in a format and hands it over. What a time window leaves outside is drawn pale in pictures, unless it is hidden, and left out of data. */
export function exportAs(format: FormatName): Promise<void> {
  return attempt(async () => {
    const isPicture = format === 'png' || format === 'svg';
    const isWhole = isPicture && timeWindow.value?.outside !== 'hide';
    if (!isWhole && drawable.value.nodes.every(({ id }) => outside.value.has(id))) {
      say(exportWords().nothing);
      return;
    }
    const hidden = await hiddenAmong(drawable.value.relations.map(({ key }) => key));
    const head = await headOf(isWhole, hidden);
    const name = `${exportWords().file}-${fileName(head[0] ?? '')}-${dayOf(new Date().toISOString())}.${ENDING[format]}`;
    if (isPicture) {
      const svg = picture(drawnWithout(hidden), head);
      const { blob, scale } =
        format === 'svg' ? { blob: new Blob([svg.text], { type: 'image/svg+xml' }), scale: null } : await pngOf(svg);
      hand(blob, name);
      say(scale !== null && scale < 3 ? exportWords().smaller(name, scale) : exportWords().done(name));
      return;
    }
    if (format === 'markdown' || format === 'html') {
      const dossier = dossierOf(
        ExportDocument.parse(JSON.parse(await (await fetchExport('json', head, hidden)).text())),
        head,
      );
      const text = format === 'html' ? htmlOf(dossier, document.documentElement.lang) : markdownOf(dossier);
      hand(new Blob([text], { type: format === 'html' ? 'text/html' : 'text/markdown' }), name);
    } else hand(await fetchExport(format, head, hidden), name);
    say(exportWords().done(name));
  });
}

function picture(drawn: Drawn, head: readonly string[]): ReturnType<typeof svgOf> {
  const style = getComputedStyle(document.documentElement);
  const shown = new Set(drawn.nodes.map(({ glyph }) => glyph));
  return svgOf({
    drawn,
    head,
    legend: GLYPH_NAMES.filter((glyph) => shown.has(glyph)).map((glyph) => ({ glyph, word: glyphWord(glyph) })),
    token: (name) => style.getPropertyValue(name).trim(),
  });
}

/** Title, counts, window, address, day. @param isWhole whether what the window leaves outside is in the file */
async function headOf(isWhole: boolean, hidden: ReadonlySet<string>): Promise<readonly string[]> {
  const words = exportWords();
  const { nodes, relations } = drawable.value;
  const window = timeWindow.value;
  const left = isWhole ? 0 : nodes.filter(({ id }) => outside.value.has(id)).length;
  const isOut = (key: string) => hidden.has(key) || (!isWhole && outside.value.has(key));
  const out = relations.filter(({ key }) => isOut(key)).length;
  const address = await linkTo(writeAddress({ page: 'explore', view: view.value }));
  return [
    current.value?.view.name ?? words.title(nodes[0]?.node.name ?? '', nodes.length - left),
    words.counts(nodes.length - left, relations.length - out),
    ...(window
      ? [
          [words.window(windowText(window), timeWords()[clock.value]), left > 0 ? words.leftOut(left) : '']
            .filter(Boolean)
            .join(punctuation().comma),
        ]
      : []),
    ...(hidden.size > 0 ? [words.judgedOut(hidden.size)] : []),
    `${words.from} ${new URL(address, location.href).href}`,
    words.madeOn(dayOf(new Date().toISOString())),
  ];
}

async function fetchExport(format: ExportFormat, head: readonly string[], judged: ReadonlySet<string>): Promise<Blob> {
  const { nodes, relations } = drawable.value;
  const hidden = new Set(view.value.hidden);
  const body: ExportInput = {
    format,
    ids: nodes.flatMap(({ id }) => (outside.value.has(id) ? [] : [id])),
    without: {
      types: RELATION_TYPES.filter((type) => hidden.has(type)),
      keys: relations.flatMap(({ key }) => (outside.value.has(key) || judged.has(key) ? [key] : [])),
    },
    head: [...head],
  };
  const response = await fetch(EXPORT, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Failure('offline', '');
  });
  if (response.ok) return response.blob();
  throw failureOf(response.status, EXPORT, await response.json().catch(() => null));
}

function hand(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function fileName(title: string): string {
  return [...title.replace(UNFIT, '-')].slice(0, LONGEST_NAME).join('').replace(/^-|-$/gu, '') || language.value;
}
