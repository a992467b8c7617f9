// 没有刊出日期的文章
// @id articles-without-date
// @en Articles without a date
// @purpose 报头、期号和文中线索都不能确定刊出日期的文章：它们不进入任何按时间的统计
// @purposeEn Articles whose day of print neither masthead, issue number nor text tells: no count over time has them
// @group quality
// @sentence 哪些文章没有刊出日期？最多{limit}行。
// @sentenceEn Which articles have no date? At most {limit} rows.
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table
// A range over ids is one over the index.
MATCH (a:Entity)
WHERE a.id STARTS WITH 'article/' AND a.publishedOn IS NULL
RETURN a.id AS 文章, a.publication AS 报纸, a.issue AS 期号, a.file AS 文件
ORDER BY 文件, 文章
LIMIT $limit
