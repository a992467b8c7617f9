/** Pages as short texts, and an extractor that reads them: small enough to try every order of ingesting, replacing and removing. */
import { createHash } from 'node:crypto';
import type { Entity, ExtractedArticle, ExtractedPage, Fact } from '../../ingest/contract.ts';
import type { PageExtractor, PageOutcome } from '../../ingest/extract.ts';
import type { RawPage } from '../../ingest/files.ts';

export interface ToyPage {
  readonly day: string;
  readonly number: number;
  /** Indexes into `ARTICLES`. */
  readonly articles: readonly number[];
  /** Makes the articles others than those of the same index on other pages, and gives their main person another name. */
  readonly salt?: number;
}

/** `day|number of the page|indexes of its articles|salt` */
export function toyText({ day, number, articles, salt = 0 }: ToyPage): string {
  return `${day}|${number}|${articles.join(',')}|${salt}`;
}

const NAMES = ['王伟', '李强', '陈国强', '褚银良', '车俊', '涂冬山', '朱恒毅'];

function salted<T>(value: T, salt: number): T {
  return JSON.parse(JSON.stringify(value).replaceAll('王伟', NAMES[salt % NAMES.length] as string)) as T;
}

const person = (name: string, aliases: string[] = []): Entity =>
  at({ id: `person/${name}`, kind: 'Person', name, aliases });
const place = (path: string, aliases: string[] = []): Entity =>
  at({
    id: `place/${path}`,
    kind: 'Place',
    name: path.split('/').at(-1) as string,
    aliases,
    path,
    level: (['province', 'city', 'county'] as const)[path.split('/').length - 1],
  });
const body = (name: string, aliases: string[], path?: string): Entity =>
  at({ id: `org/${name}`, kind: 'Organization', name, aliases, ...(path === undefined ? {} : { path }) });
const event = (day: string, name: string): Entity =>
  at({
    id: `event/${day}/${name}`,
    kind: 'Event',
    name,
    aliases: [],
    type: 'meeting',
    date: { value: day, precision: 'day', basis: 'printed' },
  });

function at(entity: Omit<Entity, 'mentions'>): Entity {
  return { ...entity, mentions: [[0, entity.name.length]] };
}

const holds = (name: string, to: string, title: string, acting?: boolean): Fact => ({
  type: 'HOLDS',
  from: `person/${name}`,
  to,
  title,
  ...(acting ? { acting } : {}),
  evidence: [1, 9],
  rule: 'toy.post',
  confidence: 0.8,
});
const role = (type: 'CHAIRED' | 'ATTENDED', name: string, to: string, confidence: number): Fact => ({
  type,
  from: `person/${name}`,
  to,
  evidence: [2, 8],
  rule: 'toy.role',
  confidence,
});

interface ToyArticle {
  readonly title: string | null;
  readonly byline?: ExtractedArticle['byline'];
  readonly jump?: { readonly to?: number; readonly from?: number };
  readonly entities: (day: string) => Entity[];
  readonly facts: (day: string) => Fact[];
}

const POLICE = 'org/湖州市公安局';

/** What the articles state shares people, bodies with and without their seat, places and their superiors, events and posts. */
export const ARTICLES: readonly ToyArticle[] = [
  {
    title: '王伟主持推进会',
    byline: [{ name: '张倩', role: 'reporter' }],
    jump: { to: 2 },
    entities: (day) => [
      person('王伟'),
      body('湖州市公安局', ['市局'], '浙江省/湖州市'),
      event(day, '平安推进会议'),
      place('浙江省/湖州市'),
    ],
    facts: (day) => [holds('王伟', POLICE, '局长'), role('CHAIRED', '王伟', `event/${day}/平安推进会议`, 0.9)],
  },
  {
    title: null,
    jump: { from: 1 },
    entities: (day) => [person('王伟'), event(day, '平安推进会议'), place('浙江省/湖州市/德清县', ['德清'])],
    facts: (day) => [role('ATTENDED', '王伟', `event/${day}/平安推进会议`, 0.6)],
  },
  {
    title: '德清县长王伟调研',
    byline: [{ name: '王伟', role: 'photographer' }],
    entities: () => [person('王伟'), place('浙江省/湖州市/德清县'), body('湖州市公安局', ['湖州公安'])],
    facts: () => [holds('王伟', 'place/浙江省/湖州市/德清县', '县长', true)],
  },
  {
    title: '王伟局长接访',
    byline: [
      { name: '张倩', role: 'reporter' },
      { name: '李洁', role: 'reporter' },
    ],
    entities: (day) => [person('王伟', ['老王']), body('湖州市公安局', [], '浙江省'), event(day, '接访活动日活动')],
    facts: (day) => [
      holds('王伟', POLICE, '局长'),
      {
        ...role('CHAIRED', '王伟', `event/${day}/接访活动日活动`, 0.7),
        also: [{ evidence: [3, 7], rule: 'toy.again', confidence: 0.5 }],
      },
    ],
  },
  {
    title: '浙江省简讯',
    jump: { to: 2 },
    entities: () => [place('浙江省', ['浙江']), person('李洁')],
    facts: () => [],
  },
  { title: '花絮', entities: () => [], facts: () => [] },
];

/** Reads the texts of `toyText`. */
export const TOY_EXTRACTOR: PageExtractor = {
  version: 'toy/1',
  run({ file, sha256, text }: RawPage): PageOutcome {
    const [day = '', number = '', list = '', salt = '0'] = text.trim().split('|');
    const articles = list === '' ? [] : list.split(',').map(Number);
    const date = { value: day, precision: 'day', basis: 'masthead' } as const;
    return {
      extraction: {
        source: { file, sha256, publication: '湖州日报', issue: null, date, pageNumber: Number(number) },
        articles: articles.map((index) => toyArticle(index, day, Number(salt))),
      } satisfies ExtractedPage,
      issues: [],
    };
  },
};

/** The id of an article without salt. */
export function toyArticleId(index: number): string {
  return toyArticle(index, '2019-07-03', 0).id;
}

function toyArticle(index: number, day: string, salt: number): ExtractedArticle {
  const { title, byline = [], jump, entities, facts } = ARTICLES[index] as ToyArticle;
  const text = `${title ?? '续文'}的正文第${index}${salt === 0 ? '' : `之${salt}`}`;
  const article: ExtractedArticle = {
    id: `article/${createHash('sha256').update(text).digest('hex').slice(0, 16)}`,
    title,
    subtitle: null,
    kind: title === null ? 'continuation' : 'news',
    byline,
    text,
    ...(jump ? { jump } : {}),
    entities: entities(day),
    facts: facts(day),
  };
  return salted(article, salt);
}
