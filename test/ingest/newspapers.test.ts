import { describe, expect, test } from 'vitest';
import { addWorkingDays, lunarOf, workingDaysBetween } from '../../ingest/calendar.ts';
import { dateOfIssue, loadNewspapers, newspaperMarked, newspaperNamed } from '../../ingest/newspapers.ts';

const NEWSPAPERS = loadNewspapers();

describe('newspapers', () => {
  test('names and aliases are unique, so that a name means one paper', () => {
    const names = NEWSPAPERS.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('finds a paper by an alias and by a serial number before a web address', () => {
    expect(newspaperNamed('浙江法治报', NEWSPAPERS)?.name).toBe('浙江法制报');
    expect(newspaperMarked('数字报 http://zjrb.zjol.com.cn CN33－0019', NEWSPAPERS)?.name).toBe('浙江法制报');
    expect(newspaperMarked('无', NEWSPAPERS)).toBeNull();
  });

  test('counts the day of an issue in working days between known issues, and beyond them', () => {
    const paper = newspaperNamed('浙江法制报', NEWSPAPERS);
    const days = [5783, 5910, 6237, 6607, 5601].map((issue) => paper && dateOfIssue(issue, paper));
    expect(days).toEqual(['2019-07-03', '2020-01-06', '2021-04-28', '2022-10-21', '2018-10-10']);
  });

  test('cannot date an issue of a paper without known issues', () => {
    expect(dateOfIssue(1, { name: '某报', home: null, aliases: [], marks: [], issues: [] })).toBeNull();
  });
});

describe('calendar', () => {
  test('working days skip weekends in both directions', () => {
    expect(workingDaysBetween('2021-04-28', '2021-05-05')).toBe(5);
    expect(workingDaysBetween('2021-05-05', '2021-04-28')).toBe(-5);
    expect(addWorkingDays('2021-04-30', 1)).toBe('2021-05-03');
    expect(addWorkingDays('2021-05-03', -1)).toBe('2021-04-30');
  });

  test('knows the Chinese calendar', () => {
    expect(lunarOf('2021-04-28')).toEqual({ month: 3, day: 17 });
  });
});
