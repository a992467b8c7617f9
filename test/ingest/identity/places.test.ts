import { describe, expect, it } from 'vitest';
import { levelOf, narrowest, relatePlaces } from '../../../ingest/identity/places.ts';

describe('two places', () => {
  it.each([
    ['浙江省/湖州市', '浙江省/湖州市', 'same', 2],
    ['', '', 'same', 0],
    ['', '浙江省', 'within', 0],
    ['浙江省', '浙江省/湖州市/安吉县', 'within', 1],
    ['浙江省/湖州市/安吉县', '浙江省/湖州市', 'within', 2],
    ['浙江省/湖州市/安吉县', '浙江省/湖州市/安吉县城', 'apart', 2],
    ['浙江省/湖州市/安吉县', '浙江省/舟山市', 'apart', 1],
    ['浙江省/湖州市', '湖南省/邵阳市', 'apart', 0],
    ['浙江省', '浙江', 'apart', 0],
    ['上海市/徐汇区', '上海市/静安区', 'apart', 2],
    ['上海市', '上海市/静安区', 'within', 1],
    ['上海市/静安区', '浙江省/湖州市/安吉县', 'apart', 0],
  ] as const)('%s and %s are %s at level %i', (a, b, kind, level) => {
    expect(relatePlaces(a, b)).toEqual({ kind, level });
    expect(relatePlaces(b, a)).toEqual({ kind, level });
  });

  it.each([
    ['', 0],
    ['浙江省', 1],
    ['上海市', 1],
    ['上海市/静安区', 3],
    ['浙江省/湖州市/安吉县', 3],
    ['浙江省/湖州市/安吉县/天子湖镇/高庄村', 5],
  ])('%s has level %i', (path, level) => {
    expect(levelOf(path)).toBe(level);
  });

  it('leave out what holds another', () => {
    expect(narrowest(['浙江省', '浙江省/湖州市', '湖南省', '浙江省/湖州市'])).toEqual(['浙江省/湖州市', '湖南省']);
  });
});
