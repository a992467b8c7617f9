import { describe, expect, test } from 'vitest';
import { coerce, type ParamType, type QueryParam } from '../../graph/query-values.ts';

const param = (type: ParamType, more: Partial<QueryParam> = {}): QueryParam => ({
  name: 'x',
  label: '参数',
  labelEn: 'Value',
  type,
  entity: null,
  choices: null,
  required: false,
  default: null,
  min: null,
  max: null,
  ...more,
});

describe('a value of a form', () => {
  test.each([
    ['string', ' 湖州 ', '湖州'],
    ['int', '12', 12],
    ['int', -3, -3],
    ['float', '0.5', 0.5],
    ['bool', 'false', false],
    ['bool', true, true],
    ['date', '2021', '2021'],
    ['date', '2021-04', '2021-04'],
    ['date', '2020-02-29', '2020-02-29'],
    ['datetime', '2021-04-27T08:30:00Z', '2021-04-27T08:30:00Z'],
    ['string[]', '甲, 乙', ['甲', '乙']],
    ['string[]', ['甲'], ['甲']],
    ['int[]', '1,2', [1, 2]],
    ['int[]', [3], [3]],
  ] as const)('of type %s is read: %j', (type, given, value) => {
    expect(coerce(param(type), given)).toEqual(value);
  });

  test('is one of the words to choose from, or an error that names them', () => {
    const stage = param('choice', { choices: ['origin', 'planned'] });
    expect(coerce(stage, 'planned')).toBe('planned');
    for (const given of ['plan', '', 3])
      expect(() => coerce(stage, given)).toThrow(
        `x: expected one of origin, planned, and was given ${JSON.stringify(given)}`,
      );
  });

  test.each([
    ['string', 3, 'a text'],
    ['string', '  ', 'a text'],
    ['int', '1.5', 'a whole number'],
    ['int', 'zwei', 'a whole number'],
    ['int', '', 'a whole number'],
    ['int', '9007199254740993', 'a whole number'],
    ['float', 'NaN', 'a number'],
    ['bool', 'yes', 'true or false'],
    ['date', '2021-13', 'a date such as 2021-04-27'],
    ['date', '2021-02-29', 'a date such as 2021-04-27'],
    ['date', '27.4.2021', 'a date such as 2021-04-27'],
    ['datetime', '2021-04-27', 'a date and time'],
    ['datetime', '2021-04-27T25:00:00Z', 'a date and time'],
    ['string[]', '甲,,乙', 'a list of texts'],
    ['int[]', '1,b', 'a list of whole numbers'],
  ] as const)('of type %s names parameter, expectation and what was seen: %j', (type, given, expected) => {
    expect(() => coerce(param(type), given)).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        message: expect.stringMatching(
          new RegExp(`^x: expected ${expected}.*${JSON.stringify(given).replace(/[[\]]/gu, '\\$&')}$`, 'u'),
        ),
        details: expect.objectContaining({ parameter: 'x' }),
      }),
    );
  });

  test('outside its range is refused with the range', () => {
    const limit = param('int', { min: 1, max: 10 });
    expect(coerce(limit, 10)).toBe(10);
    expect(() => coerce(limit, 11)).toThrow('x: expected a whole number from 1 to 10, and was given 11');
    expect(() => coerce(limit, 0)).toThrow('from 1 to 10');
  });
});
