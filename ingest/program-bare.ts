/** Names without quotation marks that a class noun ends: 出租房隐患集中排查专项整治行动, 县级矛调中心建设, GIS信息资源平台. */
import { EVIDENCE, type ProgramCandidate, type ProgramScene } from './program-candidates.ts';
import { isVerb, longestStem } from './program-shapes.ts';
import { clauseAfter, clauseBefore } from './program-text.ts';
import type { Token } from './segment.ts';
import type { Span } from './types.ts';

/** Most characters before the class noun. */
const LONGEST_MODIFIER = 18;
const SHORTEST_DISTINCTIVE = 2;
/** Evidence of an unquoted class noun: of an act (工程, 行动) and of the others (机制, 体系), which are often unnamed. */
const ACT = 1;
const PLATFORM = 0.7;
const MECHANISM = 0.2;
const LATIN = 1;
const LONG_NAME = 0.5;
const LONG_MODIFIER = 5;
const CAMPAIGN_MODIFIER = 8;
const REPEATED = 1;
const HEADLINE = 0.5;
const BUILT = 0.7;
const PREFIX = 0.6;
const POINTING_REACH = 100;
const VERB_REACH = 14;
const POINTER = /这[个一套项]|该|此/gu;
const POINTER_GAP = 4;
const LIMIT = /[、()《》/|]/u;
/** 健全县、乡、村三级|综治中心. */
const TIERS = /[省市州县区乡镇街村、]{1,8}[两三四]级$/u;
const TIERS_REACH = 12;
const CENTRE_LEVEL = 1;
const CENTRE_BUILT = 2;
/** Evidence of an adjective with a noun (智慧政法): it is being built, a verb governs it, it is in the headline, such kinds are usual. */
const KIND_BUILT = 1.2;
const KIND_GOVERNED = 0.7;
const KIND_HEADLINE = 0.4;
const KIND_SCENE = 0.8;

interface Bare extends Span {
  readonly name: string;
  readonly modifier: string;
  readonly noun: string;
  readonly governed: number;
}

/** P8, P9. */
export function classNamed(scene: ProgramScene): readonly ProgramCandidate[] {
  const { lexicon, text } = scene;
  const { bare, bodyStart } = text;
  const found: Bare[] = [];
  const nouns = lexicon.words('strong');
  for (let i = 0; i < bare.length; i += 1) {
    const noun = nouns.startingAt(bare, i);
    if (!noun) continue;
    const end = i + noun.length;
    const one = readBare(scene, i, end, found.at(-1) ?? null);
    if (one) found.push(one);
    i = end - 1;
  }
  const tails = countTails(found);
  return found.map(({ name, modifier, noun, governed, start, end }) => {
    const act = lexicon.words('act').has(noun);
    const kind = act ? ACT : lexicon.words('platform').has(noun) ? PLATFORM : MECHANISM;
    const latin = /[A-Za-z]/u.test(modifier) ? LATIN : 0;
    const long = modifier.length >= LONG_MODIFIER ? LONG_NAME : 0;
    const campaign = act && modifier.length >= CAMPAIGN_MODIFIER ? LONG_NAME : 0;
    const again = (tails.get(name) ?? 0) > 1 || pointedAt(bare, end, noun);
    const repeated = again ? REPEATED : 0;
    const headline = start < bodyStart ? HEADLINE : 0;
    const built = /^(?:建设|创建|上线|现场会|现场推进会|推进会|动员|部署会|启动仪式)/u.test(bare.slice(end, end + 6))
      ? BUILT
      : 0;
    const prefix = lexicon.words('prefix').startingAt(modifier, 0) ? PREFIX : 0;
    const score = kind + governed + latin + long + campaign + repeated + headline + built + prefix;
    return { start, end, name, aliases: [], rule: latin ? 'programs.latin' : 'programs.bare-class', score };
  });
}

/** How many names end in each name or part of a name. */
function countTails(found: readonly Bare[]): ReadonlyMap<string, number> {
  const tails = new Map<string, number>();
  for (const { name, noun } of found)
    for (let i = 0; i <= name.length - noun.length; i += 1)
      tails.set(name.slice(i), (tails.get(name.slice(i)) ?? 0) + 1);
  return tails;
}

/** Whether the text soon goes on about 这个平台, 该系统. */
function pointedAt(bare: string, end: number, noun: string): boolean {
  const after = bare.slice(end, end + POINTING_REACH);
  for (const { index, 0: pointer } of after.matchAll(POINTER)) {
    const at = after.indexOf(noun, index + pointer.length);
    if (at >= 0 && at - index - pointer.length <= POINTER_GAP) return true;
  }
  return false;
}

function readBare(scene: ProgramScene, nounStart: number, nounEnd: number, previous: Bare | null): Bare | null {
  const { bare, inQuotes, inTitles, edges } = scene.text;
  const { lexicon } = scene;
  const next = bare.slice(nounEnd, nounEnd + 2);
  if (lexicon.words('not-after').startingAt(next, 0) || lexicon.words('strong').startingAt(bare, nounEnd)) return null;
  if (inTitles[nounStart] || inQuotes[nounStart] || inQuotes[nounEnd - 1]) return null;
  let left = nounStart;
  const window = clauseBefore(bare, nounStart, LONGEST_MODIFIER + 4);
  const from = nounStart - window.length;
  while (left > from && !edges.has(left) && !scene.nameEnds.has(left) && !LIMIT.test(bare[left - 1] as string))
    left -= 1;
  if (edges.has(left) && inQuotes[left - 1]) return null;
  const tokens = scene.segment(bare.slice(left, nounEnd));
  let start = nounStart;
  let governor: Token | null = null;
  for (let i = tokens.length - 1; i >= 0; i -= 1) {
    const token = tokens[i] as Token;
    if (left + token.end > nounStart) {
      start = Math.min(start, left + token.start);
      continue;
    }
    const first = i === 0 || ends(tokens[i - 1] as Token, scene, true);
    if (ends(token, scene, first)) {
      governor = token;
      break;
    }
    start = left + token.start;
  }
  const modifier = bare.slice(start, nounStart);
  const noun = bare.slice(nounStart, nounEnd);
  const thing = lexicon.words('act').has(noun) || lexicon.words('platform').has(noun);
  const named = distinctive(modifier, scene) >= SHORTEST_DISTINCTIVE || (thing && modifier.length >= LONG_MODIFIER);
  if (modifier.length > LONGEST_MODIFIER || !named) return null;
  const listed = previous !== null && previous.end + 1 === start && bare[previous.end] === '、';
  const far = governor?.word === '的' ? governedFromAfar(bare, start, scene) : 0;
  const governed = governor ? verbWeight(start, scene) + far : listed ? previous.governed : 0;
  return { start, end: nounEnd, name: modifier + noun, modifier, noun, governed };
}

/** Whether a name cannot run over this word. A verb that also makes nouns ends it only where nothing stands before it (`first`). */
function ends({ word, tag }: Token, { lexicon }: ProgramScene, first: boolean): boolean {
  if (/^(?:[a-zA-Z0-9+.]+|[春夏秋冬]季|百日)$/u.test(word)) return false;
  if (!first && lexicon.words('nominal').has(word)) return false;
  return (
    /^[pcuryd]/u.test(tag) || /^(?:m|q|t|f)$/u.test(tag) || lexicon.words('stop').has(word) || isVerb(word, lexicon)
  );
}

/** Weight of a verb before a description: 开展为期三个月的夏季治安清查整治行动. */
function governedFromAfar(bare: string, start: number, { lexicon: { verbs } }: ProgramScene): number {
  const before = clauseBefore(bare, start, VERB_REACH);
  for (let i = 0; i < before.length; i += 1)
    if (verbs.made.startingAt(before, i) || verbs.strong.startingAt(before, i)) return EVIDENCE.farWeakVerb;
  return 0;
}

/** Weight of the verb that ends at `start`. */
function verbWeight(start: number, { lexicon: { verbs }, text: { bare } }: ProgramScene): number {
  if (verbs.made.endingAt(bare, start)) return EVIDENCE.verb;
  if (verbs.strong.endingAt(bare, start)) return EVIDENCE.farVerb;
  return verbs.weak.endingAt(bare, start) ? EVIDENCE.farWeakVerb : 0;
}

/** Characters of a modifier that are no generic word. */
function distinctive(modifier: string, { lexicon }: ProgramScene): number {
  const generic = lexicon.words('generic');
  let count = 0;
  for (let i = 0; i < modifier.length; i += 1) {
    const word = generic.startingAt(modifier, i);
    if (word) i += word.length - 1;
    else count += 1;
  }
  return count;
}

/** P10: a kind of centre that places are told to set up; one concrete centre is an organization. */
export function centreKinds(scene: ProgramScene): readonly ProgramCandidate[] {
  const { bare, bodyStart } = scene.text;
  const { lexicon } = scene;
  const found: ProgramCandidate[] = [];
  const centres = lexicon.words('centre');
  for (let i = 0; i < bare.length; i += 1) {
    const centre = centres.startingAt(bare, i);
    if (!centre) continue;
    const end = i + centre.length;
    const tiers = TIERS.exec(clauseBefore(bare, i, TIERS_REACH))?.[0];
    const level = tiers ?? lexicon.words('level').endingAt(bare, i);
    const after = clauseAfter(bare, end, 16).replace(/^\([^()]{2,10}\)/u, '');
    const built = /^(?:建设|全覆盖|规范化|标准化|实体化|提档|运行机制|改革)/u.test(after);
    const governed = built ? 0 : verbWeight(i - (level?.length ?? 0), scene);
    const atPlace = scene.nameEnds.has(i);
    const score =
      (level && !atPlace ? CENTRE_LEVEL + (tiers && governed > 0 ? CENTRE_LEVEL : governed) : 0) +
      (built ? CENTRE_BUILT : 0) +
      (i < bodyStart && !atPlace ? 0.5 : 0);
    const wide = !tiers && level?.endsWith('级') ? level : '';
    const inBrackets = /^\(([^()]{2,10})\)/u.exec(clauseAfter(bare, end, 14))?.[1];
    const aliases = [centre, `${wide}${centre}建设`, ...(inBrackets ? [inBrackets] : [])].filter(
      (alias) => alias !== wide + centre,
    );
    found.push({ start: i - wide.length, end, name: wide + centre, aliases, rule: 'programs.centre', score });
    i = end - 1;
  }
  return addRepeats(found);
}

/** A kind that is named again and again gains what one mention lacks. */
function addRepeats(candidates: readonly ProgramCandidate[]): readonly ProgramCandidate[] {
  const counts = new Map<string, number>();
  for (const { name, score } of candidates) if (score > 0) counts.set(name, (counts.get(name) ?? 0) + 1);
  return candidates.map((one) =>
    (counts.get(one.name) ?? 0) > 1 && one.score > 0 ? { ...one, score: one.score + 0.5 } : one,
  );
}

/** Adjective + noun that is being built: 未来乡村建设, 深化智慧政法建设, 美丽河湖创建. */
export function prefixedKinds(scene: ProgramScene): readonly ProgramCandidate[] {
  const { bare, bodyStart } = scene.text;
  const { lexicon, segment } = scene;
  const found: ProgramCandidate[] = [];
  const prefixes = lexicon.words('prefix');
  for (let i = 0; i < bare.length; i += 1) {
    const prefix = prefixes.startingAt(bare, i);
    if (!prefix || lexicon.words('common').startingAt(bare, i)) continue;
    const nounAt = i + prefix.length;
    if (longestStem(bare, nounAt, scene.stems)) continue;
    const tokens = segment(clauseAfter(bare, nounAt, 8));
    let end = nounAt;
    for (const token of tokens) {
      if (!/^n|^vn$|^b$|^an$/u.test(token.tag) || /^建设|^创建|^工作/u.test(token.word) || isVerb(token.word, lexicon))
        break;
      end = nounAt + token.end;
      if (end - nounAt >= 3) break;
    }
    const noun = bare.slice(nounAt, end);
    if (noun.length < 2 || noun.length > 5 || (lexicon.words('generic').has(noun) && noun !== '乡村')) continue;
    const before = clauseBefore(bare, i, 6);
    const governed = [lexicon.verbs.made, lexicon.verbs.strong, lexicon.verbs.weak].some((verbs) =>
      verbs.endingAt(before, before.length),
    );
    const zone = lexicon.words('zone').startingAt(bare, end);
    const built = /^(?:建设|创建|试点|工程|突破工程)/u.test(
      bare.slice(end + (zone?.length ?? 0), end + (zone?.length ?? 0) + 4),
    );
    const scenic = lexicon.words('scene').has(noun);
    const score =
      (built ? KIND_BUILT : 0) +
      (governed ? KIND_GOVERNED : 0) +
      (i < bodyStart ? KIND_HEADLINE : 0) +
      (scenic && (built || governed) ? KIND_SCENE : 0);
    const name = prefix + noun;
    if (zone && score > 0)
      found.push({
        start: i,
        end: end + zone.length,
        name: name + zone,
        aliases: [`${name}${zone}建设`],
        rule: 'programs.zone',
        score,
      });
    if (score > 0)
      found.push({ start: i, end, name, aliases: [`${name}建设`, `${name}创建`], rule: 'programs.prefix-kind', score });
    i = Math.max(i, end - 1);
  }
  return addRepeats(addRepeats(found));
}
