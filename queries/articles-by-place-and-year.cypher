// 各地各年的报道篇数
// @id articles-by-place-and-year
// @en Articles by place and year
// @purpose 每年有多少篇文章提到各省、市、县（不合并上下级）
// @purposeEn How many articles a year mention each place of a level; places below do not count for those above
// @group reporting
// @sentence 每年有多少篇文章提到各个{level}？最多{limit}行。
// @sentenceEn How many articles a year mention each {level}? At most {limit} rows.
// @param level province|city|county|township|village = city "层级" "Level"
// @param limit int = 500 "最多行数" "Rows" 1..5000
// @view table,map
MATCH (a:Article)-[:MENTIONS]->(p:Place)
WHERE p.level = $level AND a.publishedOn IS NOT NULL
WITH p, left(a.publishedOn, 4) AS year, count(DISTINCT a.id) AS articles
RETURN year AS 年份, p.id AS 地点, articles AS 篇数
ORDER BY 年份, 篇数 DESC, 地点
LIMIT $limit
