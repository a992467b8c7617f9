import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GLYPH_NAMES } from '../../../web/client/kinds.ts';

const styles = (name: string): string =>
  readFileSync(new URL(`../../../web/client/styles/${name}.css`, import.meta.url), 'utf8');

test('each glyph has a place of its own in the one picture of all, which is as high as they are many', () => {
  const signs = styles('signs');
  const places = GLYPH_NAMES.map((name) => new RegExp(`\\.glyph-${name} \\{[^}]*--at: (\\d+);`, 'u').exec(signs)?.[1]);
  expect(places.toSorted()).toEqual(GLYPH_NAMES.map((_, at) => String(at)));
  expect(signs).toContain(`var(--at) * 100% / ${GLYPH_NAMES.length - 1}) / 100% ${GLYPH_NAMES.length}00%`);
  const [, picture = ''] = /--glyphs: url\("([^"]*)"\)/u.exec(styles('tokens')) ?? [];
  expect(picture).toContain(`viewBox='0 0 16 ${16 * GLYPH_NAMES.length}'`);
  expect([...picture.matchAll(/translate\(0 (\d+)\)/gu)].map(([, y]) => Number(y))).toEqual(
    GLYPH_NAMES.slice(1).map((_, at) => 16 * (at + 1)),
  );
});
