// 某机构或某地的任职者
// @id holders-of-body
// @en People who hold posts in a body
// @description 报道中在某机构任职的人，按职务和见报时间排列
// @group 人物与职务
// @param organization Organization.id[] required "机构"
// @param limit int = 200 "最多行数" 1..2000
// @view table,timeline,graph
// @for Organization
UNWIND $organization AS organizationId
MATCH (p:Person)-[r:HOLDS]->(o:Entity {id: organizationId})
RETURN r.title AS 职务, p.id AS 人物, o.id AS 单位, r.observedFrom AS 最早见报, r.observedTo AS 最近见报, r.evidence AS 证据
ORDER BY 职务, 最早见报, 人物, r.key
LIMIT $limit
