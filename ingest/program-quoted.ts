/** Names between quotation marks: “阳光会客厅”机制, 推出“双网融合”, ‘三服务’, “党建+信访”. */
import { ACCEPTED, EVIDENCE, type ProgramCandidate, type ProgramScene } from './program-candidates.ts';
import { classesBehind, isPresented } from './program-classes.ts';
import { isBeside, isSummedBehind, listStart, startAfter } from './program-lists.ts';
import { clauseAfter, clauseBefore, coverage, type Quote } from './program-text.ts';
import type { Span } from './types.ts';

const SHORTEST = 2;
const LONGEST = 30;
/** A quotation of more characters without a class noun behind it is a saying. */
const LONGEST_PLAIN = 14;
/** How far a class noun may stand from the quotation: “主”字型现代化基层治理体系. */
const CLASS_REACH = 14;
/** How far a governing verb may stand from the quotation. */
const VERB_REACH = 12;
const NEAR = 2;
const CLAUSE_REACH = 60;
const VETO = -4;
const DOUBT = -2;
/** 本报开设“最美田园”专栏: what a paper prints is no program. */
const COLUMN = { before: /本[报刊网台]/u, after: /^(?:专栏|栏目|专版|系列报道)/u };
/** How far back a sentence and the one before it are looked for. */
const SUMMED_REACH = 160;
const NUMERAL = '一二三四五六七八九十两双百千万\\d';
/** 一村一策, and 一警多村. */
const SEVERAL_NUMERALS = new RegExp(`^[${NUMERAL}]+[^${NUMERAL}+]{1,5}([${NUMERAL}多]+[^${NUMERAL}]{1,5})+$`, 'u');
/** “第二个家”: a figure of speech. */
const ORDINAL = new RegExp(`^第[${NUMERAL}]+个`, 'u');
const ONE_NUMERAL = new RegExp(`^[${NUMERAL}]+[个大项条类位支张级]?[\\u4e00-\\u9fff]{1,5}$`, 'u');
const DIGITS = /^(?!(?:19|20)\d\d$)\d{3,5}$/u;
const NUMBERS_ONLY = new RegExp(`^[${NUMERAL}+\\-NXnx]+$`, 'u');
/** “某某云”二期建设 */
const PHASE = /^[一二三四]期/u;
const SPEECH = /[我你您咱谁吗呢吧啊嘛了]|什么|怎么|哪里/u;
const SLOGAN = /不[^、,]{0,6}[、,][^、,]{0,8}不|^让|争当|[^一]不[出上下断丢]|更加?[^、,]{1,4}[、,]更/u;
const NICKNAME =
  /^(?:[老小阿][^字]|[^一-十]{1,2}(?:师傅|大姐|阿姨|大哥|警官|书记|老师|主任|所长|法官|大夫|爷爷|奶奶|妈妈))$/u;
/** 把“X”做成了招牌. */
const MADE_INTO = /^(?:做成|打造成|擦亮成|树为|作为)了?[^,、]{0,10}(?:招牌|品牌|特色|亮点|抓手|载体|切入点|突破口)/u;
/** “城市快警”建设同步推进. */
const BEING_BUILT = /^建设(?:同步|统筹|一体|全面|深入|扎实|有序|稳步|加快)?(?:推进|开展|实施|启动|提速|衔接|结合)/u;
/** “综合查一次”在某县先行先试 · “云上司法所”近日全面铺开. */
const STARTS =
  /^(?:正式|全面|率先|已经?|近日|日前|今年起?)*(?:在[^,。;]{2,14})?(?:全面|率先|正式|陆续)?(?:推行|推开|铺开|先行先试|试点|上线|落地|启用|挂牌|揭牌|开通|投用|复制)/u;
const STARTS_REACH = 26;
/** Its first characters: most quotations end the search here. */
const STARTS_WITH = new Set('正全率已近日今在陆推铺先试上落启挂揭开投复');
/** 将“邻里和”纳入平安考核 · 把“约谈”同“夜巡”捆在一起 */
const MADE_PART = /^(?:纳入|嵌入|延伸[到至]|推广[到至]|复制到|推向|同|与|和“)/u;
/** 首批“洋娘舅”: what comes in a first lot goes on. */
const FIRST_OF_KIND = /首[批个家支]$/u;
/** “村嫂宣讲团”是天台县首创. */
const CREDITED = /^是[^,。]{1,8}(?:首创|独创|原创|首家)/u;
/** 敲门法; no law, and no word of keeping or breaking it. */
const METHOD = /^[^,、]{2,}(?<![普执违司立守合犯用懂宪刑民依枉学遵非讲税护送知信检办做方看说想魔书无])法$/u;
/** 一窗受理、一揽子调处: parts of one make. */
const PARALLEL = /^一[^一、]{2,6}(?:、[一全][^一、]{2,6}){1,3}$/u;
const SUMMING =
  /(?:这|上述|此)(?:几|一|两|三)?(?:块|些|项|种|个|套)?[\u4e00-\u9fff]{0,4}?(?:牌子|招牌|品牌|做法|模式|机制|制度|举措|平台|项目|载体)/gu;

/** One quotation with what speaks for and against it. */
interface Judged {
  readonly quote: Quote;
  readonly score: number;
  readonly rule: string;
  /** Words behind the quotation that end in a class noun, shortest first. */
  readonly classes: readonly string[];
  readonly vetoed: boolean;
}

/** Candidates of all quotations of the text; quotations of one name are judged together. */
export function quotedPrograms(scene: ProgramScene): readonly ProgramCandidate[] {
  const { text } = scene;
  const summed = coverage(text.bare.length, summingSpans(text.bare));
  const judged = text.quotes.flatMap((quote, index) =>
    quote.inner.length <= LONGEST && !text.inTitles[quote.start] ? [judge(quote, index, scene, summed)] : [],
  );
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const inner = stripEra(one.quote.inner);
    const group = groups.get(inner);
    if (group) group.push(one);
    else groups.set(inner, [one]);
  }
  const sure = new Map<string, { readonly score: number; readonly rule: string }>();
  for (const [inner, group] of groups) {
    const best = group.reduce((a, b) => (b.score > a.score ? b : a));
    const score = best.score + groupEvidence(inner, group, scene);
    if (score >= ACCEPTED && !group.every(({ vetoed }) => vetoed)) sure.set(inner, { score, rule: best.rule });
  }
  for (const inner of listedBeside(judged, sure, scene)) sure.set(inner, { score: ACCEPTED, rule: 'programs.listed' });

  return judged.flatMap((one) => {
    const inner = stripEra(one.quote.inner);
    const found = sure.get(inner);
    const group = groups.get(inner);
    if (!found || group?.[0] !== one) return [];
    const classes = [...new Set(group.flatMap((other) => other.classes))];
    return [{ ...nameOf(one.quote, inner, classes), ...found }];
  });
}

/** 新时代“枫桥经验” is the same program as “枫桥经验”. */
function stripEra(name: string): string {
  return name.replace(/^新时代(?:海岛)?/u, '');
}

function judge(quote: Quote, index: number, scene: ProgramScene, summed: Uint8Array): Judged {
  const { lexicon, text } = scene;
  const { inner } = quote;
  const before = clauseBefore(text.bare, listStart(index, text.quotes, text.bare), CLAUSE_REACH);
  const nextQuote = startAfter(text.quotes, index) ?? text.bare.length;
  const after = clauseAfter(text.bare, quote.end, Math.min(CLASS_REACH, nextQuote - quote.end)).replace(PHASE, '');
  const classes = classesBehind(after, scene);
  let score = 0;
  let rule = 'programs.quoted';
  const add = (weight: number, name: string) => {
    if (weight > 0 && (score <= 0 || weight >= 2)) rule = name;
    score += weight;
  };
  const namedSoFar = classes.length > 0;
  if (namedSoFar) add(EVIDENCE.classNoun, 'programs.quoted-class');
  else if (isPresented(after)) add(EVIDENCE.acts, 'programs.acts');
  else if (BEING_BUILT.test(after) && inner.length > SHORTEST) add(EVIDENCE.built, 'programs.quoted-weak-class');
  else if (lexicon.words('class-weak').startingAt(after, 0)) add(EVIDENCE.weakClass, 'programs.quoted-weak-class');
  if (lexicon.words('tail').endingAt(inner, inner.length) && inner.length > 2)
    add(EVIDENCE.tail, 'programs.quoted-tail');
  if (/[^+]\+./u.test(inner)) add(EVIDENCE.plus, 'programs.plus');
  if (/^[\u4e00-\u9fff]{2,4}式/u.test(inner) && lexicon.words('institution').endingAt(inner, inner.length))
    add(EVIDENCE.classNoun, 'programs.kind');
  if (SEVERAL_NUMERALS.test(inner) || DIGITS.test(inner)) add(EVIDENCE.numerals, 'programs.numeral');
  else if (ONE_NUMERAL.test(inner)) add(EVIDENCE.numeral, 'programs.numeral');
  const verb = governing(before, scene);
  if (verb) add(verb, 'programs.quoted-verb');
  if (lexicon.words('naming').endingAt(before, before.length) || /(?:^|[^命])名为$/u.test(before))
    add(EVIDENCE.naming, 'programs.named');
  else if (lexicon.words('naming-weak').endingAt(before, before.length)) add(EVIDENCE.weakNaming, 'programs.named');
  if (lexicon.words('by-right').startingAt(after, 0) || MADE_INTO.test(after)) add(EVIDENCE.means, 'programs.means');
  else if (lexicon.words('act-right').startingAt(after, 0)) add(EVIDENCE.acts, 'programs.acts');
  else if (STARTS_WITH.has(after.charAt(0)) && STARTS.test(clauseAfter(text.bare, quote.end, STARTS_REACH)))
    add(EVIDENCE.acts, 'programs.acts');
  else if (/[把将]$/u.test(before) && MADE_PART.test(after)) add(EVIDENCE.means, 'programs.means');
  const isSummed = summed[quote.start] || isSummedBehind(index, text.quotes, text.bare);
  if (score >= 0 && inner.length <= 8 && isSummed) add(EVIDENCE.summed, 'programs.summed');
  if (FIRST_OF_KIND.test(before)) add(EVIDENCE.verb, 'programs.quoted-verb');
  if (CREDITED.test(after)) add(EVIDENCE.acts, 'programs.acts');
  if (METHOD.test(inner)) add(EVIDENCE.tail, 'programs.quoted-tail');

  const isColumn = COLUMN.after.test(after) && COLUMN.before.test(before);
  const vetoed = isColumn || isVetoed(inner, after, scene);
  if (vetoed) score += VETO;
  if (lexicon.words('kill-right').startingAt(after, 0)) score += VETO;
  // 把“A”办成“B”: the word right before B speaks of B alone.
  const beside = clauseBefore(text.bare, quote.start, CLASS_REACH);
  if (
    [before, beside].some((words) =>
      lexicon.words('kill-left').endingAt(words.replace(/了$/u, ''), words.replace(/了$/u, '').length),
    )
  )
    score += DOUBT;
  if (SPEECH.test(inner)) score += namedSoFar ? DOUBT / 2 : DOUBT;
  if (SLOGAN.test(inner) && !namedSoFar) score += VETO;
  if (/[,;:]/u.test(inner) && !namedSoFar) score += VETO;
  if (inner.includes('、') && !namedSoFar && !PARALLEL.test(inner)) score += DOUBT;
  if (inner.length > LONGEST_PLAIN && !namedSoFar && !inner.includes('+')) score += VETO;
  if (inner.length <= SHORTEST && !namedSoFar) score += DOUBT;
  // 总结成一套“工作法”: a class noun by itself names nothing.
  if (lexicon.words('class').startingAt(inner, 0)?.length === inner.length) score += VETO;
  if (NICKNAME.test(inner) || (inner.startsWith('零') && !verb && !namedSoFar)) score += VETO;
  return { quote, score, rule, classes, vetoed };
}

function isVetoed(inner: string, after: string, { lexicon }: ProgramScene): boolean {
  if (/[。!?…]/u.test(inner) || ORDINAL.test(inner)) return true;
  if (inner.length < SHORTEST && !/^字?[型形式]/u.test(after)) return true;
  const project = /^(?:项目|工程|行动|专项行动|计划|机制)/u.test(after);
  return (project ? ['doctrine'] : ['doctrine', 'aim', 'metaphor']).some((list) => {
    const word = lexicon.words(list).endingAt(inner, inner.length);
    // 渔嫂瞭望哨: whose look-out it is makes a name of the figure of speech.
    const isOwned =
      list === 'metaphor' &&
      word !== null &&
      word.length > 1 &&
      inner.length - word.length > 1 &&
      hasTail(inner, lexicon);
    return word !== null && !isOwned && (word.length > 1 || inner.length <= 3);
  });
}

function hasTail(inner: string, lexicon: ProgramScene['lexicon']): boolean {
  return lexicon.words('tail').endingAt(inner, inner.length) !== null;
}

/** Evidence that a name gathers over the whole text. */
function groupEvidence(inner: string, group: readonly Judged[], { text }: ProgramScene): number {
  const quoted = group.length > 1 ? EVIDENCE.repeated : 0;
  const headline = group.some(({ quote }) => quote.start < text.bodyStart) ? EVIDENCE.headline : 0;
  const length = inner.length <= SHORTEST ? 0 : 1;
  return (quoted + headline) * length;
}

/** Weight of the verb that governs what follows `before`, 0 without one. */
function governing(before: string, { lexicon }: ProgramScene): number {
  for (let gap = 0; gap <= VERB_REACH && gap < before.length; gap += 1) {
    const end = before.length - gap;
    const near = gap <= NEAR;
    if (lexicon.verbs.made.endingAt(before, end) || lexicon.verbs.strong.endingAt(before, end))
      return near ? EVIDENCE.verb : EVIDENCE.farVerb;
    if (lexicon.verbs.weak.endingAt(before, end)) return near ? EVIDENCE.weakVerb : EVIDENCE.farWeakVerb;
    if (/[在从到由]/u.test(before[end - 1] as string)) return 0;
  }
  return 0;
}

/** Names without own proof that stand in one list with sure ones: “龙游通+全民网格”“舒心馆”. One carries the next, to the end of the list. */
function listedBeside(
  judged: readonly Judged[],
  sure: ReadonlyMap<string, unknown>,
  { text, nameEnds }: ProgramScene,
): readonly string[] {
  const found = new Set<string>();
  const isSure = ({ quote }: Judged) => sure.has(stripEra(quote.inner)) || found.has(stripEra(quote.inner));
  const take = (one: Judged, other: Judged, first: Quote, second: Quote) => {
    if (one.score < 0 || one.vetoed || one.quote.inner.length <= SHORTEST || isSure(one) || !isSure(other)) return;
    if (isBeside(first, second, text.bare, nameEnds)) found.add(stripEra(one.quote.inner));
  };
  for (let i = 1; i < judged.length; i += 1) {
    const [before, here] = judged.slice(i - 1, i + 1) as [Judged, Judged];
    take(here, before, before.quote, here.quote);
  }
  for (let i = judged.length - 2; i >= 0; i -= 1) {
    const [here, behind] = judged.slice(i, i + 2) as [Judged, Judged];
    take(here, behind, here.quote, behind.quote);
  }
  return [...found];
}

/** Spans of the sentence that words like 这几块牌子 stand in, up to them, with the sentence before. */
function summingSpans(bare: string): readonly Span[] {
  return [...bare.matchAll(SUMMING)].map(({ index }) => {
    const from = Math.max(0, index - SUMMED_REACH);
    const near = bare.slice(from, index);
    const sentence = near.lastIndexOf('。');
    const start = Math.max(near.lastIndexOf('。', sentence - 1), near.lastIndexOf('\n'), 0);
    return { start: from + start, end: index };
  });
}

function nameOf(quote: Quote, inner: string, classes: readonly string[]): Omit<ProgramCandidate, 'score' | 'rule'> {
  const forms = classes.flatMap((words) => [
    inner + words,
    ...(words.startsWith('工作') ? [inner + words.slice(2)] : []),
  ]);
  const own = classes.find((words) => words.length > 2);
  const isList = /、.*、/u.test(inner);
  const bland = inner.length <= SHORTEST || NUMBERS_ONLY.test(inner);
  const name = isList && own ? own : bland && classes[0] ? inner + (classes.at(-1) as string) : inner;
  const aliases = new Set([inner, ...forms, ...(isList && own ? [own] : [])]);
  aliases.delete(name);
  return { start: quote.start, end: quote.end, name, aliases: [...aliases] };
}
