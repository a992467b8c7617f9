// 没有日期的活动
// @id events-without-date
// @en Events without a date
// @purpose 原文没有写明、也无法推定日期的活动，以及报道它们的文章
// @purposeEn Events whose date no text gives or lets one infer, with the articles that report them
// @group quality
// @sentence 哪些活动没有日期？最多{limit}行。
// @sentenceEn Which events have no date? At most {limit} rows.
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table
// A range over ids is one over the index.
MATCH (e:Entity)
WHERE e.id STARTS WITH 'event/' AND e.dateFrom IS NULL
OPTIONAL MATCH (e)<-[:MENTIONS]-(a:Article)
WITH DISTINCT e, a
WITH e, a ORDER BY a.id
WITH e, collect(a.id) AS articles
RETURN e.id AS 活动, e.dateText AS 原文时间, articles AS 报道
ORDER BY 活动
LIMIT $limit
