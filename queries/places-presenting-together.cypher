// 常与某地一起发言的地方
// @id places-presenting-together
// @en Places that present together
// @purpose 与某地在同一会议上作交流发言的地方和单位，按共同会议数排序
// @purposeEn Places and bodies that presented at the same meetings as a place, by the number of meetings
// @group places
// @sentence 谁与{place}在同一会议上作交流发言？最多{limit}行。
// @sentenceEn Who presented at the same meetings as {place}? At most {limit} rows.
// @param place Place.id[] required "地点（含下级）" "Place"
// @param limit int = 100 "最多行数" "Rows" 1..2000
// @view table,graph,map
// @for Place
UNWIND $place AS placeId
MATCH (p:Entity:Place)
WHERE p.id = placeId OR p.id STARTS WITH placeId + '/'
WITH DISTINCT p
MATCH (p)-[:PRESENTED_AT]->(e:Event)
WITH DISTINCT e
MATCH (e)<-[:PRESENTED_AT]-(o:Entity)
WHERE NOT any(id IN $place WHERE o.id = id OR o.id STARTS WITH id + '/')
WITH DISTINCT o, e
WITH o, e ORDER BY e.id
WITH o, collect(e.id) AS events
RETURN o.id AS 发言方, size(events) AS 共同会议数, events AS 会议
ORDER BY 共同会议数 DESC, 发言方
LIMIT $limit
