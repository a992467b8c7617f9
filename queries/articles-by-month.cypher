// 每月的报道篇数
// @id articles-by-month
// @en Articles by month
// @purpose 每份报纸每个月有多少篇文章；没有日期或只知道年份的不计入
// @purposeEn How many articles each paper has each month; those without a date, or known only by year, are left out
// @group reporting
// @sentence 从{from}到{to}，每月有多少篇文章？最多{limit}行。
// @sentenceEn How many articles did each month have from {from} to {to}? At most {limit} rows.
// @param from date "起始日期" "From"
// @param to date "截止日期" "To"
// @param limit int = 500 "最多行数" "Rows" 1..5000
// @view table,timeline
// Dates are texts cut to their precision: a month has seven characters.
MATCH (a:Article)
WHERE a.publishedOn IS NOT NULL AND size(a.publishedOn) >= 7
  AND ($from IS NULL OR a.publishedOn + '~' >= $from)
  AND ($to IS NULL OR a.publishedOn <= $to + '~')
RETURN left(a.publishedOn, 7) AS 月份, a.publication AS 报纸, count(*) AS 篇数
ORDER BY 月份, 报纸
LIMIT $limit
