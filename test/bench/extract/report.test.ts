import { describe, expect, test } from 'vitest';
import { withFigures } from '../../../bench/document.ts';
import { hostilePages, LONGEST_HOSTILE } from '../../../bench/extract/hostile.ts';
import { type Measured, memoryOf } from '../../../bench/extract/measure.ts';
import { reportMarkdown } from '../../../bench/extract/report.ts';

const setting = { processor: 'a processor', runtime: 'Node 20', nodejieba: '3.5.8', seed: 1 };

function measured(pipeline: number, memory: readonly number[] = []): Measured {
  return {
    pages: 10,
    articles: 20,
    characters: 1_000_000,
    milliseconds: { tag: 1000, cut: 500, segment: 250, pipeline },
    stages: new Map([
      ['pages', 30],
      ['words', 10],
    ]),
    samples: memory.map((live, index) => ({ articles: index, live: live * 1e6, rss: 300e6 })),
  };
}

describe('the table of a run', () => {
  test('says all speeds by characters and as a share of nodejieba', () => {
    const report = reportMarkdown(measured(4000), setting);
    expect(report).toContain('| **all stages** | 250,000 | 5 | 25 % |');
    expect(report).toContain('| pages | 3.00 | 75 % |');
  });

  test('asks for the share of nodejieba where that is more than the fixed speed', () => {
    expect(reportMarkdown(measured(4000), setting)).toContain('Target: 400,000 characters/s');
    expect(reportMarkdown(measured(4000), setting)).toContain('**not reached**');
    expect(reportMarkdown(measured(2500), setting)).toContain('**reached**');
  });

  test('calls memory flat that grows by less than a tenth after the first quarter', () => {
    const rise = (to: number) => Array.from({ length: 40 }, (_, index) => (index < 10 ? 50 : index < 30 ? 100 : to));
    expect(memoryOf(measured(1, rise(105)).samples)).toEqual({ early: 100e6, late: 105e6 });
    expect(reportMarkdown(measured(1, rise(105)), setting)).toContain('**flat**. The process had at most 300 MB');
    expect(reportMarkdown(measured(1, rise(120)), setting)).toContain('**not flat**');
  });
});

test('a section of the document is replaced, and the other stays', () => {
  const document =
    'a\n<!-- speed: npm run bench:extract -->\nold\n<!-- end of speed -->\nb\n<!-- hostile: npm run bench:extract -->\nkept\n<!-- end of hostile -->\n';
  const changed = withFigures(document, 'speed', 'new');
  expect(changed).toContain('\n\nnew\n\n<!-- end of speed -->');
  expect(changed).toContain('kept');
  expect(changed).not.toContain('old');
  expect(() => withFigures('nothing', 'speed', 'new')).toThrow(/put them back/u);
});

test('hostile pages are all of one length and none comes twice', () => {
  const pages = [...hostilePages()];
  expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length);
  for (const { page } of pages) expect(page.text).toHaveLength(LONGEST_HOSTILE);
});
