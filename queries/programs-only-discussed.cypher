// 只见讨论、未见落地的项目
// @id programs-only-discussed
// @en Programs that were discussed but are in no place
// @purpose 有会议或活动涉及、但没有任何原文写明在某地推行的项目
// @purposeEn Programs that events are about although no text says that any place has them
// @group programs
// @sentence 哪些项目只见讨论、未见落地？最多{limit}行。
// @sentenceEn Which programs were discussed but are in no place? At most {limit} rows.
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,graph
// A range over ids is one over the index.
MATCH (g:Entity)
WHERE g.id STARTS WITH 'program/' AND NOT EXISTS { (g)-[:LAUNCHED_IN]->(:Place) }
MATCH (e:Event)-[:ABOUT]->(g)
WITH DISTINCT g, e
WITH g, e ORDER BY e.id
WITH g, collect(e.id) AS events, min(e.dateFrom) AS first
RETURN g.id AS 项目, size(events) AS 活动数, first AS 最早, events AS 活动
ORDER BY 活动数 DESC, 项目
LIMIT $limit
