/** Committees of the parties and of the youth league, and the organs of a party committee: 省委政法委, 团市委, 民革湖州市委会. */
import { isHan } from './chinese.ts';
import { type NamedOrganization, nameOrganization, withForm } from './organization-names.ts';
import type { PrintedSeat, SeatReader } from './organization-seats.ts';
import type { OrganizationWords } from './organization-words.ts';
import { lastName } from './place-context.ts';

export interface ReadCommittee {
  readonly start: number;
  readonly end: number;
  readonly named: NamedOrganization;
  readonly tail: string;
  readonly confidence: number;
}

const LEAGUE = '共青团';
/** 市委|平安信阳建设领导小组办公室, 省委|全面深化改革委员会: organs of a committee that are named after their task. */
const TASK_ORGAN =
  /^(?:平安(?:\p{Script=Han}{2,4}?)?建设|全面深化改革|全面依法治[省市县区]|国家安全|网络安全和信息化|机构编制|巡[视察]工作|农村工作|教育工作|人才工作|党的建设工作?|乡村振兴|扫黑除恶(?:专项)?斗争|意识形态工作|统一战线工作|外事工作|财经)(?:工作)?(?:领导小组|委员会|协调小组)(?:办公室|办)?/u;
/** Characters in which the name of such an organ ends. */
const LONGEST_ORGAN = 24;

/** The committee whose 委 stands at `at` (UTF-16), with the organ printed behind it; null where none does. */
export function committeeAt(
  text: string,
  at: number,
  seats: SeatReader,
  words: OrganizationWords,
): ReadCommittee | null {
  if (text[at] !== '委') return null;
  const seat = seats.before(at, /[省市县区州盟旗镇乡街道]$/u);
  if (!seat) return null;
  const other = otherCommittee(text, at, seat, words);
  if (other !== null) return other;
  if (/[员托派屈婉任会]/u.test(text[at + 1] ?? '') || /[镇乡道]/u.test(text[at - 1] ?? '')) return null;
  const office = /^办[、,，,和及等副主]/u.test(text.slice(at + 1, at + 3)) ? '办' : '';
  const task = TASK_ORGAN.exec(text.slice(at + 1, at + 1 + LONGEST_ORGAN))?.[0];
  const organ = task ?? words.partyOrgans.startingAt(text, at + 1) ?? office;
  const end = at + 1 + organ.length;
  const named = nameOrganization(`${seat.path === null ? seat.level : ''}委${organ}`, seat.path);
  return {
    start: seat.start,
    end,
    named,
    tail: organ === '' ? '委' : organ,
    confidence: seat.path === null ? 0.6 : 0.95,
  };
}

/** 中共姚庄镇委员会, 共青团嘉兴市委, 团市委, 民革湖州市委会: whose committee it is stands before its seat. */
function otherCommittee(
  text: string,
  at: number,
  { start, path }: PrintedSeat,
  words: OrganizationWords,
): ReadCommittee | null {
  if (path === null) return null;
  const end = at + (/^委(?:员?会)?/u.exec(text.slice(at, at + 3))?.[0].length ?? 0);
  const party = words.otherParties.endingAt(text, start);
  if (
    party === LEAGUE ||
    (text[start - 1] === '团' && (!isHan(text[start - 2] ?? '') || /[和与及由经合同]/u.test(text[start - 2] ?? '')))
  ) {
    const from = start - (party ?? '团').length;
    const named = nameOrganization('团委', path);
    const aliases = withForm(named, text.slice(from, end));
    return { start: from, end, named: { ...named, aliases }, tail: '团委', confidence: 0.9 };
  }
  if (party !== null) {
    const from = start - party.length;
    const named = { name: `${party}${lastName(path)}委会`, aliases: [], seat: path };
    const aliases = withForm(named, `${party}${lastName(path)}委`, text.slice(from, end));
    return { start: from, end, named: { ...named, aliases }, tail: '委会', confidence: 0.9 };
  }
  const before = text.slice(Math.max(0, start - LONGEST_PARTY), start);
  if (!text.startsWith('委员会', at) || !/(?:中共|中国共产党)$/u.test(before)) return null;
  const named = nameOrganization(/[镇乡道]$/u.test(path) ? '党委' : '委', path);
  const aliases = withForm(named, `中共${text.slice(start, end)}`);
  return { start, end, named: { ...named, aliases }, tail: '委', confidence: 0.95 };
}

/** 中国共产党, in characters. */
const LONGEST_PARTY = 5;
