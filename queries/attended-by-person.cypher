// 某人出席的会议与活动
// @id attended-by-person
// @en Meetings that a person attended
// @description 某人出席（不含主持、讲话）的时间、地点，依据哪句原文
// @group 会议
// @param person Person.id[] required "人物"
// @param from date "起始日期"
// @param to date "截止日期"
// @param limit int = 200 "最多行数" 1..2000
// @view table,timeline,graph
// @for Person
// Dates are texts cut to their precision; with '~' behind it, a month or year reaches to its end.
UNWIND $person AS personId
MATCH (p:Entity {id: personId})-[r:ATTENDED]->(e:Event)
WHERE ($from IS NULL OR coalesce(e.dateTo, e.dateFrom) + '~' >= $from)
  AND ($to IS NULL OR e.dateFrom <= $to + '~')
OPTIONAL MATCH (e)-[:HELD_IN]->(place:Place)
WITH p, r, e, place ORDER BY place.id
WITH p, r, e, collect(place.id) AS places
RETURN e.dateFrom AS 日期, e.id AS 会议, places AS 地点, p.id AS 人物, r.evidence AS 证据
ORDER BY 日期 IS NULL, 日期 DESC, 会议, 人物
LIMIT $limit
