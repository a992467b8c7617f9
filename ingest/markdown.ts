/** Markdown → the text of a page: what marks the words goes, headings stay as `#` lines for `blocks.ts`. */

const FENCE = /^ {0,3}(?:```|~~~)/u;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:\s*\S+/u;
const TABLE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u;
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!|>~<])/gu;
/** A character of Unicode's private use, which no text holds, stands for an escaped sign while marks are removed. */
const SHELTER = 0xe000;

/** The words of a Markdown text (without front matter): links, images, emphasis, code marks, tables' rules and comments do not reach it. */
export function plainMarkdown(markdown: string): string {
  const lines = markdown.replace(/<!--[\s\S]*?(?:-->|$)/gu, '').split('\n');
  const out: string[] = [];
  for (const line of lines) {
    const above = out.at(-1) ?? '';
    if (FENCE.test(line) || DEFINITION.test(line)) continue;
    if (/^ {0,3}(?:=+|-+)\s*$/u.test(line) && isHeadingText(above)) {
      out[out.length - 1] = `${line.includes('=') ? '#' : '##'} ${above}`;
    } else if (!(TABLE_RULE.test(line) && line.includes('|'))) out.push(plainLine(line));
  }
  return out.join('\n');
}

/** A line of signs below a short line of words makes that a heading; below anything else it is a rule. */
function isHeadingText(above: string): boolean {
  return above.trim() !== '' && above.length <= 60 && !/^#|[。；！？]$/u.test(above.trim());
}

function plainLine(line: string): string {
  return line
    .replace(ESCAPED, (_, sign: string) => String.fromCharCode(SHELTER + sign.charCodeAt(0)))
    .replace(/!\[[^\]]{0,300}\](?:\([^)]{0,2000}\)|\[[^\]]{0,200}\])/gu, '')
    .replace(/\[\^[^\]]{1,40}\](?::\s*)?/gu, '')
    .replace(/\[([^\][]{0,300})\](?:\([^)]{0,2000}\)|\[[^\]]{0,200}\])/gu, '$1')
    .replace(/<(?:https?:|mailto:)[^>\s]{1,2000}>/gu, '')
    .replace(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]{0,2000})?\/?>/giu, '')
    .replace(/(\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3})(?=\S)(.{1,200}?)(?<=\S)\1/gu, '$2')
    .replace(/(?<!`)(`{1,2})(?!`)(.{1,200}?)(?<!`)\1(?!`)/gu, '$2')
    .replace(/^\s*\|(.*)\|\s*$/u, (_, cells: string) =>
      cells
        .split('|')
        .map((cell) => cell.trim())
        .join('　'),
    )
    .replace(/^( {0,3}> ?)+/u, '')
    .replace(/^\s*[-*+] (?:\[[ xX]\] )?/u, '')
    .replace(/(?: {2,}|\\)$/u, '')
    .replace(/[\ue000-\ue07f]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - SHELTER));
}
