/** `npm run query`: runs a saved query and prints its rows. */
import { z } from 'zod';
import { ZhituError } from '../errors.ts';
import { quotesOf } from '../evidence.ts';
import { ENTITY_LABEL, kindOfId, parseEvidence } from '../model.ts';
import { openStore } from '../open.ts';
import { loadQueries, noSuchParameter, queryById, runQuery } from '../queries.ts';
import type { SavedQuery } from '../query-header.ts';
import type { QueryParam } from '../query-values.ts';
import type { GraphStore, Table, Value } from '../store.ts';
import { alignedTable, csvText, displayWidth } from '../table-text.ts';
import { runCommand, usageError } from './command.ts';

const HELP = `Runs a saved query (queries/*.cypher) and prints its rows.
运行一条保存的查询（queries/*.cypher）并输出结果。

  npm run -s query -- ID [--PARAMETER VALUE]… [options]
  npm run -s query -- --list         all queries
  npm run -s query -- ID --help      the parameters of one

  --json            one JSON object a row, with ids and references as they are
  --csv             for a spreadsheet (UTF-8 with a byte order mark)
  --ids             ids instead of names, references instead of quotes
  --store S         file of the embedded engine, or address of a Neo4j (neo4j://host:7687);
                    otherwise ZHITU_STORE, NEO4J_URI, or the file under data/
  -h, --help        this text

A person, place, program … is given by name, alias or id.  人物、地点、项目等可用名称、别名或 id。

Examples  示例
  npm run -s query -- chaired-by-person --person 王昌荣
  npm run -s query -- meetings-in-place --place 湖州 --from 2019 --to 2021-06
  npm run -s query -- programs-by-places --limit 20 --csv > programs.csv

Exit status: 0 done, 1 failed, 2 not understood.  退出码：0 成功，1 失败，2 命令有误。
`;

const OPTIONS = {
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  ids: { type: 'boolean' },
  list: { type: 'boolean' },
  store: { type: 'string' },
} as const;

let queries: readonly SavedQuery[] = [];

await runCommand(
  () => {
    queries = loadQueries();
    const named = queries.find(({ id }) => process.argv.slice(2).includes(id));
    const names = new Set(queries.flatMap(({ params }) => params.map(({ name }) => name)));
    const parameters = Object.fromEntries([...names].map((name) => [name, { type: 'string' as const }]));
    const options = { ...parameters, ...OPTIONS };
    if (!named) return { name: 'query', help: HELP, options };
    return {
      name: 'query',
      help: helpOf(named),
      options,
      unknownOption: (option) => noSuchParameter(named, option.replace(/^--/u, '')).message,
      helpCall: `query -- ${named.id} --help`,
    };
  },
  async ({ values, positionals: [id, ...rest] }) => {
    const { json, csv, ids, list, store: target, ...params } = values;
    if (list) {
      process.stdout.write(listing(queries));
      return 0;
    }
    if (!id || rest.length > 0)
      throw usageError(`expected the id of one query, and was given ${[id, ...rest].join(' ') || 'none'}`);
    if (json && csv) throw usageError('expected --json or --csv, and was given both');
    const query = queryById(queries, id);
    const store = await openStore({ store: target, mustExist: true }, process.env);
    try {
      const table = await runQuery(store, query, params).catch((error: unknown) => {
        // What is wrong with a parameter is said to whoever typed it, as what is wrong with an option.
        const mistyped = error instanceof ZhituError && error.details.parameter !== undefined;
        throw mistyped ? usageError(error.message, error) : error;
      });
      if (json) process.stdout.write(jsonLines(table));
      else {
        const shown = ids ? new Map<string, string>() : await shownValues(store, table);
        process.stdout.write(csv ? csvText(table, shown) : alignedTable(table, shown));
        if (!csv) process.stderr.write(`${table.rows.length} ${table.rows.length === 1 ? 'row' : 'rows'}\n`);
      }
    } finally {
      await store.close();
    }
    return 0;
  },
);

function jsonLines({ columns, rows }: Table): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('');
}

/** What ids and references stand for: names, paths of places, quotes. */
async function shownValues(store: GraphStore, { rows }: Table): Promise<ReadonlyMap<string, string>> {
  const texts = new Set<string>();
  const collect = (value: Value): void => {
    if (typeof value === 'string') texts.add(value);
    else if (Array.isArray(value)) value.forEach(collect);
  };
  for (const row of rows) row.forEach(collect);
  const named = await store.read({
    cypher: `UNWIND $ids AS id MATCH (n:${ENTITY_LABEL} {id: id}) RETURN n.id AS id, coalesce(n.path, n.name) AS name`,
    params: { ids: [...texts].filter((text) => kindOfId(text) !== null) },
    row: z.object({ id: z.string(), name: z.string() }),
  });
  const quotes = await quotesOf(
    store,
    [...texts].flatMap((text) => parseEvidence(text) ?? []),
  );
  return new Map([
    ...named.map(({ id, name }) => [id, name] as const),
    ...quotes.map(({ ref, quote }) => [ref, quote] as const),
  ]);
}

function listing(all: readonly SavedQuery[]): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const lines = all.flatMap(({ id, group, title, titleEn }, index) => [
    ...(all[index - 1]?.group === group ? [] : [`${index > 0 ? '\n' : ''}${group}`]),
    `  ${id.padEnd(width)}  ${title}  ${titleEn}`,
  ]);
  return `${lines.join('\n')}\n`;
}

function helpOf({ id, title, titleEn, purpose, purposeEn, params }: SavedQuery): string {
  const options = params.map((param) => [`--${param.name} ${placeholder(param)}`, explanation(param)] as const);
  const width = Math.max(0, ...options.map(([option]) => displayWidth(option)));
  const required = params.filter((param) => param.required).map((param) => ` --${param.name} ${placeholder(param)}`);
  const lines = options.map(([option, text]) => `  ${option.padEnd(width)}  ${text}\n`);
  return `${title}  ${titleEn}
${purpose}
${purposeEn}

  npm run -s query -- ${id}${required.join('')}

${lines.join('')}
--json, --csv, --ids, --store: as \`npm run query -- --help\` says.
`;
}

function placeholder({ type, entity, choices }: QueryParam): string {
  return choices?.join('|') ?? (entity?.kind ?? type).toUpperCase();
}

function explanation({ label, labelEn, required, default: value, min, max }: QueryParam): string {
  const notes = [
    ...(required ? ['required 必填'] : []),
    ...(value === null ? [] : [`default 默认 ${String(value)}`]),
    ...(min === null ? [] : [`${min}–${max}`]),
  ];
  const name = labelEn === label ? label : `${label} ${labelEn}`;
  return notes.length > 0 ? `${name} (${notes.join(', ')})` : name;
}
