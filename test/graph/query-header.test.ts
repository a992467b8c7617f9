import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../graph/query-header.ts';

const HEADER = [
  '// 某人主持的会议',
  '// @id sample',
  '// @en Meetings',
  '// @purpose 说明',
  '// @purposeEn Why',
  '// @group events',
];
const file = (...lines: string[]): string => [...HEADER, ...lines].join('\n');
const parse = (...lines: string[]) => parseQuery(file(...lines), 'queries/sample.cypher');

describe('a saved query', () => {
  test('is read with its title, texts, parameters and views', () => {
    const query = parse(
      '// @param person Person.id[] required "人物"',
      '// @param from date = 2019-07 "起始日期"',
      '// @param words string[] = "甲,乙"',
      '// @param share float = 0.5 "比例" 0..1',
      '// @param limit int = 200 "最多行数" 1..2000',
      '// @suggest person MATCH (p:Person) RETURN p.id AS id LIMIT $limit',
      '// @view table, graph',
      '// @for Person',
      '// a plain remark',
      'RETURN $person AS a, $from AS b, $words AS c, $share AS d LIMIT $limit',
    );
    expect(query).toMatchObject({
      id: 'sample',
      title: '某人主持的会议',
      titleEn: 'Meetings',
      purpose: '说明',
      purposeEn: 'Why',
      group: 'events',
      sentence: null,
      sentenceEn: null,
      views: ['table', 'graph'],
      for: ['Person'],
      suggest: { person: 'MATCH (p:Person) RETURN p.id AS id LIMIT $limit' },
    });
    expect(query.params).toEqual([
      {
        name: 'person',
        label: '人物',
        labelEn: '人物',
        type: 'entity',
        entity: { kind: 'Person', property: 'id', many: true },
        choices: null,
        required: true,
        default: null,
        min: null,
        max: null,
      },
      {
        name: 'from',
        label: '起始日期',
        labelEn: '起始日期',
        type: 'date',
        entity: null,
        choices: null,
        required: false,
        default: '2019-07',
        min: null,
        max: null,
      },
      {
        name: 'words',
        label: 'words',
        labelEn: 'words',
        type: 'string[]',
        entity: null,
        choices: null,
        required: false,
        default: ['甲', '乙'],
        min: null,
        max: null,
      },
      {
        name: 'share',
        label: '比例',
        labelEn: '比例',
        type: 'float',
        entity: null,
        choices: null,
        required: false,
        default: 0.5,
        min: 0,
        max: 1,
      },
      {
        name: 'limit',
        label: '最多行数',
        labelEn: '最多行数',
        type: 'int',
        entity: null,
        choices: null,
        required: false,
        default: 200,
        min: 1,
        max: 2000,
      },
    ]);
  });

  test('takes words between bars as those to choose from', () => {
    expect(parse('// @param stage origin|planned = planned "阶段"', 'RETURN $stage AS a').params).toMatchObject([
      { name: 'stage', type: 'choice', choices: ['origin', 'planned'], default: 'planned' },
    ]);
  });

  test('shows a table where nothing else is said, and may have no parameters', () => {
    expect(parse('RETURN 1 AS n')).toMatchObject({ views: ['table'], params: [], for: [] });
  });

  test.each([
    [['// @author me', 'RETURN 1'], 7, '@author is not known'],
    [['// @group events', 'RETURN 1'], 7, '@group stands here a second time'],
    [['// @param x number', 'RETURN $x'], 7, 'number is not a type'],
    [['// @param x 首创|计划', 'RETURN $x'], 7, '首创|计划 is not a type'],
    [['// @param x a|b = c', 'RETURN $x'], 7, 'x: expected one of a, b, and was given "c"'],
    [['// @param x Thing.id', 'RETURN $x'], 7, 'Thing.id is not a type'],
    [['// @param x int "标签" 1', 'RETURN $x'], 7, 'expected `@param name type'],
    [['// @param x int = 12 "标签" 1..10', 'RETURN $x'], 7, 'x: expected a whole number from 1 to 10'],
    [['// @param x int = zwei', 'RETURN $x'], 7, 'x: expected a whole number'],
    [['// @param x int required = 1', 'RETURN $x'], 7, 'a default has no use'],
    [['// @param x string "标签" 1..2', 'RETURN $x'], 7, 'only int and float have a range'],
    [['// @param x int', '// @param x int', 'RETURN $x'], 1, 'declared twice'],
    [['// @param x int', 'RETURN 1'], 7, 'x is declared but not used'],
    [['// @param x int', "RETURN '$x' // $x"], 7, 'x is declared but not used'],
    [['RETURN 1', 'LIMIT $limit'], 8, '$limit is used but not declared'],
    [['// @suggest y RETURN 1', 'RETURN 1'], 7, '@suggest names y'],
    [['// @param x int', '// @suggest x RETURN $y', 'RETURN $x'], 1, '$y is used but not declared'],
    [['// @view chart', 'RETURN 1'], 7, '@view takes table'],
    [['// @for Town', 'RETURN 1'], 7, '@for takes Article'],
    [['// @param x int', '// @sentence 问{x}和{y}', 'RETURN $x'], 8, '{y} is no parameter'],
    [['// @param x int', '// @sentence 问', 'RETURN $x'], 8, 'the parameter x has no blank {x}'],
    [['// @param x int', '// @sentenceEn {x} or {x}', 'RETURN $x'], 8, '@sentenceEn: {x} stands in it twice'],
  ])('with a fault is refused with file and line: %j', (lines, line, message) => {
    expect(() => parse(...(lines as string[]))).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        details: expect.objectContaining({ file: 'queries/sample.cypher', ...(line > 1 && { line }) }),
        message: expect.stringContaining(message as string),
      }),
    );
  });

  test.each(['id', 'en', 'purpose', 'purposeEn', 'group'])('needs its @%s', (key) => {
    const text = HEADER.filter((line) => !line.includes(`@${key} `)).join('\n');
    expect(() => parseQuery(`${text}\nRETURN 1`, 'queries/sample.cypher')).toThrow(`// @${key}`);
  });

  test('has one of the known groups', () => {
    const text = file('RETURN 1').replace('@group events', '@group 会议');
    expect(() => parseQuery(text, 'queries/sample.cypher')).toThrow('@group takes one of people, programs');
  });

  test('has labels and sentences in both languages where they are given', () => {
    const query = parse(
      '// @param x int "数" "Number" 1..2',
      '// @sentence 问{x}',
      '// @sentenceEn Ask {x}',
      'RETURN $x',
    );
    expect(query).toMatchObject({ sentence: '问{x}', sentenceEn: 'Ask {x}' });
    expect(query.params).toMatchObject([{ label: '数', labelEn: 'Number', min: 1, max: 2 }]);
  });

  test('needs a title in its first line', () => {
    expect(() => parseQuery('// @id sample\nRETURN 1', 'sample.cypher')).toThrow('sample.cypher:1: expected the title');
    expect(() => parseQuery('RETURN 1', 'sample.cypher')).toThrow('sample.cypher:1: expected the title');
  });

  test('must be in the file that its id names', () => {
    expect(() => parseQuery(file('RETURN 1'), 'queries/other.cypher')).toThrow('must be called sample.cypher');
  });

  test('may not reach beyond the graph', () => {
    expect(() => parse("LOAD CSV FROM 'file:///x' AS row RETURN row")).toThrow('LOAD CSV');
  });
});
