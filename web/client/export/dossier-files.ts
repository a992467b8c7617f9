/** A dossier as Markdown and as a web page of its own. Names and quotes are text in both, whatever they hold. */
import { exportWords } from '../words/export.ts';
import type { Dossier } from './dossier.ts';
import { escapeMarkup } from './svg-parts.ts';

export function markdownOf({ title, head, sections, sources, remarks }: Dossier): string {
  const lines = [
    `# ${plain(title)}`,
    '',
    ...head.map((line) => `- ${plain(line)}`),
    ...sections.flatMap(({ heading, facts }) => [
      '',
      `## ${plain(heading)}`,
      ...facts.flatMap(({ text, quotes }) => [
        '',
        `**${plain(text)}**`,
        ...quotes.flatMap((quote) => ['', `> ${plain(quote.text)} [${quote.source}]`]),
      ]),
    ]),
    ...remarks.flatMap((remark) => ['', `*${plain(remark)}*`]),
    ...(sources.length > 0 ? ['', `## ${plain(exportWords().sources)}`, ''] : []),
    ...sources.map((source, index) => `${index + 1}. ${plain(source)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Characters that Markdown would take for marks, escaped; line ends become spaces, as a quote is one paragraph. */
function plain(text: string): string {
  return text
    .replace(/\s*\n\s*/gu, ' ')
    .replace(/[\\`*_{}[\]<>#+!|~&]|^[-=]|^\d+\./gu, (mark) => `${mark.replace(/(.)$/u, '\\$1')}`);
}

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46em; padding: 2em 1.2em; color: #1b1d20; background: #fff; font: 15px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
h1 { font-size: 1.6em; line-height: 1.35; margin: 0 0 .4em; }
h2 { font-size: 1.15em; margin: 2em 0 .4em; padding-top: .8em; border-top: 1px solid #e6e6e1; }
.head { color: #565a61; font-size: .87em; overflow-wrap: anywhere; }
h3 { font-size: 1em; margin: 1em 0 .2em; }
blockquote { margin: .3em 0; padding: 0 0 0 .8em; border-left: 3px solid #b98600; font-family: "Songti SC", "Noto Serif CJK SC", SimSun, serif; }
mark { background: #fff1bd; color: inherit; }
a { color: inherit; }
li { overflow-wrap: anywhere; }
@media print { h2, h3 { break-after: avoid; } blockquote { break-inside: avoid; } }
`;

/** @param language of the page: `zh-CN` or `en` */
export function htmlOf({ title, head, sections, sources, remarks }: Dossier, language: string): string {
  return `<!doctype html>
<html lang="${escapeMarkup(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<style>${STYLE}</style>
<h1>${escapeMarkup(title)}</h1>
<p class="head">${head.map(escapeMarkup).join('<br>')}</p>
${sections
  .map(
    ({ heading, facts }) => `<h2>${escapeMarkup(heading)}</h2>
${facts
  .map(
    ({ text, quotes }) => `<h3>${escapeMarkup(text)}</h3>
${quotes.map((quote) => `<blockquote><mark>${escapeMarkup(quote.text)}</mark> <a href="#s${quote.source}">[${quote.source}]</a></blockquote>`).join('\n')}`,
  )
  .join('\n')}`,
  )
  .join('\n')}
${remarks.map((remark) => `<p class="head">${escapeMarkup(remark)}</p>`).join('\n')}
${sources.length > 0 ? `<h2>${escapeMarkup(exportWords().sources)}</h2>\n<ol>\n${sources.map((source, index) => `<li id="s${index + 1}">${escapeMarkup(source)}</li>`).join('\n')}\n</ol>` : ''}
</html>
`;
}
