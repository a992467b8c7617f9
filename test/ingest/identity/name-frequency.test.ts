import { describe, expect, it } from 'vitest';
import { expectedBearers } from '../../../ingest/identity/name-frequency.ts';

describe('the bearers of a name to be expected', () => {
  it('are as many for 王伟 as the registered 287,101 of 1.4 billion let expect', () => {
    const share = expectedBearers('王伟') / 200_000;
    expect(share * 1.4e9).toBeGreaterThan(200_000);
    expect(share * 1.4e9).toBeLessThan(400_000);
  });

  it('are fewer the rarer surname and characters are', () => {
    const names = ['王伟', '李建国', '陈国强', '王昌荣', '褚银良'];
    const bearers = names.map(expectedBearers);
    expect([...bearers].sort((a, b) => b - a)).toEqual(bearers);
    expect(bearers[0]).toBeGreaterThan(10);
    expect(bearers[4]).toBeLessThan(0.1);
  });

  it.each(['欧阳修', '阿卜杜拉·买买提', '苏拉', 'Jewel', 'Mary Smith', '爱新觉罗溥仪', '龘', ''])(
    'are more than none for %s',
    (name) => {
      expect(expectedBearers(name)).toBeGreaterThan(0);
      expect(expectedBearers(name)).toBeLessThan(10);
    },
  );

  it('hardly are two for a name of several parts', () => {
    expect(expectedBearers('史蒂夫·米勒')).toBeLessThan(0.1);
  });
});
