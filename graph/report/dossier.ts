/** What a dossier on one program says, before it is Markdown or HTML. */
import { type Quote, quotesOf } from '../evidence.ts';
import { parseEvidence } from '../model.ts';
import { type SpreadRequest, spreadOf } from '../spread/answer.ts';
import type { Carrier } from '../spread/carriers.ts';
import { carriersOf } from '../spread/carriers.ts';
import type { Spread, SpreadRow } from '../spread/figures.ts';
import { compareDays } from '../spread/ranges.ts';
import type { GraphStore } from '../store.ts';
import { figure, STAGE_WORDS, whenWords } from './words.ts';

/** A block of a dossier; `refs` are numbers of quotes. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | {
      readonly kind: 'curve';
      readonly label: string;
      readonly periods: readonly string[];
      readonly covered: readonly number[];
      readonly having: readonly number[];
      readonly total: number;
    }
  | { readonly kind: 'quotes'; readonly quotes: readonly Quote[] };

export interface Dossier {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Candidates shown: the list is for reading, and the API has all. */
const SHOWN_CARRIERS = 20;

/**
 * A dossier: figures, the table of places, effects, and every sentence behind them.
 * @throws ZhituError as `spreadOf`
 */
export async function dossierOf(store: GraphStore, request: SpreadRequest): Promise<Dossier> {
  const [spread, carriers] = await Promise.all([spreadOf(store, request), carriersOf(store, request)]);
  const rows = [...spread.above, ...spread.places.filter(({ claims }) => claims.length > 0)].sort(
    (a, b) => compareDays(a.adopted?.to ?? null, b.adopted?.to ?? null) || (a.id < b.id ? -1 : 1),
  );
  const shown = carriers.slice(0, SHOWN_CARRIERS);
  const refs = [
    ...new Set([
      ...rows.flatMap(({ claims }) => claims.flatMap(({ evidence }) => evidence)),
      ...spread.learned.flatMap(({ evidence }) => evidence),
      ...spread.meetings.flatMap(({ evidence }) => evidence),
      ...shown.flatMap(({ from, to }) => [...from.evidence, ...to.evidence]),
    ]),
  ];
  const quotes = await quotesOf(
    store,
    refs.flatMap((ref) => parseEvidence(ref) ?? []),
  );
  const numbers = new Map(quotes.map(({ ref }, index) => [ref, index + 1]));
  const cite: Cite = (evidence) => citations(numbers, evidence);
  return {
    title: `${spread.program.name}：扩散 Spread`,
    blocks: [
      { kind: 'text', text: summary(spread) },
      ...curveBlock(spread),
      { kind: 'heading', text: '各地 Places' },
      {
        kind: 'table',
        columns: [
          '次序 rank',
          '地点 place',
          '阶段 stage',
          '时间 when',
          '距首次 lag (days)',
          '篇数 articles',
          '证据 evidence',
        ],
        rows: rows.map((row) => placeCells(row, cite)),
      },
      { kind: 'text', text: uncovered(spread) },
      { kind: 'heading', text: '各期 Periods' },
      {
        kind: 'table',
        columns: [
          '时段 period',
          '新增 new',
          '累计 total',
          '风险率 hazard',
          '有报道的风险率 hazard, covered',
          '未实行（K–M）survival',
          '有报道 covered',
        ],
        rows: spread.curve.map((point) => [
          point.period,
          String(point.adopters.length),
          String(point.cumulative),
          figure(point.hazard),
          figure(point.coveredHazard),
          figure(point.survival),
          String(point.covered),
        ]),
      },
      { kind: 'heading', text: '上级与邻近 Province and neighbours' },
      { kind: 'text', text: effects(spread, cite) },
      { kind: 'heading', text: '学习、借鉴 Learned from' },
      ...lessonBlocks(spread, cite),
      { kind: 'heading', text: '可能带去的人：只是线索 People who may have carried it: leads, not causes' },
      ...carrierBlocks(shown, carriers.length, cite),
      { kind: 'heading', text: '原文 Sentences' },
      { kind: 'quotes', quotes },
    ],
  };
}

/** `[1] [3]`: the numbers of sentences, each once, however many claims it states. */
export function citations(numbers: ReadonlyMap<string, number>, evidence: readonly string[]): string {
  return [...new Set(evidence)].flatMap((ref) => (numbers.has(ref) ? [`[${numbers.get(ref)}]`] : [])).join(' ');
}

function summary({ totals, withinName, firstDay, lastDay, learned, places, first }: Spread): string {
  const names = first.map((id) => places.find((row) => row.id === id)?.name ?? id).join('、');
  return [
    `报道时间 ${firstDay ?? '?'}–${lastDay ?? '?'}。${withinName} ${totals.declared} 地中 ${totals.covered} 地有报道，${totals.adopted} 地已实行${names ? `，最早为${names}` : ''}；没有报道的不能判断有无。写明学习、借鉴 ${learned.length} 处。`,
    `Papers of ${firstDay ?? '?'} to ${lastDay ?? '?'}. Of ${totals.declared} places ${totals.covered} are reported on and ${totals.adopted} have it; of the others nothing can be said. ${learned.length} statements that one place learned from another.`,
  ].join(' ');
}

function curveBlock({ curve, totals, program }: Spread): readonly Block[] {
  if (curve.length === 0) return [];
  return [
    {
      kind: 'curve',
      label: `${program.name}：累计 ${curve.at(-1)?.cumulative ?? 0} / ${totals.declared}`,
      periods: curve.map(({ period }) => period),
      covered: curve.map(({ covered }) => covered),
      having: curve.map(({ cumulative }) => cumulative),
      total: totals.declared,
    },
  ];
}

type Cite = (evidence: readonly string[]) => string;

function placeCells(
  { rank, tied, path, claims, stage, adopted, lag, articles }: SpreadRow,
  cite: Cite,
): readonly string[] {
  const where = [...new Set(claims.filter(({ implied }) => !implied).map(({ placeName }) => placeName))].filter(
    (name) => !path.endsWith(name),
  );
  return [
    rank === null ? '' : `${rank}${tied ? ' =' : ''}`,
    where.length > 0 ? `${path}（${where.join('、')}）` : path,
    stage === null ? '' : STAGE_WORDS[stage],
    adopted ? whenWords(adopted) : claims[0] ? whenWords(claims[0].when) : '',
    lag === null ? '' : lag.least === lag.most ? String(lag.days) : `${lag.days} (${lag.least}–${lag.most})`,
    String(articles),
    cite(claims.flatMap(({ evidence }) => evidence)),
  ];
}

function uncovered({ places }: Spread): string {
  const none = places.filter(({ declared, articles }) => declared && articles === 0).map(({ name }) => name);
  return none.length === 0 ? '' : `没有报道，不能判断有无 no articles, so nothing is known: ${none.join('、')}`;
}

function effects({ vertical, neighbours }: Spread, cite: Cite): string {
  const above = vertical
    ? `${vertical.aboveName}${STAGE_WORDS[vertical.stage]} ${whenWords(vertical.when)} ${cite(vertical.evidence)}: 此前 before ${vertical.before.adopters.length}/${vertical.before.exposure}, 同期 same ${vertical.same.adopters.length}, 此后 after ${vertical.after.adopters.length}/${vertical.after.exposure}, p = ${figure(vertical.pValue)}。`
    : '没有写明上级何时提出 no dated statement of the place above。';
  const beside = neighbours
    ? `邻近已实行的比例 share of neighbours that had it before: ${figure(neighbours.adopters)}，其余 others ${figure(neighbours.others)}, p = ${figure(neighbours.pValue)} (${neighbours.permutations} permutations, seed ${neighbours.seed})。`
    : '';
  return `${above} ${beside}`.trim();
}

function lessonBlocks({ learned, meetings }: Spread, cite: Cite): readonly Block[] {
  const lessons = learned.map(({ learnerPlace, modelPlace, when, evidence }) => [
    learnerPlace.slice('place/'.length),
    modelPlace.slice('place/'.length),
    whenWords(when),
    cite(evidence),
  ]);
  const met = meetings.map(({ name, places, when, evidence }) => [
    name,
    places.map((id) => id.slice(id.lastIndexOf('/') + 1)).join('、'),
    whenWords(when),
    cite(evidence),
  ]);
  return [
    lessons.length === 0
      ? { kind: 'text', text: '原文没有写明谁向谁学习 no text says who learned from whom。' }
      : { kind: 'table', columns: ['学习方 learner', '被学习方 model', '时间 when', '证据 evidence'], rows: lessons },
    ...(met.length === 0
      ? []
      : [
          { kind: 'text', text: '同场交流，不等于学习 presented at one meeting, which is no lesson:' } as const,
          { kind: 'table', columns: ['活动 meeting', '地点 places', '时间 when', '证据 evidence'], rows: met } as const,
        ]),
  ];
}

function carrierBlocks(shown: readonly Carrier[], total: number, cite: Cite): readonly Block[] {
  if (total === 0) return [{ kind: 'text', text: '没有 none。' }];
  const rows = shown.map(({ name, from, to, gap }) => [
    name,
    `${from.bodyName}${from.title} ${from.from}–${from.to} ${cite(from.evidence)}`,
    `${to.bodyName}${to.title} ${to.from}–${to.to} ${cite(to.evidence)}`,
    String(gap),
  ]);
  return [
    { kind: 'table', columns: ['姓名 name', '先在 first in', '后在 then in', '天数 days'], rows },
    ...(total > shown.length ? [{ kind: 'text', text: `另有 ${total - shown.length} 人 more` } as const] : []),
  ];
}
