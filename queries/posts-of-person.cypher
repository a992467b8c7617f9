// 某人的职务
// @id posts-of-person
// @en Posts of a person
// @description 报道中某人的职务、单位和见报时间；见报时间不等于任期
// @group 人物与职务
// @param person Person.id[] required "人物"
// @view table,timeline,graph
// @for Person
UNWIND $person AS personId
MATCH (p:Entity {id: personId})-[r:HOLDS]->(o:Entity)
RETURN p.id AS 人物, o.id AS 单位, r.title AS 职务, r.observedFrom AS 最早见报, r.observedTo AS 最近见报,
       coalesce(r.acting, false) AS 代理, coalesce(r.former, false) AS 前任, r.evidence AS 证据
ORDER BY 最早见报, 人物, r.key
