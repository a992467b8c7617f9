import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DEFAULT_STORE, openStore, storeTarget } from '../../graph/open.ts';

describe('the store that is opened', () => {
  const all = { ZHITU_STORE: 'zhitu.grafeo', NEO4J_URI: 'bolt://server' };

  test('is the one of the command line, else of ZHITU_STORE, else of NEO4J_URI, else the file under data', () => {
    expect(storeTarget({ store: 'mine.grafeo' }, all)).toBe('mine.grafeo');
    expect(storeTarget({}, all)).toBe('zhitu.grafeo');
    expect(storeTarget({}, { NEO4J_URI: 'bolt://server' })).toBe('bolt://server');
    expect(storeTarget({}, { ZHITU_STORE: '', NEO4J_URI: '' })).toBe(DEFAULT_STORE);
    expect(DEFAULT_STORE).toMatch(/data[/\\]zhitu\.grafeo$/u);
  });

  test('has its constraint: an id can be given only once', async () => {
    const store = await openStore({ store: ':memory:' }, {});
    const create = { cypher: "CREATE (:Entity {id: 'a'})", row: z.unknown() };
    await store.write([create]);
    await expect(store.write([create])).rejects.toMatchObject({ code: 'store-rejected' });
    await store.close();
  });

  test('may be opened again and again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhitu-open-'));
    const store = join(folder, 'graph.grafeo');
    for (let times = 0; times < 2; times += 1) await (await openStore({ store }, {})).close();
    expect(existsSync(store)).toBe(true);
    await (await openStore({ store, mustExist: true }, {})).close();
    rmSync(folder, { recursive: true });
  });

  test('cannot be an address of another kind, and its password is not shown', async () => {
    await expect(openStore({ store: 'http://neo4j:geheim@localhost:7474' }, {})).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/bolt:\/\/.*begins with http:\/\/$/u),
    });
  });
});
