/** The version of the rules: it changes with any of the files that decide what is found in a page. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);
/** Rules and word lists, and what they take from the graph's folder. Reading them takes some ten milliseconds. */
const FOLDERS = ['ingest/', 'ingest/events/', 'ingest/lexicon/'];
const OTHERS = ['graph/model.ts', 'graph/pinyin.ts', 'graph/traditional.ts', 'graph/traditional.tsv'];
const DECIDING = /\.(?:ts|lex|tsv)$/u;
const DIGITS = 16;

let known: string | null = null;
let knownProfiles: string | null = null;

/** `rules/` + a hash of the sources: the same program has the same on every machine. */
export function rulesVersion(): string {
  known ??= `rules/${hashOf([...FOLDERS.flatMap(filesIn), ...OTHERS])}`;
  return known;
}

/** What articles say of their names, as far as this program decides it: changes with the folder that reads it off an extraction. */
export function profilesVersion(): string {
  knownProfiles ??= hashOf([...filesIn('ingest/identity/'), ...OTHERS]);
  return knownProfiles;
}

/** The same for a language model: also what it is asked, and which it is. */
export function modelVersion(mode: 'llm' | 'both', model: string): string {
  return `${mode}/${hashOf([...[...FOLDERS, 'ingest/llm/'].flatMap(filesIn), ...OTHERS])}/${model}`;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(fileURLToPath(new URL(folder, ROOT)))
    .filter((name) => DECIDING.test(name))
    .sort()
    .map((name) => folder + name);
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    // A checkout may end its lines otherwise.
    const text = readFileSync(fileURLToPath(new URL(file, ROOT)), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${file}\n${text}\n`);
  }
  return hash.digest('hex').slice(0, DIGITS);
}
