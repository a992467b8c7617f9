/** One JSON document: nodes, and relations with the sentences that state them, under a head that says what it is. */
import { moreOf } from './columns.ts';
import type { Format } from './format.ts';

const FILE = 'graph.json';
/** Texts of articles: what is exported for reading has the sentences. */
const LEFT_OUT = ['text'];

/** A new writer: one document has state, where its commas go. */
export function jsonDocument(): Format {
  let isFirst = true;
  const item = (value: unknown) => {
    const text = `${isFirst ? '' : ','}\n${JSON.stringify(value)}`;
    isFirst = false;
    return [{ file: FILE, text }];
  };
  return {
    files: [FILE],
    begin: ({ source, madeOn }) => [
      { file: FILE, text: `{"source":${JSON.stringify(source)},"madeOn":"${madeOn}","nodes":[` },
    ],
    node: ({ id, kind, labels, properties }) => item({ id, kind, labels, properties: moreOf(properties, LEFT_OUT) }),
    between: () => {
      isFirst = true;
      return [{ file: FILE, text: '\n],"relations":[' }];
    },
    relation: ({ key, type, from, fromName, to, toName, properties, time, citations }) =>
      item({ key, type, from, fromName, to, toName, time, properties: moreOf(properties, LEFT_OUT), citations }),
    end: () => [{ file: FILE, text: '\n]}\n' }],
  };
}
