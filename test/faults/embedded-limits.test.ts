/** What the embedded store may take of memory and disk, and files of another version or in pieces. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../graph/open.ts';
import type { Statement } from '../../graph/store.ts';
import { type EmbeddedStore, openEmbedded } from '../../graph/stores/embedded.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { dumpOf } from '../support/dumps.ts';
import { survivorsOf } from '../support/processes.ts';
import { TOY_EXTRACTOR, toyText } from '../support/toy-pages.ts';

const run = (cypher: string): Statement => ({ cypher, row: z.unknown() });
const COUNT = { cypher: 'MATCH (n:Entity) RETURN count(n) AS n', row: z.object({ n: z.number() }) };
const FORMAT = { cypher: 'MATCH (n:Format) RETURN n.format AS n', row: z.object({ n: z.int() }) };
const MEMORY_MB = 300;
/** Would take gigabytes. */
const GREEDY = 'UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b RETURN collect(a * b) AS all';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-limits-'));
  file = join(folder, 'graph.grafeo');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withStore<T>(use: (store: EmbeddedStore) => Promise<T>): Promise<T> {
  const store = await openEmbedded(file, { memoryMb: MEMORY_MB });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

describe('memory', () => {
  test('that a query takes beyond the limit ends it, says what to do, and leaves file and store as they were', () =>
    withStore(async (store) => {
      await store.write([run("CREATE (:Entity {id: 'kept'})")]);
      const first = store.hostPid() ?? 0;
      await expect(store.readTable(GREEDY)).rejects.toMatchObject({
        code: 'limit-exceeded',
        message: expect.stringMatching(/limit of 300 MB.*Narrow the query.*ZHITU_MEMORY_MB.*NEO4J_URI/su),
      });
      expect(await survivorsOf([first], 5_000)).toEqual([]);
      expect(await store.read(COUNT)).toEqual([{ n: 1 }]);
      await store.write([run("CREATE (:Entity {id: 'more'})")]);
      expect(await store.read(COUNT)).toEqual([{ n: 2 }]);
    }));

  test('that a write takes beyond the limit ends it, and nothing of it is kept', () =>
    withStore(async (store) => {
      await store.write([run("CREATE (:Entity {id: 'kept'})")]);
      const write = store.write([
        run("CREATE (:Entity {id: 'half'})"),
        run('UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b CREATE (:Entity {id: a, other: b})'),
      ]);
      await expect(write).rejects.toMatchObject({ code: 'limit-exceeded' });
      expect(await store.read(COUNT)).toEqual([{ n: 1 }]);
    }));

  test.each(['many', '0', '-5', '199', '1e400'])('cannot be limited to %s', async (ZHITU_MEMORY_MB) => {
    await expect(openStore({ store: file }, { ZHITU_MEMORY_MB })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/expected a whole number from 200 on/u),
    });
  });

  test('is limited by the environment for commands', async () => {
    const store = await openStore({ store: file }, { ZHITU_MEMORY_MB: String(MEMORY_MB) });
    try {
      await expect(store.readTable(GREEDY)).rejects.toMatchObject({ details: { memoryMb: MEMORY_MB } });
    } finally {
      await store.close();
    }
  });
});

/** Articles that are replaced, in so many rounds; the variable asks for more. */
const REPLACEMENTS = Number(process.env.ZHITU_FAULT_REPLACEMENTS ?? 300);
const ROUNDS = 5;
const KILOBYTE = 1024;

describe('the file', () => {
  test(`stays as large as what it holds while ${REPLACEMENTS} articles are replaced`, async () => {
    const pages = join(folder, 'pages.jsonl');
    const write = (round: number): void =>
      writeFileSync(
        pages,
        Array.from({ length: REPLACEMENTS / ROUNDS }, (_, index) =>
          JSON.stringify({
            text: toyText({
              day: '2019-07-03',
              number: 1 + index,
              articles: [3],
              salt: REPLACEMENTS * round + index + 1,
            }),
          }),
        ).join('\n'),
      );
    const sizes: number[] = [];
    let last: readonly string[] = [];
    for (let round = 1; round <= ROUNDS + 1; round += 1) {
      write(round);
      const store = await openStore({ store: file }, {});
      await ingestPaths([pages], { store, pipeline: TOY_EXTRACTOR });
      last = await dumpOf(store);
      await store.close();
      sizes.push(statSync(file).size);
    }
    process.stdout.write(`sizes in kB: ${sizes.map((bytes) => Math.round(bytes / KILOBYTE)).join(' ')}\n`);
    const fresh = join(folder, 'fresh.grafeo');
    const store = await openStore({ store: fresh }, {});
    await ingestPaths([pages], { store, pipeline: TOY_EXTRACTOR });
    expect(await dumpOf(store)).toEqual(last);
    await store.close();
    // The old image is kept until the new one is whole: so twice the size, and room for what is being freed.
    expect(statSync(file).size).toBeLessThan(4 * statSync(fresh).size);
  }, 600_000);

  test('takes in its log while it is written to, without being closed', () =>
    withStore(async (store) => {
      const text = '文'.repeat(20_000);
      for (let index = 0; index < 400; index += 1) {
        await store.write([
          { ...run("MERGE (n:Entity {id: 'x'}) SET n.text = $text"), params: { text: `${index}${text}` } },
        ]);
      }
      // 24 MB went into the log; the engine folds it, in its own time, whenever it has 8 MB.
      await expect.poll(() => sizeOf(`${file}.wal`), { timeout: 20_000 }).toBeLessThan(10 * KILOBYTE * KILOBYTE);
    }));
});

function sizeOf(folderPath: string): number {
  const names = readdirSync(folderPath, { encoding: 'utf8' });
  return names.reduce((sum, name) => sum + statSync(join(folderPath, name)).size, 0);
}

/** Where the engine's file keeps the number of its format, and the checksum of what stands before it. */
const FORMAT_AT = 4;
const CHECKSUM_AT = 72;

async function writeOther(change: (bytes: Buffer) => void): Promise<Buffer> {
  await withStore((store) => store.write([run('UNWIND range(1, 3000) AS i CREATE (:Entity {id: i})')]));
  const bytes = readFileSync(file);
  change(bytes);
  writeFileSync(file, bytes);
  return bytes;
}

function setFormat(bytes: Buffer, format: number): void {
  bytes.writeUInt32LE(format, FORMAT_AT);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, CHECKSUM_AT)), CHECKSUM_AT);
}

describe('a file', () => {
  test.each([
    [
      'of a newer engine',
      (bytes: Buffer) => setFormat(bytes, 1000),
      /newer version.*left as it is.*npm run backup.*npm run restore/su,
    ],
    ['of an older engine', (bytes: Buffer) => setFormat(bytes, 2), /older version.*left as it is.*npm run backup/su],
    [
      'with a damaged beginning',
      (bytes: Buffer) => bytes.fill(7, 8, 40),
      /damaged.*restore a backup.*ingest the pages again/su,
    ],
    [
      'with a damaged middle',
      (bytes: Buffer) => bytes.fill(7, bytes.length - 9000, bytes.length - 5000),
      /damaged.*restore a backup/su,
    ],
  ])('%s is refused with what to do, and left as it is', async (_, change, message) => {
    const bytes = await writeOther(change);
    await expect(openEmbedded(file)).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringMatching(message),
    });
    expect(readFileSync(file)).toEqual(bytes);
  });

  test('that holds a graph of a newer format is refused with what to do, and left as it is', async () => {
    const store = await openStore({ store: file }, {});
    await store.write([run('MATCH (n:Format) SET n.format = 1000')]);
    await store.close();
    const before = await withStore(dumpOf);
    await expect(openStore({ store: file }, {})).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringMatching(/format 1000.*up to \d+.*Use that version/su),
    });
    expect(await withStore(dumpOf)).toEqual(before);
    expect(await withStore((same) => same.read(FORMAT))).toEqual([{ n: 1000 }]);
  });

  test('that names no format is read, and names one then', async () => {
    await withStore((store) => store.write([run("CREATE (:Entity {id: 'kept'})")]));
    const store = await openStore({ store: file }, {});
    expect(await store.read(FORMAT)).toHaveLength(1);
    expect(await store.read(COUNT)).toEqual([{ n: 1 }]);
    await store.close();
  });
});
