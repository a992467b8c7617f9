// 提到某人的文章
// @id articles-mentioning-person
// @en Articles that mention a person
// @purpose 提到某人的文章，按刊出日期从新到旧
// @purposeEn Articles that mention a person, from the newest to the oldest
// @group reporting
// @sentence 从{from}到{to}，哪些文章提到{person}？最多{limit}行。
// @sentenceEn Which articles mention {person} from {from} to {to}? At most {limit} rows.
// @param person Person.id[] required "人物" "Person"
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,timeline
// @for Person
// Dates are texts cut to their precision; with '~' behind it, a month or year reaches to its end.

UNWIND $person AS personId
MATCH (a:Article)-[r:MENTIONS]->(p:Entity {id: personId})
WHERE ($from IS NULL OR a.publishedOn + '~' >= $from)
  AND ($to IS NULL OR a.publishedOn <= $to + '~')
RETURN a.publishedOn AS 刊出日期, a.id AS 文章, a.publication AS 报纸, p.id AS 人物, size(r.spans) AS 次数
ORDER BY 刊出日期 IS NULL, 刊出日期 DESC, 文章, 人物
LIMIT $limit
