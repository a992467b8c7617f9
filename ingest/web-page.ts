/** A saved web page → the text of its article and what its head says of it. Scripts, navigation and hidden parts never reach the text. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Given } from './given.ts';
import { refusal } from './refusal.ts';
import { readWebHead } from './web-head.ts';
import { linesIn } from './web-text.ts';

export interface WebPage {
  /** One paragraph a line. */
  readonly text: string;
  readonly given: Given;
}

/** Pages of news sites have 500 to 5,000 elements, some 15 to 30 deep. */
const MAX_ELEMENTS = 60_000;
const MAX_DEPTH = 250;
/** To find a body takes Readability time that grows with the elements, their siblings and the depth of each: so many take it some seconds. */
const MAX_SEARCHED = { elements: 15_000, depths: 200_000 };
/** Fewer Han characters than this are a caption, a notice about cookies or nothing at all. */
const LEAST_HAN = 30;
/** Readability loosens its rules until it has so many characters; its default of 500 is meant for Latin script, which takes three for one. */
const SHORT_ARTICLE = 140;

/**
 * Where the publishing systems of Chinese papers and offices put the body: 方正 digital papers (`founder-content`, `ozoom`), 拓尔思
 * (`TRS_Editor`), 人民网 (`rm_txt_con`), 新华网 (`detail`), 政府网站 (`zoom`, `UCAP-CONTENT`), and schema.org's `articleBody`.
 */
const KNOWN_BODIES =
  'founder-content, #ozoom, [itemprop="articleBody"], .TRS_Editor, .TRS_UEDITOR, .rm_txt_con, #rwb_zw, #detail, #zoom, #Zoom, #UCAP-CONTENT';

/**
 * Reads a web page. Its title, if it has one, makes it one article.
 * @throws ZhituError `bad-input` with reason `too-large` for a page with more elements or deeper nesting than any article has,
 * `no-articles` for one in which no running text is found
 */
export function readWebPage(html: string): WebPage {
  const source = withoutScripts(html);
  const elements = source.match(/<[a-z]/giu)?.length ?? 0;
  if (elements > MAX_ELEMENTS) throw tooLarge(`${elements} elements`, `${MAX_ELEMENTS}`);
  const { document } = parseHTML(/<html\b/iu.test(source) ? source : `<html><body>${source}</body></html>`);
  const { deepest, depths } = depthsIn(document.documentElement);
  if (deepest > MAX_DEPTH) throw tooLarge(`elements ${deepest} deep`, `${MAX_DEPTH}`);
  const body = document.querySelector('body') ?? document.documentElement;
  const given = readWebHead(document, linesIn(body), html);
  const known = knownBody(document);
  if (!known && (elements > MAX_SEARCHED.elements || depths > MAX_SEARCHED.depths))
    throw tooLarge(
      `${elements} elements, ${Math.round(depths / elements)} deep`,
      `${MAX_SEARCHED.elements}, 10 to 20 deep`,
    );
  const lines = known ?? readableBody(document);
  if (lines === null || hanIn(lines) < LEAST_HAN) throw refusal('no-articles', NO_BODY);
  // The headline above the body is the title's, not the text's.
  const repeats = (line: string | undefined) => tight(line ?? '') === tight(given.title ?? '');
  return { text: (repeats(lines[0]) ? lines.slice(1) : lines).join('\n'), given };
}

const NO_BODY =
  'no running text in Chinese was found in this web page. If scripts build the page, open it in a browser and save it from there, or save its text';

function tooLarge(seen: string, most: string): Error {
  return refusal(
    'too-large',
    `it has ${seen}, and the page of an article has at most ${most}. Save the article alone, or its text`,
  );
}

/** Without scripts, styles and comments, in one pass: what is not closed goes to the end. */
function withoutScripts(html: string): string {
  const opening = /<(?:(script|style|noscript|template|svg|iframe)\b|!--)/giu;
  const kept: string[] = [];
  let at = 0;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    kept.push(html.slice(at, match.index));
    const closing = match[1] === undefined ? /-->/gu : new RegExp(`</${match[1]}\\s*>`, 'giu');
    closing.lastIndex = opening.lastIndex;
    const end = closing.exec(html);
    at = end ? closing.lastIndex : html.length;
    opening.lastIndex = at;
  }
  kept.push(html.slice(at));
  return kept.join('');
}

/** The depth of the deepest element, and the sum of all elements' depths. */
function depthsIn(root: Element): { readonly deepest: number; readonly depths: number } {
  let deepest = 0;
  let depths = 0;
  let depth = 1;
  let node: Element | null = root;
  while (node) {
    deepest = Math.max(deepest, depth);
    depths += depth;
    if (node.firstElementChild) {
      node = node.firstElementChild;
      depth += 1;
      continue;
    }
    while (node && node !== root && !node.nextElementSibling) {
      node = node.parentElement;
      depth -= 1;
    }
    node = node === root || node === null ? null : node.nextElementSibling;
  }
  return { deepest, depths };
}

/** The fullest of the elements that are known to hold bodies. */
function knownBody(document: Document): readonly string[] | null {
  const bodies = [...document.querySelectorAll(KNOWN_BODIES)].map((element) => linesIn(element));
  const [fullest] = bodies.sort((a, b) => hanIn(b) - hanIn(a));
  return fullest && hanIn(fullest) >= LEAST_HAN ? fullest : null;
}

/** What Readability takes for the body. It changes the document. */
function readableBody(document: Document): readonly string[] | null {
  const reader = new Readability(document, {
    charThreshold: SHORT_ARTICLE,
    disableJSONLD: true,
    serializer: (node) => linesIn(node as Element),
  });
  return reader.parse()?.content ?? null;
}

function tight(text: string): string {
  return text.replace(/\s/gu, '');
}

function hanIn(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + (line.match(/\p{Script=Han}/gu)?.length ?? 0), 0);
}
