/** GEXF 1.3 (gexf.net) with times: for Gephi and Gephi Lite. What has a date is there in its interval only; what has none, always. */
import { type Chunk, type Format, firstDay, type Interval, lastDay } from './format.ts';
import {
  escapeXml,
  NODE_ATTRIBUTES,
  nodeValues,
  RELATION_ATTRIBUTES,
  relationValues,
  type XmlAttribute,
} from './xml.ts';

const FILE = 'graph.gexf';

export const gexf: Format = {
  files: [FILE],
  begin: ({ source, madeOn }) => [
    chunk(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta lastmodifieddate="${madeOn}"><description>${escapeXml(source)}</description></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
${attributes('node', NODE_ATTRIBUTES)}${attributes('edge', RELATION_ATTRIBUTES)}<nodes>
`),
  ],
  node: (node, time) => [
    chunk(
      `<node id="${escapeXml(node.id)}" label="${escapeXml(String(node.properties.name ?? node.id))}"${spell(time)}>${values(NODE_ATTRIBUTES, nodeValues(node))}</node>\n`,
    ),
  ],
  between: () => [chunk('</nodes>\n<edges>\n')],
  relation: (relation) => [
    chunk(
      `<edge id="${escapeXml(relation.key)}" source="${escapeXml(relation.from)}" target="${escapeXml(relation.to)}" kind="${relation.type}" label="${relation.type}"${spell(relation.time)}>${values(RELATION_ATTRIBUTES, relationValues(relation))}</edge>\n`,
    ),
  ],
  end: () => [chunk('</edges>\n</graph>\n</gexf>\n')],
};

function spell(time: Interval | null): string {
  if (time === null) return '';
  return ` start="${firstDay(time.from)}"${time.to === null ? '' : ` end="${lastDay(time.to)}"`}`;
}

function attributes(element: 'node' | 'edge', all: readonly XmlAttribute[]): string {
  const lines = all.map(({ name, type }, index) => `<attribute id="${index}" title="${name}" type="${type}"/>\n`);
  return `<attributes class="${element}" mode="static">\n${lines.join('')}</attributes>\n`;
}

function values(all: readonly XmlAttribute[], found: ReadonlyMap<string, string>): string {
  const lines = all.flatMap(({ name }, index) => {
    const value = found.get(name);
    return value === undefined ? [] : [`<attvalue for="${index}" value="${escapeXml(value)}"/>`];
  });
  return lines.length > 0 ? `<attvalues>${lines.join('')}</attvalues>` : '';
}

function chunk(text: string): Chunk {
  return { file: FILE, text };
}
