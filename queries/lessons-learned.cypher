// 原文写明的学习、借鉴
// @id lessons-learned
// @en Which place learned from which
// @description 哪些地方向哪些地方学习、考察、借鉴，涉及什么项目
// @group 项目扩散
// @param place Place.id[] "任一方的地点（含下级）"
// @param limit int = 200 "最多行数" 1..2000
// @view table,map,graph
// @for Place
// The type alone says what stands at its ends: with labels a server would start from all nodes that have them.
MATCH (p)-[r:LEARNED_FROM]->(q)
WHERE $place IS NULL
   OR any(id IN $place WHERE p.id = id OR p.id STARTS WITH id + '/' OR q.id = id OR q.id STARTS WITH id + '/')
RETURN p.id AS 学习方, q.id AS 被学习方, r.program AS 项目, r.evidence AS 证据
ORDER BY 学习方, 被学习方, r.key
LIMIT $limit
