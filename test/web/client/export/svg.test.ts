// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { svgOf } from '../../../../web/client/export/svg.ts';
import type { DrawnNode } from '../../../../web/client/picture/drawn.ts';

const HOSTILE = '<script>alert(1)</script>"\'&\u0007\ud800\u202e𠮷😀';
const node = (id: string, glyph: DrawnNode['glyph'], label = id): DrawnNode => ({
  id,
  glyph,
  label,
  x: id.length * 100,
  y: 50,
  size: 30,
  pinned: false,
  count: 0,
});
const nodes = [node('a', 'official', HOSTILE), node('bb', 'place'), node('ccc', 'program', '全科\n网格')];
const edge = (id: string, from: string, to: string, stage = '') => ({ id, from, to, label: '落地 1', stage });
const picture = {
  drawn: {
    nodes,
    edges: [edge('1', 'a', 'bb'), edge('2', 'bb', 'a'), edge('3', 'ccc', 'bb', 'planned')],
    faded: new Set(['ccc']),
  },
  head: [HOSTILE, '3 个节点'],
  legend: [{ glyph: 'place', word: '地点' }] as const,
  token: (name: string) => (name === '--font-ui' ? '"Noto Sans", sans-serif' : '#123456'),
};

describe('an exported picture', () => {
  const { text, width, height } = svgOf(picture);
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');

  it('is XML that holds hostile names as text, without what XML has no place for', () => {
    expect(parsed.querySelector('parsererror, script')).toBeNull();
    expect(text).not.toContain('<script');
    expect(text).not.toContain('\u0007');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('\u202e𠮷😀');
  });

  it('draws every node, every line of a name and every relation, and says what it shows', () => {
    expect(text.match(/<line /gu)).toHaveLength(3);
    expect(text).toContain('>全科</text>');
    expect(text).toContain('>网格</text>');
    expect(text).toContain('>地点</text>');
    expect(text).toContain('>3 个节点</text>');
  });

  it('keeps two relations of one pair apart', () => {
    const ends = [...text.matchAll(/<line x1="([\d.]+)" y1="([\d.]+)"/gu)].map(([, , y]) => Number(y));
    expect(Math.abs((ends[0] as number) - (ends[1] as number))).toBeGreaterThan(8);
  });

  it('draws what lies outside the window pale', () => {
    expect(text).toMatch(/<g opacity="0.3">.*全科/u);
  });

  it('is large enough for all of it', () => {
    for (const [, x = '', y = ''] of text.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"/gu)) {
      expect(Number(x)).toBeGreaterThan(0);
      expect(Number(x)).toBeLessThan(width);
      expect(Number(y)).toBeLessThan(height);
    }
  });
});
