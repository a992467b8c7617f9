// 与某人共同出席活动的人
// @id people-sharing-events
// @en People who shared events with a person
// @purpose 与某人一起主持、讲话或出席的人，按共同活动数排序
// @purposeEn People who chaired, spoke at or attended events together with a person, by the number of events
// @group people
// @sentence 谁与{person}一起参加过活动？最多{limit}行。
// @sentenceEn Who shared events with {person}? At most {limit} rows.
// @param person Person.id[] required "人物" "Person"
// @param limit int = 100 "最多行数" "Rows" 1..2000
// @view graph,table
// @for Person
UNWIND $person AS personId
MATCH (p:Entity {id: personId})-[:CHAIRED|SPOKE_AT|ATTENDED]->(e:Event)
MATCH (e)<-[:CHAIRED|SPOKE_AT|ATTENDED]-(q:Person)
WHERE NOT q.id IN $person
WITH DISTINCT q, e
WITH q, e ORDER BY e.id
WITH q, collect(e.id) AS events
RETURN q.id AS 人物, size(events) AS 共同活动数, events AS 活动
ORDER BY 共同活动数 DESC, 人物
LIMIT $limit
