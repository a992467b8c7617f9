// 原文写明的学习、借鉴
// @id lessons-learned
// @en Which place learned from which
// @purpose 哪些地方向哪些地方学习、考察、借鉴，涉及什么项目
// @purposeEn Which places visited, copied or learned from which, and about what, where a text says so
// @group programs
// @sentence 原文写明谁向谁学习？涉及{place}，最多{limit}行。
// @sentenceEn Who learned from whom, in the words of the papers? With {place} on either side; at most {limit} rows.
// @param place Place.id[] "任一方的地点（含下级）" "Place"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,map,graph
// @for Place
// The type alone says what stands at its ends: with labels a server would start from all nodes that have them.
MATCH (p)-[r:LEARNED_FROM]->(q)
WHERE $place IS NULL
   OR any(id IN $place WHERE p.id = id OR p.id STARTS WITH id + '/' OR q.id = id OR q.id STARTS WITH id + '/')
RETURN p.id AS 学习方, q.id AS 被学习方, r.program AS 项目, r.evidence AS 证据
ORDER BY 学习方, 被学习方, r.key
LIMIT $limit
