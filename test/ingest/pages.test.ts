import { describe, expect, test } from 'vitest';
import { type PageOptions, readPage } from '../../ingest/pages.ts';
import type { Article, Page } from '../../ingest/types.ts';

const HOME: PageOptions = { homeOf: () => null };

function read(text: string, options: PageOptions = HOME): Page {
  const [page] = readPage({ file: 'page.txt', sha256: '0', text }, options).items;
  if (!page) throw new Error('readPage gives one page');
  return page;
}

/** `kind|title|byline|text`, one an article. */
function show(text: string): string[] {
  return read(text).articles.map(({ kind, title, byline, text: body }: Article) =>
    [
      kind,
      title ?? '-',
      byline.map(({ name, role }) => `${name} ${role}`).join(', ') || '-',
      body.replaceAll('\n', '¶'),
    ].join('|'),
  );
}

describe('articles of a page', () => {
  test('a headline of several lines above a byline is joined with blanks', () => {
    const page =
      '顾明在丽水调研时强调\n\n把矛盾化解在基层\n\n岑一主持\n\n本报记者 林越 王志\n\n本报讯 昨日，顾明赴丽水。\n\n岑一陪同。';
    expect(show(page)).toEqual([
      'news|顾明在丽水调研时强调 把矛盾化解在基层 岑一主持|林越 reporter, 王志 reporter|昨日，顾明赴丽水。¶岑一陪同。',
    ]);
    expect(read(page).articles[0]).toMatchObject({ subtitle: '顾明在丽水调研时强调 岑一主持', dateline: '本报讯' });
  });

  test('a long line that ends inside a quotation is torn text and no headline', () => {
    const page =
      '顾明赴丽水调研法律服务\n\n本报讯 记者林越 昨日，顾明到丽水。林越陪同。\n\n调研组实地察看云和县公共法律服务中心和石塘镇长汀村“船帮调解\n\n室”。在镇上，顾明听了汇报。';
    const titles = read(page).articles.map(({ title }) => title);
    expect(titles).toEqual(['顾明赴丽水调研法律服务']);
  });

  test('a line ——访 makes an interview, and questions with answers do too', () => {
    expect(show('建设平安大市\n——访某市平安办主任顾明\n本报记者 林越\n近日，顾明接受专访。')[0]).toMatch(
      /^interview\|建设平安大市 ——访某市平安办主任顾明\|/u,
    );
    expect(show('和她聊聊\n本报记者 林越\n问：为什么？\n答：喜欢。\n问：难吗？\n答：难。')[0]).toMatch(
      /^interview\|和她聊聊\|/u,
    );
  });

  test('subheads and picture lines belong to the feature that they stand in', () => {
    const page =
      '一口井的故事\n\n本报记者 林越\n\n井在村口，三百年了。\n\n毛巾架引发的思考\n\n所里添了毛巾架。\n\n\n\n老人回家\n\n\n\n后来，他回来了。';
    expect(show(page)).toEqual([
      'feature|一口井的故事|林越 reporter|井在村口，三百年了。¶毛巾架引发的思考¶所里添了毛巾架。¶老人回家¶后来，他回来了。',
    ]);
  });

  test('a sentence goes on behind a picture with its own headline, and the picture is an article', () => {
    const page =
      '甲县召开现场会\n\n本报记者 林越\n\n本报讯 昨日，县委书记顾明出席会议并讲\n\n\n\n警民恳谈\n\n7月2日，民警走进社区。 张卉 摄\n\n\n\n话。他要求推广。';
    expect(show(page)).toEqual([
      'news|甲县召开现场会|林越 reporter|昨日，县委书记顾明出席会议并讲话。他要求推广。',
      'caption|警民恳谈|张卉 photographer|7月2日，民警走进社区。',
    ]);
  });

  test('a sentence goes on behind a whole article that was set into it', () => {
    const page =
      '甲县深化网格\n\n本报记者 林越\n\n本报讯 昨日，甲县开会，要求贯穿全过\n\n\n\n乙镇设立驿站\n\n本报讯（通讯员 陆飞）近日，乙镇驿站揭牌。\n\n\n\n程，推动力量下沉。';
    expect(show(page)).toEqual([
      'news|甲县深化网格|林越 reporter|昨日，甲县开会，要求贯穿全过程，推动力量下沉。',
      'news|乙镇设立驿站|陆飞 correspondent|近日，乙镇驿站揭牌。',
    ]);
  });

  test('an untitled picture credit belongs to the article above it', () => {
    expect(show('一杯清茶\n\n本报记者 林越\n\n茶馆开了张。\n\n图为茶馆一角。郭皓 摄')).toEqual([
      'feature|一杯清茶|林越 reporter, 郭皓 photographer|茶馆开了张。¶图为茶馆一角。',
    ]);
  });

  test('a signed picture that is set off from the sentence it interrupts is an article without title', () => {
    const page =
      '甲县召开现场会\n\n本报记者 林越\n\n昨日，甲县开会。\n\n当天下午，书记顾明出席会议并讲\n\n\n\n图为会场。张卉 摄\n\n\n\n话。他要求推广。\n\n会后，他走了。';
    expect(show(page)).toEqual([
      'feature|甲县召开现场会|林越 reporter|昨日，甲县开会。¶当天下午，书记顾明出席会议并讲话。他要求推广。¶会后，他走了。',
      'caption|-|张卉 photographer|图为会场。',
    ]);
  });

  test('a signed picture that tells of another day or place than the article above it is an item of its own', () => {
    const above = '甲县举办培训\n\n本报讯（记者 林越）3月2日，甲县司法局在青田桥镇举办培训班。\n\n';
    expect(show(`${above}3月5日,乙市公安局长亭派出所民警走进校园,讲解防溺水知识。 卜大伟 摄`)[1]).toBe(
      'caption|-|卜大伟 photographer|3月5日,乙市公安局长亭派出所民警走进校园,讲解防溺水知识。',
    );
    expect(
      show(`${above}昨日，社区志愿者为老人包粽子。\n\n通讯员 骆　宾 摄\n\n清水河社区里，孩子们学剪纸。关山月 摄`).slice(
        1,
      ),
    ).toEqual([
      'caption|-|骆宾 photographer|昨日，社区志愿者为老人包粽子。',
      'caption|-|关山月 photographer|清水河社区里，孩子们学剪纸。',
    ]);
    expect(show(`${above}下图为3月4日，乙市消防大队官兵在长亭镇检查。卜大伟 摄`)[1]).toMatch(/^caption\|-\|/u);
  });

  test('a signed picture that shows what the article above tells belongs to it', () => {
    const above = '甲县举办培训\n\n本报讯（记者 林越）3月2日，甲县司法局在青田桥镇举办调解员培训班。\n\n';
    for (const caption of [
      '3月2日，调解员在青田桥镇培训班上听课。',
      '培训班一角。',
      '图为3月2日，青田桥镇的培训班。',
      '图书角里的调解员。',
    ])
      expect(show(`${above}${caption}卜大伟 摄`)).toEqual([
        `news|甲县举办培训|林越 reporter, 卜大伟 photographer|3月2日，甲县司法局在青田桥镇举办调解员培训班。¶${caption}`,
      ]);
  });

  test('a short line behind finished news heads the next article where that is signed below or a single paragraph precedes it', () => {
    const news = '甲县开会\n\n本报讯（记者 林越）昨日，甲县开会。\n\n会议要求抓实。\n\n';
    expect(
      show(
        `${news}渡口新事\n\n“船来了。”老人说。\n\n他等了半天。\n\n（记者 雷鸣）\n\n数字看甲县\n\n1至4月，全县纠纷同比下降8%。`,
      ),
    ).toEqual([
      'news|甲县开会|林越 reporter|昨日，甲县开会。¶会议要求抓实。',
      'feature|渡口新事|雷鸣 reporter|“船来了。”老人说。¶他等了半天。',
      'news|数字看甲县|-|1至4月，全县纠纷同比下降8%。',
    ]);
    expect(
      show('甲城时评\n\n船上的事，要靠船上的人\n\n船在海上，人在海上。\n\n数字看渔区\n\n全市登记渔船八千艘。').length,
    ).toBe(2);
  });

  test('the heading of a comment leaves the headline below it to its text', () => {
    expect(show('甲县开会\n\n本报讯 昨日，甲县开会。\n\n微评\n\n下沉，先要“沉心”\n\n把根扎下去。')[1]).toBe(
      'note|下沉，先要“沉心”|-|把根扎下去。',
    );
  });

  test('a line behind the day of a notice is no part of it', () => {
    expect(
      show('公 告\n\n因搬迁，暂停接待。\n\n甲市信访局\n2019年11月20日\n\n山乡演练\n\n昨日，乙县演练。雷鸣 摄'),
    ).toEqual([
      'notice|公 告|-|因搬迁，暂停接待。¶甲市信访局¶2019年11月20日',
      'caption|山乡演练|雷鸣 photographer|昨日，乙县演练。',
    ]);
  });

  test('the name of the paper in letters belongs to its head', () => {
    const page = read('甲州日报\nJIAZHOU DAILY\n2017年6月6日 星期二 总第9876期\n\n甲县开会\n\n本报讯 昨日，甲县开会。');
    expect(page).toMatchObject({ publication: '甲州日报', date: { value: '2017-06-06' } });
    expect(page.articles.map(({ title }) => title)).toEqual(['甲县开会']);
  });

  test('a dateline below the text belongs to the article above it', () => {
    const page =
      '一碗面\n\n□ 本报记者 马艳\n\n“来了。”法官坐下。\n\n本报甲县7月20日电\n\n乙县揭牌\n\n本报讯 昨日，乙县揭牌。';
    expect(show(page)).toEqual(['feature|一碗面|马艳 reporter|“来了。”法官坐下。', 'news|乙县揭牌|-|昨日，乙县揭牌。']);
    expect(read(page).articles[0]?.dateline).toBe('本报甲县7月20日电');
  });

  test('a first headline line that ends in a colon is no end of the article above it', () => {
    expect(
      show('甲县开会\n\n本报讯 昨日，甲县开会。(下转3版)\n\n一警一村：\n\n护住山里的瓜\n\n本报讯 近日，瓜熟了。')[1],
    ).toBe('news|一警一村： 护住山里的瓜|-|近日，瓜熟了。');
    expect(show('规矩\n\n本报记者 林越\n\n绝活一：\n\n听人说完。')[0]).toMatch(/¶?绝活一：/u);
  });

  test('signs part the signed items of a column of briefs', () => {
    expect(show('简讯\n\n▲5月16日，甲局普法。（宋仁俊）\n\n▲近日，乙所救人。（汪 凯）')).toEqual([
      'news|-|宋仁俊 reporter|5月16日，甲局普法。',
      'news|-|汪凯 reporter|近日，乙所救人。',
    ]);
  });

  test('a column of briefs ends the unsigned article above it, and its signs part unsigned items too', () => {
    const page =
      '甲县开会\n\n本报讯 昨日，甲县开会。\n\n简 讯\n\n●5月16日，乙局普法。\n\n●近日，丙所救人。\n\n丁县揭牌\n\n本报讯 日前，丁县揭牌。\n\n●先看一处。';
    expect(show(page)).toEqual([
      'news|甲县开会|-|昨日，甲县开会。',
      'news|-|-|5月16日，乙局普法。',
      'news|-|-|近日，丙所救人。',
      'news|丁县揭牌|-|日前，丁县揭牌。¶先看一处。',
    ]);
  });

  test('a spaced heading of a comment is none of its headline, nor is the bare name of who wrote it', () => {
    expect(show('甲县开会\n\n本报讯 昨日，甲县开会。\n\n时 评\n\n难在哪里\n\n林越\n\n难在让人放手。')[1]).toBe(
      'note|难在哪里|林越 reporter|难在让人放手。',
    );
  });

  test('a sign between two bylines of one line is no part of a name', () => {
    expect(show('茶上枝头\n\n□ 本报记者 林越 □ 本报通讯员 余 海\n\n近日，茶开采了。')).toEqual([
      'feature|茶上枝头|林越 reporter, 余海 correspondent|近日，茶开采了。',
    ]);
  });

  test('appointments below a signed article are a notice of their own', () => {
    expect(
      show(
        '甲县开会\n\n本报讯（记者 林越）昨日，甲县开会。\n\n人事任免\n\n甲县人大常委会5月8日决定任命汪凯为副县长。',
      )[1],
    ).toBe('notice|人事任免|-|甲县人大常委会5月8日决定任命汪凯为副县长。');
  });

  test('who signed in the head of a web page signs its first article', () => {
    expect(show('甲报 2021-09-15 08:12 来源：甲报 作者：余建华 孟焕良\n\n# 上岛\n\n“走。”法官说。')).toEqual([
      'feature|上岛|余建华 reporter, 孟焕良 reporter|“走。”法官说。',
    ]);
  });

  test('a paid notice of something lost belongs to no article, nor do its signature and day', () => {
    const page =
      '村里说事，大家来评\n\n本报记者 林越\n\n村里说事了。\n\n遗失声明\n\n甲县某五金店遗失营业执照一份，声明作废。\n\n甲县某五金店\n2018年11月30日';
    expect(show(page)).toEqual(['feature|村里说事，大家来评|林越 reporter|村里说事了。']);
  });

  test('a dateline with its byline on a line of its own signs the text below', () => {
    expect(show('甲县开会\n\n本报甲州讯　记者祝玲玲\n\n昨日，甲县开会。')).toEqual([
      'news|甲县开会|祝玲玲 reporter|昨日，甲县开会。',
    ]);
  });

  test('boxes of figures and of questions, and picture news, are articles under their own names', () => {
    const news = '甲县开会\n\n本报讯（记者 林越）昨日，甲县开会。\n\n会议要求抓实。\n\n';
    expect(
      show(
        `${news}图片新闻\n\n9月12日，乙市普法。卜大伟 摄\n\n法治数读\n\n今年上半年，全国调解纠纷上升。\n\n律师信箱\n\n问：能断水吗？\n\n答：不能。\n\n（江苏钟山律师事务所 周连勇 答）`,
      ).slice(1),
    ).toEqual([
      'caption|图片新闻|卜大伟 photographer|9月12日，乙市普法。',
      'news|法治数读|-|今年上半年，全国调解纠纷上升。',
      'news|律师信箱|-|问：能断水吗？¶答：不能。¶（江苏钟山律师事务所周连勇答）',
    ]);
  });

  test('who puts the paper out, its lunar day and its name below belong to the head', () => {
    const page = read(
      '2024年6月13日 星期四　第5033期　编辑/张 玲 电话/0551-65176911\n甲辰年五月初八\n每周一、三、五出版\n某省公安厅主管主办\n\n甲州晚报\n\n甲县开会\n\n本报讯 昨日，甲县开会。',
    );
    expect(page).toMatchObject({ publication: '甲州晚报', issue: 5033, date: { value: '2024-06-13' } });
    expect(page.articles.map(({ title }) => title)).toEqual(['甲县开会']);
  });

  test('a head that names date, makers, address and page in one line belongs to no article, and dates the page', () => {
    const page =
      '2016.3.4 星期五 编辑/林越 校对/王 志 E-mail:pa_06@example.com 平安桃源 06\n\n甲县召开现场会\n\n本报讯 昨日，甲县开会。';
    expect(read(page).date).toEqual({ value: '2016-03-04', precision: 'day', basis: 'masthead' });
    expect(show(page)).toEqual(['news|甲县召开现场会|-|昨日，甲县开会。']);
  });

  test('the bracket that says when a list was passed is text below its headline', () => {
    const page =
      '甲县召开现场会\n\n本报讯 昨日，甲县开会。\n\n甲县人民代表大会常务委员会任免名单\n\n（2021年4月28日甲县第六届人民代表大会常务委员会第四次会议通过）\n\n任命：\n\n林越为甲县人民法院法官。';
    expect(show(page)[1]).toBe(
      'notice|甲县人民代表大会常务委员会任免名单|-|（2021年4月28日甲县第六届人民代表大会常务委员会第四次会议通过）¶任命：林越为甲县人民法院法官。',
    );
  });

  test('a continuation has no title and keeps the page it comes from; a jump keeps where it goes', () => {
    const page = read('（上接第1版）\n\n他强调，要抓实。\n\n\n\n说事\n\n本报记者 林越\n\n村里说事了。（下转3版）');
    expect(page.articles.map(({ kind, title, jump }) => [kind, title, jump])).toEqual([
      ['continuation', null, { from: 1 }],
      ['feature', '说事', { to: 3 }],
    ]);
    expect(page.articles[1]?.text).toBe('村里说事了。');
  });

  test('short items without byline above them are articles of their own where the page shows it', () => {
    const page =
      '甲市开会 研究平安\n\n9月2日，甲市开会。\n\n会议要求抓实。\n\n乙县“村社通”走进千家万户\n\n近日，乙县推广“村社通”。\n\n丙县开展行动\n\n连日来，丙县开展行动。(王芳)\n\n丁市成立调委会\n\n8月30日，丁市成立调委会。';
    expect(show(page).map((line) => line.split('|').slice(0, 3).join('|'))).toEqual([
      'news|甲市开会 研究平安|-',
      'news|乙县“村社通”走进千家万户|-',
      'news|丙县开展行动|王芳 reporter',
      'news|丁市成立调委会|-',
    ]);
  });

  test('a notice keeps its signature and day', () => {
    expect(
      show('甲市人民政府关于禁燃的通告（摘要）\n\n市政府决定：\n\n一、禁止燃放。\n\n甲市人民政府\n\n2019年12月17日'),
    ).toEqual(['notice|甲市人民政府关于禁燃的通告（摘要）|-|市政府决定：¶一、禁止燃放。¶甲市人民政府¶2019年12月17日']);
  });

  test('a note under a headline is an article of its own, and the headline waits for its text', () => {
    const page =
      '以小网格撬动大治理\n\n编者按：今天起，本报推出专栏。\n\n□ 见习记者 高飞\n\n走进街道，网格员正在巡查。';
    expect(show(page)).toEqual([
      'note|-|-|今天起，本报推出专栏。',
      'feature|以小网格撬动大治理|高飞 reporter|走进街道，网格员正在巡查。',
    ]);
  });

  test('a column of briefs gives untitled items', () => {
    expect(show('简讯\n\n本报讯 昨日，甲县开会。\n\n本报讯 乙县日前培训。')).toEqual([
      'news|-|-|昨日，甲县开会。',
      'news|-|-|乙县日前培训。',
    ]);
  });

  test('advertisements, labels and the foot of the page are left out', () => {
    const { items, issues } = readPage(
      {
        file: 'p',
        sha256: '0',
        text: '说事\n\n本报记者 林越\n\n村里说事了。（下转3版）\n\n平安办主任谈平安\n\n某省公告\n信用服务平台\n公告刊登、公告查询请扫',
      },
      HOME,
    );
    expect(items[0]?.articles.map(({ title, text }) => [title, text])).toEqual([['说事', '村里说事了。']]);
    expect(issues.filter(({ reason }) => reason === 'orphan-line').map(({ text }) => text)).toEqual([
      '平安办主任谈平安',
    ]);
  });

  test('a web page is read by its headings, and its imprint gives the author', () => {
    const page =
      '# 龙泉：一张码管治理\n\n发布时间：2022-11-03 09:15　来源：丽水日报\n\n11月1日，街道上线“剑瓷码”。\n\n## 闭环处置\n\n统一派单。\n\n作者：王凌　编辑：李四';
    expect(show(page)).toEqual([
      'news|龙泉：一张码管治理|王凌 reporter|11月1日，街道上线“剑瓷码”。¶闭环处置¶统一派单。',
    ]);
  });
});

describe('readPage', () => {
  const TEXT = '浙江法制报 2018年10月10日 星期三 第5601期\n\n说事\n\n本报讯 村里说事了。';

  test('gives paper, issue, day and the home that the caller knows', () => {
    const page = read(TEXT, { homeOf: (publication, text) => (text.includes('村里') ? `${publication}的家` : null) });
    expect(page).toMatchObject({ file: 'page.txt', publication: '浙江法制报', issue: 5601, home: '浙江法制报的家' });
    expect(page.date).toEqual({ value: '2018-10-10', precision: 'day', basis: 'masthead' });
  });

  test('what a person gives wins over front matter, and that over the masthead', () => {
    const front = `---\ndate: 2018-10-11\npublication: "某报"\n---\n${TEXT}`;
    expect(read(front)).toMatchObject({ publication: '某报', date: { value: '2018-10-11', basis: 'file' } });
    const given = { value: '2018-10-12', precision: 'day', basis: 'file' } as const;
    expect(read(front, { ...HOME, date: given, publication: '他报' })).toMatchObject({
      publication: '他报',
      date: given,
    });
  });

  test('counts the day from the issue number of a paper with known issues', () => {
    expect(
      read('新闻热线:0571-85310548 | 国内统一刊号：CN33-0019 | 第 6607 期 今日 8 版\n\n说事\n\n本报讯 昨日，说事。')
        .date,
    ).toEqual({
      value: '2022-10-21',
      precision: 'day',
      basis: 'issue-number',
    });
  });

  test('an article has the same id whatever file and width of signs it comes in', () => {
    const [half] = read('说事\n\n本报讯 村里说事了,真好.').articles;
    const [full] = read('说事\n\n\n本报讯　村里说事了，真好．').articles;
    expect(half?.id).toMatch(/^article\/[0-9a-f]{16}$/u);
    expect(full?.id).toBe(half?.id);
  });

  test('says what it could not tell', () => {
    const reasons = readPage({ file: 'p', sha256: '0', text: '' }, HOME).issues.map(({ reason }) => reason);
    expect(reasons).toEqual(['no-page-date', 'no-articles']);
  });
});
