// 谁报道过某项目
// @id reporters-of-program
// @en Who reported on a program
// @purpose 署名报道某项目的记者、通讯员，按篇数排序
// @purposeEn Reporters and correspondents who signed articles that mention a program, by the number of articles
// @group reporting
// @sentence 谁报道过{program}？最多{limit}行。
// @sentenceEn Who reported on {program}? At most {limit} rows.
// @param program Program.id[] required "项目" "Program"
// @param limit int = 100 "最多行数" "Rows" 1..2000
// @view table,graph
// @for Program
UNWIND $program AS programId
MATCH (a:Article)-[:MENTIONS]->(g:Entity {id: programId})
MATCH (a)-[r:REPORTED_BY]->(p:Person)
WITH DISTINCT p, a, r.role AS role
WITH p, a, role ORDER BY a.id, role
WITH p, collect(DISTINCT a.id) AS articles, collect(DISTINCT role) AS roles
UNWIND roles AS role
WITH p, articles, role ORDER BY role
WITH p, articles, collect(role) AS roles
RETURN p.id AS 人物, size(articles) AS 篇数, roles AS 身份, articles AS 报道
ORDER BY 篇数 DESC, 人物
LIMIT $limit
