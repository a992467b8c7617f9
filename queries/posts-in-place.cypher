// 谁在某地任职
// @id posts-in-place
// @en Who holds posts in a place
// @purpose 在某地及其下级地方，或在设在那里的机构任职的人，及其见报时间
// @purposeEn People with a post in a place or below it, or in a body that is located there, and when papers name them with it
// @group people
// @sentence 哪些人在{place}任职？最多{limit}行。
// @sentenceEn Who holds posts in {place}? At most {limit} rows.
// @param place Place.id[] required "地点（含下级）" "Place"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,graph,timeline
// @for Place
UNWIND $place AS placeId
MATCH (l:Entity:Place)
WHERE l.id = placeId OR l.id STARTS WITH placeId + '/'
WITH DISTINCT l
MATCH (l)<-[:LOCATED_IN*0..1]-(o:Entity)
WITH DISTINCT l, o
MATCH (o)<-[r:HOLDS]-(p:Person)
RETURN l.id AS 地点, o.id AS 单位, r.title AS 职务, p.id AS 人物, r.observedFrom AS 最早见报, r.observedTo AS 最近见报, r.evidence AS 证据
ORDER BY 地点, 单位, 职务, 人物, r.key
LIMIT $limit
