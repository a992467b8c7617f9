/** Which place created, practises or plans which program. */
import type { Stage } from '../graph/model.ts';
import { type Clause, cutClauses, type LaunchContext, type PlaceGroup } from './launch-scene.ts';
import { type Act, LAUNCH_WORDS, type LaunchWords } from './launch-words.ts';
import type { Document, LaunchMention, PlaceMention, ProgramMention, Staged } from './types.ts';

const CONFIDENCE = { explicit: 0.9, carried: 0.75, home: 0.6, spread: 0.8, own: 0.85 } as const;
const KNOWN = 'programs.known';
/** A program so near the start of its clause goes on a list that the clause before began. */
const LIST_START = 1;
const OWN_NAME =
  /^(?:平安|法治|清廉|数字|美丽|智慧|信用|健康|活力|善治|幸福|书香|无废|诚信|文明|和谐|绿美|两美)([\u4e00-\u9fff]{2,4})$/u;
/** 自治州 and the like behind a stem. */
const LONGEST_SUFFIX = 6;
/** 按照…要求: a program referred to, not acted upon. */
const REFERRED = /^(?:按照|根据|贯彻|依据|遵照).*(?:要求|部署|精神|意见|规定|安排)[，,]?$/u;
const SEVERAL =
  /这(?:[几些两三]|[一]?[个项套种])[\u4e00-\u9fff]{0,4}(?:牌子|招牌|品牌|做法|模式|机制|制度|举措|平台|项目|经验)/u;
/** Behind a program in the name of a meeting. */
const TOPIC = /^[”’]?[\u4e00-\u9fff]{0,16}?(?:会议|推进会|现场会|座谈会|大会|交流会|部署会|工作会)/u;
/** Behind a program that is only part of a body's or a zone's name. */
const PART_OF_NAME =
  /^[”’]?(?:指挥部|办公室|领导小组|工作专班|片区|示范点|示范园|产业园|学院|局|办|委员会|联席会议|创新研究|研究院|基金)/u;
const EXPERIENCE = /^([\u4e00-\u9fff]{2,3})(?:经验|模式|做法|工作法)$/u;
/** 宁海县村级小微权力清单: the place that made it begins its name. */
const NAMED_BY_PLACE = /^[\u4e00-\u9fff]{1,8}?[省市县区镇乡村]/u;
/** 借鉴桐乡“三治融合”: whoever is learned from made it. */
const BORROWED = /(?:借鉴|学习|复制|引进|对标|移植|照搬)了?$/u;
/** A clause that goes on: 是龙游县模环乡的首创. */
const CREDITS = /^(?:正是|是|由|系|出自|来自)/u;
/** What the whole country does is no row of any place. */
const NATIONAL = /全国|我国|公安部|最高人民法院|最高人民检察院|中央/u;
const STAGE_ORDER: readonly Stage[] = ['origin', 'practised', 'planned'];

/** What is known when a clause is reached. */
interface State {
  paragraph: number;
  /** Places that the last clause spoke about. */
  subject: readonly string[];
  /** 要 and 将 reach over clauses to the next speaker or paragraph. */
  planned: boolean;
  /** Whether plans reach beyond their sentence: a leader urges (强调), or they say so (下一步). */
  urged: boolean;
  lasting: boolean;
  sentence: number;
  /** Whether someone spoke since `subject` was named: his demands are on the article's place, not on the stop he stands at. */
  addressed: boolean;
  /** The program that 这一做法 and clauses without a program go on about. */
  topic: ProgramMention | null;
  topicSentence: number;
}

/** A launch, and whether it only stands in a headline or in a meeting's name, where the body may know better. */
interface Offer extends LaunchMention {
  readonly weak: boolean;
}

/** A place for a program, and how it was found. */
interface Found {
  readonly paths: readonly string[];
  readonly rule: string;
  readonly confidence: number;
}

/**
 * Programs in places: one mention for each pair, with the best stage the text gives it (origin, then practised, then planned);
 * the span is the clause that says so. Nothing is read from negated or conditional clauses.
 */
export function findLaunches(
  doc: Document,
  context: LaunchContext,
  words: LaunchWords = LAUNCH_WORDS,
): Staged<LaunchMention> {
  const clauses = cutClauses(doc, context);
  const home = mainPlace(doc, context, clauses);
  const best = new Map<string, Offer>();
  const offer = (launch: Offer) => {
    const key = `${launch.program}\n${launch.place}`;
    const earlier = best.get(key);
    if (!earlier || rank(launch) < rank(earlier))
      best.set(key, { ...launch, date: launch.date ?? earlier?.date ?? null });
  };
  const state: State = {
    paragraph: -2,
    subject: [],
    planned: false,
    urged: false,
    lasting: false,
    sentence: -1,
    addressed: false,
    topic: null,
    topicSentence: -1,
  };
  for (const [index, clause] of clauses.entries()) {
    if (clause.paragraph !== state.paragraph)
      Object.assign(state, {
        paragraph: clause.paragraph,
        subject: [],
        planned: false,
        urged: false,
        lasting: false,
        addressed: false,
      });
    const subject = clauseSubject(clause);
    if (words.reports(clause.text)) Object.assign(state, { planned: false, lasting: false });
    const plans = words.plans(clause.text);
    if (clause.sentence !== state.sentence && !state.urged && !state.lasting) state.planned = false;
    state.sentence = clause.sentence;
    const carried = state.planned;
    if (plans >= 0) {
      state.planned = true;
      state.lasting ||= words.lasts(clause.text);
    }
    if (!words.denies(clause.text)) {
      for (const program of clause.programs)
        launchOf(program, {
          clause,
          previous: clauses[index - 1],
          state,
          home,
          words,
          plans,
          carried,
          places: context.places,
        }).forEach(offer);
      if (clause.programs.length === 0) spreadOf(clause, recentClauses(clauses, index), state, words).forEach(offer);
    }
    if (subject && !words.denies(clause.text)) {
      state.subject = subject.paths;
      state.addressed = false;
    }
    if (clause.programs[0] && !(state.topic && clause.sentence === state.topicSentence)) {
      state.topic = clause.programs[0];
      state.topicSentence = clause.sentence;
    }
    const speech = words.speaks(clause.text);
    if (speech) {
      state.planned = speech === 'demands';
      state.urged = speech !== 'says';
      state.addressed = true;
    }
  }
  bornAtHome(doc, context, clauses).forEach(offer);
  const items = [...best.values()].map(({ weak: _, ...launch }) => launch);
  return { items: items.sort((a, b) => a.start - b.start || a.end - b.end), issues: [] };
}

/** The smaller the better: what the body says before headlines and names of meetings, then by stage. */
function rank({ stage, weak }: Offer): number {
  return STAGE_ORDER.indexOf(stage) + (weak ? STAGE_ORDER.length : 0);
}

/** 后陈经验 comes from 后陈村, where the article names that place beside its experience. */
function bornAtHome(doc: Document, { places, programs }: LaunchContext, clauses: readonly Clause[]): readonly Offer[] {
  return programs.flatMap((program) => {
    const stem = EXPERIENCE.exec(program.name)?.[1];
    const own =
      stem &&
      places.find(({ place, start, end }) => {
        const last = place.path.split('/').at(-1) ?? '';
        const outside = !programs.some((other) => other.start <= start && end <= other.end);
        return (
          outside &&
          place.level !== 'province' &&
          place.level !== 'country' &&
          last.startsWith(stem) &&
          last.length <= stem.length + 2
        );
      });
    const clause = clauses.find(({ start, end }) => start <= program.start && program.start < end);
    if (!own || !clause || clause.start < doc.bodyStart) return [];
    return [
      {
        kind: 'Launch' as const,
        start: clause.start,
        end: clause.end,
        program: program.name,
        place: own.place.path,
        stage: 'origin' as const,
        date: null,
        dateText: null,
        rule: 'launches.named-after',
        confidence: CONFIDENCE.own,
        weak: false,
      },
    ];
  });
}

/** The clauses before one in its sentence and in the sentence before, of the same paragraph. */
function recentClauses(clauses: readonly Clause[], index: number): readonly Clause[] {
  const { sentence, paragraph } = clauses[index] as Clause;
  let from = index;
  while (
    from > 0 &&
    (clauses[from - 1] as Clause).sentence >= sentence - 1 &&
    (clauses[from - 1] as Clause).paragraph === paragraph
  )
    from -= 1;
  return clauses.slice(from, index);
}

/** What one clause is read with. */
interface Reading {
  readonly clause: Clause;
  readonly previous: Clause | undefined;
  readonly state: State;
  readonly home: string | null;
  readonly words: LaunchWords;
  readonly places: readonly PlaceMention[];
  /** Position of the first sign of planning in the clause, or -1. */
  readonly plans: number;
  /** Whether an earlier clause said that what follows is planned. */
  readonly carried: boolean;
}

function launchOf(program: ProgramMention, reading: Reading): readonly Offer[] {
  const { clause, previous, plans, carried } = reading;
  const at = program.start - clause.start;
  const behind = clause.text.slice(program.end - clause.start);
  if (REFERRED.test(clause.text) || PART_OF_NAME.test(behind)) return [];
  const found = placesFor(program, reading);
  const act = actOn(program, reading) ?? (['owner', 'own', 'borrowed'].includes(found.rule) ? 'practised' : null);
  const intends = carried || (plans >= 0 && (plans < at || act !== 'origin'));
  if (!act && !intends) return [];
  const made = act === 'origin' || (act === 'origin-soft' && program.rule !== KNOWN);
  const stage: Stage =
    act === 'birthplace' || found.rule === 'borrowed'
      ? 'origin'
      : intends || TOPIC.test(behind)
        ? 'planned'
        : made
          ? 'origin'
          : 'practised';
  return found.paths.map((place) => ({
    kind: 'Launch' as const,
    start: clause.start,
    end: clause.end,
    program: program.name,
    place,
    stage,
    ...dateOf(clause, previous),
    rule: `launches.${found.rule}`,
    confidence: Math.min(found.confidence, program.confidence),
    weak: clause.paragraph < 0 || TOPIC.test(behind),
  }));
}

function actOn(program: ProgramMention, { clause, previous, words }: Reading): Act | null {
  const at = program.start - clause.start;
  const own = words.verb(clause.text, at, program.end - clause.start);
  if (own || !previous || previous.sentence !== clause.sentence || at > LIST_START) return own;
  return words.verb(previous.text, previous.text.length, previous.text.length);
}

function placesFor(program: ProgramMention, { clause, state, home, places, plans }: Reading): Found {
  const own = ownPlace(program, places);
  if (own) return { paths: [own], rule: 'own', confidence: CONFIDENCE.own };
  const before = usable(clause).filter(({ end }) => end <= program.start);
  const owner = before.findLast(({ end }) =>
    /^的?[“‘]?$/u.test(clause.text.slice(end - clause.start, program.start - clause.start)),
  );
  if (owner) {
    const borrowed = BORROWED.test(clause.text.slice(0, owner.start - clause.start));
    return { paths: owner.paths, rule: borrowed ? 'borrowed' : 'owner', confidence: CONFIDENCE.explicit };
  }
  const chosen = pick(before, clause);
  if (!chosen && NATIONAL.test(clause.text.slice(0, program.start - clause.start)))
    return { paths: [], rule: 'national', confidence: 0 };
  if (chosen) return { paths: chosen.paths, rule: 'subject', confidence: CONFIDENCE.explicit };
  const behind = usable(clause).find(
    ({ start }) =>
      start >= program.end && /(?:在|是|于|由|向|覆盖|为)$/u.test(clause.text.slice(0, start - clause.start)),
  );
  if (behind) return { paths: behind.paths, rule: 'place-behind', confidence: CONFIDENCE.explicit };
  if (state.subject.length > 0 && !(state.addressed && (state.planned || plans >= 0)))
    return { paths: state.subject, rule: 'carried', confidence: CONFIDENCE.carried };
  return { paths: home ? [home] : [], rule: 'home', confidence: CONFIDENCE.home };
}

/** The place in a name like 平安湖州: such a program is that place's own, whoever speaks of it. A country's (平安中国) is everyone's. */
function ownPlace(program: ProgramMention, places: readonly PlaceMention[]): string | null {
  const stem = OWN_NAME.exec(program.name)?.[1];
  const printed = places.find(
    ({ place, start, end }) => start === program.start && end < program.end && place.level !== 'country',
  );
  if (printed && NAMED_BY_PLACE.test(program.name)) return printed.place.path;
  for (const { place } of places) {
    const parts = place.path.split('/');
    const at = parts.findIndex(
      (part) => stem !== undefined && part.startsWith(stem) && part.length <= stem.length + LONGEST_SUFFIX,
    );
    if (at >= 0 && place.level !== 'country') return parts.slice(0, at + 1).join('/');
  }
  return null;
}

/** Groups that can be the place of what the clause says: not 为全省, 对标全国, 在全省率先. */
function usable(clause: Clause): readonly PlaceGroup[] {
  return clause.groups.filter((group) => {
    const before = clause.text.slice(Math.max(0, group.start - clause.start - 3), group.start - clause.start);
    const after = clause.text.slice(group.end - clause.start, group.end - clause.start + 4);
    if (/(?:走在|为|比|对标|按照|根据|落实|贯彻|经|受|来自|不同于|向)$/u.test(before) && !/走向$|推向$/u.test(before))
      return false;
    const scope = clause.text[group.start - clause.start] === '全' || before.endsWith('在');
    return !(scope && /^(?:率先|首|前列|领先|第|范围内率先)/u.test(after));
  });
}

/** Of several groups the one the clause is about: a stop (在, 到, 赴) before the first, the narrower of nested ones. */
function pick(groups: readonly PlaceGroup[], clause: Clause): PlaceGroup | null {
  const stop = groups.findLast((group) =>
    /(?:在|到|赴|来|进|于|走进|深入|来到)$/u.test(clause.text.slice(0, group.start - clause.start)),
  );
  if (stop) return stop;
  return groups.reduce<PlaceGroup | null>((best, group) => {
    if (!best) return group;
    const nested = best.paths.length === 1 && group.paths.every((path) => path.startsWith(`${best.paths[0]}/`));
    return nested ? group : best;
  }, null);
}

function clauseSubject(clause: Clause): PlaceGroup | null {
  return pick(usable(clause), clause);
}

/**
 * A clause without a program that goes on about the ones just named: where it went (在金华、在全省推开), or who made all of
 * them (这几块牌子，都是岱山自己创出来的).
 */
function spreadOf(clause: Clause, recent: readonly Clause[], state: State, words: LaunchWords): readonly Offer[] {
  const several =
    recent.some(({ text, sentence }) => sentence === clause.sentence && SEVERAL.test(text)) ||
    SEVERAL.test(clause.text);
  const credits = CREDITS.test(clause.text) && state.topicSentence === clause.sentence;
  const act = several || credits ? words.verb(clause.text, clause.text.length, clause.text.length) : null;
  const spreads = words.spreads(clause.text);
  if (!act && !spreads) return [];
  const pointed = /这|该|其/u.test(clause.text);
  const paths = pick(usable(clause), clause)?.paths ?? (pointed ? state.subject : []);
  const programs = several && act ? recent.flatMap((one) => one.programs) : state.topic ? [state.topic] : [];
  const stage: Stage = state.planned ? 'planned' : act === 'origin' ? 'origin' : 'practised';
  return programs.flatMap((program) =>
    paths.map((place) => ({
      kind: 'Launch' as const,
      start: clause.start,
      end: clause.end,
      program: program.name,
      place,
      stage,
      ...dateOf(clause, undefined),
      rule: act ? 'launches.summed' : 'launches.spread',
      confidence: Math.min(CONFIDENCE.spread, program.confidence),
      weak: false,
    })),
  );
}

/** The date of the clause, or of a clause before it that is nothing but a date (2019年，). */
function dateOf(clause: Clause, previous: Clause | undefined): Pick<LaunchMention, 'date' | 'dateText'> {
  const usable = (dates: Clause['dates']) =>
    dates.find(({ date, use }) => date !== null && use !== 'vague' && use !== 'same');
  const own = usable(clause.dates);
  const lead = previous && previous.sentence === clause.sentence ? usable(previous.dates) : undefined;
  const found =
    own ?? (lead && previous && lead.end - lead.start >= previous.text.trim().length - 2 ? lead : undefined);
  return { date: found?.date ?? null, dateText: found ? '' : null };
}

/** The place an article is about: the narrowest of its headline, else of its first sentences, else the paper's home. */
function mainPlace(doc: Document, { places }: LaunchContext, clauses: readonly Clause[]): string | null {
  const deepest = (groups: readonly PlaceGroup[]) =>
    groups
      .flatMap(({ paths }) => paths)
      .reduce<string | null>(
        (best, path) => (!best || path.split('/').length > best.split('/').length ? path : best),
        null,
      );
  const headline = deepest(clauses.filter(({ paragraph }) => paragraph < 0).flatMap(({ groups }) => groups));
  if (headline) return headline;
  for (const clause of clauses) if (clause.paragraph >= 0 && clause.groups.length > 0) return deepest(clause.groups);
  return places.find(({ place }) => place.level !== 'country')?.place.path ?? doc.home;
}
