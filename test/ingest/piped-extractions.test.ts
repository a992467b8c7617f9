import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpLines } from '../../graph/dump.ts';
import type { Extent } from '../../graph/extent.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import type { ExtractedPage } from '../../ingest/contract.ts';
import { sealedLine } from '../../ingest/extraction-line.ts';
import { ingestExtractions } from '../../ingest/ingest-extractions.ts';
import { hasChanges } from '../../ingest/page-writer.ts';
import { readPipedExtractions } from '../../ingest/piped-extractions.ts';
import { article, extraction, fact } from '../support/extractions.ts';

let store: GraphStore;
beforeEach(async () => {
  store = await openStore({ store: ':memory:' }, {});
});
afterEach(() => store.close());

async function* bytesOf(lines: readonly unknown[]): AsyncGenerator<Uint8Array> {
  for (const line of lines) yield Buffer.from(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
}

const ingest = (...lines: readonly unknown[]) =>
  ingestExtractions(readPipedExtractions(bytesOf(lines), 'lines'), { store });

async function dump(): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of dumpLines(store)) lines.push(line);
  return lines;
}

const page = (file: string, ...articles: ExtractedPage['articles']): ExtractedPage => extraction(file, articles);

describe('extractions made elsewhere', () => {
  it('are written, and nothing is the second time', async () => {
    const first = await ingest(page('a', article('1')), page('b', article('2')));
    expect(first).toMatchObject({ pages: 2, failed: 0 });
    expect(hasChanges(first.written)).toBe(true);
    const again = await ingest(page('a', article('1')), page('b', article('2')));
    expect(again).toMatchObject({ pages: 2, known: 2 });
    expect(hasChanges(again.written)).toBe(false);
  });

  it('tell how many there are by the part of them that was read, where that is known', async () => {
    const told = async (share?: () => number | null) => {
      const seen: Extent[] = [];
      const onProgress = ({ stage: _, ...extent }: Extent & { readonly stage: string }): void => void seen.push(extent);
      const lines = readPipedExtractions(bytesOf([page('a', article('1')), page('b', article('2'))]), 'lines');
      await ingestExtractions(lines, { store, onProgress, ...(share && { share }) });
      return seen;
    };
    expect(await told(() => 0.5)).toEqual([{ done: 2, total: 4, isEstimate: true }]);
    expect(await told(() => 1)).toEqual([{ done: 2, total: 2, isEstimate: false }]);
    expect(await told()).toEqual([{ done: 2, total: null }]);
  });

  it('replace what their file stated before', async () => {
    await ingest(page('a', article('1')));
    await ingest(page('a', article('2')));
    expect((await dump()).join('\n')).not.toContain('article/1');
  });

  it('are not checked again where the store has their page of the same extractor, in whichever order their keys stand', async () => {
    const extractor = { version: 'rules/1', settings: '' };
    const { source, articles } = page('a', article('1'));
    await ingest({ source, extractor, articles });
    expect(await ingest({ articles, source, extractor })).toMatchObject({ known: 1, failed: 0 });
    expect(await ingest({ source, extractor, articles: 'none' })).toMatchObject({ known: 1, failed: 0 });
    const others = { source, extractor: { ...extractor, version: 'rules/2' }, articles: 'none' };
    expect(await ingest(others)).toMatchObject({ known: 0, failed: 1 });
  });

  it('that were cut off are a problem even where the store has their page', async () => {
    const extractor = { version: 'rules/1', settings: '' };
    const { source, articles } = page('a', article('1'));
    const line = JSON.stringify({ source, extractor, articles });
    const empty = JSON.stringify({ source: { ...source, file: 'b' }, extractor, articles: [] });
    expect(await ingest(line, empty)).toMatchObject({ failed: 0 });
    expect(await ingest(line, `${line} `, empty)).toMatchObject({ known: 3, failed: 0 });
    const head = line.indexOf('"articles":') + '"articles":'.length;
    const cut = [head, head + 20, line.length - 20, line.length - 3, line.length - 1].map((end) => line.slice(0, end));
    const { failed, problems } = await ingest(...cut, empty.slice(0, -1));
    expect(failed).toBe(cut.length + 1);
    expect(problems.map(({ reason }) => reason)).toEqual(Array.from({ length: failed }, () => 'bad-line'));
  });

  it('that were damaged anywhere are a problem even where the store has their page, and state nothing', async () => {
    const { source, articles } = page('a', article('1'));
    const line = Buffer.from(sealedLine({ source, extractor: { version: 'rules/1', settings: '' }, articles }));
    // Another digit or letter in the place of one, so that many of the copies stay JSON.
    const damaged = Array.from({ length: line.lastIndexOf(',"check":') }, (_, at) => {
      const copy = Buffer.from(line);
      copy[at] = (copy[at] as number) ^ 1;
      return copy;
    });
    const others = [
      line.subarray(0, -1),
      line.subarray(0, -20),
      Buffer.from(line.toString().replace(/"check":"../u, '"check":"xx')),
    ];
    const read = (lines: readonly Buffer[]) =>
      ingestExtractions(
        readPipedExtractions(Readable.from(lines.flatMap((one) => [one, Buffer.from('\n')])), 'lines'),
        { store },
      );
    expect(await read([line])).toMatchObject({ pages: 1, failed: 0 });
    const before = await dump();
    const again = await read([line, ...damaged, line]);
    expect(again).toMatchObject({ known: 2, failed: damaged.length });
    expect(again.problems[0]).toMatchObject({
      reason: 'bad-line',
      message: expect.stringMatching(/not as it was printed/u),
    });
    // What only lost its hash, or a part of it, is broken or the same.
    expect(await read(others)).toMatchObject({ known: 1, failed: 2 });
    expect(await dump()).toEqual(before);
  });

  it('that do not fit are a problem with their line and its reason, and stop no other', async () => {
    const stray = (id: string, mentions: [number, number][]) => ({
      id,
      kind: 'Person' as const,
      name: 'x',
      aliases: [],
      mentions,
    });
    const wrong: readonly (readonly [unknown, RegExp])[] = [
      ['{"source":', /the line is no JSON/u],
      [{ source: {} }, /source\.file/u],
      [page('x', { ...article('1'), id: 'person/1' }), /an id such as article\//u],
      [
        page('x', article('1', [], { entities: [stray('place/x', [])] })),
        /place\/x is expected to begin with person\//u,
      ],
      [page('x', article('1', [fact({ from: 'person/某某' })])), /joins person\/某某/u],
      [page('x', article('1', [fact({ evidence: [0, 999] })])), /sentence of a fact CHAIRED lies outside/u],
      [page('x', article('1', [], { entities: [stray('person/x', [[5, 3]])] })), /mention of person\/x lies outside/u],
    ];
    const lines = wrong.map(([line]) => line);
    const report = await ingest(page('a', article('1')), '', ...lines, page('b', article('2')));
    expect(report).toMatchObject({ pages: 2, failed: wrong.length });
    expect(report.problems.map(({ file }) => file)).toEqual(wrong.map((_, index) => `lines#${index + 3}`));
    for (const [index, [, message]] of wrong.entries()) expect(report.problems[index]?.message).toMatch(message);
    expect((await dump()).filter((text) => text.startsWith('{"id":"article/'))).toHaveLength(2);
  });
});
