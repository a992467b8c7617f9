// 项目按落地地点数排名
// @id programs-by-places
// @en Programs by the number of places that have them
// @purpose 每个项目在多少个地方出现，其中多少处首创、多少处已实行、多少处在计划中
// @purposeEn In how many places of a level each program is: started, in practice, planned
// @group programs
// @sentence 按{level}计，哪些项目落地最多？阶段{stage}，最多{limit}行。
// @sentenceEn Which programs are in most places of level {level}, at stage {stage}? At most {limit} rows.
// @param level province|city|county|township|village = city "层级" "Level"
// @param stage origin|practised|planned "阶段" "Stage"
// @param limit int = 100 "最多行数" "Rows" 1..2000
// @view table
// The type alone says what stands at its ends: with labels a server would start from all nodes that have them.
MATCH (g)-[r:LAUNCHED_IN]->(p)
WHERE p.level = $level AND ($stage IS NULL OR r.stage = $stage)
WITH g,
     count(DISTINCT p.id) AS places,
     count(DISTINCT CASE WHEN r.stage = 'origin' THEN p.id END) AS origins,
     count(DISTINCT CASE WHEN r.stage = 'practised' THEN p.id END) AS practised,
     count(DISTINCT CASE WHEN r.stage = 'planned' THEN p.id END) AS planned
RETURN g.id AS 项目, places AS 地点数, origins AS 首创, practised AS 实行, planned AS 计划
ORDER BY 地点数 DESC, 项目
LIMIT $limit
