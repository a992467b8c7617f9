# Verbs that say that a place created, practises or plans a program, and words that undo them.
# origin: the place made it, whatever it is
origin = 首创 首推 首设 独创 原创 创立 创设 率先推出 率先实施 率先建立 率先探索 率先启动 率先开展 率先构建 率先打造 率先推行 率先试行 率先创设 率先提出 率先成立 首次推出 首家 首个 首批推出 探索建立 探索推出 探索开通 探索性开通 探索形成 探索出 探索创新 摸索出 总结出 总结提炼 提炼出 自主研发 研发 开创 诞生于 诞生 起源于 发端于 发源于 源于 源自 发源地 发祥地 诞生地 首创地 萌发地 策源地 有益探索 首发 独家 首倡 创造性 创造了 创出来 创出 发明 逼了出来 琢磨出 摸索 自创 作出建设 率先
# origin-soft: the place made it if it is not one of the widely known programs
origin-soft = 发起 组建 设立 推出 提出 创新 创新推出 创新构建 创新建立 创新实施 创新开展 创新打造 创新设立 创新组建 创新运用 系统重构 重构 探索 开发 创办 创建了 自编 量身打造 名为 叫作 叫做 命名为 设立了 建立了 开设 打造出 搭建起
# practised: it is done there
practised = 搞 落了地 靠的是 靠的就是 得益于 建起 办起 搭起 架起 立起 做成 纳入 试水 进驻 入驻 推广 深化 推进 推行 实施 施行 开展 落实 运用 应用 采用 践行 坚持 坚持发展 坚持和发展 打造 建设 建成 建立 设立 成立 构建 健全 完善 形成 覆盖 全覆盖 运行 试运行 投用 上线 启用 擦亮 强化 依托 借力 借助 引入 引进 升级 迭代升级 试点 试行 抓实 融入 铺开 推开 创建 争创 深耕 开通 组建 用好 启动 落地 整合 搭建 搭成 拓展 为载体 为抓手 为牵引 为依托 为支撑 为契机 为主线 推动 组织 做实 做深 做优 发挥 部署开展 实行 执行 延伸 接入 优化 提升 看重 讲究 深入推进 常态化 巩固 围绕 编成 划成 组成 演示 展示 听取 介绍了 介绍的是
# result: verbs that tell of a program at work but take other objects as often
result = 送到 送进 建到 建进 办到 办进 开到 开进 成了 成为 走在 落到 结合 查看 察看 考察 参观 观摩 拥有 有了 留下 点赞 称赞 充分肯定 对接 结对 值守 遍布 议出 活跃 取得 改革成了 添上 拿来 投入 揭牌 挂牌
# planned: told or meant to
planned = 要 将 拟 计划 力争 争取 努力 下一步 接下来 今后 未来 即将 年底前 明年 部署 要求 希望 鼓励 勉励 必须 务必 应当 需要 准备 谋划 有望 打算 筹建 三要 二要 一要
# planned-trap: words in which a sign of planning is none
planned-trap = 部署开展 部署实施 部署推进 战略部署 决策部署 部署要求 工作部署 部署会 动员部署 安排部署 不断 不仅 不久 未来社区 未来乡村 未来工厂 未来农场 主要 重要 首要 必要 纲要 摘要 要素 要点 要闻 要求的 应用 应急 将领 需求 需要的 特别是 将其 将矛盾 将群众 将公安 将纠纷 将信访 将网格 将全 将各 要道 要害 只要 还要 简要 扼要 机要 险要 显要 紧要 概要 提要 要么 要件 要案 要犯 正要 将军 大将 干将 闯将 猛将 老将 小将 虎将 要是 行动计划 工作计划 计划生育 计划单列 实施计划 推进计划
# negated: nothing is said to be done
negated = 贡献样板 尚未 没有 还没 未能 未曾 不搞 不再 停止 取消 暂停 叫停 避免 防止 杜绝 而非 不是 并非 难以 无法 缺乏 如果 倘若 假如 要不要 是否 能否 会不会 不同于 有别于 区别于 早于 晚于
# model: the place only is to give an example
model = 提供样板 贡献样板 提供经验 贡献智慧 提供示范 提供借鉴
