// 某地某时期的会议与活动
// @id meetings-in-place
// @en Meetings in a place during a period
// @purpose 在某地或其任何下级地方举行的活动
// @purposeEn Events held in a place or anywhere below it
// @group places
// @sentence 从{from}到{to}，{place}举行了哪些{type}？最多{limit}行。
// @sentenceEn Which events of type {type} were held in {place} from {from} to {to}? At most {limit} rows.
// @param place Place.id[] required "地点（含下级）" "Place"
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param type meeting|inspection|interview|training|lecture|operation|incident|ceremony|other "类型" "Type"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,timeline,map,graph
// @for Place
// Dates are texts cut to their precision; with '~' behind it, a month or year reaches to its end.
UNWIND $place AS placeId
MATCH (p:Entity:Place)
WHERE p.id = placeId OR p.id STARTS WITH placeId + '/'
WITH DISTINCT p
MATCH (e:Event)-[r:HELD_IN]->(p)
WHERE ($from IS NULL OR coalesce(e.dateTo, e.dateFrom) + '~' >= $from)
  AND ($to IS NULL OR e.dateFrom <= $to + '~')
  AND ($type IS NULL OR e.type = $type)
RETURN e.dateFrom AS 日期, e.id AS 会议, e.type AS 类型, p.id AS 地点, r.evidence AS 证据
ORDER BY 日期 IS NULL, 日期 DESC, 会议, 地点
LIMIT $limit
