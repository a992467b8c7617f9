/** Names told by their shape alone, with or without quotation marks: 平安丽水, 党建+信访, 一村一辅警, 浦江经验, 枫桥式派出所. */
import { EVIDENCE, type ProgramCandidate, type ProgramScene } from './program-candidates.ts';
import { clauseAfter, clauseBefore } from './program-text.ts';

const PLUS = /[\u4e00-\u9fffA-Za-z0-9.]{1,12}(?:\+[\u4e00-\u9fffA-Za-z0-9.]{1,12}){1,5}/gu;
/** A longer chain is a description (中心+指挥室+工作站+网格+终端). */
const LONGEST_CHAIN = 22;
const NUMERALS = '一二三四五六七八九十两双';
const NUMERAL_FOUR = new RegExp(
  `(?:[${NUMERALS}][^${NUMERALS},;:。!?、\\n]{1,2}[${NUMERALS}][^${NUMERALS},;:。!?、\\n]{1,2}、){0,4}[${NUMERALS}][^${NUMERALS},;:。!?、\\n]{1,2}[${NUMERALS}][\\u4e00-\\u9fff]{1,2}`,
  'gu',
);
const EXPERIENCE = /经验|模式|工作法|做法/gu;
const LONGEST_STEM = 4;

/** P6: 平安, 法治 … with a place; the place must be one of the article's, a province, or be tagged as a place by the segmenter. */
export function prefixedPlaces(scene: ProgramScene): readonly ProgramCandidate[] {
  const { lexicon, segment, stems } = scene;
  const { bare } = scene.text;
  const found: ProgramCandidate[] = [];
  for (const { start: at, word: prefix } of lexicon.words('prefix-place').find(bare)) {
    const placeAt = at + prefix.length;
    if (lexicon.words('common').startingAt(bare, at)) continue;
    const stem = longestStem(bare, placeAt, stems) ?? taggedPlace(bare, placeAt, segment);
    if (!stem) continue;
    const end = placeAt + stem.length;
    if (/^(?:[市县区省](?!委|政)|[办委报网])/u.test(bare.slice(end, end + 2))) continue;
    const name = prefix + stem;
    found.push({
      start: at,
      end,
      name,
      aliases: [`${name}建设`],
      rule: 'programs.prefix-place',
      score: EVIDENCE.classNoun,
    });
  }
  return found;
}

/** The longest of `stems` that starts at `start`, or null. */
export function longestStem(bare: string, start: number, stems: ReadonlySet<string>): string | null {
  for (let length = LONGEST_STEM; length >= 2; length -= 1) {
    const stem = bare.slice(start, start + length);
    if (stem.length === length && stems.has(stem)) return stem;
  }
  return null;
}

/** A two-character place the article names nowhere else: 全力建设平安咸阳. */
function taggedPlace(bare: string, start: number, segment: ProgramScene['segment']): string | null {
  const token = segment(clauseAfter(bare, start, 6))[0];
  return token?.tag === 'ns' && token.word.length >= 2 && token.word.length <= 3 ? token.word : null;
}

/** P3: parts joined by +, inside quotation marks or out of them. */
export function plusNames(scene: ProgramScene): readonly ProgramCandidate[] {
  const { bare, inQuotes } = scene.text;
  const found: ProgramCandidate[] = [];
  for (const match of bare.matchAll(PLUS)) {
    let start = match.index;
    let end = start + match[0].length;
    if (inQuotes.subarray(start, end).includes(1)) continue;
    const words = scene.segment(match[0]);
    const plus = match[0].indexOf('+');
    const lastPlus = match[0].lastIndexOf('+');
    for (const token of words) {
      if (token.end <= plus && breaks(token.word, token.tag, scene)) start = match.index + token.end;
      if (token.start > lastPlus && breaks(token.word, token.tag, scene)) {
        end = match.index + token.start;
        break;
      }
    }
    const name = bare.slice(start, end);
    if (!/^[^+]{1,10}\+.+[^+]$/u.test(name) || name.length > LONGEST_CHAIN || name.length < 4) continue;
    found.push({ start, end, ...named(name, end, scene), rule: 'programs.plus', score: EVIDENCE.numerals });
  }
  return found;
}

function breaks(word: string, tag: string, { lexicon }: ProgramScene): boolean {
  return (
    (/^[pcurdx]/u.test(tag) && !/^[A-Za-z0-9.+]+$/u.test(word)) ||
    isVerb(word, lexicon) ||
    lexicon.words('stop').has(word)
  );
}

/** Whether a word is a verb of making or practising. */
export function isVerb(word: string, { verbs }: ProgramScene['lexicon']): boolean {
  return verbs.made.has(word) || verbs.strong.has(word) || verbs.weak.has(word);
}

/** P4 without quotation marks: 一村一辅警, 一事双交、一事双联、一事双查机制; a class noun or a governing verb must say so. */
export function numeralNames(scene: ProgramScene): readonly ProgramCandidate[] {
  const { bare, inQuotes, edges } = scene.text;
  const { lexicon, segment } = scene;
  const found: ProgramCandidate[] = [];
  for (const match of bare.matchAll(NUMERAL_FOUR)) {
    const start = match.index;
    if (inQuotes.subarray(start, start + match[0].length).includes(1)) continue;
    const listed = match[0].includes('、');
    const noun = classNear(bare, start + match[0].length, scene);
    if (noun === null && listed) continue;
    const end = noun === null ? start + match[0].length : noun.start;
    const words = segment(bare.slice(start, end));
    const idiom = words.some(
      ({ word, tag }) => (word.length >= 4 && /^[ilnmdz]/u.test(tag)) || /^[tq]$/u.test(tag) || /^[的了着]/u.test(word),
    );
    if (idiom && !listed) continue;
    const before = clauseBefore(bare, start, 8);
    const governed = [lexicon.verbs.made, lexicon.verbs.strong, lexicon.verbs.weak].some((verbs) =>
      verbs.endingAt(before, before.length),
    );
    const score = (noun ? EVIDENCE.verb : 0) + (governed || edges.has(start) ? EVIDENCE.weakVerb : 0);
    const name = bare.slice(start, noun ? noun.end : end);
    found.push({
      start,
      end: noun ? noun.end : end,
      name,
      aliases: noun ? [bare.slice(start, end)] : [],
      rule: 'programs.numeral-bare',
      score,
    });
  }
  return found;
}

/** A class noun at `at` or up to two characters before (the greedy tail of the pattern may have begun it). */
function classNear(
  bare: string,
  at: number,
  { lexicon }: ProgramScene,
): { readonly start: number; readonly end: number } | null {
  for (let start = at - 2; start <= at; start += 1) {
    const noun = lexicon.words('class').startingAt(bare, start);
    if (noun && noun.length > 1) return { start, end: start + noun.length };
  }
  return null;
}

/** P5 without quotation marks: a place's short name + 经验, after a verb that takes an experience. */
export function placeExperiences(scene: ProgramScene): readonly ProgramCandidate[] {
  const { bare, inQuotes } = scene.text;
  const { lexicon } = scene;
  const found: ProgramCandidate[] = [];
  for (const match of bare.matchAll(EXPERIENCE)) {
    const end = match.index + match[0].length;
    if (inQuotes[match.index]) continue;
    const stem = [4, 3, 2]
      .map((n) => bare.slice(Math.max(0, match.index - n), match.index))
      .find((s) => scene.stems.has(s));
    if (!stem) continue;
    const start = match.index - stem.length;
    const before = clauseBefore(bare, start, 8);
    const governed = [lexicon.verbs.made, lexicon.verbs.strong].some((verbs) => verbs.endingAt(before, before.length));
    const score =
      (match[0] === '经验' ? 1 : 0.5) + (governed ? EVIDENCE.weakVerb : 0) + (start < scene.text.bodyStart ? 0.5 : 0);
    found.push({ start, end, name: stem + match[0], aliases: [], rule: 'programs.experience', score });
  }
  return found;
}

/** 河长制 and what was made after it: 林长制, 田长制, 河湖长制. */
export function chiefSystems({ text: { bare } }: ProgramScene): readonly ProgramCandidate[] {
  return [...bare.matchAll(/(?:河湖|[河湖林田路街湾链巷滩山楼])长制/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[0],
    aliases: [],
    rule: 'programs.chief',
    score: EVIDENCE.classNoun,
  }));
}

/** The name with the class noun behind it as further names. */
function named(
  name: string,
  end: number,
  { lexicon, text }: ProgramScene,
): { readonly name: string; readonly aliases: readonly string[] } {
  const noun = lexicon.words('class').startingAt(text.bare, end);
  return { name, aliases: noun ? [name + noun] : [] };
}
