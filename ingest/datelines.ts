/** The words before a news text: where and when it was filed, by which outlet, and who signed there. */
import { parseByline } from './bylines.ts';
import { foldWidth } from './chinese.ts';
import type { Byline } from './types.ts';

export interface Lead {
  /** The words of the dateline without byline: `本报湖州6月3日讯`. */
  readonly dateline: string;
  /** 又讯: it goes on with the article above. */
  readonly second: boolean;
  readonly byline: readonly Byline[];
  /** Where the body starts in the block, UTF-16. */
  readonly bodyStart: number;
}

/** Outlets that are named in full; 本报 and the like need no blank behind 讯. */
const OWN = '本(?:报|网|台|刊|社|端|站)';
const NAMED =
  '《?\\p{Script=Han}{1,12}?(?:社|网|日报|晚报|报|在线|新闻|客户端|融媒体中心|传媒中心|电视台|广播台|台)》?';
const PLACE = '\\p{Script=Han}{0,10}?';
const DAY = '(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?';
const LEAD = new RegExp(
  `^(?:[【\\[](?=[^】\\]]{2,20}[】\\]]))?(?:据)?(?:(${OWN})|(${NAMED}))?(${PLACE})(${DAY})(?:综合)?(讯|电|消息)(?=(.?))`,
  'u',
);
const OUTLET_ONLY = new RegExp(`^【(?:${OWN}|${NAMED})(?:讯|电)?】`, 'u');
const SECOND = /^(?:又讯|【又讯】)/u;
const DAY_WORD = /^(?:昨|今|近|日|连日|上周)/u;
const BRACKET_LIMIT = 90;
/** The longest dateline ends within so many characters; a text without any of these signs there has none. */
const LEAD_LIMIT = 50;
const LEAD_SIGN = /[讯电【]|消息/u;
const SIGNED = /^\s*(?:\p{Script=Han}{0,8}记者|\p{Script=Han}{0,2}通讯员)/u;

/**
 * Reads the dateline at the start of a block: `本报讯`, `本报湖州6月3日讯`, `新华社杭州3月5日电(记者A、B)`, `又讯`, `【某网】`.
 * Null if the block starts with none. A report only cited (`据某报报道，`) is part of its sentence and none.
 */
export function readLead(text: string): Lead | null {
  if (!LEAD_SIGN.test(text.slice(0, LEAD_LIMIT))) return null;
  const folded = foldWidth(text);
  const end = leadEnd(folded);
  if (end === null) return null;
  const { byline, bodyStart } = readSignature(text, folded, end);
  return {
    second: SECOND.test(folded),
    dateline: text
      .slice(0, end)
      .replace(/[【】[\]]/gu, '')
      .trim(),
    byline,
    bodyStart,
  };
}

function leadEnd(folded: string): number | null {
  const plain = (SECOND.exec(folded) ?? OUTLET_ONLY.exec(folded))?.[0];
  if (plain !== undefined) return plain.length;
  const match = LEAD.exec(folded);
  if (!match) return null;
  const [whole, own, named, place = '', day = '', , next = ''] = match;
  if (!own && !named && day === '' && place.length > 0 && !'(（'.includes(next)) return null;
  if (!own && !named && day === '' && place === '' && !' (（'.includes(next)) return null;
  if (place.includes('记者')) return null;
  if ((!own || (place !== '' && day === '')) && !/^[\s(:/】\]]?$/u.test(next)) return null;
  return whole.length + ('】]'.includes(next) && next !== '' ? 1 : 0);
}

/** A bracket or bare byline behind the dateline; the body starts behind it, colon and blanks skipped. */
function readSignature(text: string, folded: string, end: number): { byline: readonly Byline[]; bodyStart: number } {
  const rest = folded.slice(end);
  const bracket = /^\s*\(([^()]*)\)/u.exec(rest.slice(0, BRACKET_LIMIT));
  const signed = bracket
    ? parseByline(
        text.slice(end + bracket[0].length - 1 - (bracket[1]?.length ?? 0), end + bracket[0].length - 1),
        'reporter',
      )
    : null;
  let position = end;
  let byline: readonly Byline[] = [];
  if (bracket && signed) {
    position += bracket[0].length;
    byline = signed;
  } else {
    const bare = bareSignature(text.slice(end));
    position += bare.length;
    byline = bare.byline;
  }
  return { byline, bodyStart: position + (/^[\s:/]*/u.exec(folded.slice(position))?.[0].length ?? 0) };
}

/** `记者李某 通讯员 张某 报道` without brackets: as many blank-separated words as still make a byline. */
export function bareSignature(text: string): { readonly byline: readonly Byline[]; readonly length: number } {
  if (!SIGNED.test(text)) return { byline: [], length: 0 };
  const words = [
    ...foldWidth(text)
      .slice(0, BRACKET_LIMIT)
      .matchAll(/[^\s:]+[\s:]*/gu),
  ];
  let best: { byline: readonly Byline[]; length: number } = { byline: [], length: 0 };
  for (const word of words) {
    const length = word.index + word[0].length;
    if (/[，。,、；！？]/u.test(word[0])) break;
    const byline = parseByline(text.slice(0, length));
    if (byline === null) break;
    // At the end of the block the last word must be a name; before it, what follows shows that the signature is over.
    const isWhole = length === text.length;
    if (byline.length > 0 && !(isWhole && DAY_WORD.test(byline.at(-1)?.name ?? ''))) best = { byline, length };
  }
  return best;
}
