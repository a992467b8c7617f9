// 谁在会上作了交流发言
// @id presenters
// @en Who presented at meetings
// @purpose 哪些地方或单位在会上作交流发言；可限定会议涉及的项目和时期
// @purposeEn Which places or bodies presented at meetings; about one program or of one period if wanted
// @group events
// @sentence 从{from}到{to}，在涉及{program}的会议上，哪些地方作了交流发言？最多{limit}行。
// @sentenceEn Who presented at meetings about {program} from {from} to {to}? At most {limit} rows.
// @param program Program.id[] "会议涉及的项目" "Program"
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @suggest program MATCH (x)-[:PRESENTED_AT]->(e) MATCH (e)-[:ABOUT]->(g:Program) WITH g, count(DISTINCT e.id) AS events RETURN g.id AS id, events ORDER BY events DESC, id LIMIT 8
// @view table,map,graph
// @for Program
// Dates are texts cut to their precision; with '~' behind it, a month or year reaches to its end.
// The type alone says what stands at its ends: with labels a server would start from all nodes that have them.
MATCH (x)-[r:PRESENTED_AT]->(e)
WHERE ($from IS NULL OR coalesce(e.dateTo, e.dateFrom) + '~' >= $from)
  AND ($to IS NULL OR e.dateFrom <= $to + '~')
OPTIONAL MATCH (e)-[:ABOUT]->(g:Program)
WITH x, r, e, g ORDER BY g.id
WITH x, r, e, collect(g.id) AS programs
WHERE $program IS NULL OR any(id IN programs WHERE id IN $program)
RETURN e.dateFrom AS 日期, e.id AS 会议, x.id AS 发言方, programs AS 项目, r.evidence AS 证据
ORDER BY 日期 IS NULL, 日期 DESC, 会议, 发言方
LIMIT $limit
