// 最近的文章
// @id latest-articles
// @en Latest articles
// @purpose 按刊出日期从新到旧（不含日期不明的）；可限定报纸、体裁和时期
// @purposeEn Articles from the newest to the oldest, without those of unknown date; of one paper, kind or period if wanted
// @group reporting
// @sentence {publication}从{from}到{to}刊出了哪些{kind}？最多{limit}行。
// @sentenceEn What did {publication} print from {from} to {to}, of the kind {kind}? At most {limit} rows.
// @param publication string "报纸" "Paper"
// @param kind news|interview|feature|caption|notice|note|continuation "体裁" "Kind"
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 50 "最多行数" "Rows" 1..2000
// @suggest publication MATCH (a:Article) WHERE a.publishedOn IS NOT NULL AND a.publication IS NOT NULL RETURN a.publication AS paper, count(*) AS articles ORDER BY articles DESC, paper LIMIT 8
// @view table,timeline
// Dates are texts cut to their precision; with '~' behind it, a month or year reaches to its end.
MATCH (a:Article)
WHERE a.publishedOn IS NOT NULL
  AND ($publication IS NULL OR a.publication = $publication)
  AND ($kind IS NULL OR a.kind = $kind)
  AND ($from IS NULL OR a.publishedOn + '~' >= $from)
  AND ($to IS NULL OR a.publishedOn <= $to + '~')
RETURN a.publishedOn AS 刊出日期, a.id AS 文章, a.publication AS 报纸, a.issue AS 期号, a.kind AS 体裁
ORDER BY 刊出日期 DESC, 文章
LIMIT $limit
