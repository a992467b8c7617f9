// 同一天出现在两个市的人
// @id same-day-in-two-cities
// @en People in two cities on one day
// @purpose 同一天参加了在不同市举行的活动的人：可能跑了两地，也可能是日期或人认错了
// @purposeEn People who took part in events of one day in different cities: they may have travelled, or a date or person is wrong
// @group quality
// @sentence {person}哪一天出现在两个市？最多{limit}行。
// @sentenceEn On which day was {person} in two cities? At most {limit} rows.
// @param person Person.id[] "人物" "Person"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,graph
// @for Person
// A range over ids is one over the index. A place's city is the second part of its path.
MATCH (p:Entity)
WHERE p.id STARTS WITH 'person/' AND ($person IS NULL OR p.id IN $person)
MATCH (p)-[:CHAIRED|SPOKE_AT|ATTENDED]->(e:Event)
MATCH (e)-[:HELD_IN]->(l:Place)
WHERE size(e.dateFrom) = 10 AND e.datePrecision = 'day' AND coalesce(e.dateTo, e.dateFrom) = e.dateFrom
WITH DISTINCT p, e, l, split(l.path, '/') AS parts
WHERE size(parts) >= 2
WITH p, e, l, parts[1] AS city
ORDER BY e.id, l.id
WITH p, e.dateFrom AS date, collect(DISTINCT city) AS cities, collect(DISTINCT e.id) AS events, collect(DISTINCT l.id) AS places
WHERE size(cities) > 1
RETURN date AS 日期, p.id AS 人物, places AS 地点, events AS 活动
ORDER BY 日期, 人物
LIMIT $limit
