/** docs/queries.md: what saved queries are, each with its purpose, parameters and a picture of its answer, and how to write one. */
import { QUERY_GROUPS, type QueryGroup, type SavedQuery } from '../../graph/query-header.ts';
import type { QueryParam } from '../../graph/query-values.ts';
import { EXAMPLES } from './examples.ts';

const GROUPS: Readonly<Record<QueryGroup, string>> = {
  people: 'People and posts · 人物与职务',
  programs: 'Spread of programs · 项目扩散',
  places: 'Places · 地方',
  events: 'Events · 会议与活动',
  reporting: 'Reporting · 报道',
  quality: 'Coverage and quality · 覆盖与质量',
};

const BEFORE = `# Saved queries

A saved query is a Cypher file in \`queries/\` that answers one question. It runs in the page (查询) as a sentence with fields in it, and on the
command line:

    npm run -s query -- chaired-by-person --person 王昌荣
    npm run -s query -- program-spread --program 枫桥经验 --json

prints a table; \`--json\` prints one object a row, \`--csv\` a file for a spreadsheet, and \`--ids\` shows ids where names would stand.
A person, place, organization, program or article is given by name, alias or id. Dates may be cut: \`--from 2019 --to 2021-06\`.
\`npm run -s query -- --list\` names all queries, and \`npm run -s query -- ID --help\` the parameters of one. Below, \`*\` marks those that must be given.

This file is generated (\`npm run docs:queries\`), and a test fails where it is stale. The pictures show the first rows of each answer on the five
pages in \`seeds/\`.
`;

const AFTER = `
## In the page

A query is a sentence with its fields in line: entities are picked by name, alias or pinyin, an empty field offers what the query suggests (which may depend
on the fields before), a wrong value is refused at its field. The answer is a table, a graph or JSON; it goes into the canvas, or into a CSV or JSON file that
says what was asked, when, and at which address it can be seen again. An address such as \`/query/program-spread?p.program=program/枫桥经验\` fills the fields
and runs. Queries with \`@for Person\` are offered for a person wherever the page shows one.

The Cypher console (\`/console\`) takes any query that reads: highlighting, completion from the model, a field for each \`$parameter\`, history on this computer,
Ctrl+Enter to run, a button to stop, and faults underlined where they are. \`docs/cypher.md\` has the differences between the engines.

## Reading only

What a person types is held to reading three times over. Its tokens may hold no clause that writes, no administration, no LOAD CSV, no transactions of its own, no
procedure or function beyond a short list, and only one statement that begins with a clause that reads; comments, case, quotes, escapes and characters that
are not shown hide nothing from that (\`graph/read-only/\`). Then the engine plans it, and the plan must be a read. Then it runs where nothing can be kept:
in a read session of Neo4j, or in a transaction of the embedded engine that is undone. 30 seconds, 2,000 rows and 2 million characters are its limits; when the
reader stops it or goes away, it is stopped on the server too. \`RETURN 'delete' AS word\` runs. \`npx vitest run --project conformance test/conformance/hostile.test.ts\`
tries some three hundred hostile queries on both engines and compares the whole graph before and after.

## Your own

A file \`my-question.cypher\` put into \`queries/\` is there after the next start. Its first line is the title, its header says the rest, and all of it is
comments, so the file also runs elsewhere:

\`\`\`cypher
// 某人主持的会议
// @id my-question
// @en Meetings that a person chaired
// @purpose 某人在什么时间主持了哪些会议
// @purposeEn Which meetings a person chaired, and when
// @group events
// @sentence 从{from}起，{person}主持了哪些会议？最多{limit}行。
// @sentenceEn Which meetings did {person} chair from {from} on? At most {limit} rows.
// @param person Person.id[] required "人物" "Person"
// @param from date "起始日期" "From"
// @param limit int = 200 "最多行数" "Rows" 1..2000
// @suggest person MATCH (p:Person)-[r:CHAIRED]->(e:Event) WITH p, count(e) AS n RETURN p.id AS id, n ORDER BY n DESC, id LIMIT 8
// @view table,graph
// @for Person
UNWIND $person AS personId
MATCH (p:Entity {id: personId})-[r:CHAIRED]->(e:Event)
WHERE $from IS NULL OR e.dateFrom >= $from
RETURN e.dateFrom AS 日期, e.id AS 会议, r.evidence AS 证据
ORDER BY 日期, 会议 LIMIT $limit
\`\`\`

- \`@group\` is one of ${QUERY_GROUPS.map((group) => `\`${group}\``).join(' ')}.
- A parameter has a name, a type, then \`required\` or a default, a label in Chinese and in English, and for numbers the range. Types are \`string\` \`int\` \`float\`
  \`bool\` \`date\` \`datetime\` \`string[]\` \`int[]\`, words to choose from such as \`origin|planned\`, or a kind and a property such as \`Person.id\`; with \`[]\`, all of that name.
- A sentence has one blank \`{name}\` for each parameter. Without sentences the labels stand before the fields.
- \`@suggest person MATCH …\` finds values to choose from: the first column, in which an id stands for its node. It may use the other parameters; those that are not given are null.
- \`@view\` (\`table,graph,timeline,map\`) tells how the rows are best seen; the page begins with the first where it can. The timeline lists rows by one column of dates, as precise as they are known; the map counts them by the cities of Zhejiang; each is offered only where the rows have dates, or places there. \`@for Person\` offers the query for a person, who fills the first field for one.

What does not follow the format is an error with file and line. Columns that hold ids and evidence are shown as names and quoted sentences.

A query reads only. To give the same rows on both engines it labels its nodes, orders its rows by everything it shows, and keeps to
constructs that both know; the conformance suite runs every file on both.
`;

/** The whole document. `rows` is how many rows each query's picture is of. */
export function queryDocument(queries: readonly SavedQuery[], rows: ReadonlyMap<string, number>): string {
  const groups = QUERY_GROUPS.flatMap((group) => {
    const own = queries.filter((query) => query.group === group);
    return own.length === 0 ? [] : [groupText(group, own, rows)];
  });
  return `${BEFORE}\n${groups.join('\n')}${AFTER}`;
}

function groupText(group: QueryGroup, queries: readonly SavedQuery[], rows: ReadonlyMap<string, number>): string {
  const lines = queries.map(
    ({ id, title, titleEn, params }) => `| \`${id}\` | ${titleEn} (${title}) | ${params.map(marked).join(' ')} |`,
  );
  const table = ['| query | asks | parameters |', '|---|---|---|', ...lines].join('\n');
  return `## ${GROUPS[group]}\n\n${table}\n\n${queries.map((query) => queryText(query, rows.get(query.id) ?? 0)).join('\n')}`;
}

function marked({ name, required }: QueryParam): string {
  return `\`${name}\`${required ? '*' : ''}`;
}

function queryText({ id, title, purpose, purposeEn }: SavedQuery, rows: number): string {
  const values = Object.entries(EXAMPLES[id] ?? {}).map(([name, value]) => ` --${name} ${value}`);
  const answer = rows === 0 ? 'no rows on these pages' : rows === 1 ? '1 row' : `${rows} rows`;
  return `### \`${id}\`

${purposeEn}.
${purpose}。

    npm run -s query -- ${id}${values.join('')}

![${title}](queries/${id}.svg)

${answer}
`;
}
