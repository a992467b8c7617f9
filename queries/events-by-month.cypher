// 每月的会议与活动
// @id events-by-month
// @en Events by month
// @purpose 每个月有多少活动，按类型分；只知道年份或没有日期的不计入
// @purposeEn How many events each month has, by type; those known only by year, or not at all, are left out
// @group events
// @sentence 从{from}到{to}，每月有多少{type}？最多{limit}行。
// @sentenceEn How many events of type {type} did each month have from {from} to {to}? At most {limit} rows.
// @param type meeting|inspection|interview|training|lecture|operation|incident|ceremony|other "类型" "Type"
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 500 "最多行数" "Rows" 1..5000
// @view table,timeline
// Dates are texts cut to their precision: a month has seven characters.
// A range over ids is one over the index.
MATCH (e:Entity)
WHERE e.id STARTS WITH 'event/' AND size(e.dateFrom) >= 7
  AND ($type IS NULL OR e.type = $type)
  AND ($from IS NULL OR e.dateFrom + '~' >= $from)
  AND ($to IS NULL OR e.dateFrom <= $to + '~')
RETURN left(e.dateFrom, 7) AS 月份, e.type AS 类型, count(*) AS 活动数
ORDER BY 月份, 类型
LIMIT $limit
