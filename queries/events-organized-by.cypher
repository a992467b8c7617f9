// 某机构主办的活动
// @id events-organized-by
// @en Events that a body organized
// @purpose 某机构主办的会议与活动：时间、地点，依据哪句原文
// @purposeEn Events that a body organized: when, where, and the sentence that says so
// @group events
// @sentence 从{from}到{to}，{organization}主办了哪些活动？最多{limit}行。
// @sentenceEn Which events did {organization} organize from {from} to {to}? At most {limit} rows.
// @param organization Organization.id[] required "机构" "Organization"
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,timeline,graph
// @for Organization
// Dates are texts cut to their precision; with '~' behind it, a month or year reaches to its end.

UNWIND $organization AS organizationId
MATCH (o:Entity {id: organizationId})-[r:ORGANIZED]->(e:Event)
WHERE ($from IS NULL OR coalesce(e.dateTo, e.dateFrom) + '~' >= $from)
  AND ($to IS NULL OR e.dateFrom <= $to + '~')
OPTIONAL MATCH (e)-[:HELD_IN]->(l:Place)
WITH o, r, e, l ORDER BY l.id
WITH o, r, e, collect(l.id) AS places
RETURN e.dateFrom AS 日期, e.id AS 活动, places AS 地点, o.id AS 主办方, r.evidence AS 证据
ORDER BY 日期 IS NULL, 日期 DESC, 活动, 主办方
LIMIT $limit
