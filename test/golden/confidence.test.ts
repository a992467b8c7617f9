/** The table of confidences (ingest/lexicon/rule-precision.tsv) says what the annotated pages show, of the rules that there are. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { outdated, rulePrecisions } from '../../bench/eval/confidence.ts';
import { judgementsBySet, measure } from '../../bench/eval/measure.ts';
import { SETS } from '../../bench/eval/sets.ts';
import { LLM_CONFIDENCE } from '../../ingest/llm/reading.ts';
import { ANY_RULE, PRECISION_FILE, parseRulePrecision } from '../../ingest/rule-confidence.ts';

const table = parseRulePrecision(readFileSync(PRECISION_FILE, 'utf8'));

it('the confidence of every rule is what the annotated pages show of it', async () => {
  const measured = rulePrecisions(judgementsBySet(await measure(SETS)));
  expect(outdated(table, measured).join('\n')).toBe('');
});

it('every rule is trusted more than a language model that nobody has measured', () => {
  expect(Math.min(...table.map(({ confidence }) => confidence))).toBeGreaterThan(LLM_CONFIDENCE);
});

it('docs/rules.md describes every rule that has a confidence', () => {
  const described = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  const rules = table.map(({ rule }) => rule).filter((rule) => rule !== ANY_RULE);
  expect(rules.length).toBeGreaterThan(0);
  expect(rules.filter((rule) => !described.includes(`\`${rule}\``))).toEqual([]);
});
