// 两人共同出席的活动
// @id shared-events-of-two
// @en Events that two people shared
// @purpose 两个人都主持、讲话或出席过的活动
// @purposeEn Events that two people both chaired, spoke at or attended
// @group events
// @sentence {first}和{second}共同参加过哪些活动？最多{limit}行。
// @sentenceEn Which events did {first} and {second} share? At most {limit} rows.
// @param first Person.id[] required "第一个人物" "First person"
// @param second Person.id[] required "第二个人物" "Second person"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @suggest second UNWIND $first AS firstId MATCH (p:Entity {id: firstId})-[:CHAIRED|SPOKE_AT|ATTENDED]->(e:Event) MATCH (e)<-[:CHAIRED|SPOKE_AT|ATTENDED]-(q:Person) WHERE NOT q.id IN $first WITH q, count(DISTINCT e.id) AS shared RETURN q.id AS id, shared ORDER BY shared DESC, id LIMIT 8
// @view table,timeline,graph
UNWIND $first AS firstId
MATCH (p:Entity {id: firstId})-[r:CHAIRED|SPOKE_AT|ATTENDED]->(e:Event)
MATCH (e)<-[s:CHAIRED|SPOKE_AT|ATTENDED]-(q:Person)
WHERE q.id IN $second AND q.id <> p.id
RETURN e.dateFrom AS 日期, e.id AS 活动, p.id AS 第一人, type(r) AS 第一人角色, q.id AS 第二人, type(s) AS 第二人角色
ORDER BY 日期 IS NULL, 日期 DESC, 活动, 第一人, 第一人角色, 第二人, 第二人角色
LIMIT $limit
