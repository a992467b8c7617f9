// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../web/client/ingest/chosen.ts';
import { afterEvent, type Progress } from '../../../../web/client/ingest/job.ts';

const file = (name: string, size = 1_000) => ({ name, size });

describe('files that a reader chooses', () => {
  it('are taken when they are pages, and each other is named with what to do', () => {
    const { files, faults } = checkFiles([], [file('a.txt'), file('b.pdf'), file('c.HTML'), file('d.txt', 10_000_001)]);
    expect(files.map(({ name }) => name)).toEqual(['a.txt', 'c.HTML']);
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('b.pdf');
    expect(faults[1]).toContain('10.0 MB');
  });

  it('take the place of one of the same name', () => {
    const { files } = checkFiles([file('a.txt', 1), file('b.txt', 1)], [file('a.txt', 2)]);
    expect(files).toEqual([file('b.txt', 1), file('a.txt', 2)]);
  });

  it('stay as they are where more would be too many or too much', () => {
    const before = [file('a.txt')];
    const many = Array.from({ length: 200 }, (_, index) => file(`${index}.txt`));
    expect(checkFiles(before, many)).toMatchObject({ files: before, faults: [expect.stringContaining('200')] });
    const large = [file('b.txt', 9_999_999), file('c.txt', 9_999_999), file('d.txt', 9_999_999)];
    expect(checkFiles(before, large)).toMatchObject({ files: before, faults: [expect.stringContaining('20')] });
  });
});

describe('a job that is followed', () => {
  const begun: Progress = { job: '1', at: null, stage: 'keep', pages: [], problems: [], done: null };

  it('goes from stage to stage, and remembers what was read, known and doubtful', () => {
    const doubts = [{ stage: 'dates', reason: 'unread-date', words: '近日' }];
    const read = { type: 'read', file: 'a.txt', articles: 2, entities: 9, facts: 3, doubts, doubtful: 1 } as const;
    let now = afterEvent(begun, { type: 'reading', file: 'a.txt', at: 1, of: 2 });
    expect(now).toMatchObject({ stage: 'read', at: { file: 'a.txt', at: 1, of: 2 } });
    now = afterEvent(afterEvent(now, read), { type: 'known', file: 'b.txt' });
    expect(now.pages).toMatchObject([
      { file: 'a.txt', isKnown: false, doubts },
      { file: 'b.txt', isKnown: true },
    ]);
    expect(afterEvent(now, { type: 'writing' }).stage).toBe('identity');
  });
});
