/** The columns of both tables, in the reader's language. */
import type { NodeBrief, RelationBrief } from '../../api.ts';
import { dateOf, glyphOf } from '../kinds.ts';
import { glyphWord, relationWord, roleWord, stageWord } from '../terms.ts';
import { isoOf } from '../time/days.ts';
import type { Timeline } from '../time/moments.ts';
import { windowText } from '../time/window.ts';
import { tableWords } from '../words/table.ts';
import type { Column } from './rows.ts';

export interface NodeRow {
  readonly id: string;
  readonly node: NodeBrief;
  /** Relations among what is shown. */
  readonly inPicture: number;
}

export interface RelationRow {
  readonly id: string;
  readonly relation: RelationBrief;
  readonly from: string;
  readonly to: string;
}

export function nodeColumns(): readonly Column<NodeRow>[] {
  const words = tableWords();
  return [
    { key: 'name', title: words.name, text: ({ node }) => node.name },
    { key: 'kind', title: words.kind, text: ({ node }) => glyphWord(glyphOf(node)) },
    { key: 'note', title: words.note, text: ({ node }) => node.note ?? '' },
    { key: 'date', title: words.date, text: ({ node }) => dateOf(node), order: ({ node }) => node.date },
    {
      key: 'inPicture',
      title: words.inPicture,
      text: ({ inPicture }) => String(inPicture),
      order: ({ inPicture }) => inPicture,
      isNumber: true,
    },
    {
      key: 'degree',
      title: words.degree,
      text: ({ node }) => String(node.degree),
      order: ({ node }) => node.degree,
      isNumber: true,
    },
  ];
}

/** @param timeline when relations were, by the clock of the time bar */
export function relationColumns(timeline: Timeline): readonly Column<RelationRow>[] {
  const words = tableWords();
  const momentOf = ({ id }: RelationRow) => timeline.of.get(id)?.[0] ?? null;
  return [
    { key: 'from', title: words.from, text: ({ from }) => from },
    { key: 'relation', title: words.relation, text: ({ relation }) => relationWord(relation.type, 'edge') },
    { key: 'to', title: words.to, text: ({ to }) => to },
    { key: 'detail', title: words.detail, text: ({ relation }) => detailOf(relation) },
    {
      key: 'date',
      title: words.date,
      text: (row) => {
        const moment = momentOf(row);
        return moment ? windowText({ from: isoOf(moment.from), to: isoOf(moment.to) }) : '';
      },
      order: (row) => momentOf(row)?.from ?? null,
    },
    {
      key: 'evidence',
      title: words.evidence,
      text: ({ relation }) => String(relation.evidence),
      order: ({ relation }) => relation.evidence,
      isNumber: true,
    },
    {
      key: 'confidence',
      title: words.confidence,
      text: ({ relation }) => confidenceOf(relation)?.toFixed(2) ?? '',
      order: ({ relation }) => confidenceOf(relation),
      isNumber: true,
    },
  ];
}

/** The post, the stage or the part in a byline: `书记`, `首创`, `记者`. */
function detailOf({ properties: { title, stage, role } }: RelationBrief): string {
  if (typeof title === 'string') return title;
  if (typeof stage === 'string') return stageWord(stage);
  return typeof role === 'string' ? roleWord(role) : '';
}

function confidenceOf({ properties: { confidence } }: RelationBrief): number | null {
  return typeof confidence === 'number' ? confidence : null;
}
