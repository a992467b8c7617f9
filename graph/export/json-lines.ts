/** One JSON object a line: a node, or a relation with the sentences that state it. For programs; `npm run dump` is what can be loaded again. */
import { CITED, without } from './columns.ts';
import type { Chunk, Format } from './format.ts';

const FILE = 'graph.jsonl';

export const jsonl: Format = {
  files: [FILE],
  begin: () => [],
  node: ({ id, kind, labels, properties }) => [line({ type: 'node', id, labels: [kind, ...labels], properties })],
  relation: ({ key, type, from, fromName, to, toName, properties, citations }) => {
    const start = { id: from, name: fromName };
    const end = { id: to, name: toName };
    return [
      line({
        type: 'relation',
        key,
        label: type,
        start,
        end,
        properties: without(properties, CITED),
        evidence: citations,
      }),
    ];
  },
  end: () => [],
};

function line(value: unknown): Chunk {
  return { file: FILE, text: `${JSON.stringify(value)}\n` };
}
