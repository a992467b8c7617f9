/** The seed pages, and pages made for a test. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawPage } from '../../ingest/files.ts';

const SEEDS = new URL('../../seeds/', import.meta.url).pathname;

/** A page as the file stage hands it on. */
export function rawPage(text: string, file = 'page.txt'): RawPage {
  return { file, text, sha256: createHash('sha256').update(text).digest('hex'), encoding: 'utf-8' };
}

/** The five seed pages in name order, their file names relative to the project. */
export function seedPages(): readonly RawPage[] {
  return readdirSync(SEEDS)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => rawPage(readFileSync(join(SEEDS, name), 'utf8'), `seeds/${name}`));
}
