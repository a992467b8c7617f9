import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../ingest/gazetteer.ts';
import { homeOf } from '../../ingest/home.ts';

const gazetteer = loadGazetteer();
const papers = [{ name: '浙江法制报', home: '浙江省', aliases: ['浙江法治报'], marks: [], issues: [] }];
const home = (publication: string | null, text = ''): string | null => homeOf(publication, text, gazetteer, papers);

describe('homeOf', () => {
  test('takes a known paper’s home, under any of its names', () => {
    expect(home('浙江法制报', '在昆明')).toBe('浙江省');
    expect(home('浙江法治报')).toBe('浙江省');
  });

  test('reads the place in an unknown paper’s name', () => {
    expect(home('嘉兴日报')).toBe('浙江省/嘉兴市');
    expect(home('今日龙游')).toBe('浙江省/衢州市/龙游县');
    expect(home('湖南日报')).toBe('湖南省');
  });

  test('infers the narrowest place that the text’s own places share', () => {
    expect(home(null, '淮安市召开会议，淮安区委书记致辞，涟水县作了发言。')).toBe('江苏省/淮安市');
    expect(home(null, '龙游县、嵊州市、宁波市和岱山县先后发言。')).toBe('浙江省');
  });

  test('is null where nothing tells', () => {
    expect(home(null, '会议强调，要提高认识。')).toBeNull();
    expect(home('法治周刊')).toBeNull();
  });
});
