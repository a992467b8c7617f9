// 项目先后在哪些地方出现
// @id program-spread
// @en Where and when a program appeared
// @purpose 某项目在各地的阶段与时间；原文没有时间的，按依据报道的刊出日期排在后面
// @purposeEn The stage and time of a program in each place; those without a date stand last, by the day of their paper
// @group programs
// @sentence {program}先后在哪些地方出现？最多{limit}行。
// @sentenceEn Where did {program} appear, and when? At most {limit} rows.
// @param program Program.id[] required "项目" "Program"
// @param limit int = 500 "最多行数" "Rows" 1..5000
// @suggest program MATCH (g)-[r:LAUNCHED_IN]->(p) WITH g, count(DISTINCT p.id) AS places RETURN g.id AS id, places ORDER BY places DESC, id LIMIT 8
// @view table,timeline,map,graph
// @for Program
UNWIND $program AS programId
MATCH (g:Entity {id: programId})-[r:LAUNCHED_IN]->(p:Place)
UNWIND r.evidence AS ref
WITH g, r, p, ref, split(ref, '#') AS parts
WITH g, r, p, ref, head(parts) AS articleId
MATCH (a:Entity {id: articleId})
RETURN r.dateFrom AS 时间, p.id AS 地点, r.stage AS 阶段, g.id AS 项目, a.id AS 报道, a.publishedOn AS 刊出日期,
       ref AS 证据, r.confidence AS 可信度
ORDER BY 时间, 刊出日期, 地点, 阶段, 项目, 证据
LIMIT $limit
