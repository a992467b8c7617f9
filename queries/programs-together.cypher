// 与某项目同地推行的项目
// @id programs-together
// @en Programs found in the same places
// @purpose 与某项目有共同落地地点的其他项目，按共同地点数排序
// @purposeEn Other programs that share places with a program, by the number of places
// @group programs
// @sentence 哪些项目与{program}在同一些地方推行？最多{limit}行。
// @sentenceEn Which programs share places with {program}? At most {limit} rows.
// @param program Program.id[] required "项目" "Program"
// @param limit int = 100 "最多行数" "Rows" 1..2000
// @view graph,table
// @for Program
UNWIND $program AS programId
MATCH (g:Entity {id: programId})-[:LAUNCHED_IN]->(p:Place)
WITH DISTINCT p
MATCH (p)<-[:LAUNCHED_IN]-(h:Program)
WHERE NOT h.id IN $program
WITH DISTINCT h, p
WITH h, p ORDER BY p.id
WITH h, collect(p.id) AS places
RETURN h.id AS 项目, size(places) AS 共同地点数, places AS 地点
ORDER BY 共同地点数 DESC, 项目
LIMIT $limit
