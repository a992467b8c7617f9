/** What the right column says of what was chosen: the claims behind it, and the articles where nothing is claimed. */
import type { Claim, PlaceRow, Spread } from '../../api/spread.ts';
import type { Carriers } from '../../api/spread-compare.ts';
import { spreadWords } from '../words/spread.ts';
import { isAdoption, rowsOf } from './claims.ts';
import { pathEnd, pathText, shortName } from './names.ts';
import type { Selection } from './selection.ts';
import { claimsIn, columnName } from './time-table.ts';
import { whenText } from './times.ts';

/** Sentences under one name. */
export interface PanelGroup {
  readonly key: string;
  /** Null where the head of the panel says it already. */
  readonly head: string | null;
  readonly items: readonly PanelItem[];
}

/** A relation whose sentences are shown. */
export interface PanelItem {
  readonly key: string;
  /** Null for what is no claim on a place. */
  readonly claim: Claim | null;
}

export interface Panel {
  readonly title: string;
  readonly path: string;
  /** What is known beside the sentences. */
  readonly lines: readonly string[];
  readonly groups: readonly PanelGroup[];
  /** Whose articles are listed, and of which period. */
  readonly articles: { readonly place: string; readonly period: string | null } | null;
  /** Nodes to put on the canvas. */
  readonly nodes: readonly string[];
}

type Carrier = Carriers['carriers'][number];

/** The panel of a selection; null where the spread has nothing of that name. */
export function panelOf(spread: Spread, selection: Selection, carriers: readonly Carrier[] = []): Panel | null {
  if (selection.kind === 'place') return placePanel(spread, selection.place, selection.column);
  if (selection.kind === 'period') return periodPanel(spread, selection.period);
  if (selection.kind === 'meeting') return meetingPanel(spread, selection.event);
  if (selection.kind === 'carrier') return carrierPanel(spread, selection.person, carriers);
  return relationPanel(spread, selection.key);
}

function placePanel(spread: Spread, id: string, column: string | null): Panel | null {
  const row = rowsOf(spread).find((place) => place.id === id) ?? lowerRows(spread, id);
  if (!row) return null;
  const claims = claimsIn(row, column, spread.periods);
  const period = column !== null && spread.periods.includes(column) ? column : null;
  const articles = period === null ? row.articles : (row.coverage[spread.periods.indexOf(period)] ?? 0);
  const { program, about, when } = {
    program: spread.program.name,
    about: shortName(row.name),
    when: column === null ? '' : columnName(column),
  };
  return {
    title: [program, about, when].filter(Boolean).join(' × '),
    path: pathText(row.path),
    lines: [...(column === null ? orderLines(row) : []), coverageLine(row, claims, articles)],
    groups: [groupOf(id, null, claims)],
    articles: articles > 0 ? { place: id, period } : null,
    nodes: nodesOf(spread, claims, [id]),
  };
}

/** The city of a map whose own places are rows. */
function lowerRows(spread: Spread, id: string): PlaceRow | undefined {
  const lower = spread.places.filter((place) => place.id.startsWith(`${id}/`));
  const [first] = lower;
  if (!first) return undefined;
  const path = id.slice(id.indexOf('/') + 1);
  return {
    ...first,
    id,
    path,
    name: pathEnd(path),
    adopted: null,
    rank: null,
    lag: null,
    leftCensored: false,
    claims: lower.flatMap(({ claims }) => claims),
    coverage: first.coverage.map((_, index) => lower.reduce((sum, row) => sum + (row.coverage[index] ?? 0), 0)),
    articles: lower.reduce((sum, row) => sum + row.articles, 0),
  };
}

function periodPanel(spread: Spread, period: string): Panel | null {
  const row = spread.curve.find((one) => one.period === period);
  if (!row) return null;
  const adopters = spread.places.filter(({ id }) => row.adopters.includes(id));
  const claims = adopters.flatMap((place) => place.claims.filter(isAdoption));
  const unit = (count: number) => spreadWords().places(spread.level, count);
  return {
    title: [spread.program.name, period].join(' × '),
    path: '',
    lines: [spreadWords().periodLine(unit(row.adopters.length), unit(row.atRisk), unit(row.coveredAtRisk))],
    groups: adopters.map((place) =>
      groupOf(place.id, shortName(place.name), claimsIn(place, period, spread.periods).filter(isAdoption)),
    ),
    articles: null,
    nodes: nodesOf(spread, claims, row.adopters),
  };
}

function meetingPanel(spread: Spread, event: string): Panel | null {
  const meeting = spread.meetings.find((one) => one.event === event);
  if (!meeting) return null;
  const rows = rowsOf(spread).filter(({ id }) => meeting.places.includes(id));
  const claims = rows.map((row) => row.claims.filter(({ via }) => via === event));
  return {
    title: meeting.name,
    path: whenText(meeting.when),
    lines: [spreadWords().onlyMet],
    groups: rows.map((row, index) => groupOf(row.id, shortName(row.name), claims[index] ?? [])),
    articles: null,
    nodes: nodesOf(spread, claims.flat(), [event]),
  };
}

function relationPanel(spread: Spread, key: string): Panel | null {
  const names = new Map(rowsOf(spread).map(({ id, name }) => [id, shortName(name)]));
  const edge = spread.learned.find((one) => one.key === key);
  if (edge) {
    return {
      title: spreadWords().learnedFrom(names.get(edge.learner) ?? '', names.get(edge.model) ?? ''),
      path: whenText(edge.when),
      lines: [],
      groups: [{ key, head: null, items: [{ key, claim: null }] }],
      articles: null,
      nodes: nodesOf(spread, [], [edge.learnerPlace, edge.modelPlace]),
    };
  }
  const { vertical } = spread;
  if (vertical?.key !== key) return null;
  return {
    title: [spread.program.name, shortName(vertical.aboveName)].join(' × '),
    path: whenText(vertical.when),
    lines: [spreadWords().stage[vertical.stage]],
    groups: [{ key, head: null, items: [{ key, claim: null }] }],
    articles: null,
    nodes: nodesOf(spread, [], [vertical.above]),
  };
}

/** The posts of someone in both places, and what was written on the program there. */
function carrierPanel(spread: Spread, person: string, carriers: readonly Carrier[]): Panel | null {
  const own = carriers.filter((carrier) => carrier.person === person);
  const [first] = own;
  if (!first) return null;
  const posts = new Map(own.flatMap(({ from, to }) => [from, to]).map((post) => [post.key, post]));
  const begun = [...new Set(own.flatMap(({ from, to }) => [from.place, to.place]))];
  const plain = (key: string): PanelItem => ({ key, claim: null });
  return {
    title: [spread.program.name, first.name].join(' × '),
    path: '',
    lines: [spreadWords().carriersCaveat],
    groups: [
      ...[...posts.values()].map(({ key, bodyName, title }) => ({
        key,
        head: [bodyName, title].join(' '),
        items: [plain(key)],
      })),
      ...begun.map((place) => {
        const claims = (rowsOf(spread).find(({ id }) => id === place)?.claims ?? []).filter(isAdoption);
        return groupOf(place, spreadWords().carrierLine(shortName(pathEnd(place))), claims);
      }),
    ],
    articles: null,
    nodes: [person, spread.program.id, ...begun],
  };
}

function groupOf(key: string, head: string | null, claims: readonly Claim[]): PanelGroup {
  // A relation that several rows rest on is shown once.
  const items = [...new Map(claims.map((claim) => [claim.key, { key: claim.key, claim }])).values()];
  return { key, head, items };
}

/** When it began there, how that compares, and what is not known about it. */
function orderLines({ adopted, rank, tied, lag, leftCensored }: PlaceRow): readonly string[] {
  if (adopted === null) return [];
  const { began, first, nth, lagLine, leftCensoredLine } = spreadWords();
  return [
    began(whenText(adopted)),
    ...(rank === null ? [] : [rank === 1 ? first(tied) : nth(rank, tied)]),
    ...(lag === null || rank === 1 ? [] : [lagLine(lag.days, lag.least, lag.most)]),
    ...(leftCensored ? [leftCensoredLine] : []),
  ];
}

function coverageLine(row: PlaceRow, claims: readonly Claim[], articles: number): string {
  const name = shortName(row.name);
  const { noReport, reportedSilent, reported } = spreadWords();
  if (articles === 0) return noReport(name);
  return claims.length === 0 ? reportedSilent(name, articles) : reported(name, articles);
}

function nodesOf(spread: Spread, claims: readonly Claim[], more: readonly string[]): readonly string[] {
  const named = claims.flatMap(({ place, via }) => (via === null ? [place] : [place, via]));
  return [...new Set([spread.program.id, ...named, ...(named.length > 0 ? [] : more)])];
}
