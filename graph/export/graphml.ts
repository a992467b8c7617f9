/** GraphML (graphml.graphdrawing.org, 1.0): for yEd, Cytoscape, networkx, igraph. */
import type { Chunk, Format } from './format.ts';
import {
  escapeXml,
  NODE_ATTRIBUTES,
  nodeValues,
  RELATION_ATTRIBUTES,
  relationValues,
  type XmlAttribute,
} from './xml.ts';

const FILE = 'graph.graphml';
const LABEL: XmlAttribute = { name: 'label', type: 'string' };

export const graphml: Format = {
  files: [FILE],
  begin: ({ source, madeOn }) => [
    chunk(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys('node', [LABEL, ...NODE_ATTRIBUTES])}${keys('edge', [LABEL, ...RELATION_ATTRIBUTES])}<graph id="zhitu" edgedefault="directed">
<desc>${escapeXml(`${source}, ${madeOn}`)}</desc>
`),
  ],
  node: (node) => [
    chunk(
      `<node id="${escapeXml(node.id)}">${data('node', 'label', String(node.properties.name ?? node.id))}${values('node', nodeValues(node))}</node>\n`,
    ),
  ],
  relation: (relation) => [
    chunk(
      `<edge id="${escapeXml(relation.key)}" source="${escapeXml(relation.from)}" target="${escapeXml(relation.to)}">${data('edge', 'label', relation.type)}${values('edge', relationValues(relation))}</edge>\n`,
    ),
  ],
  end: () => [chunk('</graph>\n</graphml>\n')],
};

function keys(element: 'node' | 'edge', attributes: readonly XmlAttribute[]): string {
  return attributes
    .map(
      ({ name, type }) => `<key id="${element}-${name}" for="${element}" attr.name="${name}" attr.type="${type}"/>\n`,
    )
    .join('');
}

function values(element: 'node' | 'edge', found: ReadonlyMap<string, string>): string {
  return [...found].map(([name, value]) => data(element, name, value)).join('');
}

function data(element: 'node' | 'edge', name: string, value: string): string {
  return `<data key="${element}-${name}">${escapeXml(value)}</data>`;
}

function chunk(text: string): Chunk {
  return { file: FILE, text };
}
