/** Many short pages that share people, places and programs, for runs that are stopped in their midst. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PLACES = ['湖州市', '杭州市', '嘉兴市', '绍兴市', '衢州市'];
const PEOPLE = ['祁若川', '沈明远', '陆文涛', '韩立群', '田晓峰', '卢志刚', '许建国'];

/** The text of the page of a number. */
export function smallPage(number: number): string {
  const place = PLACES[number % PLACES.length];
  const person = PEOPLE[number % PEOPLE.length];
  const day = (number % 27) + 1;
  return `浙江法制报 2020年6月${day}日 1版

${place}召开第${number}次平安建设会议

本报记者 张倩

本报讯 ${day}日，第${number}次平安建设会议在${place}召开。副省长${person}出席并讲话。${person}要求，各地要推广“枫桥经验”。
`;
}

/** Writes `0001.txt` and so on into a folder, which is made. */
export async function writeSmallPages(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let number = 1; number <= count; number++) await writeFile(join(folder, pageName(number)), smallPage(number));
}

export function pageName(number: number): string {
  return `${String(number).padStart(4, '0')}.txt`;
}
