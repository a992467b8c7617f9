/** A copy of the program with other lexicons: they are read by whichever module needs them, so nothing less takes all of them away. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ZhituError } from '../../graph/errors.ts';
import { ExtractedPage } from '../../ingest/contract.ts';
import type { LexiconFile } from './entries.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LEXICON = 'ingest/lexicon';

export interface ProgramCopy {
  readonly lexicon: readonly LexiconFile[];
  /** What the copy finds on a page with these files in place of its own. @throws ZhituError `bad-input` when it fails */
  extract(page: string, files: readonly LexiconFile[]): Promise<ExtractedPage>;
  /** Deletes the copy. */
  close(): Promise<void>;
}

export async function copyProgram(): Promise<ProgramCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'zhitu-leave-one-out-'));
  for (const part of ['ingest', 'graph', 'package.json'])
    await cp(join(ROOT, part), join(folder, part), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const names = await readdir(join(folder, LEXICON));
  const lexicon = await Promise.all(
    names.sort().map(async (name) => ({ name, text: await readFile(join(folder, LEXICON, name), 'utf8') })),
  );
  const put = (files: readonly LexiconFile[]): Promise<unknown> =>
    Promise.all(files.map((file) => writeFile(join(folder, LEXICON, file.name), file.text)));
  return {
    lexicon,
    async extract(page, files) {
      await put(files);
      const output = await run(folder, page);
      await put(lexicon.filter(({ name }) => files.some((file) => file.name === name)));
      return ExtractedPage.parse(JSON.parse(output));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function run(folder: string, page: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'ingest/cli/extract.ts', page], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  const [output, errors, status] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (status !== 0) throw new ZhituError('bad-input', `expected the extraction of ${page}, and it ended so: ${errors}`);
  return output;
}
