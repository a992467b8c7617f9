// 某人讲话的会议与活动
// @id spoke-by-person
// @en Meetings at which a person spoke
// @purpose 某人在什么时间、什么地点讲话，依据哪句原文
// @purposeEn When and where a person spoke, and the sentence that says so
// @group events
// @sentence 从{from}到{to}，{person}在哪些活动上讲话？最多{limit}行。
// @sentenceEn At which events did {person} speak from {from} to {to}? At most {limit} rows.
// @param person Person.id[] required "人物" "Person"
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @suggest person MATCH (p)-[r:SPOKE_AT]->(e) WITH p, count(DISTINCT e.id) AS events RETURN p.id AS id, events ORDER BY events DESC, id LIMIT 8
// @view table,timeline,graph
// @for Person
// Dates are texts cut to their precision; with '~' behind it, a month or year reaches to its end.
UNWIND $person AS personId
MATCH (p:Entity {id: personId})-[r:SPOKE_AT]->(e:Event)
WHERE ($from IS NULL OR coalesce(e.dateTo, e.dateFrom) + '~' >= $from)
  AND ($to IS NULL OR e.dateFrom <= $to + '~')
OPTIONAL MATCH (e)-[:HELD_IN]->(place:Place)
WITH p, r, e, place ORDER BY place.id
WITH p, r, e, collect(place.id) AS places
RETURN e.dateFrom AS 日期, e.id AS 会议, places AS 地点, p.id AS 人物, r.evidence AS 证据
ORDER BY 日期 IS NULL, 日期 DESC, 会议, 人物
LIMIT $limit
