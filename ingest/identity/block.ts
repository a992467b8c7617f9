/** Which profiles are looked at together: all mentions of one name, all events of one day. */
import { simplifyCharacters } from '../../graph/traditional.ts';
import type { EventProfile, PersonProfile } from './types.ts';

/** The dots that stand between the parts of a foreign or minority name. */
const DOTS = /[・•‧∙⋅･.．]/gu;
/** Blanks beside a Han character or a dot: 王 伟 is 王伟, but Mary Smith keeps hers. */
const INNER_BLANK = /(?<=[\p{Script=Han}·])\s+|\s+(?=[\p{Script=Han}·])/gu;

/**
 * The form in which names of people are compared: simplified characters, one kind of dot, no blanks within Chinese names, half-width letters.
 * 王 伟, 王　伟 and 王伟 are one name; 張偉 and 张伟 too.
 */
export function nameKey(name: string): string {
  const folded = name.normalize('NFKC').trim().replace(/\s+/gu, ' ').replace(INNER_BLANK, '');
  return simplifyCharacters(/\p{Script=Han}/u.test(folded) ? folded.replace(DOTS, '·') : folded);
}

/**
 * The block of a profile: `person:<name key>`; `event:<day>` for a dated event, `event:<article id>` for an undated one.
 * Profiles of different blocks are never one entity; adding, replacing or removing an article touches the blocks of its profiles.
 */
export function blockOf(profile: PersonProfile | EventProfile): string {
  return profile.kind === 'Person' ? `person:${nameKey(profile.name)}` : `event:${profile.day ?? profile.article}`;
}
