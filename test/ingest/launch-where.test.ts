import { describe, expect, test } from 'vitest';
import { extracted } from '../support/extracted.ts';

/** Programs in places by the whole pipeline: `program → narrowest name of the place`, in text order. */
function rows(text: string, title: string | null = null): string[] {
  const { entities, facts } = extracted(text, title);
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return facts
    .filter(({ type }) => type === 'LAUNCHED_IN')
    .map(({ from, to }) => `${names.get(from)} → ${names.get(to)}`);
}

describe('a program is launched', () => {
  test.each([
    [
      'in the places that are counted',
      '磐安县、仙居县、缙云县的法院坐到一起。三地将推行“山界流动庭”，对跨界案件实行“同巡同判”。',
      [
        '山界流动庭 → 缙云县',
        '山界流动庭 → 仙居县',
        '山界流动庭 → 磐安县',
        '同巡同判 → 缙云县',
        '同巡同判 → 仙居县',
        '同巡同判 → 磐安县',
      ],
    ],
    [
      'in the place that takes the lead, and where its partners are',
      '2018年，龙泉市牵头，与福建省松溪县、庆元县共同创立“香菇调解团”。',
      ['香菇调解团 → 龙泉市', '香菇调解团 → 松溪县', '香菇调解团 → 庆元县'],
    ],
    [
      'where it is shared',
      '景宁县率先推出“共护溪流制”，与文成县、泰顺县等地共管12条溪流。',
      ['共护溪流制 → 景宁畲族自治县', '共护溪流制 → 文成县', '共护溪流制 → 泰顺县'],
    ],
    [
      'where its host is, not where the ceremony is',
      '6月2日，常山县妇联在球川镇文化礼堂联合举行“胡柚姐姐讲理团”启动仪式。',
      ['胡柚姐姐讲理团 → 常山县'],
    ],
    [
      'where it is opened, too',
      '缙云县首家“候鸟读书驿站”在新建镇笕川村揭牌。',
      ['候鸟读书驿站 → 缙云县', '候鸟读书驿站 → 笕川村'],
    ],
    [
      'where the speaker stands, in the place of his post',
      '他来到缙云县。在新建镇笕川村，缙云县委副书记赵国良介绍了“花海议事”平台。',
      ['花海议事 → 笕川村'],
    ],
    [
      'at the stop that it is named after',
      '客人先后来到缙云县新建镇笕川村、壶镇镇岩下村，了解“笕川夜话”运行情况。',
      ['笕川夜话 → 笕川村'],
    ],
    ['where it is used', '缙云县的护林员拍下照片，上传到“括苍林眼”手机平台，五分钟后有了回音。', ['括苍林眼 → 缙云县']],
    [
      'where it began, and spread from',
      '缙云县推行“一图管山”制度，从笕川村起步，如今家家知道。',
      ['一图管山 → 缙云县', '一图管山 → 笕川村'],
    ],
  ])('%s', (_, text, expected) => {
    expect(rows(text).toSorted()).toEqual([...expected].toSorted());
  });

  test('where it is made and where the speaker wants it, each of a list', () => {
    const text =
      '缙云县委副书记赵国良要求，要总结推广壶镇镇“石匠哨兵”、新建镇“笋农承诺制”等经验。要深化“无讼山村”创建。';
    const found = rows(text, '缙云县召开平安建设会议');
    expect(found).toContain('石匠哨兵 → 壶镇镇');
    expect(found).toContain('笋农承诺制 → 新建镇');
    expect(found).toContain('无讼山村 → 缙云县');
    expect(found).not.toContain('笋农承诺制 → 壶镇镇');
    expect(found).not.toContain('无讼山村 → 新建镇');
  });
});

describe('no program is launched', () => {
  test.each([
    [
      'where the spirit of a meeting came from',
      '会议传达了杭州市平安建设会议精神，部署“秋风”攻坚行动。',
      '秋风 → 杭州市',
    ],
    ['in the places that one turns to', '缙云县要主动对接杭州、宁波，推行“山海门诊”制度。', '山海门诊 → 杭州市'],
    ['where one only went along', '他与缙云县的朋友看了“花海议事”展板。', '花海议事 → 缙云县'],
  ])('%s', (_, text, wrong) => {
    expect(rows(text)).not.toContain(wrong);
  });
});
