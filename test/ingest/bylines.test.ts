import { describe, expect, test } from 'vitest';
import { parseByline } from '../../ingest/bylines.ts';

const ROLES = { reporter: '记', correspondent: '通', photographer: '摄' } as const;
const show = (text: string, bare: Parameters<typeof parseByline>[1] = null): string | null =>
  parseByline(text, bare)
    ?.map(({ name, role }) => `${name}${ROLES[role]}`)
    .join(' ') ?? null;

describe('parseByline', () => {
  test.each([
    ['本报记者 林越 王志', '林越记 王志记'],
    ['《某某日报》记者 林越 余勤', '林越记 余勤记'],
    ['本报首席记者 林越 通讯员 梁犇 王紫', '林越记 梁犇通 王紫通'],
    ['法治日报全媒体记者 林越 见习记者 李雯', '林越记 李雯记'],
    ['◎见习记者 吕凌', '吕凌记'],
    ['（潮新闻记者 李华 通讯员 李鲁文 严倩）', '李华记 李鲁文通 严倩通'],
    ['记者 林越 通讯员 欧阳牧 余杭', '林越记 欧阳牧通 余杭通'],
    ['本报记者 林越 通讯员 吕航 象山报道', '林越记 吕航通'],
    ['实习生 林越', '林越记'],
    ['共享联盟·某县 王小明', '王小明记'],
    ['浙江大学学生 李白', '李白通'],
  ])('reads roles and names: %s', (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  test.each([
    ['记者 林　越 李  洁', '林越记 李洁记'],
    ['通讯员 许 伟军 张敏', '许伟军通 张敏通'],
    ['通讯员 欧阳 牧', '欧阳牧通'],
    ['记者林越通讯员王志浩', '林越记 王志浩通'],
    ['本报记者张倩王志浩', '张倩记 王志浩记'],
  ])('puts padded names together and parts names printed without blanks: %s', (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  test.each([
    ['张卉 摄', '张卉摄'],
    ['通讯员 阮 青 摄', '阮青摄'],
    ['记者 林越 通讯员 王志 摄', '林越摄 王志摄'],
    ['张三 文 李四 摄', '张三记 李四摄'],
    ['文/张三 图/李四', '张三记 李四摄'],
    ['记者 张三 文/图', '张三记'],
    ['本报记者 张三 通讯员 李四 文/供图', '张三记 李四通'],
    ['文/本报记者 徐明 图/通讯员 陈洁', '徐明记 陈洁摄'],
  ])('takes a credit from before or behind the names: %s', (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  test.each([
    '记者走进派出所',
    '记者走基层',
    '湖州召开会议',
    '记者：在这里，像您这样的有多少?',
    '平安浙江',
    '本报讯',
    '记者了解到，该所',
  ])('finds no byline in %s', (text) => {
    expect(parseByline(text)).toBeNull();
  });

  test('an outlet without names is a byline of nobody', () => {
    expect(parseByline('本报评论员')).toEqual([]);
  });

  test('names without a role need a familiar surname and a role to fall back on', () => {
    expect(show('（林越）', 'correspondent')).toBe('林越通');
    expect(show('完', 'correspondent')).toBeNull();
    expect(show('林越')).toBeNull();
    expect(show('（江苏钟山明镜律师事务所 林越 答）', 'reporter')).toBeNull();
  });
});
