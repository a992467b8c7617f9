# Words that tell programs from other words: triggers and vetoes of program discovery.
# class: nouns that name a program when they follow a quoted name
class = 党建 普法 志愿服务 宣讲 实践活动 法律服务 警务 执法 审判 司法 治理单元 共同体建设 创新 工程 行动 专项行动 活动 机制 模式 平台 系统 体系 制度 改革 试点 计划 战略 规划 品牌 工作法 经验 做法 应用 创建 场景 网格 驿站 超市 大脑 栏目 专栏 讲堂 热线 清单 指数 规范 专班 会战 攻坚战 斗争 运动 方案 三年行动 百日行动 巡防 联盟 智库 直通车 队伍 志愿队 志愿者 服务队 义警 警务室 工作室 调解室 法庭 派出所 检察室 司法所 议事会 议事厅 顶层设计 架构 管理办法 调解法 治理法 小程序 App APP 项目 套餐 集市 课堂 夜校 决策法 议事法 联系法 服务法 管理法 化解法 审批法 健康码 二维码 评价办法
# class-weak: the quoted name alone is the program, and these say so only half
class-weak = 建设 工作 服务 治理 管理 格局 窗口 中心 站 点 队
# strong: nouns that can end an unquoted program name
strong = 工程 行动 专项整治 专项斗争 攻坚战 会战 平台 系统 工作法 模式 机制 体系 改革 试点 计划 战略 制度 网格 超市 直通车 调解法 治理法 积分制 顶层设计
# act: of strong, the ones that need less proof
act = 工程 行动 专项斗争 攻坚战 会战 工作法 计划 战略 直通车 调解法 治理法
# generic: words that make no name by themselves
generic = 救援 抢险 搜救 抓捕 收网 清查 巡逻 营救 转移 灭火 突破 达标 突击 大 专项 整治 集中 重点 工作 长效 联动 管理 服务 治理 建设 责任 保障 考核 评价 监督 运行 协调 协同 常态化 相关 有关 有效 新型 统一 重要 各类 系列 试点 改革 活动 攻坚 提升 基层 社会 体制 配套 综合 信息 信息化 智能 智能化 数字化 网络 高效 科学 完善 健全 完备 全面 应急 预警 信用 安全 生产 责任制 工作责任 长期 日常 动态 快速 立体化 现代化 市场 风险 考评 激励 约束 协作 合作 会商 研判 联席会议 会议 奖惩 保护 救助 组织 领导 指挥 调度 防控 预防 化解 处置 排查 调处 纠纷 矛盾 矛盾纠纷 多元 多元化 信访 平安 法治 警务 公共 便民 惠民 政务 民生 农村 城市 乡村 社区 村级 县级 市级 省级 街道 乡镇 本地 当地 自身 独立 完整 成熟 成功 好 新 大 老 旧 原 这 该 此 其 本 各 一 同 两 多 三级 四级 五级 上下 内部 外部 体制机制 规章 管理制度 经济 产业 发展 生态 环境 技术 创新 司法 行政 执法 审批 监管 审判 检察 公安 政法 国家 全国 全省 全市 全县 自治 合议 值班 请示 报告 例会 通报 督查 督导 巡查 线上 线下 网上 大数据 人工智能 一体化 一站式 全链条 闭环 双向 共享 共建 共治 群众 人民 党员 干部 队伍 人才 培训 教育 宣传 文化 医疗 卫生 养老 金融 物流 交通 消防 食品 药品 校园 企业 项目 资金 土地 房屋 出租房
# doctrine, aim, metaphor: a name that ends so is no program
doctrine = 双循环 三农 双碳 五一 三八 双11 双十一 双12 六一 七一 八一 十一 两会 三公 六稳 六保 五四 三位一体总布局 思想 理论 理念 精神 观 主义 方略 论断 论述 三个代表 四个意识 四个自信 两个维护 两个确立 四个全面 五位一体 三严三实 两学一做 四个铁一般 三个能 三个地 两个大局 国之大者 中国梦 两大使命 四个伟大 两个结合 五个必由之路 六个必须坚持
aim = 重要窗口 两个高水平 两个先行 先行省 示范省 示范市 示范县 样板 样本 标杆 高地 排头兵 领头羊 领跑者 先行地 先行者 模范生 共同富裕 最优城市 最佳县 幸福感 获得感 安全感 综合体 共同体 第一方阵 最后一公里 最后一米 新格局 大局 金鼎 连冠 四高四争先 十二五 十三五 十四五 十五五 双区 大考 首善之区
metaphor = 一站式 一条龙 零距离 面对面 保姆式 管家式 全天候 点对点 一对一 心贴心 手把手 门对门 家门口 全过程 全链条 全方位 零容忍 一揽子 拉网式 地毯式 独角戏 团体赛 大合唱 接力棒 前哨站 朋友圈 大礼包 先手棋 主动仗 晴雨表 金名片 名片 金钥匙 终点站 桥头堡 铜墙铁壁 第一道防线 防线 传家宝 指挥棒 牛鼻子 绣花功夫 软任务 硬指标 集团军 缩影 枫景 舒心事 烦心事 闹心事 一张皮 两张皮 一盘棋 主心骨 领头雁 及时雨 防火墙 生命线 加速度 新引擎 组合拳 路线图 时间表 责任田 保护伞 苍蝇式 娘家人 第二研究室 大家长 家 账 答卷 试金石 压舱石 定盘星 总开关 牛角尖 硬骨头 绊脚石 拦路虎 敲门砖 定心丸 强心针 润滑剂 催化剂 助推器 孵化器 加油站 充电站 蓄水池 温度计 风向标 快车道 主战场 主阵地 主力军 生力军 先锋队 突击队员 多面手 活地图 百事通 顶梁柱 守护神 贴心人 知心人 带头人 当家人 局外人 旁观者 急先锋 老黄牛 孺子牛 拓荒牛 聚宝盆 摇钱树 香饽饽 烫手山芋 老大难 老赖 村霸 黑恶 翻身战 四连光 回头看 老本 底气 法宝 密码 秘诀 秘籍 良方 处方 药方 妙招 实招 硬招 高招 新招 支点 短板 长板 痛点 堵点 难点 亮点 盲区 死角 盲点 空白 真空 断头路 肠梗阻 中梗阻 火车头 发动机 新名片 风景线 连心桥 暖心事 紧箍咒 高压线 底线 红线 考卷 试卷 密钥 钥匙 利器 利剑 尖刀 铁军 尖兵 标兵 大脑中枢 神经末梢 最后一环 千里眼 顺风耳 顶天立地 众口难调 顽瘴痼疾 拳头 后半篇文章 大文章 后花园 前沿哨所 瞭望哨 前哨 大管家 店小二 勤务员 服务员 指导员 宣传员 监督员 情报员 信息员 守夜人 守门人 摆渡人 传话筒 土办法 土专家 泥腿子 田秀才 小问题 小事 大事 小案 难事 好事 实事 急事 心事 家事 家务事 民生事 红马甲 绿马甲 红袖章 小红帽 志愿红 藏青蓝 火焰蓝
# kill-right, kill-left: beside the quotation marks they say that the words are an aim, a saying or a problem
kill-right = 微信公众号 公众号 视频号 抖音号 到 案 杀人案 专案 案件 系列案 事故 火灾 地震 假期 期间 节 标语 横幅 条幅 骗局 陷阱 目标 的目标 追求 理念 口号 精神 思想 要求 的要求 意识 问题 现象 难题 的难题 困境 身份 称号 的称号 美誉 的美誉 荣誉 殊荣 之称 之美誉 之路 道理 说法 之说 局面 的局面 氛围 的良好氛围 的氛围 愿景 的愿景 定位 顽疾 通病 毛病 心结 疙瘩 怪圈 魔咒 腐败 主题教育 学习教育 的政治责任 的感觉 的喜悦 的答案 一样
kill-left = 解决 破解 打通 走完 实现 做到 达到 所谓 难在 变 比作 誉为 称赞 感叹 感慨 直呼 坦言 笑称 道: 说: 写着 写道 印着 刻着 飘着 横幅 标语 打赢 打响 荣获 获得 获评 获 捧回 夺得 摘得 拿下 授予 评为 命名为 补齐 消除 避免 防止 杜绝 变成 办成 搞成 弄成 沦为 变为 成了 成为 当成 当作 当好 争当 视为 看作 不再是 而是 不搞
# naming: before the quotation mark they say that a name follows
naming = 名叫 叫作 叫做 称作 叫 合称 简称 取名 取名为 定名 定名为 起名 冠名 名曰 唤作 升级为 统称 总结为 提炼为 概括为 形成了 总结出 打造出
# by-right: what may follow a name that is used as a means
by-right = 为载体 为抓手 为牵引 为依托 为支撑 为主线 为枢纽 为契机 为平台 为龙头 为统领 为基础 为引领 为切入口 为突破口 为核心
# act-right: verbs whose subject is a program
act-right = 建到 建进 办到 办进 推广到 延伸到 铺到 覆盖到 上线 启动 推行 实施 走进 走出 运行 试运行 落地 开通 启用 投用 问世 诞生 应运而生 机制化 驻点 进驻 全覆盖 遍布 的推行 的推广 的实施 的运行 的做法 的办法 的体系 的架构 的模式 的机制 的制度 的管理办法 的治理模式 的工作法 的经验 的路子
# prefix: adjectives of a P6 name (平安 + place)
prefix = 平安 法治 清廉 数字 美丽 智慧 信用 健康 文明 活力 善治 幸福 和谐 绿色 富裕 共富 书香 无废 诚信 品质 智安 未来 两美 和美 无讼 无诈 无毒 德治
# prefix-place: of prefix, those that make a name with any place, even once
prefix-place = 平安 法治 清廉 数字 美丽 智慧 信用 健康 活力 善治 幸福 书香 无废 诚信 两美 文明 和谐
# common: prefix + these is a common word, no name
common = 平安建设 平安创建 平安综治 平安政法 平安考核 平安稳定 平安信访 平安成员 平安志愿者 平安办 平安指数 平安大市 法治化 法治建设 法治政府 法治社会 法治国家 法治宣传 法治思维 法治教育 法治保障 数字化 数字经济 数字技术 数字赋能 数字政府 健康发展 健康状况 文明实践 文明程度 文明单位 文明执法 智慧化 智慧治理 信用体系 信用评价 和谐稳定 和谐社会 绿色发展 绿色通道 幸福感 幸福生活 美丽蝶变 美丽风景 活力迸发 未来发展 未来科技 品质生活 共富路 文明城市 文明办 信用信息 信用社
# centre: kinds of centre that places are told to set up
centre = 社会治理中心 社会治理综合服务中心 社会矛盾纠纷调处化解中心 社会矛盾纠纷调处化解(分)中心 矛盾纠纷调处化解中心 矛盾纠纷多元化解中心 矛调中心 综治中心 社会治安综合治理中心 综合指挥中心 公共法律服务中心 信访超市 党群服务中心 新时代文明实践中心 新时代文明实践站 一站式矛盾纠纷调处中心 群众服务中心 一站式多元解纷中心 驻村警务室 社区警务室 议事厅 解纷中心 诉讼服务中心 家事调解室
# centre-stem: what a kind of centre does, where such centres are being built
centre-stem = 服务管理 管理服务 社会治理 纠纷化解 多元化解 多元解纷 调处化解 纠纷调处 综治 指挥 解纷 调解
# council: kinds of meeting that places make an institution of
council = 理事会 参事会 议事会 恳谈会 说事会 评议会 评理会 议事协商会 院坝会 圆桌会
# level: may stand before a centre or before a platform without making another program of it
level = 县级 市级 省级 镇级 村级 区级 街道级 乡镇级 乡镇 镇街 村居 全省 全市 全县 全区 省 市 县 区 镇 乡 村 各地
# tail: endings of quoted names that speak for a program
tail = 工程 行动 机制 模式 平台 系统 体系 制度 改革 计划 战略 工作法 经验 做法 清单 三十六条 驿站 超市 码 通 直通车 在线 大脑 网格 制 决策法 调解法 治理法 议事法 联系法 服务法 管理法 化解法 排查法 走访法 审判方式 议事 调解 说事 法庭 派出所 警务室 调解室 工作室 议事厅 会客厅 茶馆 夜话 恳谈 大讲堂 讲堂 义警 红帆 管家 联盟 一件事 一张网 网 站 热线 日记 地图 吹哨 代办 议事会 恳谈会 说事会 说事点 议事点 积分 积分制 红黑榜 评理堂 说事室 议事亭 说事亭
# institution: kinds of body of which a model kind (X式) may be named
institution = 派出所 公安派出所 人民法庭 法庭 司法所 检察室 税务所 退役军人服务站 市场监管所 调解组织 工作法 村 社区 警务室 综治中心 供电所 自然资源所 执法队 所
# province: short names, for P6 names of a province that the text names nowhere else
province = 中国 北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆
# stop: words at which an unquoted name begins afterwards
stop = 查看 察看 了解 参观 考察 走进 来到 观摩 听取 询问 检查 调研 体验 登录 打开 召开 举行 举办 出席 下载 关注 发现 看到 部署 介绍 汇报 展示 新一轮 暨 贯彻 的 了 在 将 把 对 为 以 按 按照 通过 围绕 针对 结合 关于 根据 等 被 使 让 从 向 由 于 与 和 及 或 以及 这 该 此 其 他 她 它 本 各 各地 又 也 还 就 再 更 已 正 都 均 并 而 是 有 没有 不 可 能 会 要 应 需 请 用 作为 成为 所谓 一个 一批 一系列 一项 一套 一种 这个 那个 这种 那种 这项 这些 该项 此项 进一步 积极 全面 扎实 深入 大力 着力 持续 不断 重点 认真 切实 有序 有力 有效 稳步 加快 统筹 组织 参与 参加 负责 围着 迭代 依法 集中力量 努力 全力 率先 正式 首次 如期 同步 先后 分步 合力 协同推进 强力 首个 首创 打好 打赢 打响
# naming-weak: as naming, but as often before a nickname or a metaphor
naming-weak = 被称为 称为 称之为 人称 誉为 被誉为
# not-after: a class noun followed by one of these is another word (网格员, 平台化)
not-after = 头 化 性 师 员 长 者 力 量 度 感 图 商 级 学 处 局 部 科 单位 区域
# govern: verbs beside those of launches.lex that take a program as object
govern = 建起 办起 搭起 架起 立起 建好 设起 抓好 做好 参与 加入 组织 部署 发起 争创 开创 铺开 推开 探索 尝试 试水 力推 主推 看重 讲究 主打 接入 植入 搭建 研发 上线 依托 整合 用好 借助 借力 拓展 拓展完善 擦亮 做强 做实 做深 做优 抓实 升级 迭代升级 提升 优化 改造 巩固 加强 联合开展 牵头 承接 申报 入选 扛起 弘扬 学习 复制 移植 持续擦亮 参加 纳入 融入 织密 编织 聚焦 围绕 开设 开办 举办 创办 首推 配套 出台 制定 印发 发布 编制 全面推行 全面推开 加快
# platform: of strong, things that exist, which need less proof than mechanisms and more than acts
platform = 平台 系统 超市 网格 直通车
# nominal: verbs that are part of a name when a noun stands before them (技防城市建设达标行动)
nominal = 建设 提升 试点 应用 推广 升级 优化 运行 创建 覆盖 拓展 巩固 执行 编制 创新 改造 服务 落实 融合 整合 接入 开发 研发 探索 保障 提档 引领 攻坚 突破 推进 深化 强化 规划
# zone: a kind of zone made for a purpose
zone = 引领区 先行区 试验区 示范区 先导区
# scene: nouns that make a program of a prefix when they are being built (法治乡村建设)
scene = 乡村 农村 村居 村庄 社区 校园 机关 医院 企业 家庭 城市 公路 交通 河湖 庭院 法院 检务 警务 政法 公安 小区 网格 海洋 边境 边界 铁路 市场 景区 单位 细胞 园区 水利 政务 城管 消防 司法 监狱 矫正 监管 社会 田园 农业 乡镇 楼道 村镇 县城 寺庙
