/** Backups: a dump between a line that says what it is and one that proves that it is whole. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dumpLines } from './dump.ts';
import { ZhituError } from './errors.ts';
import type { GraphStore } from './store.ts';

/** Raised when a reader of this number could not read what is written. */
const FORMAT = 1;

const Head = z.object({ zhitu: z.literal('backup'), format: z.int(), madeAt: z.string(), from: z.string() });
const Foot = z.object({ zhitu: z.literal('end'), lines: z.int(), sha256: z.string() });
type Head = z.infer<typeof Head>;

/** The lines of a backup of a store, without line ends. `madeAt` is an ISO time. */
export async function* backupLines(store: GraphStore, madeAt: string): AsyncIterable<string> {
  const head: Head = { zhitu: 'backup', format: FORMAT, madeAt, from: `${store.engine} ${store.location}` };
  yield JSON.stringify(head);
  const hash = createHash('sha256');
  let lines = 0;
  for await (const line of dumpLines(store)) {
    hash.update(`${line}\n`);
    lines += 1;
    yield line;
  }
  const foot: z.infer<typeof Foot> = { zhitu: 'end', lines, sha256: hash.digest('hex') };
  yield JSON.stringify(foot);
}

/**
 * The dump within the lines of a backup. A plain dump is read too; it has nothing that proves it whole.
 * @throws ZhituError `bad-input` for a backup of a newer format (before its first line), one that ends early, and one whose lines are not
 * those that were written (after its last line)
 */
export async function* dumpOfBackup(lines: AsyncIterable<string>): AsyncIterable<string> {
  const hash = createHash('sha256');
  let count = 0;
  let isBackup = false;
  let isWhole = false;
  for await (const line of lines) {
    if (count === 0 && !isBackup && line.includes('"zhitu"')) {
      assertKnown(line);
      isBackup = true;
      continue;
    }
    const foot = isBackup && line.startsWith('{"zhitu":') ? Foot.safeParse(JSON.parse(line)) : null;
    if (foot?.success) {
      isWhole = foot.data.lines === count && foot.data.sha256 === hash.digest('hex');
      if (!isWhole) throw damaged(`its last line names ${foot.data.lines} lines, and ${count} came, or they differ`);
      continue;
    }
    hash.update(`${line}\n`);
    count += 1;
    yield line;
  }
  if (isBackup && !isWhole) throw damaged(`it ends after ${count} lines, without the line that closes a backup`);
}

function assertKnown(line: string): void {
  const head = Head.safeParse(JSON.parse(line));
  if (!head.success) throw damaged('its first line is not that of a backup');
  if (head.data.format <= FORMAT) return;
  throw new ZhituError(
    'bad-input',
    `Expected a backup of format ${FORMAT} or older, and this one has format ${head.data.format}: a newer version of this program made it. Restore it with that version.`,
    { format: head.data.format },
  );
}

function damaged(what: string): ZhituError {
  return new ZhituError('bad-input', `The backup is damaged: ${what}. Take another backup, or copy this one again.`);
}
