import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { listRuns } from '../../ingest/runs/history.ts';
import { type IngestDesk, openIngestDesk } from '../../scripts/ingest-desk.ts';
import type { IngestEvent, IngestInput } from '../../web/api/ingest.ts';
import { dumpOf } from '../support/dumps.ts';
import { TOY_EXTRACTOR, toyText } from '../support/toy-pages.ts';

const FIRST = toyText({ day: '2019-07-03', number: 1, articles: [0, 1] });
const NOW = new Date('2026-11-21T08:00:00.000Z');
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

let folder: string;
let store: GraphStore;
let desk: IngestDesk;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-desk-'));
  store = await openEmbedded(':memory:');
  await applySchema(store);
  desk = openDesk();
});
afterEach(async () => {
  await desk.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const pages = (): string => join(folder, 'pages');
function openDesk(slow?: Promise<void>): IngestDesk {
  const openExtractor = () => ({
    ...TOY_EXTRACTOR,
    async run(page: Parameters<typeof TOY_EXTRACTOR.run>[0]) {
      await slow;
      return TOY_EXTRACTOR.run(page);
    },
    close: async () => {},
  });
  return openIngestDesk({ store, pages: pages(), runs: join(folder, 'runs'), now: () => NOW, openExtractor });
}

/** Everything that a job tells. */
async function told(input: IngestInput): Promise<readonly IngestEvent[]> {
  const job = await desk.start(input);
  const events: IngestEvent[] = [];
  await new Promise<void>((resolve) => {
    desk.listen(job.id, (event) => {
      events.push(event);
      if (event.type === 'done') resolve();
    });
  });
  return events;
}
const last = (events: readonly IngestEvent[]) => events.at(-1) as Extract<IngestEvent, { type: 'done' }>;

describe('the desk where pages are added', () => {
  it('keeps pasted words under a name of the day, reads them, and tells each step and what is new', async () => {
    const events = await told({ pages: [{ text: FIRST }] });
    expect(readdirSync(pages())).toEqual(['粘贴-2026-11-21-1.txt']);
    expect(events.map(({ type }) => type)).toEqual(['reading', 'read', 'writing', 'written', 'done']);
    expect(events[1]).toMatchObject({ articles: 2, facts: 3 });
    expect(last(events)).toMatchObject({
      state: 'finished',
      pages: 1,
      failed: 0,
      run: '0001',
      created: { Article: 2 },
    });
    const created = desk.created('1');
    expect(created.slice(0, 2).every((id) => id.startsWith('article/'))).toBe(true);
    expect(created.filter((id) => id.startsWith('person/王伟'))).not.toEqual([]);
  });

  it('leaves a journal as a run of the command line does', async () => {
    await told({ pages: [{ name: 'a.txt', base64: base64(FIRST) }], publication: '浙江法制报' });
    const [run] = await listRuns(join(folder, 'runs'));
    expect(run?.record).toMatchObject({ state: 'finished', asked: { options: { publication: '浙江法制报' } } });
    expect([...((await run?.pages()) ?? new Map()).values()]).toMatchObject([{ state: 'written', articles: 2 }]);
  });

  it('names a file that is no page, and reads the others', async () => {
    const events = await told({
      pages: [
        { name: '报纸.pdf', base64: base64('%PDF') },
        { name: 'zeros.txt', base64: Buffer.alloc(400).toString('base64') },
        { name: 'a.txt', base64: base64(FIRST) },
      ],
    });
    const problems = events.filter((event) => event.type === 'problem');
    expect(problems).toMatchObject([
      { file: '报纸.pdf', message: expect.stringContaining('.txt') },
      { file: expect.stringContaining('zeros.txt'), reason: 'binary' },
    ]);
    expect(last(events)).toMatchObject({ state: 'finished', pages: 1, failed: 1, created: { Article: 2 } });
    expect((await desk.added()).map(({ name }) => name)).toEqual(['a.txt']);
  });

  it('takes the same page twice for one, and takes it out again without a trace', async () => {
    const before = await dumpOf(store);
    await told({ pages: [{ name: 'a.txt', base64: base64(FIRST) }] });
    const again = await told({ pages: [{ name: 'a.txt', base64: base64(FIRST) }] });
    expect(again.map(({ type }) => type)).toEqual(['known', 'done']);
    const [page, ...others] = await desk.added();
    expect(others).toEqual([]);
    expect(await desk.remove(page?.file ?? '')).toMatchObject({ articles: 2 });
    expect(await dumpOf(store)).toEqual(before);
    expect(readdirSync(pages())).toEqual([]);
    await expect(desk.remove('../secret.txt')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('does one job at a time, and stops one after the page in hand', async () => {
    let go = (): void => {};
    desk = openDesk(new Promise((resolve) => (go = resolve)));
    const second = toyText({ day: '2019-07-04', number: 2, articles: [2] });
    const job = await desk.start({
      pages: [
        { name: 'a.txt', base64: base64(FIRST) },
        { name: 'b.txt', base64: base64(second) },
      ],
    });
    await expect(desk.start({ pages: [{ text: FIRST }] })).rejects.toMatchObject({ code: 'limit-exceeded' });
    desk.stop();
    go();
    await desk.close();
    const events: IngestEvent[] = [];
    desk.listen(job.id, (event) => events.push(event));
    expect(last(events)).toMatchObject({ state: 'stopped', pages: 1, created: { Article: 2 } });
    expect(events.filter(({ type }) => type === 'read')).toHaveLength(1);
  });

  it('refuses a date that no calendar has before it keeps anything', async () => {
    await expect(desk.start({ pages: [{ text: FIRST }], date: '2019-02-30' })).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(await desk.added()).toEqual([]);
  });
});
