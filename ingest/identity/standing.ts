/** What kind of post it is and how high: two people of one name are rarely a village head and a provincial judge at once. */
import { type Level, levelOf } from './places.ts';
import type { Line, PostClaim, Standing } from './types.ts';

const NATIONAL = /^org\/(?:中共中央|中央|国务院|国家|全国|最高人民|中国共产党|公安部|司法部)/u;
const LAW = /公安|派出所|警|法院|法庭|检察|法官|司法所|庭长|审判|监狱|消防/u;
const GRASSROOTS = /网格|村|社区|居委会|楼道|调解员|志愿者|信息员/u;
const CIVIL =
  /公司|集团|银行|学校|大学|学院|中学|小学|幼儿园|医院|卫生院|合作社|协会|商会|研究院|董事|经理|校长|教授|医生|律师|厂长/u;
const LEADING_BODY = /(?:委|党委|党工委|政府|人大|人大常委会|政协|办事处|中央|国务院)$/u;

/** The comparable part of a post. */
export function standingOf({ title, body, place, former }: PostClaim): Standing {
  const path = place ?? (NATIONAL.test(body) ? '' : null);
  return { body, place: path, level: path === null ? null : levelOf(path), line: lineOf(title, body, path), former };
}

function lineOf(title: string, body: string, place: string | null): Line {
  const words = `${body} ${title}`;
  if (CIVIL.test(words)) return 'civil';
  if (LAW.test(words)) return 'law';
  if ((place !== null && levelOf(place) === 5) || GRASSROOTS.test(title)) return 'grassroots';
  return body.startsWith('place/') || LEADING_BODY.test(body) ? 'leader' : 'department';
}

/** Posts of which a place has many need a narrow place to tell one holder from another: 民警 of a province says little. */
const WIDEST_CERTAIN: Readonly<Record<Line, Level>> = { leader: 0, department: 0, law: 1, grassroots: 3, civil: 0 };

/** Whether a post says enough that all who hold it under one name are taken for one person. */
export function isTelling({ body, level, line }: Standing): boolean {
  if (level === null) return false;
  return body.startsWith('place/') && line === 'law' ? level >= 3 : level >= WIDEST_CERTAIN[line];
}

/** Equal for posts that one person holds who is named so: the body, the line and whether it is over. */
export function standingKey({ body, place, line, former }: Standing): string {
  return `${body}|${place ?? '?'}|${line}${former ? '|former' : ''}`;
}
