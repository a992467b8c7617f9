/** Tells what belongs to the page and not to an article: masthead, imprint, page numbers, section names, advertisements. */
import { foldWidth, isHan } from './chinese.ts';
import { loadWordLists } from './lexicon.ts';
import { WordIndex } from './word-index.ts';

const LISTS = loadWordLists('layout.lex');
const FURNITURE = new WordIndex(LISTS.list('furniture').map(tight));
const FOOTER = new WordIndex(LISTS.list('footer').map(tight));
const SECTION = new Set(LISTS.list('section'));
/** `责编 王芳`, `编辑/李敏、赵 平`: who made the page, in a line of folded width. */
const MAKER = '(?:\\p{Script=Han} \\p{Script=Han}(?!\\p{Script=Han})|\\p{Script=Han}{2,4}(?!\\p{Script=Han}))';
const CREDIT = new RegExp(
  `(?<!\\p{Script=Han})(?:${LISTS.list('maker').join('|')})(?: ?[:/|] ?| +)${MAKER}(?: ?[、/] ?${MAKER})*`,
  'gu',
);
const ADDRESS = /(?:E-?mail|邮箱|信箱|QQ|(?:联系)?电话|热线) ?[:：/]? ?[\w.@-]{5,}|[\w.-]+@[\w.-]+/giu;
/** One of these is in every credit and address. */
const CREDIT_SIGN = /[ :/|@.\w-]/u;
/** Longest name of a paper or section beside the date. */
const NAME_LIMIT = 12;
const LINE_LIMIT = 200;

/** One piece of a date line: date, weekday, lunar date, issue, page. */
const PIECE = [
  '\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?',
  '[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日',
  '\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}',
  '\\d{1,2}月\\d{1,2}日',
  '\\d{1,2}:\\d{2}(?::\\d{2})?',
  '(?:星期|周)[一二三四五六日天]',
  '(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年(?:闰?[正一二三四五六七八九十冬腊]{1,2}月)?(?:初?[一二三四五六七八九十廿]{1,3}日?)?',
  '农历闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初?[一二三四五六七八九十廿]{1,3}日?)?',
  '(?:总)?第?\\d{1,6}期',
  '(?:今日|本期|共)?[共]?\\d{1,3}版',
  '第?[A-Z]?\\d{1,3}版?',
  '第[一二三四五六七八九十]{1,3}版',
  '[A-Z]\\d{1,2}',
  'No\\.?\\d+',
].join('|');
const PIECES = new RegExp(`^(?:${PIECE})+$`, 'iu');
/** One of these is in all that `DATED` finds, and most lines have none. */
const DATE_SIGN = /[年期历版]|\d[-./]\d/u;
const DATED =
  /\d{4}年\d{1,2}月|\d{4}[-./]\d{1,2}[-./]\d{1,2}|星期[一二三四五六日天]|农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|第\s?\d{1,6}\s?期|版|[零〇一二三四五六七八九]{4}年/u;

/** Who puts the paper out, and when: 某省公安厅主管主办, 每周一、三、五出版. */
const PUBLISHER =
  /^[\p{Script=Han}、:]{2,30}(?:主管主办|主管|主办|编印|承办)$|^每(?:周|逢|月|日)[\p{Script=Han}\d、]{0,12}(?:出版|出刊)$/u;

/** Names of picture files and the links between the pages of a web article. */
const PAGER = /^[\w()（）-]{1,40}\.(?:jpe?g|png|gif|webp)$|^[【[]?(?:第\d+页)+[】\]]?$|^[【[]?打印[】\]]?$/iu;

function tight(text: string): string {
  return foldWidth(text).replace(/\s+/gu, '');
}

function inSections(whole: string): boolean {
  return SECTION.has(whole) || /^(?!图片)\p{Script=Han}{2}(?:要闻|新闻|综合|时政|法治|社会)$/u.test(whole);
}

/** Whether a block is part of the masthead, of the imprint or of a running head: `2022年5月23日 星期一 2 要闻`, `新闻热线:…`, `A03版`. */
export function isFurniture(text: string): boolean {
  if (text.length > LINE_LIMIT) return false;
  const folded = foldWidth(text);
  const whole = tight(text);
  if (/^[A-Z]?\d{1,3}版?$/u.test(whole) || PAGER.test(whole) || inSections(whole)) return true;
  if (isDateLine(folded) || isCredits(folded) || PUBLISHER.test(whole)) return true;
  if (/[。；]/u.test(folded)) return false;
  if (isSourceLine(folded)) return true;
  return FURNITURE.first(whole) >= 0 && (!/[，,！？]/u.test(folded) || /https?:|\d{7}/u.test(whole));
}

/** A line about a web page's source: `2021-04-28 09:12 来源：某报`. */
export function isSourceLine(text: string): boolean {
  const folded = foldWidth(text);
  return (
    text.length <= 120 &&
    !/[。；]/u.test(folded) &&
    (/来源\s?:|发布(?:时间|日期)\s?:|^时间\s?:/u.test(folded) ||
      /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}/u.test(folded))
  );
}

/** A line that names who made the page, or how to reach them, and nothing else: `责编 王芳 校对 李敏`, `电话:0551-65179835`. */
function isCredits(folded: string): boolean {
  if (!CREDIT_SIGN.test(folded)) return false;
  const uncredited = folded.replace(CREDIT, ' ');
  const rest = uncredited.replace(ADDRESS, ' ').replace(/[\s|]/gu, '');
  return rest === '' ? uncredited !== folded || folded.search(ADDRESS) >= 0 : uncredited !== folded && inSections(rest);
}

/**
 * A line that consists of dates, pages, issue numbers and short names only, with at least one piece that dates or numbers the page. Who made the
 * page and its address may stand in it, too.
 */
export function isDateLine(text: string): boolean {
  const whole = foldWidth(text);
  if (!DATE_SIGN.test(whole)) return false;
  const folded = whole.replace(CREDIT, ' ').replace(ADDRESS, ' ');
  const tokens = folded.split(/[\s|·,，;、_]+/u).filter((token) => token !== '');
  let pieces = 0;
  for (const token of tokens) {
    if (PIECES.test(token)) pieces += 1;
    else if (!(isHan(token) && token.length <= NAME_LIMIT)) return false;
  }
  return pieces > 0 && DATED.test(folded) && tokens.length - pieces <= 3;
}

/** A day and nothing else: the head of a page may consist of it, but below a notice it is the day of signing. */
export function isBareDate(text: string): boolean {
  return /^\d{4}年\d{1,2}月\d{1,2}日$|^[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日$/u.test(
    tight(text),
  );
}

/** Whether a block is a paid notice of something lost: `某店遗失营业执照副本一份，声明作废。` */
export function isLossNotice(text: string): boolean {
  return text.length <= LINE_LIMIT && /遗失[^。]{2,60}(?:声明作废|作废)|(?:特此)?声明作废。?$/u.test(text);
}

/** Whether a block belongs to an advertisement or to the foot of a page. */
export function isFooter(text: string): boolean {
  return text.length <= LINE_LIMIT && !text.includes('。') && FOOTER.first(tight(text)) >= 0;
}
