/** What the files of pictures are drawn of: text, circles, polygons. All text is escaped. */

/** Size of letters, in pixels. */
export const FONT = 12;
/** Of what is faded. */
export const PALE = 0.3;

/** What XML 1.0 has no place for, even escaped: control characters, halves of a pair. */
const FORBIDDEN =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[^\t\n\r\u0020-\uffff]|[\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as the content of an element or of an attribute, in XML and in HTML. */
export function escapeMarkup(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

interface TextStyle {
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  readonly anchor: 'start' | 'middle';
  /** Drawn around the letters, so that lines behind them do not disturb. */
  readonly halo?: string;
}

export function text(x: number, y: number, words: string, { size, weight, fill, anchor, halo }: TextStyle): string {
  const around =
    halo === undefined
      ? ''
      : ` stroke="${escapeMarkup(halo)}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${escapeMarkup(fill)}" text-anchor="${anchor}"${around}>${escapeMarkup(words)}</text>`;
}

export function circle(x: number, y: number, r: number, fill: string, stroke: string, width: number): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
}

export function polygon(points: readonly (readonly [number, number])[], fill: string, stroke = 'none'): string {
  const corners = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
  return `<polygon points="${corners}" fill="${fill}" stroke="${stroke}" stroke-width="1.5" stroke-linejoin="round"/>`;
}

/** To tenths of a pixel, which no eye tells apart. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
