/** Who wrote it: reads byline lines, bracketed bylines of datelines and bylines at the end of a text. */
import { foldWidth, isHan } from './chinese.ts';
import { loadWordLists } from './lexicon.ts';
import type { Byline } from './types.ts';

const NAMES = loadWordLists('names.lex');
const COMPOUND = new Set(NAMES.list('surname-compound'));
const FAMILIAR = new Set([...NAMES.list('surname-sure'), ...NAMES.list('surname-word'), ...COMPOUND]);
const POSSIBLE = new Set([...FAMILIAR, ...NAMES.list('surname-function'), ...NAMES.list('surname-rare')]);

type Role = Byline['role'];
/** Role words, longest first. The second group may stand behind its names as well (`张某 摄`). */
const BEFORE: readonly (readonly [string, Role])[] = [
  ['特约撰稿人', 'reporter'],
  ['特约撰稿', 'reporter'],
  ['特约记者', 'reporter'],
  ['通讯员', 'correspondent'],
  ['报道员', 'correspondent'],
  ['报导员', 'correspondent'],
  ['实习生', 'reporter'],
  ['撰稿人', 'reporter'],
  ['评论员', 'reporter'],
  ['记者', 'reporter'],
  ['作者', 'reporter'],
  ['撰稿', 'reporter'],
  ['学生', 'correspondent'],
];
const EITHER: readonly (readonly [string, Role])[] = [
  ['摄影报道', 'photographer'],
  ['图文报道', 'reporter'],
  ['文图', 'reporter'],
  ['图文', 'reporter'],
  ['文摄', 'reporter'],
  ['摄影', 'photographer'],
  ['供图', 'photographer'],
  ['采写', 'reporter'],
  ['撰文', 'reporter'],
  ['执笔', 'reporter'],
  ['整理', 'reporter'],
  ['文字', 'reporter'],
  ['图片', 'photographer'],
  ['摄', 'photographer'],
  ['文', 'reporter'],
  ['图', 'photographer'],
];
/** These end names too (李文): as a role they stand apart. */
const PART_OF_NAMES = new Set(['文', '图']);
/** Local partners of a paper, who sign with the place and without a role. */
const PARTNER = /^共享联盟|(?:融媒体|传媒)中心$/u;
const ROLE_WORD = new RegExp(
  [...BEFORE, ...EITHER]
    .map(([word]) => word)
    .join('|')
    .concat('|共享联盟|中心'),
  'u',
);
const STOP = /[。！？!?；;“”]/u;
/** What may stand before 记者 besides an outlet: these words make no name. */
const OUTLET =
  /(?:报|网|社|台|刊|本端|客户端|新闻|媒体?|中心|在线|杂志|电视|广播|首席|见习|实习|特派|特约|全媒体?|融媒体?|联盟|法治|法制|驻.{1,4})$/u;
/** Words that follow 记者 in running text and in headlines. */
const NOT_NAMES =
  /^(?:获悉|了解|看到|走进|来到|从|在|采访|发现|手记|调查|观察|报道|会|节|证|站|团|随|问|见|走|探访|对话|体验|日前|近日|昨日|今日|今天|昨天|现场|直击|说)/u;
const MARKER = /^[◎○●■□◆◇▲△▼▽★☆※*·•\-—>]+\s*/u;
/** Without a role word, what is longer is a body: `(某律师事务所 周某 答)`. */
const LONGEST_NAME = 4;
const NAME_LIMIT = { line: 80, chunk: 24 };

type Token = { readonly name: string } | { readonly role: Role; readonly either: boolean };

/**
 * Reads a text that is nothing but a byline: a line under a headline, the inside of a bracket, a credit under a picture.
 * `bare` says what names without any role word are (null: then there must be a role word). Two-character names padded with a blank are put
 * together. Returns null if anything else stands in it, and an empty list for a byline without names (`本报评论员`).
 */
export function parseByline(text: string, bare: Role | null = null): readonly Byline[] | null {
  // Nearly all lines of a page end here. Between 《 and 》 stops are allowed, and the marks may cut a word.
  if (!text.includes('《') && (STOP.test(text) || (bare === null && !ROLE_WORD.test(text)))) return null;
  const line = foldWidth(text)
    .trim()
    .replace(MARKER, '')
    .replace(/^[([【](.*)[)\]】]$/u, '$1')
    .trim();
  if (
    line === '' ||
    line.length > NAME_LIMIT.line ||
    /[。！？!?；;“”《》]/u.test(line.replace(/《[^》]{1,14}》/gu, ''))
  )
    return null;
  const joined = line
    .replace(/[□■●◆◎]/gu, ' ')
    .replace(/文\s?[/&、]\s?(图|摄)影?(?:片)?/gu, '文$1')
    .replace(/图\s?[/&、]\s?文/gu, '图文');
  const tokens = tokenize(joined.replace(/[《》]/gu, ''));
  if (tokens === null || tokens.length === 0) return null;
  const hasRole = tokens.some((token) => 'role' in token);
  if (
    !hasRole &&
    (bare === null || joined.split(/[\s、，,/|:()]+/u).some((chunk) => isHan(chunk) && chunk.length > LONGEST_NAME))
  )
    return null;
  const bylines = assign(mergePadded(tokens), bare ?? 'reporter');
  const familiar = bylines.filter(({ name }) => startsWithSurname(name, hasRole ? POSSIBLE : FAMILIAR));
  const enough = hasRole
    ? familiar.length * 2 >= bylines.length
    : familiar.length === bylines.length && bylines.length > 0;
  return enough ? bylines : null;
}

function startsWithSurname(name: string, surnames: ReadonlySet<string>): boolean {
  return surnames.has(name.slice(0, 1)) || COMPOUND.has(name.slice(0, 2)) || name.includes('·');
}

function tokenize(line: string): Token[] | null {
  const tokens: Token[] = [];
  for (const chunk of line.split(/[\s、，,/|:()]+/u)) {
    if (chunk === '') continue;
    const read = chunk.length <= NAME_LIMIT.chunk ? readChunk(chunk) : null;
    if (read === null) return null;
    tokens.push(...read);
  }
  return tokens;
}

/** A chunk without blanks: `本报首席记者`, `记者张某`, `张某通讯员李某`, `张某摄`, `张某`. */
function readChunk(chunk: string): Token[] | null {
  if (/[讯电]$/u.test(chunk)) return null;
  if (/报道$/u.test(chunk) && !EITHER.some(([word]) => chunk.endsWith(word)))
    return firstRole(chunk) ? readChunk(chunk.slice(0, -2)) : [];
  const first = firstRole(chunk);
  if (first) {
    const { at, word, role } = first;
    const before = outletOff(chunk.slice(0, at));
    const left = before === '' || OUTLET.test(before) || /大学|学院/u.test(before) ? [] : names(before);
    const rest = chunk.slice(at + word.length);
    const right = rest === '' ? [] : NOT_NAMES.test(rest) ? null : readChunk(rest);
    return left && right ? [...left, { role, either: false }, ...right] : null;
  }
  for (const [word, role] of EITHER) {
    if (chunk === word) return [{ role, either: true }];
    if (
      !PART_OF_NAMES.has(word) &&
      chunk.length > word.length + 1 &&
      chunk.endsWith(word) &&
      chunk.length <= word.length + 4
    ) {
      const left = names(chunk.slice(0, -word.length));
      return left && [...left, { role, either: true }];
    }
  }
  if (PARTNER.test(chunk)) return [{ role: 'reporter', either: false }];
  if (OUTLET.test(chunk) && chunk.length > 2) return [];
  return names(chunk);
}

function firstRole(chunk: string): { readonly at: number; readonly word: string; readonly role: Role } | null {
  let first: { readonly at: number; readonly word: string; readonly role: Role } | null = null;
  for (const [word, role] of BEFORE) {
    const at = chunk.indexOf(word);
    if (at >= 0 && (first === null || at < first.at)) first = { at, word, role };
  }
  return first;
}

/** `李某本报` → 李某: a name that the next outlet was printed against. */
function outletOff(text: string): string {
  return text.replace(/(?:本报|本网|本台|本社)(?:首席|见习|实习|特派|特约)?$/u, '');
}

/** Names printed without blanks between them are cut where a surname starts; null if the chunk holds no names. */
function names(chunk: string): Token[] | null {
  if (/^[\p{Script=Han}]{1,8}(?:[·•・‧][\p{Script=Han}]{1,8})+$/u.test(chunk))
    return [{ name: chunk.replace(/[•・‧]/gu, '·') }];
  if (/^[A-Z][A-Za-z.]{1,20}$/u.test(chunk)) return [{ name: chunk }];
  if (!isHan(chunk)) return null;
  if (chunk.length <= 4) return [{ name: chunk }];
  for (const size of [3, 2]) {
    const rest = chunk.slice(size);
    if (!startsWithSurname(chunk, FAMILIAR) || !startsWithSurname(rest, FAMILIAR) || rest.length < 2) continue;
    const right: Token[] | null = rest.length <= 3 ? [{ name: rest }] : names(rest);
    if (right) return [{ name: chunk.slice(0, size) }, ...right];
  }
  return null;
}

/** One character is never a name: it is the first or the last half of a padded one. */
function mergePadded(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    if ('name' in token && last && 'name' in last && belongTogether(last.name, token.name, tokens.length))
      out[out.length - 1] = { name: last.name + token.name };
    else out.push(token);
  }
  return out;
}

function belongTogether(left: string, right: string, count: number): boolean {
  if (left.length === 1) return right.length <= 2;
  return right.length === 1 && left.length === 2 && (COMPOUND.has(left) || count <= 2 || !POSSIBLE.has(right));
}

function isRole(token: Token | undefined): boolean {
  return token !== undefined && 'role' in token && token.either;
}

/** Gives each name its role: words of the second group hold for the names before them if the byline ends in one, else for those behind. */
function assign(tokens: readonly Token[], bare: Role): readonly Byline[] {
  const last = tokens.at(-1);
  const credit = last && 'role' in last && last.either ? last.role : null;
  const out: Byline[] = [];
  let role = bare;
  let group = 0;
  for (const [index, token] of tokens.entries()) {
    if ('name' in token && token.name.length >= 2) out.push({ name: token.name, role });
    if (!('role' in token)) continue;
    if (credit !== null && token.either) {
      const from =
        index === tokens.length - 1 && group > 0 && tokens.filter((t) => 'role' in t && t.either).length > 1
          ? group
          : 0;
      for (let i = from; i < out.length; i += 1) {
        const { name, role: stated } = out[i] as Byline;
        // 通讯员 林某 文/图: who wrote stays what he is called; who took the picture is named for that.
        out[i] = { name, role: token.role === 'reporter' && stated === 'correspondent' ? stated : token.role };
      }
      group = out.length;
    } else if (token.either || role !== 'photographer' || !isRole(tokens[index - 1])) role = token.role;
  }
  return out;
}
