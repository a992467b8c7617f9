// 哪些地方首创了项目
// @id program-origins
// @en Which places started programs
// @purpose 原文写明首创、首推、率先的地方与项目
// @purposeEn Places and the programs that a text says they started or were the first to have
// @group programs
// @sentence {place}首创了哪些项目？最多{limit}行。
// @sentenceEn Which programs did {place} start? At most {limit} rows.
// @param place Place.id[] "地点（含下级）" "Place"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,map,graph
// @for Place
// The type alone says what stands at its ends: with labels a server would start from all nodes that have them.
MATCH (g)-[r:LAUNCHED_IN {stage: 'origin'}]->(p)
WHERE $place IS NULL OR any(id IN $place WHERE p.id = id OR p.id STARTS WITH id + '/')
RETURN p.id AS 地点, g.id AS 项目, r.dateFrom AS 时间, r.evidence AS 证据
ORDER BY 地点, 项目
LIMIT $limit
