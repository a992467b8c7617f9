/** Words of the Cypher console. What an engine says itself is left in its own words behind them. */
import type { ConsoleFault } from '../../api/console.ts';
import { pick } from '../language.ts';

type Reason = ConsoleFault['reason'];

const zhFaults: Readonly<Record<Reason, (word: string) => string>> = {
  start: (word) => `查询要以 MATCH、OPTIONAL、UNWIND、WITH、RETURN 或 CALL 开头，这里是“${word}”。`,
  write: (word) =>
    `${word || '这条查询'}会改动图，而这里只能读。没有改动任何内容。若它是名称，放进反引号：\`${word}\`。`,
  admin: (word) => `${word} 是管理服务器的语句，查询里不能用。若它是名称，放进反引号。`,
  file: () => 'LOAD CSV 会读取文件和网址，查询里不能用。',
  transaction: () => '查询不能自己开启事务：去掉 IN TRANSACTIONS。',
  procedure: () =>
    '这里不能调用这个过程。可以调用的有 db.labels、db.relationshipTypes、db.propertyKeys、db.schema.*、db.index.fulltext.query*。',
  function: (word) => `${word} 开头的函数不是 Cypher 自带的，这里不能调用。`,
  several: () => '一次只运行一条查询：删去分号后面的内容。',
  escape: (word) => `直接写出字符，不要写 ${word}：转义可能被当作语句来读。`,
  character: (word) => `这里有一个看不见的字符（${word}），删去它。`,
  open: (word) => `从 ${word} 开始的内容没有结尾。`,
  number: () => '数字后面要空一格。',
  empty: () => '还没有写查询。',
  long: () => '查询太长。',
  variable: (word) => `变量 ${word} 在前面没有出现过。检查拼写，或看 WITH 有没有把它传下来。`,
  unknown: (word) => `没有叫 ${word} 的函数。`,
  syntax: () => '引擎读不懂这里：',
  parameter: (word) => `参数 $${word} 还没有值，在编辑器下面填。`,
};

const enFaults: Readonly<Record<Reason, (word: string) => string>> = {
  start: (word) => `A query begins with MATCH, OPTIONAL, UNWIND, WITH, RETURN or CALL; here stands “${word}”.`,
  write: (word) =>
    `${word || 'This query'} would change the graph, and only reading is allowed. Nothing was changed. If it is a name, put it in backticks: \`${word}\`.`,
  admin: (word) =>
    `${word} is administration of the server, which a query may not contain. If it is a name, put it in backticks.`,
  file: () => 'LOAD CSV reads files and addresses, which a query may not.',
  transaction: () => 'A query may not have transactions of its own: take out IN TRANSACTIONS.',
  procedure: () =>
    'This procedure may not be called here. Those that may are db.labels, db.relationshipTypes, db.propertyKeys, db.schema.* and db.index.fulltext.query*.',
  function: (word) => `Functions of ${word} are not Cypher's own, and may not be called here.`,
  several: () => 'One query runs at a time: take out what stands behind the semicolon.',
  escape: (word) => `Write the character itself, not ${word}: an escape could be read as code.`,
  character: (word) => `There is a character here that is not shown (${word}). Take it out.`,
  open: (word) => `What begins with ${word} has no end.`,
  number: () => 'Put a blank behind the number.',
  empty: () => 'There is no query yet.',
  long: () => 'The query is too long.',
  variable: (word) => `There is no variable ${word} here. Check its spelling, or whether a WITH passes it on.`,
  unknown: (word) => `There is no function ${word}.`,
  syntax: () => 'The engine cannot read this:',
  parameter: (word) => `The parameter $${word} has no value yet: fill it in below the editor.`,
};

export const consoleWords = pick({
  zh: {
    title: 'Cypher 控制台',
    about: '直接写 Cypher 查询。只能读，不能改。',
    editor: 'Cypher 编辑器。按 Esc 再按 Tab 离开。',
    leave: 'Esc 再 Tab 离开编辑器',
    parameters: '参数',
    parameterHint: '文本、数字或 JSON',
    history: '最近运行',
    noHistory: '运行过的查询会列在这里，只保存在这台电脑上。',
    clearHistory: '清除',
    saved: '保存的查询',
    notRun: '不能运行',
    slow: '超过时间上限，已停止',
    slowHelp: '缩小范围：给出名称、时期，少走几步，或加 LIMIT。',
    unsupported: '这个引擎没有这种写法',
    fault: (reason: Reason, word: string) => zhFaults[reason](word),
    place: (line: number, column: number) => `第 ${line} 行第 ${column} 列`,
    engine: (name: 'embedded' | 'neo4j') => (name === 'neo4j' ? 'Neo4j' : '内置引擎'),
    rowsOf: (rows: number) => `${rows} 行`,
  },
  en: {
    title: 'Cypher console',
    about: 'Write Cypher yourself. It reads and changes nothing.',
    editor: 'Cypher editor. Press Esc, then Tab to leave it.',
    leave: 'Esc, then Tab leaves the editor',
    parameters: 'Parameters',
    parameterHint: 'text, number or JSON',
    history: 'Recent',
    noHistory: 'Queries that were run are listed here. They stay on this computer.',
    clearHistory: 'Clear',
    saved: 'Saved queries',
    notRun: 'Cannot be run',
    slow: 'Stopped at the time limit',
    slowHelp: 'Narrow it: a name, a period, fewer steps, or LIMIT.',
    unsupported: 'This engine does not have this construct',
    fault: (reason: Reason, word: string) => enFaults[reason](word),
    place: (line: number, column: number) => `line ${line}, column ${column}`,
    engine: (name: 'embedded' | 'neo4j') => (name === 'neo4j' ? 'Neo4j' : 'embedded engine'),
    rowsOf: (rows: number) => (rows === 1 ? '1 row' : `${rows} rows`),
  },
});
