// 某地有哪些机构
// @id bodies-in-place
// @en Bodies in a place
// @purpose 设在某地及其下级地方的机构，以及各有多少人任职见报
// @purposeEn The bodies located in a place or below it, and how many people are named with a post in each
// @group places
// @sentence {place}有哪些机构？最多{limit}行。
// @sentenceEn Which bodies are in {place}? At most {limit} rows.
// @param place Place.id[] required "地点（含下级）" "Place"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,graph
// @for Place
UNWIND $place AS placeId
MATCH (l:Entity:Place)
WHERE l.id = placeId OR l.id STARTS WITH placeId + '/'
WITH DISTINCT l
MATCH (o:Organization)-[:LOCATED_IN]->(l)
OPTIONAL MATCH (o)<-[:HOLDS]-(p:Person)
WITH l, o, count(DISTINCT p.id) AS people
RETURN l.id AS 地点, o.id AS 机构, people AS 任职人数
ORDER BY 任职人数 DESC, 地点, 机构
LIMIT $limit
