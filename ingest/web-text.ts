/** The visible text of an element as lines: one a paragraph. */

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG CANVAS VIDEO AUDIO NAV ASIDE FOOTER FORM BUTTON SELECT TEXTAREA HEAD'.split(
    ' ',
  ),
);
/** Elements that stand in a line of text; every other one begins and ends lines of its own. */
const INLINE = new Set(
  'A ABBR B BDI BDO BIG CITE CODE DATA DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
    ' ',
  ),
);
const ELEMENT = 1;
const TEXT = 3;

/** The lines of an element, without the blanks at their ends and between them. Hidden elements give none. */
export function linesIn(root: Element): readonly string[] {
  const parts: string[] = [];
  collect(root, parts);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/gu, ' ').trim())
    .filter((line) => line !== '');
}

function collect(element: Element, parts: string[]): void {
  if (SKIPPED.has(element.tagName.toUpperCase()) || isHidden(element)) return;
  const breaks = !INLINE.has(element.tagName.toUpperCase());
  if (breaks) parts.push('\n');
  for (const node of element.childNodes) {
    if (node.nodeType === TEXT) parts.push((node.textContent ?? '').replace(/[\r\n\t]+/gu, ' '));
    else if (node.nodeType === ELEMENT) collect(node as Element, parts);
  }
  if (breaks) parts.push('\n');
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute('style') ?? '')
  );
}
