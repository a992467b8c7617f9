// 在多个地方任过职的人
// @id posts-in-several-places
// @en People with posts in several places
// @purpose 在同一层级两个以上地方（或设在那里的机构）任职见报的人：项目可能随人走，但这里只列事实
// @purposeEn People with posts in two or more places of one level, or in bodies located there: programs may travel with people, but only the facts are listed
// @group people
// @sentence 哪些人在{least}个以上{level}任过职？最多{limit}行。
// @sentenceEn Who held posts in at least {least} places of level {level}? At most {limit} rows.
// @param level province|city|county|township = city "层级" "Level"
// @param least int = 2 "至少" "At least" 2..50
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,graph,map
// A range over ids is one over the index.
MATCH (p:Entity)
WHERE p.id STARTS WITH 'person/'
MATCH (p)-[r:HOLDS]->(o:Entity)
MATCH (o)-[:LOCATED_IN*0..1]->(l:Place)
WHERE l.level = $level
WITH DISTINCT p, l
WITH p, l ORDER BY l.id
WITH p, collect(l.id) AS places
WHERE size(places) >= $least
RETURN p.id AS 人物, size(places) AS 地点数, places AS 地点
ORDER BY 地点数 DESC, 人物
LIMIT $limit
