// 某人主持的会议与活动
// @id chaired-by-person
// @en Meetings that a person chaired
// @purpose 某人在什么时间、什么地点主持，依据哪句原文
// @purposeEn When and where a person chaired, and the sentence that says so
// @group events
// @sentence 从{from}到{to}，{person}主持了哪些活动？最多{limit}行。
// @sentenceEn Which events did {person} chair from {from} to {to}? At most {limit} rows.
// @param person Person.id[] required "人物" "Person"
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @suggest person MATCH (p)-[r:CHAIRED]->(e) WITH p, count(DISTINCT e.id) AS events RETURN p.id AS id, events ORDER BY events DESC, id LIMIT 8
// @view table,timeline,graph
// @for Person
// Dates are texts cut to their precision; with '~' behind it, a month or year reaches to its end.
UNWIND $person AS personId
MATCH (p:Entity {id: personId})-[r:CHAIRED]->(e:Event)
WHERE ($from IS NULL OR coalesce(e.dateTo, e.dateFrom) + '~' >= $from)
  AND ($to IS NULL OR e.dateFrom <= $to + '~')
OPTIONAL MATCH (e)-[:HELD_IN]->(place:Place)
WITH p, r, e, place ORDER BY place.id
WITH p, r, e, collect(place.id) AS places
RETURN e.dateFrom AS 日期, e.id AS 会议, places AS 地点, p.id AS 人物, r.evidence AS 证据
ORDER BY 日期 IS NULL, 日期 DESC, 会议, 人物
LIMIT $limit
