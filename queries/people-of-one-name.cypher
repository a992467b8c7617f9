// 同名的人
// @id people-of-one-name
// @en People of one name
// @purpose 同一姓名对应几个人物的，以及各自出现在多少篇文章里：可能该合并，也可能确是两人
// @purposeEn Names that several people bear, and in how many articles each is: they may be one person or not
// @group quality
// @sentence 哪些姓名对应不止一个人物？最多{limit}行。
// @sentenceEn Which names do several people bear? At most {limit} rows.
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table
// A range over ids is one over the index.
MATCH (p:Entity)
WHERE p.id STARTS WITH 'person/'
WITH p ORDER BY p.id
WITH p.name AS name, collect(p) AS people
WHERE size(people) > 1
UNWIND people AS p
OPTIONAL MATCH (p)<-[:MENTIONS|REPORTED_BY]-(a:Article)
RETURN name AS 姓名, p.id AS 人物, count(DISTINCT a.id) AS 篇数
ORDER BY 姓名, 篇数 DESC, 人物
LIMIT $limit
