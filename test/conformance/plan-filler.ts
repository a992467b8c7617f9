/** So many of each kind that looking at all of one is dearer to a planner than an index. */
const EACH = 300;

/** A statement that makes nodes of every kind, relations of the frequent types, and records beside them. */
export const FILLER = `UNWIND range(1, ${EACH}) AS i
CREATE (a:Entity:Article {id: 'article/f' + i, name: 'a' + i, search: 'a' + i, file: 'f' + (i / 10), publishedOn: '2019-01-01',
  issue: i / 20, publication: 'x', kind: 'news', page: i % 10, text: 'x'})
CREATE (p:Entity:Person {id: 'person/f' + i, name: 'p' + i, search: 'p' + i})
CREATE (e:Entity:Event {id: 'event/f' + i, name: 'e' + i, search: 'e' + i, dateFrom: '2019'})
CREATE (l:Entity:Place:City {id: 'place/f' + i, name: 'l' + i, search: 'l' + i, path: 'l' + i, level: 'city'})
CREATE (g:Entity:Program {id: 'program/f' + i, name: 'g' + i, search: 'g' + i})
CREATE (o:Entity:Organization {id: 'org/f' + i, name: 'o' + i, search: 'o' + i})
CREATE (a)-[:MENTIONS {key: 'MENTIONS|' + i, spans: ['0-1'], forms: ['x']}]->(p)
CREATE (a)-[:MENTIONS {key: 'MENTIONS||' + i, spans: ['0-1'], forms: ['x']}]->(l)
CREATE (a)-[:REPORTED_BY {key: 'REPORTED_BY|' + i}]->(p)
CREATE (e)-[:REPORTED_IN {key: 'REPORTED_IN|' + i}]->(a)
CREATE (p)-[:CHAIRED {key: 'CHAIRED|' + i, evidence: ['x']}]->(e)
CREATE (p)-[:SPOKE_AT {key: 'SPOKE_AT|' + i, evidence: ['x']}]->(e)
CREATE (p)-[:ATTENDED {key: 'ATTENDED|' + i, evidence: ['x']}]->(e)
CREATE (o)-[:PRESENTED_AT {key: 'PRESENTED_AT|' + i, evidence: ['x']}]->(e)
CREATE (e)-[:HELD_IN {key: 'HELD_IN|' + i, evidence: ['x']}]->(l)
CREATE (e)-[:ABOUT {key: 'ABOUT|' + i, evidence: ['x']}]->(g)
CREATE (p)-[:HOLDS {key: 'HOLDS|' + i, evidence: ['x']}]->(o)
CREATE (g)-[:LAUNCHED_IN {key: 'LAUNCHED_IN|' + i, evidence: ['x'], stage: 'practised'}]->(l)
CREATE (:Source {id: 's' + i, file: 'd/f' + i, line: 0, page: 'p' + i})
CREATE (:Page {id: 'p' + i})
CREATE (:Extraction {id: 'x' + i, page: 'p' + i, article: 'article/f' + i})`;
