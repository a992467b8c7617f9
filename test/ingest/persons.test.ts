import { describe, expect, test } from 'vitest';
import { extracted } from '../support/extracted.ts';

/** The people found in a body text, in the order of their first mention. */
function people(text: string): string[] {
  const { entities } = extracted(text);
  return entities.filter(({ kind }) => kind === 'Person').map(({ name }) => name);
}

describe('a person is found', () => {
  test.each([
    ['behind a word of kinship', '邻居孙有福和他的妻子郭彩莲都在场。', ['孙有福', '郭彩莲']],
    ['behind a word of kinship with an age', '其76岁的父亲薛根宝走失。', ['薛根宝']],
    ['behind 外甥 and 女婿', '他的外甥徐亮亮在杭州打工，女婿王大海在家务农。', ['徐亮亮', '王大海']],
    ['behind trades', '为药农孟桂香追回损失3万元，替果农邢大山要回了货款。', ['孟桂香', '邢大山']],
    ['behind what befell them', '“谢谢你们！”失主宁小红激动地说。', ['宁小红']],
    ['before a verb with its object', '社区书记倪素见几位老人无处歇脚，腾出一间房。', ['倪素']],
    [
      'before a preposition with its object',
      '庭长章淼向旁听的群众释法，调解员莫凡替大家算了一笔账。',
      ['章淼', '莫凡'],
    ],
    ['before a speech', '县委常委、政法委书记苗文彬作动员讲话。', ['苗文彬']],
    ['before a verb with its aspect', '石坑镇调解员应小余调了二十年山，调解员葛余调了十年。', ['应小余', '葛余']],
    ['before what is done on the spot', '华为云工程师褚立现场授课。', ['褚立']],
    ['before praise', '座谈中，佟劲柏充分肯定了两地的做法。', ['佟劲柏']],
    ['behind what people live by', '赶来的养蜂人费长根说得清楚。', ['费长根']],
    ['behind 干警', '石狮市检察院干警练婉清到企业兼职。', ['练婉清']],
    ['behind police ranks', '三级警司罗浩、一级警督尉迟锋参加行动。', ['罗浩', '尉迟锋']],
    ['behind what people are in court', '法官助理项羽飞、书记员常青到场。', ['项羽飞', '常青']],
    ['before a speech of any kind', '浙江大学博士生导师何思远作现场讲解。', ['何思远']],
    ['before the house', '随后，他走进村民郭来法家，听大家讲变化。', ['郭来法']],
    [
      'with a surname that few have',
      '区检察院检察长公方泉说，县长禹新建、副县长茅以勤、县人民法院院长扶元朝讲话。',
      ['公方泉', '禹新建', '茅以勤', '扶元朝'],
    ],
    ['before what is done in the hall', '区人大常委会主任成建军旁听后感慨良多。', ['成建军']],
    ['with a surname that is a verb', '退休教师解学礼、致富能手敬一丹组成宣讲团。', ['解学礼', '敬一丹']],
    ['with a last character that could be a verb', '县委书记卫东来、代县长房玄参加。', ['卫东来', '房玄']],
    [
      'in a roll of dismissals',
      '免去：项长安的甲县人民检察院检察员职务；水清的甲县人民法院审判员职务。',
      ['项长安', '水清'],
    ],
    ['behind what they did', '从外地赶回来的叶金茂坐进教室，81岁老人操水英不肯走。', ['叶金茂', '操水英']],
    ['behind a speech that is named', '会上，章方璋在总结讲话中要求，各地抓好落实。', ['章方璋']],
    [
      'before a title',
      '陈新华书记要求行动起来。刘伟副局长带领民警走访。李勇同志任甲县公安局政委。',
      ['陈新华', '刘伟', '李勇'],
    ],
    ['behind a nickname', '社区里的“老娘舅”包根法今年七十有二。', ['包根法']],
    [
      'with a last character that could be a preposition',
      '副主任王来富、刘向、崔有为出席。',
      ['王来富', '刘向', '崔有为'],
    ],
    ['before what a caption shows', '图为甲县司法局副局长黄靖在授课。打快板的叫向世荣，今年59岁。', ['黄靖', '向世荣']],
    ['by name', '她名叫沈文静，今年30岁。', ['沈文静']],
  ])('%s', (_, text, names) => {
    expect(people(text)).toEqual(names);
  });

  test.each([
    ['来自巴基斯坦的商人阿里·汗在义乌做了八年生意。', ['阿里·汗']],
    ['哈斯巴根·巴特尔说，他是一名调解员。', ['哈斯巴根·巴特尔']],
    ['县委副书记买买提·艾山江主持会议。', ['买买提·艾山江']],
    ['外籍志愿者玛丽亚说，她喜欢这里。', ['玛丽亚']],
    ['民警次仁多吉和牧民格桑卓玛一起到场。', ['次仁多吉', '格桑卓玛']],
    [
      '牧民泽仁多吉和亲戚来了，调解队队长拥忠卓玛骑马来到牧场，党支部书记洛绒降泽也在。',
      ['泽仁多吉', '拥忠卓玛', '洛绒降泽'],
    ],
    ['嘎查书记乌日娜介绍，牧民那顺巴雅尔、其其格都签了字。', ['乌日娜', '那顺巴雅尔', '其其格']],
  ])('with a name that is not Chinese: %s', (text, names) => {
    expect(people(text)).toEqual(names);
  });
});

test('a name that always goes on with one character, and then differently, is the longer one', () => {
  expect(new Set(people('法庭由员额法官毛秋实领衔。毛秋实在镇上审案。'))).toEqual(new Set(['毛秋实']));
});

test('a word that is an adverb is a name behind a whole post and before what its holder does for others', () => {
  expect(people('省司法厅基层处调研员毕力为120名学员授课。')).toEqual(['毕力']);
});

describe('no person is found', () => {
  test.each([
    ['inside a verb', '组织部部长钱江河出席会议并讲话，区委书记董立新出席会议。', ['钱江河', '董立新']],
    ['in an adverb behind a post', '民警马上赶到现场，民警连忙上前劝阻，镇长高度重视，村书记全程参与。', []],
    ['in an adverb behind a human noun', '岳母陈翠花说，女儿女婿都孝顺。', ['陈翠花']],
    ['in a verb behind a post', '他们把事情交给村民代表去议，民警早到了六分钟，民警都得接着。', []],
    ['in the rest of a name', '市委政法委副书记郑柏林参加会议。会上，郑柏林通报情况。', ['郑柏林']],
    [
      'in what precedes a post with its own name',
      '书记员陆小萍摆好席卡，人民陪审员甘德明翻看照片。',
      ['陆小萍', '甘德明'],
    ],
    ['in a word that recurs', '当事人满意不满意、有没有反悔，看满意率。', []],
    ['in an abstract noun', '群众满意度和安全感明显提升，不出借、不出售个人银行卡和手机卡，网格员能力提升。', []],
    [
      'in a form of address or a people',
      '起初，邵先生不信，邵先生报了警。社区书记刘姐也常来，“和事佬”于阿婆和满族老人在场。',
      [],
    ],
    [
      'in words that the dictionary takes for names',
      '多名师生听课，为毛竹林吵了六年的两家向民警道谢，富春江大潮如期而至。',
      [],
    ],
    ['in a predicate of time', '调解站的站长是今年68岁的归侨胡秀娥。', ['胡秀娥']],
    ['in words for traders and stewards', '商户代表都来了，楼长既讲楼，也讲法。', []],
    ['in what posts do', '网格员包户、村干部包片，请律师来当调解员，干警拉家常。', []],
    ['in the name of a memorial', '他们参观了方志敏纪念馆。', []],
    ['where a thing has a place', '记者在村口的黄葛树下见到了他，毛巾架引发了思考。', []],
    ['behind a family counted', '屋内祖孙三人被困。', []],
    ['in withheld names and forms of address', '张某和李某某争吵，当事人刘先生和赵女士握手言和，调解员小陈来了。', []],
    ['in a pair of words with a dot', '“中国·浙江”网站上线，平安·和谐是主题。', []],
  ])('%s', (_, text, names) => {
    expect(people(text)).toEqual(names);
  });
});
