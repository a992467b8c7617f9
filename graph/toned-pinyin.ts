/** How a name is said, with tones: beside the name on its page. */
import { pinyin } from 'pinyin-pro';

/** Family names of two characters that are borne today (Baijiaxing, with 申屠 and 闻人 of Zhejiang). */
const DOUBLE_SURNAMES: readonly string[] =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 夏侯 令狐 宇文 司徒 申屠 端木 闻人 长孙 钟离 鲜于 呼延 赫连 澹台 公冶 轩辕'.split(
    ' ',
  );
const ONLY_HAN = /^\p{Script=Han}+$/u;
/** Longer names are sentences rather than names. */
const LONGEST = 20;

/**
 * 湖州市 → `hú zhōu shì`; of a person family and given name apart and capitalised, 王昌荣 → `Wáng Chāngróng`, with the first character read as a
 * surname (单 shàn). Null where not every character is a Chinese one that has a reading.
 */
export function tonedPinyin(name: string, isPerson: boolean): string | null {
  if (!ONLY_HAN.test(name) || name.length > LONGEST) return null;
  const syllables = pinyin(name, { toneType: 'symbol', type: 'array', ...(isPerson && { surname: 'head' }) });
  if (syllables.some((syllable) => !/^\p{Script=Latin}[\p{Script=Latin}\p{M}]*$/u.test(syllable))) return null;
  if (!isPerson || syllables.length < 2) return syllables.join(' ');
  const family = DOUBLE_SURNAMES.includes(name.slice(0, 2)) && syllables.length > 2 ? 2 : 1;
  return [syllables.slice(0, family), syllables.slice(family)].map((part) => capital(part.join(''))).join(' ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
