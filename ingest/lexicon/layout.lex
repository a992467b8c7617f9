# What stands on a newspaper page beside its articles. One `key = items` a line; `#` starts a comment.
# Any of these words makes a line without full stop part of the masthead or the imprint.
furniture = 新闻热线 报料热线 热线电话 国内统一刊号 国内统一连续出版物号 国内统一连续出版物 邮发代号 数字报网址 广告热线 发行热线 零售价 社址 值班总编 值班主任 值班编委 责任编辑 责任校对 本版责编 本版编辑 本版主编 本版校对 责编: 编辑: 主编: 校对: 美编 版式: 版式设计 照排 检校 组版 视觉: 制图: 投稿邮箱 总第 微信公众号 官方微博 官方微信 扫一扫 请扫码 扫码关注 二维码 http:// https:// www. 出版日期 星期一出版 本期共 今日共 印刷: 承印
# Who makes a page; names follow behind a blank, a colon or a stroke.
maker = 责编 责任编辑 执行编辑 值班编辑 见习编辑 视觉编辑 图片编辑 美术编辑 首席编辑 本版编辑 本版责编 编辑 主编 责校 责任校对 校对 检校 校检 版式 版式设计 组版 排版 照排 美编 终审 审读 审校 值班主任 值班编委 值班总编
footer = 公告刊登 公告查询 遗失声明 信用服务平台 法律顾问 本报地址 版权所有 转载请注明 违法和不良信息 举报电话 ICP备 初审: 复审: 终审: 审核: 监制: 监审: 签发: 浏览次数 阅读量 打印本页 关闭窗口 上一篇 下一篇 返回目录 返回首页 分享到 相关新闻 字号: 放大 责任编辑
# Names of sections, printed alone or beside the page number.
section = 要闻 综合 社会 时政 法治 地方法治 地方 各地 城事 民生 经济 文化 体育 国际 国内 副刊 专版 专题 专刊 理论 评论 声音 视点 视野 深度 特稿 特别报道 综合新闻 本地新闻 浙江新闻 平安 政法 警界 法院 检察 公安 司法 基层 乡村周刊 周刊 周末 头版 导读 新闻 今日要闻 时事 关注 焦点 教育 健康 生活 读者 服务 公益 图片 图片新闻 区域 县域 市县 都市 天下
# Headings of boxes that explain or comment.
note = 开栏语 开栏的话 编者按 编者的话 编前语 编后 编后语 记者手记 短评 微评 快评 点评 新闻链接 背景链接 相关链接 延伸阅读 名词解释 新闻背景 编辑点评 新闻延伸 专家点评
# A headline that ends (or, before a colon, starts) with one of these heads a notice.
notice = 启事 公告 通告 声明 更正 致歉 致读者 征稿 征订 休刊 招聘 拍卖公告 讣告 告读者书 订阅启事 任免名单 任命名单 免职名单 任职名单 任免人员名单 任免事项 任前公示
# Words of standing column titles.
label = 专栏 进行时 聚焦 关注 深一度 一线 在现场 系列报道 特别策划 特别报道 大家谈 周年 回眸 巡礼 风采 纪实 看点 直击 追踪 谈平安 新闻眼 热点 图片新闻 简讯 短讯 快讯
# Columns of short news that have no headlines of their own.
briefs = 简讯 短讯 快讯 图片新闻 要闻简报 新闻速递 一句话新闻 法治快讯 平安快讯 政法快讯 综合消息
caption-start = 图为 图① 图② 图③ 图一 图1 图2 上图 下图 左图 右图 题图 图片说明 图说
caption-end = 资料图 资料图片 资料照片 资料图。 供图 摄影报道 CFP供图 CFP 新华社发 网络图片 通讯员供图
# A block that ends in one of these breaks off inside a sentence, whatever its length.
needs-right = 的 和 与 及 或 在 对 从 向 于 以 为 把 将 被 让 使 由 到 至 着力 推进 推动 推广 加强 加快 坚持 强化 健全 完善 深化 打造 构建 形成 致力于 以及 通过 围绕 按照 根据 各 该 全 第 副 原 要
# What tells the year of a page that prints none. Anniversaries, with the year they count from:
anniversary = 建党:1921 中国共产党成立:1921 党成立:1921 新中国成立:1949 中华人民共和国成立:1949 新中国:1949 建国:1949 建军:1927 解放军建军:1927 改革开放:1978 平安浙江:2004 “八八战略”:2003 八八战略:2003 枫桥经验:1963 抗战胜利:1945 抗日战争胜利:1945 红军长征胜利:1936 长征胜利:1936 香港回归:1997 澳门回归:1999 五四运动:1919 浙江解放:1949 两弹一星:1964 唐山大地震:1976 汶川:2008 恢复高考:1977 行政诉讼法实施:1990 宪法实施:1954
# Words of a period, with its first and last year:
period = 新冠:2020-2022 疫情防控:2020-2022 复工复产:2020-2020 不忘初心、牢记使命:2019-2020 党史学习教育:2021-2021 政法队伍教育整顿:2020-2021 三严三实:2015-2015 两学一做:2016-2017 群众路线教育实践活动:2013-2014 扫黑除恶专项斗争:2018-2020 三服务:2019-2022 数字化改革:2021-2023 G20峰会:2015-2016 共同富裕示范区:2021-2030 护航亚运:2022-2023 迎亚运:2022-2023 十四五:2020-2025 十三五:2015-2020 十二五:2010-2015
# Congresses: before them a page says 迎接 or 胜利召开, after them 精神 or 以来.
congress = 十六大:2002 十七大:2007 十八大:2012 十九大:2017 二十大:2022
