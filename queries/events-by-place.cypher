// 各地举行活动的次数
// @id events-by-place
// @en Events by place
// @purpose 某一时期在某一层级各地（不合并上下级）举行的活动数，按类型分
// @purposeEn How many events were held in each place of a level in a period, without those of places below, by type
// @group places
// @sentence 从{from}到{to}，各个{level}举行了多少活动？最多{limit}行。
// @sentenceEn How many events were held in each {level} from {from} to {to}? At most {limit} rows.
// @param level province|city|county|township|village = city "层级" "Level"
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,map
// Dates are texts cut to their precision; with '~' behind it, a month or year reaches to its end.

// A range over ids is one over the index.
MATCH (p:Entity)
WHERE p.id STARTS WITH 'place/' AND p.level = $level
MATCH (e:Event)-[:HELD_IN]->(p)
WHERE ($from IS NULL OR coalesce(e.dateTo, e.dateFrom) + '~' >= $from)
  AND ($to IS NULL OR e.dateFrom <= $to + '~')
WITH p,
     count(DISTINCT e.id) AS events,
     count(DISTINCT CASE WHEN e.type = 'meeting' THEN e.id END) AS meetings,
     count(DISTINCT CASE WHEN e.type = 'inspection' THEN e.id END) AS inspections
RETURN p.id AS 地点, events AS 活动数, meetings AS 会议, inspections AS 调研
ORDER BY 活动数 DESC, 地点
LIMIT $limit
