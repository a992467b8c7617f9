/** Pages for `scale/`: names and bytes that are easily lost on the way through Spark. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { smallPage } from './small-pages.ts';

/** Pages that can be used, and those that cannot. */
export const GOOD = 10;
export const BAD = 2;

/** Writes them into a folder, which is made. */
export async function writeSparkPages(folder: string): Promise<void> {
  await mkdir(join(folder, 'sub'), { recursive: true });
  for (let number = 1; number <= 4; number++) await writeFile(join(folder, `${number} 版#%41.txt`), smallPage(number));
  await writeFile(join(folder, '5.TXT'), `\ufeff${smallPage(5).replaceAll('\n', '\r\n')}`);
  await writeFile(join(folder, '6.txt'), encode(smallPage(6), 'gb18030'));
  await writeFile(join(folder, '7.txt'), Buffer.from([0, 1, 2]));
  const line = (number: number): string =>
    JSON.stringify({ title: `第${number}次会议召开`, date: `2020-06-0${number}`, text: smallPage(number) });
  await writeFile(join(folder, 'a.jsonl'), `${line(1)}\n\n${line(2)}\r\nno json\n${line(3)}`);
  await writeFile(join(folder, 'b.JSONL'), `${line(4)}\n`);
  await writeFile(join(folder, 'README.md'), smallPage(8));
  await writeFile(join(folder, 'sub', '9.txt'), smallPage(9));
}
