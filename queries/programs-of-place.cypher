// 某地有哪些项目
// @id programs-of-place
// @en Programs in a place
// @purpose 某地及其下级地方出现的项目、阶段与时间，依据哪句原文
// @purposeEn The programs of a place and of those below it, with stage, time and sentence
// @group places
// @sentence {place}有哪些项目？阶段{stage}，最多{limit}行。
// @sentenceEn Which programs are in {place}, at stage {stage}? At most {limit} rows.
// @param place Place.id[] required "地点（含下级）" "Place"
// @param stage origin|practised|planned "阶段" "Stage"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @suggest place MATCH (g)-[r:LAUNCHED_IN]->(p) WITH p, count(DISTINCT g.id) AS programs RETURN p.id AS id, programs ORDER BY programs DESC, id LIMIT 8
// @view table,graph,timeline
// @for Place
UNWIND $place AS placeId
MATCH (p:Entity:Place)
WHERE p.id = placeId OR p.id STARTS WITH placeId + '/'
WITH DISTINCT p
MATCH (g:Program)-[r:LAUNCHED_IN]->(p)
WHERE $stage IS NULL OR r.stage = $stage
RETURN g.id AS 项目, p.id AS 地点, r.stage AS 阶段, r.dateFrom AS 时间, r.evidence AS 证据
ORDER BY 项目, 地点, 阶段, r.key
LIMIT $limit
