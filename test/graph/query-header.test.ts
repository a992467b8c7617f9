import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../graph/query-header.ts';

const HEADER = ['// 某人主持的会议', '// @id sample', '// @en Meetings', '// @description 说明', '// @group 会议'];
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
      description: '说明',
      group: '会议',
      views: ['table', 'graph'],
      for: ['Person'],
      suggest: { person: 'MATCH (p:Person) RETURN p.id AS id LIMIT $limit' },
    });
    expect(query.params).toEqual([
      {
        name: 'person',
        label: '人物',
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
    [['// @author me', 'RETURN 1'], 6, '@author is not known'],
    [['// @group 又一个', 'RETURN 1'], 6, '@group stands here a second time'],
    [['// @param x number', 'RETURN $x'], 6, 'number is not a type'],
    [['// @param x 首创|计划', 'RETURN $x'], 6, '首创|计划 is not a type'],
    [['// @param x a|b = c', 'RETURN $x'], 6, 'x: expected one of a, b, and was given "c"'],
    [['// @param x Thing.id', 'RETURN $x'], 6, 'Thing.id is not a type'],
    [['// @param x int "标签" 1', 'RETURN $x'], 6, 'expected `@param name type'],
    [['// @param x int = 12 "标签" 1..10', 'RETURN $x'], 6, 'x: expected a whole number from 1 to 10'],
    [['// @param x int = zwei', 'RETURN $x'], 6, 'x: expected a whole number'],
    [['// @param x int required = 1', 'RETURN $x'], 6, 'a default has no use'],
    [['// @param x string "标签" 1..2', 'RETURN $x'], 6, 'only int and float have a range'],
    [['// @param x int', '// @param x int', 'RETURN $x'], 1, 'declared twice'],
    [['// @param x int', 'RETURN 1'], 6, 'x is declared but not used'],
    [['// @param x int', "RETURN '$x' // $x"], 6, 'x is declared but not used'],
    [['RETURN 1', 'LIMIT $limit'], 7, '$limit is used but not declared'],
    [['// @suggest y RETURN 1', 'RETURN 1'], 6, '@suggest names y'],
    [['// @param x int', '// @suggest x RETURN $y', 'RETURN $x'], 1, '$y is used but not declared'],
    [['// @view chart', 'RETURN 1'], 6, '@view takes table'],
    [['// @for Town', 'RETURN 1'], 6, '@for takes Article'],
  ])('with a fault is refused with file and line: %j', (lines, line, message) => {
    expect(() => parse(...(lines as string[]))).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        details: expect.objectContaining({ file: 'queries/sample.cypher', ...(line > 1 && { line }) }),
        message: expect.stringContaining(message as string),
      }),
    );
  });

  test.each(['id', 'en', 'description', 'group'])('needs its @%s', (key) => {
    const text = HEADER.filter((line) => !line.includes(`@${key} `)).join('\n');
    expect(() => parseQuery(`${text}\nRETURN 1`, 'queries/sample.cypher')).toThrow(`// @${key}`);
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
