/** Bytes of a page file → its text and what it states of itself, by the ending of its name. */
import { ZhituError } from '../graph/errors.ts';
import { decodeText, type TextEncodingName } from './decode.ts';
import { givenByFrontMatter, readFrontMatter } from './front-matter.ts';
import type { Given } from './given.ts';
import { plainMarkdown } from './markdown.ts';
import { refusal } from './refusal.ts';
import type { WebPage } from './web-page.ts';

export interface PageContent {
  readonly text: string;
  readonly encoding: TextEncodingName;
  readonly given?: Given;
}

/**
 * What a file holds: `.html` and `.htm` a saved web page, `.md` Markdown with front matter, anything else plain text.
 * @throws ZhituError `bad-input` with `details.reason` for bytes that are no text, and for a web page that cannot be taken apart
 */
export async function readFormat(file: string, bytes: Uint8Array): Promise<PageContent> {
  if (/\.html?$/iu.test(file)) {
    const { text: html, encoding } = decodeText(bytes, charsetOf(bytes));
    return { encoding, ...(await readSafely(html)) };
  }
  const decoded = decodeText(bytes);
  if (!/\.md$/iu.test(file)) return decoded;
  const { fields, rest } = readFrontMatter(decoded.text);
  const text = plainMarkdown(rest);
  const given = givenByFrontMatter(fields);
  // Several articles under their own headings are a page, and the title is the page's.
  const isPage = (text.match(/^# /gmu)?.length ?? 0) > 1;
  return { encoding: decoded.encoding, text, given: isPage ? { ...given, title: null } : given };
}

/** Whatever a web page brings out in the libraries that take it apart, it must not stop the pages behind it. */
async function readSafely(html: string): Promise<WebPage> {
  // Loading what takes web pages apart is a third of the start-up, and most runs need none of it.
  const { readWebPage } = await import('./web-page.ts');
  try {
    return readWebPage(html);
  } catch (error) {
    if (error instanceof ZhituError) throw error;
    throw refusal('failed', `it cannot be taken apart as a web page (${error}). Save its text instead`);
  }
}

/** A charset is declared near the top; the HTML standard asks for it within the first 1,024 bytes, pages keep to it loosely. */
const HEAD_BYTES = 4_096;

function charsetOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  return /<meta\b[^>]{0,300}?charset\s*=\s*["']?([\w-]{1,40})/iu.exec(head)?.[1] ?? null;
}
