import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EVENT_POINTS } from '../../../ingest/identity/event-score.ts';
import { FEATURE_SHARES, type Feature, weightOf } from '../../../ingest/identity/weights.ts';

const doc = readFileSync(fileURLToPath(new URL('../../../docs/identity.md', import.meta.url)), 'utf8');
const features = Object.keys(FEATURE_SHARES) as Feature[];

describe('the table of weights', () => {
  it.each(features)('documents %s as it is', (feature) => {
    const [m, u] = FEATURE_SHARES[feature];
    const weight = weightOf(feature);
    const sign = weight < 0 ? '−' : '+';
    expect(doc).toContain(`| \`${feature}\` | ${sign}${Math.abs(weight).toFixed(1)} | ${m} | ${u} |`);
  });

  it('documents no feature that is gone', () => {
    const named = [...doc.matchAll(/^\| `([\w.-]+)` \|/gmu)].map((match) => match[1]);
    expect(named.sort()).toEqual([...features].sort());
  });

  it('is made of shares', () => {
    for (const [m, u] of Object.values(FEATURE_SHARES))
      for (const share of [m, u]) {
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(1);
      }
  });

  it('lets a narrower common place say more', () => {
    const places = (['village', 'township', 'county', 'city', 'province'] as const).map((level) =>
      weightOf(`place.${level}`),
    );
    expect([...places].sort((a, b) => b - a)).toEqual(places);
  });

  it('lets no single kind of evidence join events but their name', () => {
    const strong = Object.entries(EVENT_POINTS).filter(([, points]) => points >= 3);
    expect(strong.map(([feature]) => feature)).toEqual(['event.same-name']);
  });
});
