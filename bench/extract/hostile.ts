/** Texts made to be slow: one piece again and again, where a rule that looks back or ahead could look over the whole of it. */
import type { RawPage } from '../../ingest/files.ts';
import { cpuTimeOf } from './measure.ts';

export interface HostileTime {
  readonly name: string;
  readonly milliseconds: number;
}

/** UTF-16 units. */
export const LONGEST_HOSTILE = 100_000;

const PIECES: readonly string[] = [
  ...[
    '王',
    '的',
    '“',
    '”',
    '（',
    '）',
    '《',
    '》',
    '、',
    '，',
    '。',
    '！',
    '…',
    '—',
    '+',
    '·',
    '1',
    'a',
    ' ',
    '\n',
    '　',
    '#',
    '|',
  ],
  ...[
    '“”',
    '（）',
    '《》',
    '“王',
    '（王',
    '《王',
    '“王”',
    '“王”、',
    '“一”“',
    '"',
    '" ',
    "'",
    '“‘',
    '”。',
    '。”',
    '。”说',
  ],
  ...[
    '王昌荣',
    '王昌荣、',
    '王昌荣说',
    '王昌荣 ',
    '王\n',
    '王昌荣\n\n',
    '记者 王昌荣 ',
    '本报记者 王昌荣\n',
    '本报讯 ',
    '本报讯\n',
  ],
  ...[
    '书记',
    '副书记、',
    '县委书记王昌荣',
    '省委常委、',
    '原副',
    '市委',
    '委',
    '公安局',
    '派出所',
    '中心',
    '村',
    '镇',
    '村委会',
    '领导小组',
  ],
  ...[
    '浙江省',
    '湖州市吴兴区',
    '浙江省湖州市吴兴区龙泉街道',
    '全市',
    '我省',
    '在杭',
    '平安',
    '朝阳区',
    '西湖区、',
    '某村',
    '在湖州',
  ],
  ...[
    '2019年',
    '1月',
    '2019年1月',
    '2019年1月1日',
    '1日',
    '1日至',
    '去年',
    '近日',
    '近日，',
    '当天',
    '三年来',
    '周一',
    '月初一',
    '每月1日、',
    '每5日、',
  ],
  ...[
    '召开',
    '召开会议',
    '会议',
    '全省推进会',
    '召开全省平安建设推进会',
    '调研',
    '到湖州调研',
    '强调',
    '他强调，',
    '指出：“',
    '主持',
    '出席会议并讲话。',
    '王昌荣主持会议。',
  ],
  ...[
    '一村一策',
    '一村一策、',
    '一',
    '党建+',
    '+信访',
    '“枫桥经验”',
    '枫桥经验',
    '新时代',
    '“全科网格”机制',
    '“三”',
    '平安湖州',
    '最多跑一次',
    '河长制',
    '创新',
    '推行',
  ],
  ...['在湖州推行“枫桥经验”，', '赴湖州考察学习', '借鉴湖州经验', '将在全省推广', '不是', '什么'],
  ...[
    '(下转2版)',
    '(上接1版)',
    '责编 王芳 ',
    '新闻热线:0571-85310548 ',
    '第5783期 ',
    '今日12版',
    '来源：',
    '来源:浙江日报 ',
    'http://a.cn/',
    '![',
    '[a](',
    '<p ',
    '&nbsp;',
    '---\n',
    'title: a\n',
  ],
  ...[
    'A',
    'Ab ',
    'John Smith ',
    '阿·',
    '买买提·',
    '𠮷',
    '👮',
    '\u0301',
    '\u202e',
    '\ufffd',
    '\u{d842}',
    '臺灣',
    '國',
    '図',
  ],
];

/** Pages to be slow on, each with the piece it repeats. */
export function* hostilePages(): Generator<{ readonly name: string; readonly page: RawPage }> {
  for (const piece of PIECES) {
    const text = piece.repeat(Math.ceil(LONGEST_HOSTILE / piece.length)).slice(0, LONGEST_HOSTILE);
    yield { name: JSON.stringify(piece), page: { file: 'hostile.txt', sha256: '', text, encoding: 'utf-8' } };
  }
}

/** Processor time of each hostile page, the slowest first. */
export function measureHostile(run: (page: RawPage) => unknown): readonly HostileTime[] {
  const times: HostileTime[] = [];
  for (const { name, page } of hostilePages()) {
    times.push({ name, milliseconds: cpuTimeOf(() => run(page)) });
  }
  return times.sort((a, b) => b.milliseconds - a.milliseconds);
}
