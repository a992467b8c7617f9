// 谁参加了某次活动
// @id people-at-event
// @en Who took part in an event
// @purpose 某次活动的主持人、讲话人、出席者和发言方，依据哪句原文
// @purposeEn Who chaired, spoke at, attended or presented at an event, and the sentence that says so
// @group events
// @sentence 谁参加了{event}？最多{limit}行。
// @sentenceEn Who took part in {event}? At most {limit} rows.
// @param event Event.id[] required "活动" "Event"
// @param limit int = 500 "最多行数" "Rows" 1..5000
// @view graph,table
// @for Event
UNWIND $event AS eventId
MATCH (e:Entity {id: eventId})<-[r:CHAIRED|SPOKE_AT|ATTENDED|PRESENTED_AT|ORGANIZED]-(x:Entity)
RETURN e.id AS 活动, type(r) AS 角色, x.id AS 谁, r.evidence AS 证据
ORDER BY 活动, 角色, 谁, r.key
LIMIT $limit
