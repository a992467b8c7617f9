/** A dossier as Markdown. */
import type { Block, Dossier } from './dossier.ts';

/** The whole dossier as text; signs that Markdown would read are escaped. */
export function markdownOf({ title, blocks }: Dossier): string {
  return `${[`# ${escaped(title)}`, ...blocks.map(blockText)].filter(Boolean).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${escaped(block.text)}`;
    case 'text':
      return escaped(block.text);
    case 'table':
      return [block.columns, block.columns.map(() => '---'), ...block.rows].map(tableLine).join('\n');
    case 'curve':
      return [
        ['', ...block.periods],
        block.periods.concat('').map(() => '---'),
        ['累计 total', ...block.having],
        ['有报道 covered', ...block.covered],
      ]
        .map((cells) => tableLine(cells.map(String)))
        .join('\n');
    case 'quotes':
      return block.quotes
        .map(({ before, quote, after, source }, index) => {
          const issue = [source.publication, source.issue === null ? null : `第${source.issue}期`, source.date]
            .filter(Boolean)
            .join(' ');
          return `${index + 1}. ${escaped(before)}**${escaped(quote)}**${escaped(after)} —— ${escaped(source.title)}，${escaped(issue)}`;
        })
        .join('\n');
  }
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => escaped(cell)).join(' | ')} |`;
}

/** What the paper prints must not be read as Markdown. */
function escaped(text: string): string {
  return text.replace(/\s*\n\s*/gu, ' ').replace(/[\\`*_<>|#]/gu, '\\$&');
}
