# How common surnames are. Shares of the registered population, from figures that the Ministry of Public Security published: the survey of
# 2007 (the first three in per cent, the bounds of 20 and 10 million bearers, the order), the name reports of 2019 and 2020 (2.6 million
# bearers near rank 97, the first hundred hold 85.9 per cent, 287,101 people called 王伟). `ranked` gives the order, `shares` is rank:parts in a million
# at the ranks between which is interpolated.
ranked = 王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 宋 谢 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 袁 潘 于 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戴 莫 孔 向 汤
shares = 1:72500 3:68300 5:45000 10:20500 22:8000 50:3400 100:1850
# Two given characters are drawn from the counts of lexicon/name-characters.tsv. Names with just one, in parts of a thousand, and the shares among
# those of the commonest ones, in parts of a thousand: 伟 from the number of people called 王伟, the others by their order in the reports.
single = 130
common-single = 伟:22 芳:18 娜:18 静:16 敏:16 强:15 磊:14 军:14 丽:14 杰:13 勇:13 涛:13 明:12 超:12 洋:11 艳:11 娟:11 霞:10 平:10 刚:10 鹏:10 峰:9 波:9 辉:8 斌:8 健:8 英:8 燕:8 玲:8 红:7 华:7 萍:7 飞:7 亮:7 浩:7 慧:6 婷:6 宇:6 俊:6 林:6 东:6 文:6 鑫:6 凯:5 琳:5 颖:5 莉:5 琴:5 丹:5 建:5 云:5 雷:5 帅:5 旭:5 彬:5 兵:5 海:4 龙:4 成:4 松:4
# Given names of two characters that go together far more often than their characters would by chance; each stands for about one two-character
# given name in a thousand (an estimate: 张建国, 李建华 and their like are among the hundred commonest full names).
common-double = 建国 建华 建军 建平 建明 建新 建民 建英 志强 志明 志刚 志勇 志伟 国强 国华 国平 国庆 国栋 国荣 国良 海燕 海涛 海波 海英 晓东 晓燕 晓明 晓红 晓峰 晓玲 丽娟 丽华 丽萍 秀英 秀兰 秀珍 秀华 玉兰 玉珍 玉英 玉华 玉梅 桂英 桂兰 桂花 凤英 淑珍 淑英 淑华 红梅 红霞 红卫 春梅 春华 金凤 金花 爱华 爱国 卫东 卫国 永强 永刚 立新 振华 文军 文斌 伟明 伟东 少华 俊杰 浩然 子轩 宇航 婷婷 丹丹 莉莉 小红 小明 小平 小华 小军 小燕 明华 德明 德华 新华 爱民 月英 月华 水根 根法 阿根
