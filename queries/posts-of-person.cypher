// 某人的职务
// @id posts-of-person
// @en Posts of a person
// @purpose 报道中某人的职务、单位和见报时间；见报时间不等于任期
// @purposeEn The posts that papers name a person with, and when; the days of the papers are not the term of office
// @group people
// @sentence {person}担任过哪些职务？
// @sentenceEn Which posts does {person} hold in the papers?
// @param person Person.id[] required "人物" "Person"
// @view table,graph,timeline
// @for Person
UNWIND $person AS personId
MATCH (p:Entity {id: personId})-[r:HOLDS]->(o:Entity)
RETURN p.id AS 人物, o.id AS 单位, r.title AS 职务, r.observedFrom AS 最早见报, r.observedTo AS 最近见报,
       coalesce(r.acting, false) AS 代理, coalesce(r.former, false) AS 前任, r.evidence AS 证据
ORDER BY 最早见报, 人物, r.key
