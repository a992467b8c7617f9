import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CommittedFigures, fallen, figuresIn, figuresMarkdown, figuresOf } from '../../bench/eval/committed.ts';
import { LEXICONS } from '../../bench/eval/lexicons.ts';
import { measure } from '../../bench/eval/measure.ts';
import { SETS } from '../../bench/eval/sets.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const committed = CommittedFigures.parse(JSON.parse(read('test/gold/figures.json')));

describe('on the annotated pages no category falls below its committed F1', () => {
  it('with everything the program knows', async () => {
    const { sets } = figuresOf(await measure(SETS), []);
    expect(fallen(committed.sets, sets).join('\n')).toBe('');
  });

  it('without names known beforehand', async () => {
    const { withoutLexicons } = figuresOf([], await measure(SETS, LEXICONS));
    const flags = ` --without-lexicon ${LEXICONS.join(',')}`;
    expect(fallen(committed.withoutLexicons, withoutLexicons, flags).join('\n')).toBe('');
  });
});

it('docs/evaluation.md has the tables that `npm run eval -- --update` writes, whatever their figures', () => {
  const shape = (markdown: string): string => markdown.replace(/\d\.\d{3}|–/gu, '#');
  expect(shape(figuresIn(read('docs/evaluation.md')))).toBe(shape(figuresMarkdown(committed)));
});
