// 某记者报道过的人
// @id people-covered-by-reporter
// @en People whom a reporter wrote about
// @purpose 某记者、通讯员署名的文章里提到的人，按篇数排序
// @purposeEn People named in the articles that a reporter signed, by the number of articles
// @group reporting
// @sentence {reporter}报道过哪些人？最多{limit}行。
// @sentenceEn Whom did {reporter} write about? At most {limit} rows.
// @param reporter Person.id[] required "记者或通讯员" "Reporter"
// @param limit int = 100 "最多行数" "Rows" 1..2000
// @view table,graph
// @for Person
UNWIND $reporter AS reporterId
MATCH (a:Article)-[:REPORTED_BY]->(w:Entity {id: reporterId})
MATCH (a)-[:MENTIONS]->(p:Person)
WHERE p.id <> reporterId
WITH DISTINCT p, a
WITH p, a ORDER BY a.id
WITH p, collect(a.id) AS articles
RETURN p.id AS 人物, size(articles) AS 篇数, articles AS 报道
ORDER BY 篇数 DESC, 人物
LIMIT $limit
