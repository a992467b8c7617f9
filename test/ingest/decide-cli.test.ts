import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';

const PAGE = (day: string, title: string, text: string): string =>
  `---\ndate: ${day}\npublication: 浙江法制报\n---\n# ${title}\n\n${text}\n`;

let folder: string;
let store: string;

function run(script: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programPath(script), ...args, '--store', store], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const decide = (...args: readonly string[]) => run('ingest/cli/decide.ts', ...args);
/** The graph without what people decided. */
const graph = () =>
  run('graph/cli/dump.ts')
    .stdout.split('\n')
    .filter((line) => !line.includes('"label":"Decision"'))
    .join('\n');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-decide-'));
  store = join(folder, 'a.grafeo');
  const texts = [
    PAGE(
      '2019-07-01',
      '吴兴区召开平安建设会议',
      '7月1日，吴兴区平安建设工作会议召开，吴兴区委政法委书记钱昌荣主持会议并讲话。',
    ),
    PAGE(
      '2019-07-08',
      '吴兴区推进网格建设',
      '7月8日，吴兴区召开网格建设推进会，吴兴区委政法委书记钱昌荣出席会议并讲话。',
    ),
  ];
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${index}.md`), text);
  expect(run('ingest/cli/ingest.ts', folder).status).toBe(0);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run decide', { timeout: 180_000 }, () => {
  test('lists the mentions that were taken for a person, parts them, and brings them together again', () => {
    const before = graph();
    const listed = decide('mentions', 'person/钱昌荣').stdout;
    const refs = listed.match(/^article\/\S+!person\/钱昌荣$/gmu) ?? [];
    expect(refs).toHaveLength(2);
    expect(listed).toContain('2019-07-01 浙江法制报 《吴兴区召开平安建设会议》');

    const parted = decide('different', ...refs, '--by', '李编辑', '--note', '两个人');
    expect(parted).toMatchObject({ status: 0, stderr: '' });
    const people = new Set(graph().match(/^\{"id":"person\/钱昌荣[^"]*"/gmu));
    expect(people.size).toBe(2);

    const [id = ''] = parted.stdout.split('\t');
    expect(decide('list').stdout).toMatch(new RegExp(`^${id}\tdifferent\t.*\t李编辑\t.*\t两个人\tin force`, 'u'));
    expect(decide('withdraw', id, '--by', '王编辑').stdout).toMatch(/withdrawn 已撤回 王编辑/u);
    expect(graph()).toBe(before);
  });

  test('says what it expected of words and ids that it does not know', () => {
    expect(decide('merge')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('expected mentions, same, different, list, withdraw, and was given merge'),
    });
    expect(decide('same', 'person/钱昌荣')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('same takes 2 ids, and was given 1'),
    });
    expect(decide('mentions', 'person/没有')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('No article names person/没有'),
    });
  });
});
