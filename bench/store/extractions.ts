/** Made pages and what is extracted from them, saved as lines that `ingest --from` takes: reading pages is no part of how fast they are written. */
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { sealedLine } from '../../ingest/extraction-line.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import { rulesVersion } from '../../ingest/version.ts';
import { loadNameStock, loadTemplates, makePages } from '../extract/corpus.ts';

export interface SavedExtractions {
  /** JSON Lines, a page each. */
  readonly file: string;
  readonly pages: number;
  readonly articles: number;
  readonly facts: number;
  /** UTF-16 units of the articles' texts. */
  readonly characters: number;
}

/** Characters that one write takes. */
const WRITE_CHARACTERS = 4_000_000;

/**
 * Extracts made pages until there are so many articles, unless the folder has them from a run before. The last page is kept whole.
 * @param folder for `extractions-N.jsonl` and its counts
 */
export function saveExtractions(
  folder: string,
  articles: number,
  seed: number,
  onProgress: (articles: number) => void,
): SavedExtractions {
  const version = rulesVersion();
  const file = `${folder}/extractions-${articles}-${seed}-${version.replaceAll(/\W/gu, '-')}.jsonl`;
  const counts = `${file}.counts`;
  if (existsSync(counts)) return JSON.parse(readFileSync(counts, 'utf8')) as SavedExtractions;
  const pipeline = openPipeline();
  const partial = `${file}.partial`;
  const output = openSync(partial, 'w');
  const saved = { file, pages: 0, articles: 0, facts: 0, characters: 0 };
  let lines = '';
  for (const page of makePages(loadTemplates(), loadNameStock(), seed)) {
    const { extraction } = pipeline.run(page);
    const { source, articles: found } = extraction;
    lines += `${sealedLine({ source, extractor: { version, settings: '' }, articles: found })}\n`;
    saved.pages += 1;
    saved.articles += extraction.articles.length;
    for (const { facts, text } of extraction.articles) {
      saved.facts += facts.length;
      saved.characters += text.length;
    }
    const isLast = saved.articles >= articles;
    if (isLast || lines.length >= WRITE_CHARACTERS) {
      writeSync(output, lines);
      lines = '';
    }
    onProgress(Math.min(saved.articles, articles));
    if (isLast) break;
  }
  closeSync(output);
  renameSync(partial, file);
  writeFileSync(counts, JSON.stringify(saved));
  return saved;
}
