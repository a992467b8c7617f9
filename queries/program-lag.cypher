// 项目到各地晚了几年
// @id program-lag
// @en How many years after the first a place had a program
// @purpose 某项目在一个层级的各地最早出现的年份，比最早的地方晚几年；没有时间的地方不计
// @purposeEn The first year of a program in each place of a level and the years since the earliest; places without a date are left out
// @group programs
// @sentence {program}到各个{level}，比最早的晚几年？最多{limit}行。
// @sentenceEn How many years after the first did {program} reach each {level}? At most {limit} rows.
// @param program Program.id[] required "项目" "Program"
// @param level province|city|county|township|village = city "层级" "Level"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @view table,timeline,map
// @for Program
UNWIND $program AS programId
MATCH (g:Entity {id: programId})-[r:LAUNCHED_IN]->(p:Place)
WHERE p.level = $level AND r.stage <> 'planned' AND r.dateFrom IS NOT NULL
WITH p, min(r.dateFrom) AS date
WITH p, date, toInteger(left(date, 4)) AS year
ORDER BY date, p.id
WITH collect({place: p.id, date: date, year: year}) AS rows, min(year) AS first
UNWIND rows AS row
RETURN row.place AS 地点, row.date AS 最早时间, row.year - first AS 晚几年
ORDER BY 最早时间, 地点
LIMIT $limit
