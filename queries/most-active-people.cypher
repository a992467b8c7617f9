// 主持、讲话、出席最多的人
// @id most-active-people
// @en People by the events they chaired, spoke at or attended
// @purpose 某一时期里每个人主持、讲话、出席的活动数；没有日期的活动只在不限时期时计入
// @purposeEn How many events each person chaired, spoke at and attended in a period; events without a date count only where no period is given
// @group people
// @sentence 从{from}到{to}，谁的活动最多？最多{limit}行。
// @sentenceEn Who took part in most events from {from} to {to}? At most {limit} rows.
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 100 "最多行数" "Rows" 1..2000
// @view table,graph
// Dates are texts cut to their precision; with '~' behind it, a month or year reaches to its end.

// A range over ids is one over the index.
MATCH (p:Entity)
WHERE p.id STARTS WITH 'person/'
MATCH (p)-[r:CHAIRED|SPOKE_AT|ATTENDED]->(e:Event)
WHERE ($from IS NULL OR coalesce(e.dateTo, e.dateFrom) + '~' >= $from)
  AND ($to IS NULL OR e.dateFrom <= $to + '~')
WITH p,
     count(DISTINCT e.id) AS events,
     count(DISTINCT CASE WHEN type(r) = 'CHAIRED' THEN e.id END) AS chaired,
     count(DISTINCT CASE WHEN type(r) = 'SPOKE_AT' THEN e.id END) AS spoke,
     count(DISTINCT CASE WHEN type(r) = 'ATTENDED' THEN e.id END) AS attended
RETURN p.id AS 人物, events AS 活动数, chaired AS 主持, spoke AS 讲话, attended AS 出席
ORDER BY 活动数 DESC, 主持 DESC, 人物
LIMIT $limit
