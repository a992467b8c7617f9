import { describe, expect, it } from 'vitest';
import type { NodeKind, RelationType } from '../../../../graph/model.ts';
import type { NodeBrief, RelationBrief } from '../../../../web/api.ts';
import { firstDayOf, isoOf } from '../../../../web/client/time/days.ts';
import { type Moment, momentOf, timelineOf } from '../../../../web/client/time/moments.ts';

const PREFIX: Readonly<Record<NodeKind, string>> = {
  Event: 'event/',
  Article: 'article/',
  Person: 'person/',
  Place: 'place/',
  Program: 'program/',
  Organization: 'org/',
};

function node(kind: NodeKind, name: string, more: Partial<NodeBrief> = {}): { node: NodeBrief } {
  const bare = { labels: [], note: null, type: null, date: null, dateTo: null, datePrecision: null, dateText: null };
  return { node: { id: PREFIX[kind] + name, kind, name, issue: null, degree: 1, ...bare, ...more } };
}
function relation(
  type: RelationType,
  from: string,
  to: string,
  properties: RelationBrief['properties'] = {},
): RelationBrief {
  return { key: `${type}|${from}|${to}`, type, from, to, evidence: 1, properties };
}
const said = (moments: readonly Moment[] | undefined) =>
  moments?.map(({ from, to, exact }) => `${isoOf(from)}..${isoOf(to)}${exact ? '' : '?'}`);

const meeting = node('Event', 'm', { date: '2019-07-01', datePrecision: 'day' });
const visit = node('Event', 'v', { date: '2020-03', datePrecision: 'month' });
const talk = node('Event', 't', { dateText: '近日' });
const page = node('Article', 'a', { date: '2019-07-03', datePrecision: 'day' });
const wang = node('Person', '王');
const picture = {
  nodes: [meeting, visit, talk, page, wang, node('Program', '网格'), node('Place', '湖州')],
  relations: [
    relation('CHAIRED', 'person/王', 'event/m'),
    relation('ATTENDED', 'person/王', 'event/v'),
    relation('REPORTED_IN', 'event/m', 'article/a'),
    relation('REPORTED_IN', 'event/t', 'article/a'),
    relation('MENTIONS', 'article/a', 'place/湖州'),
    relation('LAUNCHED_IN', 'program/网格', 'place/湖州', { dateFrom: '2019', datePrecision: 'year' }),
    relation('HOLDS', 'person/王', 'place/湖州', { observedFrom: '2019-07-03', observedTo: '2019-07-03' }),
  ],
};

describe('a moment', () => {
  it('is the whole month or year where no more is known, and all days of what went on for several', () => {
    expect(said([momentOf('2020-02', null, 'month') as Moment])).toEqual(['2020-02-01..2020-02-29?']);
    expect(said([momentOf('2019', null, 'year') as Moment])).toEqual(['2019-01-01..2019-12-31?']);
    expect(said([momentOf('2019-04-27', '2019-04-29', 'day') as Moment])).toEqual(['2019-04-27..2019-04-29']);
  });

  it('is none without a date, with one that is no date, and with an end before its start', () => {
    expect(momentOf(null, null, null)).toBeNull();
    expect(momentOf('近日', null, null)).toBeNull();
    expect(momentOf('2019-04-27', '2019-04-01', 'day')).toBeNull();
  });
});

describe('the clock of what happened', () => {
  const { of, dated, undated } = timelineOf(picture, 'happened');

  it('gives a person the dates of the events in the picture', () => {
    expect(said(of.get('person/王'))).toEqual(['2019-07-01..2019-07-01', '2020-03-01..2020-03-31?']);
  });

  it('takes no date from an article: a place that is only mentioned has that of the launch, and a post has none', () => {
    expect(said(of.get('place/湖州'))).toEqual(['2019-01-01..2019-12-31?']);
    expect(of.has('HOLDS|person/王|place/湖州')).toBe(false);
    expect(of.has('MENTIONS|article/a|place/湖州')).toBe(false);
  });

  it('draws 近日 over the thirty days before the paper, as not known to the day', () => {
    expect(said(of.get('event/t'))).toEqual(['2019-06-03..2019-07-03?']);
  });

  it('leaves 近日 undated where nobody knows the paper', () => {
    const alone = timelineOf({ nodes: [talk], relations: [] }, 'happened');
    expect(alone.of.has('event/t')).toBe(false);
    expect(alone.undated).toEqual(['event/t']);
  });

  it('counts events and dated launches, and articles not at all', () => {
    expect(dated.map(({ id }) => id)).toEqual(['event/m', 'event/v', 'event/t', 'LAUNCHED_IN|program/网格|place/湖州']);
    expect(undated).toEqual([]);
  });
});

describe('the clock of what was printed', () => {
  it('gives an event the day of the paper and not its own', () => {
    const { of, dated } = timelineOf(picture, 'printed');
    expect(said(of.get('event/m'))).toEqual(['2019-07-03..2019-07-03']);
    expect(of.has('event/v')).toBe(false);
    expect(dated.map(({ id }) => id)).toEqual(['article/a']);
  });

  it('knows articles that are not in the picture from the server, each counted once', () => {
    const day = firstDayOf('2020-04-02') as number;
    const printed = {
      articles: new Map([['article/b', { from: day, to: day, exact: true }]]),
      of: new Map([
        ['event/v', ['article/b']],
        ['event/t', ['article/b']],
        ['event/elsewhere', ['article/c']],
      ]),
    };
    const { of, dated } = timelineOf(picture, 'printed', printed);
    expect(said(of.get('event/v'))).toEqual(['2020-04-02..2020-04-02']);
    expect(said(of.get('ATTENDED|person/王|event/v'))).toEqual(['2020-04-02..2020-04-02']);
    expect(dated.map(({ id }) => id)).toEqual(['article/b', 'article/a']);
  });
});
