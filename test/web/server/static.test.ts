import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageRoutes } from '../../../web/server/static.ts';

describe('the document of the page', () => {
  let folder: string;
  let server: ReturnType<ReturnType<typeof express>['listen']>;
  let url: string;
  const opened: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhitu-page-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>知图</title>');
    const app = express().use(pageRoutes(folder, (id) => opened.push(id)));
    await new Promise<void>((listening) => {
      server = app.listen(0, '127.0.0.1', () => listening());
    });
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(async () => {
    await new Promise((closed) => server.close(closed));
    await rm(folder, { recursive: true });
  });

  it.each([
    ['/v/4b46e49dc6a58908', '</api/v/4b46e49dc6a58908>; rel=preload; as=fetch; crossorigin'],
    ['/v/a%3E%22b', '</api/v/a%3E%22b>; rel=preload; as=fetch; crossorigin'],
    ['/explore', null],
    ['/', null],
  ])('of %s has the browser ask ahead: %s', async (address, link) => {
    const response = await fetch(url + address);
    expect(await response.text()).toContain('知图');
    expect(response.headers.get('Link')).toBe(link);
  });

  it('tells which saved view or link it will show, so that reading can begin', async () => {
    opened.length = 0;
    for (const address of ['/v/a%3E%22b', '/explore', '/v/12']) await fetch(url + address);
    expect(opened).toEqual(['a>"b', '12']);
  });
});
