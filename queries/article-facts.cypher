// 一篇文章陈述的事实
// @id article-facts
// @en Facts that an article states
// @purpose 某篇文章中每条有原文依据的关系
// @purposeEn Every relation that an article states, with its sentence
// @group reporting
// @sentence {article}陈述了哪些事实？最多{limit}行。
// @sentenceEn Which facts does {article} state? At most {limit} rows.
// @param article Article.id[] required "文章" "Article"
// @param limit int = 500 "最多行数" "Rows" 1..5000
// @view table,graph
// @for Article
UNWIND $article AS articleId
MATCH (a:Entity {id: articleId})-[:MENTIONS]->(x:Entity)
WITH DISTINCT articleId, x
MATCH (x)-[r]->(y:Entity)
WHERE r.evidence IS NOT NULL
UNWIND r.evidence AS ref
WITH articleId, x, r, y, ref
WHERE ref STARTS WITH articleId + '#'
WITH DISTINCT x, r, y, ref
RETURN x.id AS 从, type(r) AS 关系, y.id AS 到, coalesce(r.title, r.stage) AS 说明, ref AS 证据, r.confidence AS 可信度
ORDER BY 证据, 从, 关系, 到, 说明
LIMIT $limit
