// 同时担任两个职务的人
// @id concurrent-posts
// @en People with two posts at one time
// @purpose 见报时间相交的两个职务（不含原任）；可限定一个人
// @purposeEn Two posts of one person whose days in the papers overlap, former ones left out; of one person if wanted
// @group people
// @sentence {person}同时担任过哪两个职务？最多{limit}行。
// @sentenceEn Which two posts did {person} hold at one time? At most {limit} rows.
// @param person Person.id[] "人物" "Person"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,graph
// @for Person
// A range over ids is one over the index.
MATCH (p:Entity)
WHERE p.id STARTS WITH 'person/' AND ($person IS NULL OR p.id IN $person)
MATCH (p)-[r:HOLDS]->(a:Entity)
MATCH (p)-[s:HOLDS]->(b:Entity)
WHERE r.key < s.key AND NOT coalesce(r.former, false) AND NOT coalesce(s.former, false)
  AND coalesce(r.observedFrom, r.observedTo) <= coalesce(s.observedTo, s.observedFrom) + '~'
  AND coalesce(s.observedFrom, s.observedTo) <= coalesce(r.observedTo, r.observedFrom) + '~'
RETURN p.id AS 人物, r.title AS 职务一, a.id AS 单位一, s.title AS 职务二, b.id AS 单位二, r.evidence AS 依据一, s.evidence AS 依据二
ORDER BY 人物, r.key, s.key
LIMIT $limit
