// 与某记者合署的人
// @id coauthors-of-reporter
// @en Who signs articles with a reporter
// @purpose 与某记者、通讯员一同署名的人，按篇数排序
// @purposeEn Who signed articles together with a reporter or correspondent, by the number of articles
// @group reporting
// @sentence 谁与{reporter}一同署名？最多{limit}行。
// @sentenceEn Who signs articles with {reporter}? At most {limit} rows.
// @param reporter Person.id[] required "记者或通讯员" "Reporter"
// @param limit int = 100 "最多行数" "Rows" 1..2000
// @view graph,table
// @for Person
UNWIND $reporter AS reporterId
MATCH (a:Article)-[:REPORTED_BY]->(w:Entity {id: reporterId})
WITH DISTINCT a
MATCH (a)-[:REPORTED_BY]->(p:Person)
WHERE NOT p.id IN $reporter
WITH DISTINCT p, a
WITH p, a ORDER BY a.id
WITH p, collect(a.id) AS articles
RETURN p.id AS 人物, size(articles) AS 篇数, articles AS 报道
ORDER BY 篇数 DESC, 人物
LIMIT $limit
