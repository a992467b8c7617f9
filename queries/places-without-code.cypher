// 不在行政区划表里的地点
// @id places-without-code
// @en Places that are in no list of divisions
// @purpose 没有区划代码的乡镇以上地点：可能是新地名、旧地名或误认
// @purposeEn Places above villages that have no code of the list of divisions: new, former or mistaken ones
// @group quality
// @sentence 哪些地点不在行政区划表里？最多{limit}行。
// @sentenceEn Which places are in no list of divisions? At most {limit} rows.
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,graph
// A range over ids is one over the index.
MATCH (p:Entity)
WHERE p.id STARTS WITH 'place/' AND p.code IS NULL AND coalesce(p.level, '') <> 'village'
OPTIONAL MATCH (p)<-[:MENTIONS]-(a:Article)
WITH p, count(DISTINCT a.id) AS articles
RETURN p.id AS 地点, p.level AS 层级, articles AS 篇数
ORDER BY 篇数 DESC, 地点
LIMIT $limit
