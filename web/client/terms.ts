/** What the graph's own terms are called: kinds, types, stages, roles and relations. */
import type { ArticleKind, BylineRole, EventType, NodeKind, Stage } from '../../graph/model.ts';
import type { SavedQuery } from '../api/queries.ts';
import type { Direction } from '../api.ts';
import type { GlyphName } from './kinds.ts';
import { type Language, language } from './language.ts';

const GLYPHS: Record<Language, Record<GlyphName, string>> = {
  zh: {
    official: '官员',
    reporter: '记者与通讯员',
    person: '其他人物',
    place: '地点',
    org: '机构',
    program: '项目',
    event: '活动',
    article: '文章',
  },
  en: {
    official: 'Officials',
    reporter: 'Reporters',
    person: 'Other people',
    place: 'Places',
    org: 'Organizations',
    program: 'Programs',
    event: 'Events',
    article: 'Articles',
  },
};

/** A saved query's title. */
export const titleOf = ({ title, titleEn }: SavedQuery): string => (language.value === 'zh' ? title : titleEn);

/** A row of the legend. */
export const glyphWord = (name: GlyphName): string => GLYPHS[language.value][name];

/** What one person is. */
const PERSONS: Record<Language, Record<'official' | 'reporter' | 'person', string>> = {
  zh: { official: '官员', reporter: '记者或通讯员', person: '人物' },
  en: { official: 'official', reporter: 'reporter or correspondent', person: 'person' },
};

export function personWord(name: GlyphName): string {
  return PERSONS[language.value][name === 'official' || name === 'reporter' ? name : 'person'];
}

const KINDS: Record<Language, Record<NodeKind, string>> = {
  zh: { Person: '人物', Place: '地点', Organization: '机构', Program: '项目', Event: '活动', Article: '文章' },
  en: {
    Person: 'People',
    Place: 'Places',
    Organization: 'Organizations',
    Program: 'Programs',
    Event: 'Events',
    Article: 'Articles',
  },
};

export const kindWord = (kind: NodeKind): string => KINDS[language.value][kind];

/** One of a kind. */
export const kindName = (kind: NodeKind): string => (language.value === 'zh' ? kindWord(kind) : kind);

type Typed = ArticleKind | EventType | 'province' | 'city' | 'county' | 'township' | 'village' | 'country';

const TYPES: Record<Language, Record<Typed, string>> = {
  zh: {
    meeting: '会议',
    inspection: '调研',
    interview: '访谈',
    training: '培训',
    lecture: '授课',
    operation: '行动',
    incident: '事件',
    ceremony: '仪式',
    other: '其他',
    news: '消息',
    feature: '通讯',
    caption: '图片说明',
    notice: '公告',
    note: '按语',
    continuation: '续文',
    country: '国家',
    province: '省',
    city: '市',
    county: '县区',
    township: '乡镇街道',
    village: '村社区',
  },
  en: {
    meeting: 'meeting',
    inspection: 'inspection',
    interview: 'interview',
    training: 'training',
    lecture: 'lecture',
    operation: 'operation',
    incident: 'incident',
    ceremony: 'ceremony',
    other: 'other',
    news: 'news',
    feature: 'feature',
    caption: 'caption',
    notice: 'notice',
    note: 'note',
    continuation: 'continuation',
    country: 'country',
    province: 'province',
    city: 'city',
    county: 'county',
    township: 'township',
    village: 'village',
  },
};

/** A type of event, kind of article or level of place; an unknown one stands as it is. */
export const typeWord = (type: string): string => (TYPES[language.value] as Record<string, string>)[type] ?? type;

const ROLES: Record<Language, Record<BylineRole, string>> = {
  zh: { reporter: '记者', correspondent: '通讯员', photographer: '摄影' },
  en: { reporter: 'reporter', correspondent: 'correspondent', photographer: 'photographer' },
};

export const roleWord = (role: string): string => (ROLES[language.value] as Record<string, string>)[role] ?? role;

const STAGES: Record<Language, Record<Stage, string>> = {
  zh: { origin: '首创', practised: '已实行', planned: '计划' },
  en: { origin: 'origin', practised: 'practised', planned: 'planned' },
};

export const stageWord = (stage: string): string => (STAGES[language.value] as Record<string, string>)[stage] ?? stage;

/** How a relation is called from its start (`out`), from its end (`in`), and between the two (`edge`). */
const RELATION_WORDS: Record<Language, Record<string, Record<Direction | 'edge', string>>> = {
  zh: {
    CHAIRED: { edge: '主持', out: '主持', in: '主持' },
    SPOKE_AT: { edge: '讲话', out: '讲话', in: '讲话' },
    ATTENDED: { edge: '出席', out: '出席', in: '出席' },
    PRESENTED_AT: { edge: '作交流发言', out: '作交流发言', in: '作交流发言' },
    ORGANIZED: { edge: '主办', out: '主办的活动', in: '主办方' },
    HELD_IN: { edge: '举办地', out: '举办地', in: '举办的活动' },
    ABOUT: { edge: '涉及', out: '涉及项目', in: '涉及它的活动' },
    LAUNCHED_IN: { edge: '落地', out: '落地', in: '落地的项目' },
    LEARNED_FROM: { edge: '学习、借鉴', out: '学习、借鉴', in: '被学习、借鉴' },
    HOLDS: { edge: '任职', out: '任职', in: '任职的人' },
    PART_OF: { edge: '属于', out: '属于', in: '下辖、下属' },
    LOCATED_IN: { edge: '所在地', out: '所在地', in: '所在机构' },
    REPORTED_BY: { edge: '报道者', out: '报道者', in: '报道的文章' },
    REPORTED_IN: { edge: '报道', out: '报道', in: '报道的活动' },
    MENTIONS: { edge: '提到', out: '提到', in: '见于文章' },
    CONTINUES: { edge: '续接', out: '续自', in: '续文' },
  },
  en: {
    CHAIRED: { edge: 'chaired', out: 'Chaired', in: 'Chaired by' },
    SPOKE_AT: { edge: 'spoke at', out: 'Spoke at', in: 'Speakers' },
    ATTENDED: { edge: 'attended', out: 'Attended', in: 'Attended by' },
    PRESENTED_AT: { edge: 'presented at', out: 'Presented at', in: 'Presented by' },
    ORGANIZED: { edge: 'organized', out: 'Organized', in: 'Organized by' },
    HELD_IN: { edge: 'held in', out: 'Held in', in: 'Events held here' },
    ABOUT: { edge: 'about', out: 'About', in: 'Events about it' },
    LAUNCHED_IN: { edge: 'launched in', out: 'Launched in', in: 'Programs here' },
    LEARNED_FROM: { edge: 'learned from', out: 'Learned from', in: 'Learned from it' },
    HOLDS: { edge: 'holds', out: 'Posts', in: 'Office holders' },
    PART_OF: { edge: 'part of', out: 'Part of', in: 'Parts' },
    LOCATED_IN: { edge: 'located in', out: 'Located in', in: 'Bodies here' },
    REPORTED_BY: { edge: 'reported by', out: 'Reported by', in: 'Articles' },
    REPORTED_IN: { edge: 'reported in', out: 'Reported in', in: 'Events reported' },
    MENTIONS: { edge: 'mentions', out: 'Mentions', in: 'Mentioned in' },
    CONTINUES: { edge: 'continues', out: 'Continues', in: 'Continued in' },
  },
};

/** The word for a term that the graph stores (`CHAIRED`, `planned`, `meeting`); anything else stands as it is. */
export function termWord(text: string): string {
  for (const word of [(term: string) => relationWord(term, 'edge'), stageWord, typeWord, roleWord]) {
    if (word(text) !== text) return word(text);
  }
  return text;
}

export const relationWord = (relation: string, as: Direction | 'edge'): string =>
  RELATION_WORDS[language.value][relation]?.[as] ?? relation;
