/** What a web page says of its article outside the body: title, day, paper, authors, address. */
import { parseByline } from './bylines.ts';
import { isFurniture, isSourceLine } from './furniture.ts';
import { type Given, NOTHING_GIVEN, readGivenByline, readGivenDate } from './given.ts';
import { loadNewspapers, newspaperMarked, newspaperNamed } from './newspapers.ts';
import { pageNumberIn } from './page-number.ts';
import type { Byline } from './types.ts';

const NEWSPAPERS = loadNewspapers();
/** Longest line that names source, day and author; a longer one is running text. */
const INFO_LIMIT = 120;
/** The names that 政府网站发展指引 (2017) prescribes for government sites (ArticleTitle, PubDate, ContentSource …), then those of others. */
const META = {
  title: ['ArticleTitle', 'og:title', 'twitter:title'],
  date: ['PubDate', 'article:published_time', 'datePublished', 'publishdate', 'pubdate', 'og:release_date'],
  source: ['ContentSource', 'source'],
  site: ['og:site_name', 'SiteName'],
  author: ['author', 'article:author'],
} as const;
const SITE = /(?:报|网|社|台|在线|频道|客户端|新闻中心|数字报刊?|电子版|首页|门户|新闻)$/u;
const NAMES = '[\\p{Script=Han}·]{2,12}(?:[\\s、，,/]+[\\p{Script=Han}·]{2,4}(?![\\p{Script=Han}:：]))*';
const CREDIT = new RegExp(`(记者|作者|通讯员|撰文)\\s?[:：]\\s*(${NAMES})`, 'gu');
/** 责任编辑, 美术编辑 and the like look after the page and wrote none of it. */
const EDITOR = new RegExp(`(?<!\\p{Script=Han})编辑\\s?[:：]\\s*(${NAMES})`, 'gu');

/** @param lines all lines of the page; @param html its source, which says where a browser saved it from */
export function readWebHead(document: Document, lines: readonly string[], html: string): Given {
  const meta = metaReader(document);
  const info = lines.filter((line) => line.length <= INFO_LIMIT);
  const url = addressOf(document, meta, html);
  return {
    ...NOTHING_GIVEN,
    title: titleOf(document, meta),
    byline: bylineOf(lines, info, meta),
    date: dateOfPage(document, meta, info, url),
    publication: publicationOf(document, meta, info, url),
    pageNumber: pageNumberIn(info.filter(isFurniture)),
    url,
  };
}

type MetaReader = (names: readonly string[]) => readonly string[];

/** The contents of the meta elements of these names, in the order of the names. */
function metaReader(document: Document): MetaReader {
  const contents = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const name = ['name', 'property', 'itemprop'].map((key) => element.getAttribute(key)).find((value) => value);
    const content = element.getAttribute('content')?.replace(/\s+/gu, ' ').trim();
    if (name && content && !contents.has(name.toLowerCase())) contents.set(name.toLowerCase(), content);
  }
  return (names) => names.flatMap((name) => contents.get(name.toLowerCase()) ?? []);
}

/** A heading that the window's title repeats is the headline; else what the title holds beside names of sites. */
function titleOf(document: Document, meta: MetaReader): string | null {
  const window = document.querySelector('title')?.textContent ?? '';
  const headings = [...document.querySelectorAll('h1, h2')].map((element) => (element.textContent ?? '').trim());
  const repeated = [...meta(META.title), ...headings].find(
    (candidate) => tight(candidate).length >= 4 && tight(window).includes(tight(candidate)),
  );
  const [longest = null] = window
    .split(/[_|｜]|\s[-–—]\s|[-–—]{1,2}/u)
    .map((part) => part.trim())
    .filter((part) => part.length >= 4 && !SITE.test(part))
    .sort((a, b) => b.length - a.length);
  const found = repeated ?? meta(META.title)[0] ?? longest ?? headings.find((heading) => heading.length >= 4);
  return found === undefined ? null : (found?.replace(/\s+/gu, ' ').trim() ?? null);
}

function dateOfPage(document: Document, meta: MetaReader, info: readonly string[], url: string | null): string | null {
  const labelled = info.map((line) => /(?:发布(?:时间|日期)|时间|日期)\s?[:：]\s?(.{4,30})/u.exec(line)?.[1]);
  const candidates = [
    ...meta(META.date),
    ...labelled,
    ...info.filter(isSourceLine),
    ...[...document.querySelectorAll('time')].flatMap((time) => [time.getAttribute('datetime'), time.textContent]),
    url?.replace(/^.*?\/(20\d\d)[-/]?(\d\d)[-/](\d\d)\/.*$/u, '$1-$2-$3'),
  ];
  return (
    candidates.find((text): text is string => text != null && readGivenDate(text)?.precision === 'day') ??
    meta(META.date)[0] ??
    null
  );
}

function publicationOf(
  document: Document,
  meta: MetaReader,
  info: readonly string[],
  url: string | null,
): string | null {
  const stated = info
    .map((line) => /(?:来源|稿源)\s?[:：]\s*[《“]?([\p{Script=Han}A-Za-z0-9·]{2,20})/u.exec(line)?.[1])
    .find((name) => name !== undefined);
  const marked = newspaperMarked(url ?? '', NEWSPAPERS)?.name;
  const title = (document.querySelector('title')?.textContent ?? '').split(/[-_|｜–—\s]+/u);
  const named = title
    .map((part) => part.replace(/(?:数字报刊?|电子版)$/u, ''))
    .find((part) => newspaperNamed(part, NEWSPAPERS) !== null || /^\p{Script=Han}{2,8}报$/u.test(part));
  const found = stated ?? meta(META.source)[0] ?? marked ?? named ?? meta(META.site)[0];
  return found === undefined ? null : (newspaperNamed(found, NEWSPAPERS)?.name ?? found);
}

function bylineOf(lines: readonly string[], info: readonly string[], meta: MetaReader): readonly Byline[] {
  const credited = info.flatMap((line) =>
    [...line.matchAll(CREDIT)].flatMap(([, role, names]) => parseByline(`${role} ${names}`) ?? []),
  );
  if (credited.length > 0) return uniqueNames(credited);
  const author = meta(META.author).flatMap((words) => readGivenByline(words) ?? []);
  if (author.length > 0) return uniqueNames(author);
  // An editor is named as the author only where nobody else is.
  if (lines.some((line) => /记者|通讯员|作者/u.test(line))) return [];
  return uniqueNames(
    info.flatMap((line) => [...line.matchAll(EDITOR)].flatMap(([, names]) => parseByline(`记者 ${names}`) ?? [])),
  );
}

function addressOf(document: Document, meta: MetaReader, html: string): string | null {
  const saved = /<!--\s*saved from url=\(\d+\)(\S{1,2000})\s*-->/u.exec(html.slice(0, 4_096))?.[1];
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return [canonical, meta(['og:url'])[0], saved].find((url) => /^https?:\/\//u.test(url ?? '')) ?? null;
}

function uniqueNames(people: readonly Byline[]): readonly Byline[] {
  return people.filter(({ name }, index) => people.findIndex((other) => other.name === name) === index);
}

function tight(text: string): string {
  return text.replace(/\s/gu, '');
}
