// 某机构或某地的任职者
// @id holders-of-body
// @en People who hold posts in a body
// @purpose 报道中在某机构任职的人，按职务和见报时间排列
// @purposeEn Who is named with a post in a body, by post and by the dates of the papers
// @group people
// @sentence {organization}有哪些任职者？最多{limit}行。
// @sentenceEn Who holds posts in {organization}? At most {limit} rows.
// @param organization Organization.id[] required "机构" "Organization"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,timeline,graph
// @for Organization
UNWIND $organization AS organizationId
MATCH (p:Person)-[r:HOLDS]->(o:Entity {id: organizationId})
RETURN r.title AS 职务, p.id AS 人物, o.id AS 单位, r.observedFrom AS 最早见报, r.observedTo AS 最近见报, r.evidence AS 证据
ORDER BY 职务, 最早见报, 人物, r.key
LIMIT $limit
