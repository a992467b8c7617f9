import '../../support/browser-storage.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { QueryResult } from '../../../web/api/queries.ts';
import type { NodeBrief, RelationBrief } from '../../../web/api.ts';
import { setLanguage } from '../../../web/client/language.ts';
import { csvOf, jsonOf } from '../../../web/client/queries/export-rows.ts';
import { MAX_DRAWN, nodesToShow, pictureOf } from '../../../web/client/queries/result-layout.ts';
import { sentenceParts } from '../../../web/client/queries/sentence.ts';
import { columnWord } from '../../../web/client/words/columns.ts';
import { queriesOfPage } from '../../support/saved-queries.ts';

const node = (id: string, kind: NodeBrief['kind'], name: string): NodeBrief => ({
  id,
  kind,
  labels: [],
  name,
  note: null,
  type: null,
  date: null,
  dateTo: null,
  datePrecision: null,
  dateText: null,
  issue: null,
  degree: 1,
});
const relation = (type: RelationBrief['type'], from: string, to: string): RelationBrief => ({
  key: `${type}|${from}|${to}`,
  type,
  from,
  to,
  evidence: 1,
  properties: {},
});

const WANG = node('person/王昌荣', 'Person', '王昌荣');
const MEETING = node('event/a', 'Event', '座谈会');
const ARTICLE = node('article/1111111111111111', 'Article', '报道');
const RESULT: QueryResult = {
  columns: ['人物', '次数', '活动', '备注'],
  rows: [[WANG.id, 2, [MEETING.id, 'event/b'], '=1+1, "x"']],
  truncated: true,
  nodes: [WANG, MEETING, ARTICLE],
  quotes: [],
};
const ABOUT = {
  query: '某人\n主持',
  params: { person: WANG.id },
  address: 'http://x/query/y',
  at: '2026-01-02T03:04:05Z',
};

describe('the picture of an answer', () => {
  it('has one edge for two nodes, with all that relates them, and leaves mentions out', () => {
    const relations = [
      relation('SPOKE_AT', WANG.id, MEETING.id),
      relation('CHAIRED', WANG.id, MEETING.id),
      relation('MENTIONS', ARTICLE.id, WANG.id),
    ];
    const { nodes, edges, left, width, height } = pictureOf([WANG, MEETING, ARTICLE], relations);
    expect(edges).toEqual([{ from: WANG.id, to: MEETING.id, types: ['CHAIRED', 'SPOKE_AT'] }]);
    expect(left).toBe(0);
    for (const { x, y } of nodes) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
  });

  it('is the same for the same answer', () => {
    const relations = [relation('CHAIRED', WANG.id, MEETING.id)];
    expect(pictureOf([WANG, MEETING], relations)).toEqual(pictureOf([WANG, MEETING], relations));
  });

  it('says how many nodes it leaves out', () => {
    const many = Array.from({ length: MAX_DRAWN + 7 }, (_, index) => node(`person/${index}`, 'Person', `${index}`));
    const { nodes, left } = pictureOf(many, []);
    expect([nodes.length, left]).toEqual([MAX_DRAWN, 7]);
  });

  it('is of things, and of articles where there are only those', () => {
    expect(nodesToShow(RESULT.nodes)).toEqual([WANG, MEETING]);
    expect(nodesToShow([ARTICLE])).toEqual([ARTICLE]);
  });
});

describe('an answer as a file', () => {
  it('is CSV with the query, its values, address and day in front, names for ids, and no formulas', () => {
    expect(csvOf(RESULT, ABOUT)).toBe(
      `\ufeff${[
        '# 某人 主持',
        '# person = person/王昌荣',
        '# http://x/query/y',
        '# 2026-01-02T03:04:05Z',
        '# …',
        '人物,次数,活动,备注',
        `王昌荣,2,座谈会；event/b,"'=1+1, ""x"""`,
        '',
      ].join('\r\n')}`,
    );
  });

  it('is JSON with ids as they are', () => {
    const parsed = JSON.parse(jsonOf(RESULT, ABOUT)) as Record<string, unknown>;
    expect(parsed).toMatchObject({ at: ABOUT.at, query: ABOUT.query, rows: RESULT.rows, truncated: true });
  });
});

describe('a saved query', () => {
  afterEach(() => setLanguage('zh'));

  it('is a sentence with its blanks in line', () => {
    const query = queriesOfPage().find(({ id }) => id === 'presenters');
    const parts = sentenceParts(query?.sentence ?? '', query?.params ?? []);
    expect(parts.map((part) => (typeof part === 'string' ? part : `[${part.name}]`)).join('')).toBe(
      '从[from]到[to]，在涉及[program]的会议上，哪些地方作了交流发言？最多[limit]行。',
    );
  });

  it('has columns that an English reader can read', () => {
    setLanguage('en');
    for (const { id, cypher } of queriesOfPage()) {
      const returned = /\bRETURN\b(?![\s\S]*\bRETURN\b)([\s\S]*)/u.exec(cypher)?.[1] ?? '';
      const columns = [...returned.matchAll(/ AS ([\p{L}\p{N}_]+)/gu)].map((match) => match[1] as string);
      expect(columns.length, id).toBeGreaterThan(0);
      for (const column of columns) expect(columnWord(column), `${id}: ${column}`).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('the repository’s saved queries', () => {
  it('have a sentence, a purpose and labels in both languages', () => {
    for (const { id, sentence, sentenceEn, purposeEn, params } of queriesOfPage()) {
      expect(sentence, id).toBeTruthy();
      expect(sentenceEn, id).toBeTruthy();
      expect(purposeEn, id).not.toMatch(/\p{Script=Han}/u);
      for (const { name, labelEn } of params) expect(labelEn, `${id} ${name}`).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
