// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ExportCitation, ExportDocument } from '../../../../web/api/export.ts';
import { dossierOf } from '../../../../web/client/export/dossier.ts';
import { htmlOf, markdownOf } from '../../../../web/client/export/dossier-files.ts';

const citation = (quote: string, more: Partial<ExportCitation> = {}): ExportCitation => ({
  articleId: 'article/1',
  title: '在湖州调研',
  publication: '浙江法制报',
  issue: 5783,
  publishedOn: '2019-07-03',
  reporters: ['张倩'],
  start: 0,
  end: 5,
  quote,
  rule: 'r',
  confidence: 0.9,
  ...more,
});
const HOSTILE = '<img src=x onerror=alert(1)> [a](javascript:b) *c*\n# d';
const document: ExportDocument = {
  source: '',
  madeOn: '2026-05-01',
  nodes: [
    { id: 'person/王', kind: 'Person', labels: [], properties: { name: '王' } },
    { id: 'event/2', kind: 'Event', labels: [], properties: { name: '后会', dateFrom: '2020-03' } },
    { id: 'event/1', kind: 'Event', labels: [], properties: { name: HOSTILE, dateFrom: '2019-07-01' } },
    { id: 'org/委', kind: 'Organization', labels: [], properties: { name: '省委' } },
  ],
  relations: [
    {
      key: 'CHAIRED|person/王|event/1',
      type: 'CHAIRED',
      from: 'person/王',
      fromName: '王',
      to: 'event/1',
      toName: HOSTILE,
      time: { from: '2019-07-01', to: '2019-07-01' },
      properties: {},
      citations: [citation('王主持召开座谈会。'), citation(HOSTILE, { articleId: 'article/2', title: '另一篇' })],
    },
    {
      key: 'ATTENDED|person/王|event/2',
      type: 'ATTENDED',
      from: 'person/王',
      fromName: '王',
      to: 'event/2',
      toName: '后会',
      time: null,
      properties: {},
      citations: [citation('王出席。')],
    },
    {
      key: 'HOLDS|person/王|org/委|书记',
      type: 'HOLDS',
      from: 'person/王',
      fromName: '王',
      to: 'org/委',
      toName: '省委',
      time: { from: '2019-07-03', to: '2019-07-03' },
      properties: { title: '书记' },
      citations: [citation('省委书记王')],
    },
    {
      key: 'PART_OF|org/委|org/委',
      type: 'PART_OF',
      from: 'org/委',
      fromName: '省委',
      to: 'org/委',
      toName: '省委',
      time: null,
      properties: {},
      citations: [],
    },
  ],
};

describe('a dossier', () => {
  const dossier = dossierOf(document, ['王的会', '4 个节点']);

  it('puts facts under their event in the order of time, posts under the person, and numbers each source once', () => {
    expect(dossier.sections.map(({ facts }) => facts.map(({ text }) => text))).toEqual([
      ['主持：王'],
      ['出席：王'],
      ['任职：省委，书记，2019-07-03 见报'],
    ]);
    expect(dossier.sections.map(({ heading }) => heading).slice(1)).toEqual(['后会，2020-03', '王']);
    expect(dossier.sections[0]?.facts[0]?.quotes.map(({ source }) => source)).toEqual([1, 2]);
    expect(dossier.sections[2]?.facts[0]?.quotes.map(({ source }) => source)).toEqual([1]);
    expect(dossier.sources[0]).toBe('浙江法制报 第5783期 2019-07-03《在湖州调研》 记者 张倩');
  });

  it('says how many relations have no sentence', () => {
    expect(dossier.remarks).toEqual(['另有 1 条关系没有原句（隶属、署名、报道、提到），未列出。']);
  });

  it('holds hostile names and quotes as text, in both formats', () => {
    const html = htmlOf(dossier, 'zh-CN');
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.querySelector('img, script, a[href^="javascript"]')).toBeNull();
    expect(page.querySelector('h2')?.textContent).toContain('onerror=alert(1)');
    expect(page.querySelectorAll('blockquote')).toHaveLength(4);
    const markdown = markdownOf(dossier);
    expect(markdown).not.toMatch(/(?<!\\)<img/u);
    expect(markdown).not.toMatch(/(?<!\\)\[a(?<!\\)\]\(/u);
    expect(markdown.split('\n').filter((line) => line.startsWith('# '))).toEqual(['# 王的会']);
  });

  it('is not empty where nothing has a sentence: it says so', () => {
    expect(dossierOf({ ...document, relations: [] }, ['空']).remarks).toEqual(['没有带原句的事实。']);
  });
});
