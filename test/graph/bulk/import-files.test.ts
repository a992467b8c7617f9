import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ImportWriter } from '../../../graph/bulk/import-files.ts';
import type { NodeRecord, RelationRecord } from '../../../graph/model.ts';

const person = (name: string, properties: NodeRecord['properties'] = {}): NodeRecord => ({
  id: `person/${name}`,
  kind: 'Person',
  labels: [],
  properties: { name, search: name, ...properties },
});
const chaired = (article: string): RelationRecord => ({
  key: 'CHAIRED|person/王|event/x',
  type: 'CHAIRED',
  from: 'person/王',
  to: 'event/x',
  properties: { evidence: [`${article}#0-1`], rules: ['r'], confidences: [0.5], confidence: 0.5 },
});

describe('ImportWriter', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhitu-import-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const lines = (name: string): string[] => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');

  it('writes each record once, merged from its parts, with typed columns and the arguments that name the files', async () => {
    const writer = new ImportWriter(folder);
    writer.add({ nodes: [person('王')], relations: [chaired('article/1')] });
    writer.add({ nodes: [{ ...person('王'), labels: ['Official'] }], relations: [chaired('article/2')] });
    writer.keep({ label: 'Page', id: 'page/1', properties: { sha256: 'x', articles: ['article/1'] } });
    const { args, ...counts } = await writer.finish();
    expect(counts).toEqual({ nodes: 1, relations: 1, kept: 1 });
    expect(lines('Person.csv')).toEqual([
      'id:ID(Entity),:LABEL,name:string,search:string,aliases:string[]',
      '"person/王","Entity\u001fPerson\u001fOfficial","王","王",',
    ]);
    expect(lines('CHAIRED.csv')).toEqual([
      ':START_ID(Entity),:END_ID(Entity),key:string,confidence:double,confidences:double[],evidence:string[],rules:string[]',
      '"person/王","event/x","CHAIRED|person/王|event/x",0.75,"0.5\u001f0.5","article/1#0-1\u001farticle/2#0-1","r\u001fr"',
    ]);
    expect(lines('Page.csv')).toEqual([
      'id:ID(Page),:LABEL,sha256:string,articles:string[]',
      '"page/1","Page","x","article/1"',
    ]);
    expect(args.slice(2)).toEqual([
      `--nodes=${join(folder, 'Person.csv')}`,
      `--nodes=${join(folder, 'Page.csv')}`,
      `--relationships=CHAIRED=${join(folder, 'CHAIRED.csv')}`,
    ]);
    expect(readdirSync(folder).sort()).toEqual(['CHAIRED.csv', 'Page.csv', 'Person.csv']);
  });

  it('doubles quotation marks, keeps line breaks, and tells an empty text from none', async () => {
    const writer = new ImportWriter(folder);
    writer.add({
      nodes: [person('a', { title: 'x "y", z\nw' }), person('b', { title: '' }), person('c')],
      relations: [],
    });
    await writer.finish();
    const text = readFileSync(join(folder, 'Person.csv'), 'utf8');
    expect(text).toContain('"x ""y"", z\nw"');
    expect(text).toMatch(/"person\/b".*,""(,|\n)/u);
    expect(text).toContain('"person/c","Entity\u001fPerson","c","c",,\n');
  });

  it('tells the import tool of a field that is longer than what it reads at once', async () => {
    const writer = new ImportWriter(folder);
    writer.add({ nodes: [person('a', { text: '字'.repeat(1_000_000) })], relations: [] });
    const { args } = await writer.finish();
    const option = args.find((arg) => arg.startsWith('--read-buffer-size='));
    expect(Number(option?.split('=')[1])).toBeGreaterThan(3_000_000);
  });

  it('refuses a folder that holds something, a property of two types, and a list that its separator is in', async () => {
    writeFileSync(join(folder, 'x'), '');
    expect(() => new ImportWriter(folder)).toThrow(expect.objectContaining({ code: 'bad-input' }));
    const types = new ImportWriter(join(folder, 'types'));
    types.add({ nodes: [person('a', { page: 1 })], relations: [] });
    types.add({ nodes: [person('b', { page: 1.5 })], relations: [] });
    expect(() => types.add({ nodes: [person('c', { page: 'x' })], relations: [] })).toThrow(
      /page is double .* string/u,
    );
    const list = new ImportWriter(join(folder, 'list'));
    list.add({ nodes: [person('a', { aliases: ['x\u001fy'] })], relations: [] });
    await expect(list.finish()).rejects.toThrow(/U\+001F/u);
  });
});
