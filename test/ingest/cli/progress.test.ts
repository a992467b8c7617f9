import { describe, expect, it } from 'vitest';
import { openProgress } from '../../../ingest/cli/progress.ts';

/** A stream that keeps what is written, and a clock that a test moves. */
function setUp(isTTY: boolean, columns = 100) {
  let time = 0;
  let written = '';
  const out = { isTTY, columns, write: (text: string) => (written += text) };
  const progress = openProgress(out, () => time);
  return { progress, wait: (ms: number) => (time += ms), written: () => written };
}

describe('openProgress', () => {
  it('writes one line a stage where lines are kept', () => {
    const { progress, wait, written } = setUp(false);
    progress.update({ stage: 'read', done: 0, total: 2 });
    wait(500);
    progress.update({ stage: 'read', done: 2, total: 2 });
    progress.update({ stage: 'mentions', done: 0, total: 3 });
    wait(1200);
    progress.update({ stage: 'mentions', done: 3, total: 3 });
    progress.close();
    expect(written()).toBe('read         2/2 in 0.50 s\nmentions     3/3 in 1.20 s\n');
  });

  it('lets a line stand between, and goes on with the stage', () => {
    const { progress, wait, written } = setUp(true);
    progress.update({ stage: 'read', done: 0, total: 2 });
    progress.note('b.txt: empty');
    wait(500);
    progress.update({ stage: 'read', done: 2, total: 2 });
    progress.close();
    const lines = written().split('\n');
    expect(lines[0]).toContain('\rb.txt: empty');
    expect(lines[1]).toMatch(/read {9}2\/2 in 0\.50 s/u);
  });

  it('says during a long stage how fast it is and what is left', () => {
    const { progress, wait, written } = setUp(false);
    progress.update({ stage: 'write', done: 0, total: 1000 });
    wait(10_000);
    progress.update({ stage: 'write', done: 100, total: 1000 });
    expect(written()).toBe('write        100/1000 10/s, 1:30 left\n');
  });

  it('marks a total that is an estimate, and tells hours', () => {
    const { progress, wait, written } = setUp(false);
    progress.update({ stage: 'ingest', done: 0, total: 90_000, isEstimate: true });
    wait(10_000);
    progress.update({ stage: 'ingest', done: 200, total: 90_000, isEstimate: true });
    expect(written()).toBe('ingest       200/~90000 20/s, 1:14:50 left\n');
  });

  it('promises no end of what has none that is known', () => {
    const { progress, wait, written } = setUp(true);
    progress.update({ stage: 'ingest', done: 0, total: null });
    wait(10_000);
    progress.update({ stage: 'ingest', done: 200, total: null });
    progress.close();
    expect(written().split('\r').slice(2)).toEqual([
      'ingest       200 20/s\u001b[K',
      'ingest       200 in 10.00 s\u001b[K\n',
    ]);
  });

  it('draws a bar over itself on a terminal, not more often than a reader sees', () => {
    const { progress, wait, written } = setUp(true);
    progress.update({ stage: 'read', done: 0, total: 4 });
    wait(100);
    progress.update({ stage: 'read', done: 2, total: 4 });
    wait(10);
    progress.update({ stage: 'read', done: 3, total: 4 });
    wait(10);
    progress.update({ stage: 'read', done: 4, total: 4 });
    progress.close();
    expect(written().split('\r')).toEqual([
      '',
      `read         ${'░'.repeat(24)} 0/4\u001b[K`,
      `read         ${'█'.repeat(12)}${'░'.repeat(12)} 2/4 20/s, 0:01 left\u001b[K`,
      'read         4/4 in 0.12 s\u001b[K\n',
    ]);
  });

  it('never wraps in a narrow terminal', () => {
    const { progress, written } = setUp(true, 20);
    progress.update({ stage: 'read', done: 1, total: 4 });
    expect(written().replace('\r', '').replace('\u001b[K', '')).toHaveLength(19);
  });

  it('bears a stage without anything to do, and a close without a stage', () => {
    const { progress, written } = setUp(true);
    progress.close();
    expect(written()).toBe('');
    progress.update({ stage: 'read', done: 0, total: 0 });
    progress.close();
    expect(written()).toContain('0/0 in 0.00 s');
  });
});
