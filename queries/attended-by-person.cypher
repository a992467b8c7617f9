// 某人出席的会议与活动
// @id attended-by-person
// @en Meetings that a person attended
// @purpose 某人出席（不含主持、讲话）的时间、地点，依据哪句原文
// @purposeEn When and where a person attended without chairing or speaking, and the sentence that says so
// @group events
// @sentence 从{from}到{to}，{person}出席了哪些活动？最多{limit}行。
// @sentenceEn Which events did {person} attend from {from} to {to}? At most {limit} rows.
// @param person Person.id[] required "人物" "Person"
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 200 "最多行数" "Rows" 1..2000
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
