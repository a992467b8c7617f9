/** What GraphML and GEXF share: escaping, and the texts of their attributes. */
import type { NodeRecord } from '../model.ts';
import { moreOf, valueText } from './columns.ts';
import type { CitedRelation } from './format.ts';

/** Half a character, and what XML 1.0 has no place for even when escaped (section 2.2, Char). */
const FORBIDDEN =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[^\t\n\r\u0020-\uffff]|[\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text as the content of an element or of an attribute. What XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"\n\r\t]/gu, (character) => ENTITIES[character] ?? character);
}

/** An attribute of all nodes or all edges of a file. */
export interface XmlAttribute {
  readonly name: string;
  readonly type: 'string' | 'double';
}

const text = (name: string): XmlAttribute => ({ name, type: 'string' });
const NODE_TEXTS = [
  'kind',
  'aliases',
  'type',
  'dateFrom',
  'dateTo',
  'dateText',
  'path',
  'level',
  'publication',
  'publishedOn',
  'title',
];
const RELATION_TEXTS = ['title', 'stage', 'role', 'observedFrom', 'observedTo', 'dateFrom', 'dateTo', 'dateText'];

/** Pictures of graphs need no article bodies: these formats leave `text` out, the quotes are in the edges. */
export const NODE_ATTRIBUTES: readonly XmlAttribute[] = [...NODE_TEXTS, 'more'].map(text);
export const RELATION_ATTRIBUTES: readonly XmlAttribute[] = [
  text('relation'),
  ...RELATION_TEXTS.map(text),
  text('evidence'),
  { name: 'sentences', type: 'double' },
  { name: 'confidence', type: 'double' },
  text('more'),
];

/** Properties that a picture of the graph has no use for. */
const LEFT_OUT = ['name', 'text', 'pinyin', 'initials', 'sha256', 'file', 'page'];

/** The values of a node's attributes; absent ones are left out. `kind` is the kind of node; an article's own is in `more`. */
export function nodeValues({ kind, labels, properties }: NodeRecord): ReadonlyMap<string, string> {
  const { kind: articleKind, ...rest } = properties;
  const more = {
    ...moreOf(rest, [...NODE_TEXTS, ...LEFT_OUT]),
    ...(articleKind !== undefined && { articleKind }),
    ...(labels.length > 0 && { labels: [...labels] }),
  };
  return known([
    ['kind', kind],
    ...NODE_TEXTS.slice(1).map((name): [string, string] => [name, valueText(rest[name])]),
    ['more', jsonOf(more)],
  ]);
}

/** The values of a relation's attributes. `evidence` holds a line a sentence: the quote, then where it stands. */
export function relationValues({ type, properties, citations }: CitedRelation): ReadonlyMap<string, string> {
  return known([
    ['relation', type],
    ...RELATION_TEXTS.map((name): [string, string] => [name, valueText(properties[name])]),
    ['evidence', citations.map((citation) => `“${citation.quote}” ${sourceText(citation)}`).join('\n')],
    ['sentences', citations.length > 0 ? String(citations.length) : ''],
    ['confidence', valueText(properties.confidence)],
    ['more', jsonOf(moreOf(properties, [...RELATION_TEXTS, 'confidence']))],
  ]);
}

/** Where a sentence stands: paper, day, title, reference. */
export function sourceText({
  publication,
  publishedOn,
  title,
  articleId,
  start,
  end,
}: CitedRelation['citations'][number]): string {
  return `${[publication, publishedOn].filter((part) => part !== null).join(' ')}《${title}》 ${articleId}#${start}-${end}`.trim();
}

function known(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(entries.filter(([, value]) => value !== ''));
}

function jsonOf(value: Readonly<Record<string, unknown>>): string {
  return Object.keys(value).length > 0 ? JSON.stringify(value) : '';
}
