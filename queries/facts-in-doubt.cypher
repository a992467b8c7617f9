// 可信度低的事实
// @id facts-in-doubt
// @en Facts of low confidence
// @purpose 可信度低于给定值的关系，从低到高，供逐条核对原文
// @purposeEn Relations below a confidence, from the lowest up, to be read against their sentences
// @group quality
// @sentence 哪些事实的可信度低于{below}？最多{limit}行。
// @sentenceEn Which facts have a confidence below {below}? At most {limit} rows.
// @param below float = 0.85 "低于" "Below" 0..1
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table
// A range over ids is one over the index; this one has all but articles, which state nothing of this kind.
MATCH (x:Entity)
WHERE x.id >= 'event/' AND x.id < 'q'
MATCH (x)-[r:CHAIRED|SPOKE_AT|ATTENDED|PRESENTED_AT|ORGANIZED|HELD_IN|ABOUT|LAUNCHED_IN|LEARNED_FROM|HOLDS]->(y:Entity)
WHERE r.confidence < $below
RETURN r.confidence AS 可信度, x.id AS 从, type(r) AS 关系, y.id AS 到, coalesce(r.title, r.stage) AS 说明, r.rules AS 规则, r.evidence AS 证据
ORDER BY 可信度, 从, 关系, 到, r.key
LIMIT $limit
