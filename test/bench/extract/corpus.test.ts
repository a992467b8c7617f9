import { describe, expect, test } from 'vitest';
import { loadNameStock, loadTemplates, makePages, vary } from '../../../bench/extract/corpus.ts';
import { openRandom } from '../../../graph/random.ts';

const templates = loadTemplates();
const stock = loadNameStock();

function first(count: number, seed: number): readonly string[] {
  const pages = makePages(templates, stock, seed);
  return Array.from({ length: count }, () => pages.next().value?.text ?? '');
}

describe('pages made from the annotated ones', () => {
  test('are the same for one seed and others for another', () => {
    expect(first(5, 1)).toEqual(first(5, 1));
    expect(first(5, 1)).not.toEqual(first(5, 2));
  });

  test('differ from copy to copy, and name none of the people of their template', () => {
    const template = templates.find(({ people }) => people.length > 3);
    expect(template).toBeDefined();
    if (!template) return;
    const copies = [1, 2].map((copy) => vary(template, stock, openRandom(1, copy, 0)));
    expect(copies[0]).not.toBe(copies[1]);
    for (const copy of copies) {
      expect(copy.split('\n')).toHaveLength(template.text.split('\n').length);
      for (const person of template.people) expect(copy).not.toContain(person);
    }
  });

  test('keep every day one of the calendar', () => {
    for (const text of first(20, 3))
      for (const [, month, day] of text.matchAll(/(\d{1,2})月(\d{1,2})日/gu)) {
        expect(Number(month)).toBeGreaterThan(0);
        expect(Number(month)).toBeLessThan(13);
        expect(Number(day)).toBeLessThan(29);
      }
  });
});
