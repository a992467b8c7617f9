// 两地都推行的项目
// @id programs-shared-by-places
// @en Programs that two places share
// @purpose 两个地方（含各自的下级）都出现过的项目，以及各自最早的时间
// @purposeEn Programs that two places, or places below them, both have, with the earliest date in each
// @group programs
// @sentence {first}和{second}都推行了哪些项目？最多{limit}行。
// @sentenceEn Which programs do {first} and {second} share? At most {limit} rows.
// @param first Place.id[] required "第一个地点" "First place"
// @param second Place.id[] required "第二个地点" "Second place"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @suggest second UNWIND $first AS firstId MATCH (g:Program)-[:LAUNCHED_IN]->(p:Entity {id: firstId}) MATCH (g)-[:LAUNCHED_IN]->(q:Place) WHERE NOT q.id IN $first WITH q, count(DISTINCT g.id) AS shared RETURN q.id AS id, shared ORDER BY shared DESC, id LIMIT 8
// @view table,graph
UNWIND $first AS firstId
MATCH (p:Entity:Place)
WHERE p.id = firstId OR p.id STARTS WITH firstId + '/'
WITH DISTINCT p
MATCH (g:Program)-[r:LAUNCHED_IN]->(p)
WITH g, min(r.dateFrom) AS firstDate, count(DISTINCT p.id) AS firstPlaces
MATCH (g)-[s:LAUNCHED_IN]->(q:Place)
WHERE any(id IN $second WHERE q.id = id OR q.id STARTS WITH id + '/')
WITH g, firstDate, firstPlaces, min(s.dateFrom) AS secondDate, count(DISTINCT q.id) AS secondPlaces
RETURN g.id AS 项目, firstDate AS 第一地时间, firstPlaces AS 第一地地点数, secondDate AS 第二地时间, secondPlaces AS 第二地地点数
ORDER BY 项目
LIMIT $limit
