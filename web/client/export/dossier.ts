/** What is shown as a dossier to read: each fact under the event, person or program that it is about, with its sentences and their sources. */
import type { ExportCitation, ExportDocument, ExportNode, ExportRelation } from '../../api/export.ts';
import { relationWord, stageWord } from '../terms.ts';
import { momentOf } from '../time/moments.ts';
import { exportWords } from '../words/export.ts';

export interface Dossier {
  readonly title: string;
  /** Counts, window, address, day: one line each. */
  readonly head: readonly string[];
  readonly sections: readonly Section[];
  /** Numbered from 1 in their order. */
  readonly sources: readonly string[];
  /** What is not in it, and why. */
  readonly remarks: readonly string[];
}

export interface Section {
  readonly heading: string;
  readonly facts: readonly { readonly text: string; readonly quotes: readonly DossierQuote[] }[];
}

export interface DossierQuote {
  readonly text: string;
  /** Number of its source. */
  readonly source: number;
}

const ORDER: readonly ExportNode['kind'][] = ['Event', 'Program', 'Person', 'Organization', 'Place', 'Article'];

/** @param head the title first, then what else stands at the head */
export function dossierOf({ nodes, relations }: ExportDocument, [title = '', ...head]: readonly string[]): Dossier {
  const sources = new Map<string, number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stated = relations.filter(({ citations }) => citations.length > 0);
  const sections = new Map<string, ExportRelation[]>();
  for (const relation of stated) {
    const about = aboutOf(relation, byId);
    sections.set(about, [...(sections.get(about) ?? []), relation]);
  }
  const numbered = (citation: ExportCitation): number => {
    const source = sourceText(citation);
    const known = sources.get(source) ?? sources.size + 1;
    sources.set(source, known);
    return known;
  };
  const words = exportWords();
  const silent = relations.length - stated.length;
  return {
    title,
    head,
    sections: [...nodes]
      .filter(({ id }) => sections.has(id))
      .sort(bySection)
      .map((node) => ({
        heading: headingOf(node),
        facts: (sections.get(node.id) ?? []).map((relation) => ({
          text: factText(relation, node.id),
          quotes: relation.citations.map((citation) => ({ text: citation.quote, source: numbered(citation) })),
        })),
      })),
    sources: [...sources.keys()],
    remarks: [...(stated.length === 0 ? [words.empty] : []), ...(silent > 0 ? [words.noQuote(silent)] : [])],
  };
}

/** A fact of an event stands with the event, any other with what it starts from. */
function aboutOf({ from, to }: ExportRelation, nodes: ReadonlyMap<string, ExportNode>): string {
  return nodes.get(to)?.kind === 'Event' ? to : from;
}

function bySection(one: ExportNode, other: ExportNode): number {
  return (
    ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) ||
    (dateOf(one) < dateOf(other) ? -1 : dateOf(one) > dateOf(other) ? 1 : 0)
  );
}

const dateOf = ({ properties: { dateFrom, publishedOn } }: ExportNode): string =>
  String(dateFrom ?? publishedOn ?? '9999');

function headingOf({ id, properties }: ExportNode): string {
  const { name, dateFrom, dateTo, dateText } = properties;
  const moment =
    typeof dateFrom === 'string' ? momentOf(dateFrom, typeof dateTo === 'string' ? dateTo : null, null) : null;
  const when =
    moment === null ? dateText : dateTo === undefined || dateTo === dateFrom ? dateFrom : `${dateFrom} – ${dateTo}`;
  return [String(name ?? id), when].filter(Boolean).join('，');
}

/** `主持：王昌荣`, `落地：湖州市，首创，2019` */
function factText(relation: ExportRelation, about: string): string {
  const { type, from, fromName, toName, properties, time } = relation;
  const words = exportWords();
  const out = from === about;
  const more = [
    properties.former === true ? words.former : '',
    properties.acting === true ? words.acting : '',
    typeof properties.title === 'string' ? properties.title : '',
    typeof properties.stage === 'string' ? stageWord(properties.stage) : '',
    typeof properties.dateFrom === 'string' ? properties.dateFrom : '',
    type === 'HOLDS' && time ? words.observed(time.from, time.to ?? time.from) : '',
  ].filter(Boolean);
  return `${relationWord(type, out ? 'out' : 'in')}：${[out ? toName : fromName, ...more].join('，')}`;
}

/** `浙江法制报 第6237期 2021-04-28《…》 记者 …` */
function sourceText({ publication, issue, publishedOn, title, reporters }: ExportCitation): string {
  const words = exportWords();
  const paper = [publication, issue === null ? null : words.issue(issue), publishedOn].filter((part) => part !== null);
  const by = reporters.length > 0 ? ` ${words.reporters(reporters.join('、'))}` : '';
  return `${paper.join(' ')}《${title}》${by}`.trim();
}
