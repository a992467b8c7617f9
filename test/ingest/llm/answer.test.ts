import { expect, it } from 'vitest';
import { findAnswer } from '../../../ingest/llm/answer.ts';

const EMPTY = { entities: [], facts: [] };
const JSON_TEXT = '{"entities": [], "facts": []}';

it.each([
  ['alone', JSON_TEXT],
  ['in a code fence', `Here it is:\n\`\`\`json\n${JSON_TEXT}\n\`\`\`\nDone {really}.`],
  ['between words', `结果如下：${JSON_TEXT}。`],
  ['behind thoughts', `<think>{"entities": [1]} or {</think>\n${JSON_TEXT}`],
])('finds an answer %s', (_, content) => {
  expect(findAnswer(content)).toEqual(EMPTY);
});

it.each(['', '没有', '{"entities": [', '{"entities": []}', '[1]', 'null', '{"entities": {}, "facts": []}', '}{'])(
  'finds none in %j',
  (content) => {
    expect(findAnswer(content)).toBeNull();
  },
);
