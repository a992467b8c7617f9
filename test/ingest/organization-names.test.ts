import { describe, expect, test } from 'vitest';
import { nameOrganization } from '../../ingest/organization-names.ts';

describe('nameOrganization', () => {
  test.each<[string, string | null, string]>([
    ['政法委', '浙江省', '浙江省委政法委'],
    ['省委', '浙江省', '浙江省委'],
    ['平安办', '浙江省/温州市', '温州市平安办'],
    ['公安局', '浙江省/绍兴市/诸暨市', '诸暨市公安局'],
    ['区委', '浙江省/杭州市/萧山区', '萧山区委'],
    ['市市场监管局', '浙江省/绍兴市/嵊州市', '嵊州市市场监管局'],
    ['市法院', '江苏省/淮安市', '淮安市中级人民法院'],
    ['法院', '山东省/东营市/东营区', '东营区人民法院'],
    ['省高院', '浙江省', '浙江省高级人民法院'],
    ['检察院', '福建省/三明市/尤溪县', '尤溪县人民检察院'],
    ['县委依法治县办', '河北省/保定市/唐县', '唐县县委依法治县办'],
    ['村委会', '浙江省/金华市/武义县/白洋街道/后陈村', '后陈村村委会'],
    ['村党支部', '浙江省/金华市/武义县/白洋街道/后陈村', '后陈村党支部'],
    ['镇党委', '浙江省/宁波市/象山县/西周镇', '西周镇党委'],
    ['“百千万工程”指挥部', '广东省/肇庆市/四会市', '四会市百千万工程指挥部'],
    ['公安部', '浙江省', '公安部'],
    ['中组部', null, '中央组织部'],
    ['城中派出所', null, '城中派出所'],
  ])('%s of %s is %s', (printed, seat, name) => {
    expect(nameOrganization(printed, seat).name).toBe(name);
  });

  test.each([
    ['衢州市委政法委', '市委政法委', '政法委', '中共衢州市委政法委员会', '浙江省/衢州市'],
    ['嵊州市人民政府', '市政府', '政府', '市人民政府', '浙江省/绍兴市/嵊州市'],
    ['海盐法院', '县法院', '海盐县人民法院', '人民法院', '浙江省/嘉兴市/海盐县'],
    ['省平安办', '平安办', '平安建设领导小组办公室', '浙江省平安办', '浙江省'],
  ])('gives %s, %s, %s and %s one name', (a, b, c, d, seat) => {
    const names = [a, b, c, d].map((printed) => nameOrganization(printed, seat).name);
    expect(new Set(names).size).toBe(1);
  });

  test('lists the other forms of a name, and never the name itself', () => {
    const { name, aliases } = nameOrganization('政法委', '浙江省');
    expect(aliases).toEqual(expect.arrayContaining(['省委政法委', '政法委', '中共浙江省委政法委']));
    expect(aliases).not.toContain(name);
  });

  test('knows the police of a district by the bureau of its city too', () => {
    const { name, aliases } = nameOrganization('公安分局', '浙江省/温州市/鹿城区');
    expect(name).toBe('鹿城区公安分局');
    expect(aliases).toEqual(expect.arrayContaining(['鹿城公安分局', '温州市公安局鹿城分局', '鹿城分局']));
  });

  test('does not offer words as an alias that any place has', () => {
    expect(nameOrganization('市政府', '浙江省/衢州市').aliases).not.toContain('政府');
  });

  test('names without a seat what names no place', () => {
    expect(nameOrganization('', null)).toEqual({ name: '', aliases: [], seat: null });
  });
});
