import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyProgram } from '../../../bench/leave-one-out/program-copy.ts';

const PAGE = '甲市学习上级精神\n\n本报讯 6月3日，湖州市推进最多跑一次工作。\n会议结束。\n';

it('a copy of the program reads a page with the lexicons it is given, and with its own again afterwards', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhitu-page-'));
  const program = await copyProgram();
  try {
    const page = join(folder, 'page.txt');
    await writeFile(page, PAGE);
    const programsWith = async (files: Parameters<typeof program.extract>[1]): Promise<readonly string[]> =>
      (await program.extract(page, files)).articles.flatMap(({ entities }) =>
        entities.flatMap(({ kind, name }) => (kind === 'Program' ? [name] : [])),
      );
    expect(await programsWith([{ name: 'programs.tsv', text: '# none\n' }])).toEqual([]);
    expect(await programsWith([])).toEqual(['最多跑一次']);
  } finally {
    await program.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
