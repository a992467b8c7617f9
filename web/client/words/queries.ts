/** Words of the page of saved queries. */
import type { QueryParam, SavedQuery } from '../../api/queries.ts';
import { language, pick } from '../language.ts';

const GROUPS: Readonly<Record<SavedQuery['group'], { readonly zh: string; readonly en: string }>> = {
  people: { zh: '人物与职务', en: 'People and posts' },
  programs: { zh: '项目扩散', en: 'Spread of programs' },
  places: { zh: '地方', en: 'Places' },
  events: { zh: '会议与活动', en: 'Events' },
  reporting: { zh: '报道', en: 'Reporting' },
  quality: { zh: '覆盖与质量', en: 'Coverage and quality' },
};

export const queryWords = pick({
  zh: {
    findQuery: '找查询',
    noSuchQuery: (typed: string) => `没有含“${typed}”的查询`,
    askAbout: (name: string) => `关于${name}可以问`,
    askNothing: '没有适合它的查询。',
  },
  en: {
    findQuery: 'Find a query',
    noSuchQuery: (typed: string) => `No query has “${typed}”`,
    askAbout: (name: string) => `Questions about ${name}`,
    askNothing: 'No query fits it.',
  },
});

export const groupWord = (group: SavedQuery['group']): string => GROUPS[group][language.value];
export const purposeOf = ({ purpose, purposeEn }: SavedQuery): string =>
  language.value === 'zh' ? purpose : purposeEn;
export const sentenceOf = ({ sentence, sentenceEn }: SavedQuery): string | null =>
  language.value === 'zh' ? sentence : sentenceEn;
export const labelOf = ({ label, labelEn }: Pick<QueryParam, 'label' | 'labelEn'>): string =>
  language.value === 'zh' ? label : labelEn;
