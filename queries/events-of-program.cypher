// 涉及某项目的会议与活动
// @id events-of-program
// @en Events about a program
// @purpose 涉及某项目的活动：时间、地点、谁主持，依据哪句原文
// @purposeEn Events about a program: when, where, who chaired, and the sentence that says so
// @group programs
// @sentence 从{from}到{to}，哪些活动涉及{program}？最多{limit}行。
// @sentenceEn Which events were about {program} from {from} to {to}? At most {limit} rows.
// @param program Program.id[] required "项目" "Program"
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view timeline,table,graph
// @for Program
// Dates are texts cut to their precision; with '~' behind it, a month or year reaches to its end.

UNWIND $program AS programId
MATCH (e:Event)-[r:ABOUT]->(g:Entity {id: programId})
WHERE ($from IS NULL OR coalesce(e.dateTo, e.dateFrom) + '~' >= $from)
  AND ($to IS NULL OR e.dateFrom <= $to + '~')
OPTIONAL MATCH (e)-[:HELD_IN]->(l:Place)
WITH e, r, l ORDER BY l.id
WITH e, r, collect(l.id) AS places
OPTIONAL MATCH (e)<-[:CHAIRED]-(p:Person)
WITH e, r, places, p ORDER BY p.id
WITH e, r, places, collect(p.id) AS chairs
RETURN e.dateFrom AS 日期, e.id AS 活动, e.type AS 类型, places AS 地点, chairs AS 主持, r.evidence AS 证据
ORDER BY 日期 IS NULL, 日期 DESC, 活动, r.key
LIMIT $limit
