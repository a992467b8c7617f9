/** A dossier as one HTML file that needs nothing else, and prints. */
import { escapeXml } from '../export/xml.ts';
import type { Block, Dossier } from './dossier.ts';

const STYLE = `body{font:15px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1f2023;max-width:960px;margin:32px auto;padding:0 20px}
h1{font-size:24px}h2{font-size:17px;margin-top:28px;break-after:avoid}table{border-collapse:collapse;width:100%;font-size:13px}
th,td{border-bottom:1px solid #d8d8d4;padding:4px 8px;text-align:left;vertical-align:top}th{font-weight:600}time{white-space:nowrap}tr{break-inside:avoid}
li{font:14px/1.75 "Noto Serif SC","Songti SC",SimSun,serif;margin:6px 0;break-inside:avoid}mark{background:#fff0b3}small{font-family:sans-serif;color:#5c5d61}
@media (prefers-color-scheme:dark){@media screen{body{background:#1b1c1e;color:#e8e8e6}th,td{border-color:#3a3b3e}mark{background:#5a4a12;color:inherit}small{color:#a8a9ad}}}`;

/** The whole page as text; everything from papers is escaped. */
export function htmlOf({ title, blocks }: Dossier): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
<h1>${escapeXml(title)}</h1>
${blocks.map(blockHtml).join('\n')}
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeXml(block.text)}</h2>`;
    case 'text':
      return block.text === '' ? '' : `<p>${cited(block.text)}</p>`;
    case 'table': {
      const head = block.columns.map((column) => `<th scope="col">${escapeXml(column)}</th>`).join('');
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${cited(cell)}</td>`).join('')}</tr>`);
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
    }
    case 'curve':
      return curveSvg(block);
    case 'quotes':
      return `<ol>${block.quotes
        .map(({ before, quote, after, source }, index) => {
          const issue = [source.publication, source.issue === null ? null : `第${source.issue}期`, source.date]
            .filter(Boolean)
            .join(' ');
          return `<li id="q${index + 1}">${escapeXml(before)}<mark>${escapeXml(quote)}</mark>${escapeXml(after)}<br><small>${dated(escapeXml(`${source.title}，${issue}`))}</small></li>`;
        })
        .join('\n')}</ol>`;
  }
}

/** `[3]` leads to the third sentence. */
function cited(text: string): string {
  return dated(escapeXml(text)).replace(/\[(\d+)\]/gu, '<a href="#q$1">[$1]</a>');
}

/** Days and months as one word each, which a narrow column does not break at its hyphens. */
function dated(html: string): string {
  return html.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/gu, '<time>$&</time>');
}

const WIDTH = 640;
const HEIGHT = 180;
const MARGIN = 32;

/** Steps: how many have it, over how many are reported on. */
function curveSvg({ label, periods, covered, having, total }: Extract<Block, { kind: 'curve' }>): string {
  const step = (WIDTH - 2 * MARGIN) / Math.max(1, periods.length);
  const y = (value: number): number => HEIGHT - MARGIN - (value / Math.max(1, total)) * (HEIGHT - 2 * MARGIN);
  const path = (values: readonly number[]): string =>
    values
      .map(
        (value, index) =>
          `${index === 0 ? 'M' : 'L'}${MARGIN + index * step} ${y(value)}H${MARGIN + (index + 1) * step}`,
      )
      .join('');
  const base = HEIGHT - MARGIN;
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  return `<svg role="img" aria-label="${escapeXml(label)}" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" style="max-width:${WIDTH}px">
<path d="${path(covered)}V${base}H${MARGIN}Z" fill="currentColor" opacity="0.1"/>
<path d="${path(having)}" fill="none" stroke="#c2570c" stroke-width="2"/>
<path d="M${MARGIN} ${base}H${WIDTH - MARGIN}" stroke="currentColor"/>
<g font-size="12" fill="currentColor"><text x="${MARGIN}" y="${HEIGHT - 10}">${escapeXml(first)}</text><text x="${WIDTH - MARGIN}" y="${HEIGHT - 10}" text-anchor="end">${escapeXml(last)}</text><text x="${MARGIN}" y="18">${escapeXml(label)}</text></g>
</svg>`;
}
