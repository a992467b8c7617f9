// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { QueryParam } from '../../../web/api/queries.ts';
import { defaultsOf, faultOf, valuesOf } from '../../../web/client/params.ts';

const param = (more: Partial<QueryParam>): QueryParam => ({
  name: 'x',
  label: '项目',
  labelEn: 'Program',
  type: 'string',
  entity: null,
  choices: null,
  required: false,
  default: null,
  min: null,
  max: null,
  ...more,
});

describe('faultOf', () => {
  it.each([
    [param({ required: true }), ' ', '先填“项目”'],
    [param({}), '', null],
    [param({ type: 'int' }), '3.5', '要一个数字'],
    [param({ type: 'int' }), '三', '要一个数字'],
    [param({ type: 'float' }), '3.5', null],
    [param({ type: 'int', min: 1, max: 10 }), '11', '在 1 与 10 之间'],
    [param({ type: 'int', min: 1, max: 10 }), '10', null],
    [param({ type: 'date' }), '2021-04-27', null],
    [param({ type: 'date' }), '2021-04', null],
    [param({ type: 'date' }), '2021-13-01', '日期写成 2021-04-27'],
    [param({ type: 'date' }), '2021-02-30', '日期写成 2021-04-27'],
    [param({ type: 'date' }), '4月27日', '日期写成 2021-04-27'],
  ])('of %j with %j is %j', (blank, typed, fault) => {
    expect(faultOf(blank, typed)).toBe(fault);
  });
});

describe('valuesOf', () => {
  const params = [
    param({ name: 'n', type: 'int', default: 20 }),
    param({ name: 'on', type: 'bool' }),
    param({ name: 'names', type: 'string[]', default: ['王', '朱'] }),
    param({ name: 'who' }),
  ];

  it('sends each value as the type it should have, and leaves out what is empty', () => {
    expect(valuesOf(params, { n: ' 7 ', on: 'false', names: '王、朱', who: '' })).toEqual({
      n: 7,
      on: false,
      names: ['王', '朱'],
    });
  });

  it('sends the defaults back as they were', () => {
    expect(valuesOf(params, defaultsOf(params))).toEqual({ n: 20, names: ['王', '朱'] });
  });
});
