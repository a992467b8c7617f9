import { describe, expect, it } from 'vitest';
import { dateOf, glyphOf, labelOf } from '../../../web/client/kinds.ts';

describe('labelOf', () => {
  it.each([
    ['王昌荣', '王昌荣'],
    ['全省信访工作会议', '全省信访工作会议'],
    ['全省信访重点工作推进会', '全省信访重点\n工作推进会'],
    ['构筑“党建+信访”工作体系暨全省信访重点工作推进会', '构筑“党建+信访”\n工作体系暨全…'],
    ['', ''],
  ])('writes %s in at most two lines', (name, label) => {
    expect(labelOf(name)).toBe(label);
  });

  it('counts characters, not code units', () => {
    expect(labelOf('𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷')).toBe('𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷');
  });
});

it('labelOf breaks Latin words at a blank, where there is one', () => {
  expect([labelOf('with articles'), labelOf('internationale')]).toEqual(['with\narticles', 'interna\ntionale']);
});

describe('labelOf of a hostile name', () => {
  it('keeps to two lines, whatever marks, breaks and lengths the name has', () => {
    expect(labelOf('甲\u202E\u0007\n乙\u2028丙')).toBe('甲 乙 丙');
    expect(labelOf('<script>alert(1)</script>').split('\n')).toHaveLength(2);
    expect([...labelOf('長'.repeat(10_000))]).toHaveLength(17);
  });
});

describe('dateOf', () => {
  const none = { date: null, dateTo: null, dateText: null, datePrecision: null };
  it.each([
    [{ ...none, date: '2021-04-27', dateTo: '2021-04-27', datePrecision: 'day' }, '2021-04-27'],
    [{ ...none, date: '2021-04', datePrecision: 'month' }, '2021-04'],
    [{ ...none, date: '2021-04-01', dateTo: '2021-04-30', datePrecision: 'month' }, '2021-04'],
    [{ ...none, date: '2019-07-01', dateTo: '2019-07-03', datePrecision: 'day' }, '2019-07-01 – 2019-07-03'],
    [{ ...none, dateText: '近日' }, '近日'],
    [none, ''],
  ])('writes %j as %s', (node, text) => {
    expect(dateOf(node)).toBe(text);
  });
});

describe('glyphOf', () => {
  it('draws an official who also signs articles as an official', () => {
    expect(glyphOf({ kind: 'Person', labels: ['Official', 'Reporter'] })).toBe('official');
    expect(glyphOf({ kind: 'Person', labels: [] })).toBe('person');
    expect(glyphOf({ kind: 'Organization', labels: [] })).toBe('org');
  });
});
