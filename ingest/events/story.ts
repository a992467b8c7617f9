/** The state that carries on from sentence to sentence: the events told so far, the one at hand, and who speaks, so that 他强调 and 会上 find theirs. */
import { within } from '../spans.ts';
import type { DateMention, Participation, Sentence } from '../types.ts';
import { GOES_ON } from './leads.ts';
import { isAct, isSameEvent, mergeInto } from './merge.ts';
import { findOrganizers, namesOrganizers } from './organizers.ts';
import { findPresenters } from './presenters.ts';
import type { Draft, Reading } from './reading.ts';
import { PRONOUN_SPEAKS, rolesIn } from './roles.ts';
import { QUOTED_MEETING, setScene, takePlace } from './settings.ts';
import { stopsIn } from './stops.ts';

const AT_MEETING =
  /^[“]?(?:会上|会议|与会|座谈会|汇报会|通气会|推进会|大会|发言席上|会前|会后|仪式上|参加会议|出席会议|就[^，。]{0,8}(?:下一步|工作))/u;
/** 甲县在会上作交流发言 */
const IN_MEETING = /^[^。；“”]{0,40}(?:在|于)(?:会|会议|座谈会|推进会|现场会|大会)上/u;
/** “…”宣判后，审判长说: back to the trial, whatever was told of the case in between. */
const AFTER_TRIAL = /(?:^|[。，”])(?:庭审|宣判|休庭|闭庭)(?:结束)?[之以]?后[，,]/u;
/** Who was spoken of goes on: 今年3月，她与客户争执不下. */
const HE = /(?:^|，)[他她](?=[^们的])/u;
/** A deed told on: somebody comes to it, or the clock goes on. */
const JOINS =
  /(?:^|，)(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上?|深夜)?\d{1,2}[时点](?:\d{1,2}分)?(?:许|左右)?，|赶来|赶到|闻讯|身后跟着|带路|带着|带领|请来|会同|自告奋勇|当向导|赠送|解答|(?:现场|当场)[^，。；]{0,6}(?:发放|派发|咨询|示范|签下)|追着|锦旗|带队的|下令|得救|获救|脱险|脱困/u;
const ON_VISIT = /^(?:调研|考察|督导|检查|走访|随后|期间|一路|每到|第一站|在|来到|走进)/u;
/** No prose has longer sentences; what has is a table or a damaged scan, and is not read for events. In characters. */
export const LONGEST_SENTENCE = 1200;
/** What befalls somebody, where no rule knows the accident: 驾驶员某人被卡在驾驶室里. */
const BEFALLS = /被[卡困埋压夹]|遇险|落水|昏倒/u;
/** Deeds at which others speak than those who do them. */
const GATHERINGS: ReadonlySet<string> = new Set(['deed.lesson', 'deed.teaching', 'deed.court', 'scene.opening']);
const RECEPTION = 'visit.reception';

/** The state of reading one article. */
export class Story {
  readonly #reading: Reading;
  readonly #drafts: Draft[] = [];
  #current: Draft | null = null;
  /** Who was at the visit and at the talk that is told later. */
  #awaitTalk: readonly Participation[] = [];
  #speaker: string | null = null;
  /** Programs of the headline: what the first event is about, wherever the body names them. */
  readonly #titled: ReadonlySet<string>;

  constructor(reading: Reading) {
    this.#reading = reading;
    const headline = { start: 0, end: reading.doc.bodyStart };
    this.#titled = new Set(within(reading.programs, headline).map(({ name }) => name));
  }

  /** The date of the event at hand. */
  get date(): DateMention | null {
    return this.#current?.date ?? null;
  }

  /** Takes a draft in, or joins it with the event it tells of again; returns the one that stays. */
  add(draft: Draft): Draft {
    const known = [...this.#drafts].reverse().find((earlier) => isSameEvent(earlier, draft));
    if (known) {
      mergeInto(known, draft);
      if (known.rule !== QUOTED_MEETING) this.#current = known;
      return known;
    }
    const current = this.#current ?? this.#drafts.at(-1);
    // A talk is part of the visit, whatever was told in between.
    const outer = draft.isWithin && current && isAct(current) ? (this.#lastOf('inspection') ?? current) : current;
    this.#takeHook(draft);
    const goesOn =
      draft.isWithin || (draft.type === 'inspection' && outer?.actors.some((actor) => draft.actors.includes(actor)));
    // 6月21日，某人到某区学习。某区召开欢迎座谈会。
    const isBeside =
      draft.type === 'meeting' &&
      draft.date === null &&
      outer?.type === 'inspection' &&
      outer.sentence.paragraph >= 0 &&
      outer.sentence.index === draft.sentence.index - 1 &&
      outer.sentence.paragraph === draft.sentence.paragraph;
    if ((goesOn || isBeside) && outer && !draft.date?.date) draft.date = outer.date;
    if (outer) takePlace(draft, outer);
    setScene(this.#reading, draft);
    this.#takeAwaited(draft);
    this.#drafts.push(draft);
    // A plenum that is only quoted (省党代会提出…) does not become what the article goes on about.
    if (draft.rule !== QUOTED_MEETING) this.#current = draft;
    return draft;
  }

  /** 参加考察和座谈 · 赶来的民警: those told of before take part in the talk and in the rescue that follow. */
  #takeAwaited(draft: Draft): void {
    if (draft.type === 'meeting' && draft.rule !== RECEPTION && this.#awaitTalk.length > 0) {
      draft.participants.push(...this.#awaitTalk);
      this.#awaitTalk = [];
    }
    const accident = this.#current;
    const isAccident = accident?.type === 'incident' || (accident && BEFALLS.test(accident.names[0] ?? ''));
    const follows = isAccident && draft.sentence.paragraph - accident.sentence.paragraph <= 1;
    if (draft.type !== 'operation' || !accident || !follows) return;
    const came = accident.participants.filter(({ start }) => start >= accident.sentence.end);
    const { start, end } = accident.sentence;
    const saved = accident.actors.map((person) => ({
      person,
      role: 'attended' as const,
      start,
      end,
      rule: 'role.actor',
    }));
    draft.participants.push(...came, ...saved);
    accident.participants.splice(0, Infinity, ...accident.participants.filter((one) => !came.includes(one)));
  }

  /** 某人坐进了教室。当天，培训班在这里开班。: what somebody did is how the story of the event opens. */
  #takeHook(draft: Draft): void {
    const hook = this.#drafts.at(-1);
    const isHook = hook?.rule === 'happening.dated-act' && hook.sentence.index === draft.sentence.index - 1;
    if (!hook || !isHook || !GOES_ON.has(draft.type) || draft.date?.use !== 'same') return;
    this.#drafts.pop();
    draft.participants.push(
      ...hook.actors.map((person) => ({
        person,
        role: 'attended' as const,
        start: hook.sentence.start,
        end: hook.sentence.end,
        rule: 'role.actor',
      })),
    );
    if (draft.places.length === 0) draft.places.push(...hook.places);
  }

  read(sentence: Sentence, found: readonly Draft[]): void {
    const { text } = this.#reading.doc;
    const words = text.slice(sentence.start, sentence.end).trim();
    if (sentence.end - sentence.start > LONGEST_SENTENCE) return;
    for (const draft of found)
      if (this.#speaker !== null && isAct(draft) && HE.test(words)) draft.actors.push(this.#speaker);
    const here = found.map((draft) => this.add(draft));
    if (here.length === 0) this.#turn(sentence, words);
    const speaks = this.#takeRoles(sentence, words, here);
    const event = this.#current;
    if (!event) return;
    const span = { start: sentence.start, end: sentence.end };
    event.presenters.push(...findPresenters(this.#reading, sentence));
    const held = here.length === 0 && namesOrganizers(this.#reading, sentence) ? [event] : here;
    for (const draft of held) draft.organizers.push(...findOrganizers(this.#reading, sentence, draft));
    // Of a fire or a rescue only its own sentence tells; of a visit, what is said or seen on it; of a meeting all that follows.
    const isVisit = event.type === 'inspection';
    const isThere = speaks || within(this.#reading.persons, sentence).some(({ name }) => takesPart(event, name));
    // A team's visit is told without names: all of it is about what it saw.
    const isSeen = isThere || event.actors.length === 0 || stopsIn(this.#reading, sentence).length > 0;
    const goesOn = GOES_ON.has(event.type) || (isVisit && isSeen);
    const quoted = here.find(({ rule }) => rule === QUOTED_MEETING);
    for (const { name } of within(this.#reading.programs, sentence)) {
      if (here.length > 0 || goesOn || (event === this.#drafts[0] && this.#titled.has(name))) {
        (quoted ?? event).programs.push({ value: name, ...span, rule: 'event.about' });
      }
    }
    if (event.type === 'inspection' || event.rule === 'interview.visited') this.#takeStops(event, sentence);
  }

  /** The events in the order they were told. */
  get drafts(): readonly Draft[] {
    return this.#drafts;
  }

  /** The last event of a kind, receptions aside: they carry nothing on. */
  #lastOf(type: Draft['type'] | null): Draft | null {
    return [...this.#drafts].reverse().find((draft) => draft.type === type && draft.rule !== RECEPTION) ?? null;
  }

  /** Which event a sentence without a trigger speaks of. */
  #turn(sentence: Sentence, words: string): void {
    const last = (wanted: (draft: Draft) => boolean) =>
      [...this.#drafts].reverse().find((draft) => draft.rule !== RECEPTION && wanted(draft));
    const people = within(this.#reading.persons, sentence).map(({ name }) => name);
    if (this.#current?.rule === RECEPTION) this.#current = last(() => true) ?? this.#current;
    if (AT_MEETING.test(words) || IN_MEETING.test(words)) this.#current = this.#lastOf('meeting') ?? this.#current;
    else if (ON_VISIT.test(words) && this.#current?.type !== 'interview') {
      this.#current = this.#lastOf('inspection') ?? this.#current;
    }
    if (AFTER_TRIAL.test(words)) this.#current = last(({ rule }) => rule === 'deed.court') ?? this.#current;
    const isThere = (draft: Draft) => people.some((person) => takesPart(draft, person));
    const stays = this.#current && (isAround(this.#current, sentence) || AFTER_TRIAL.test(words));
    if (people.length > 0 && this.#current && !isThere(this.#current) && !stays) {
      this.#current = last(isThere) ?? last(({ type }) => type === 'interview') ?? this.#current;
    }
  }

  /** Gives the people of a sentence their roles; returns whether somebody speaks or acts in it. */
  #takeRoles(sentence: Sentence, words: string, here: readonly Draft[]): boolean {
    const roles = rolesIn(this.#reading, sentence);
    const span = { start: sentence.start, end: sentence.end };
    this.#awaitTalk = [
      ...this.#awaitTalk,
      ...roles.flatMap(({ person, role, rule, talks }) => (talks ? { person: person.name, role, ...span, rule } : [])),
    ];
    for (const { person, role, rule, at } of roles) {
      if (rule === 'role.met' && !this.#lastOf('inspection')) continue;
      const event = chooseEvent(here, role, person.name) ?? this.#lastOf(at) ?? this.#current;
      if (
        event &&
        here.length === 0 &&
        role === 'spoke' &&
        rule !== 'role.speaker' &&
        isAct(event) &&
        !speaksAt(event, person.name, sentence) &&
        !(event.rule === 'deed.court' && AFTER_TRIAL.test(words))
      )
        continue;
      if (event) this.#current = event;
      event?.participants.push({ person: person.name, role, ...span, rule });
    }
    const event = this.#current;
    const isElsewhen = within(this.#reading.dates, sentence).some(({ use }) => use === 'point');
    const isNear = event !== null && !isElsewhen && sentence.paragraph - event.sentence.paragraph <= 1;
    if (
      event &&
      isNear &&
      (isAct(event) || event.type === 'ceremony' || event.type === 'training') &&
      here.length === 0 &&
      JOINS.test(words)
    ) {
      for (const { name } of within(this.#reading.persons, sentence)) {
        if (!takesPart(event, name))
          event.participants.push({
            person: name,
            role: 'attended',
            ...span,
            rule: 'role.joined',
          });
      }
    }
    // 他 is who acted or spoke, not a companion.
    const named = roles.find(({ role }) => role !== 'attended')?.person.name ?? here[0]?.actors[0];
    const speaksOn = named === undefined && this.#speaker !== null && PRONOUN_SPEAKS.test(words);
    if (named) this.#speaker = named;
    else if (speaksOn) {
      const { start, end } = sentence;
      this.#current?.participants.push({
        person: this.#speaker as string,
        role: 'spoke',
        start,
        end,
        rule: 'role.pronoun',
      });
    } else if (roles.length === 0) this.#speaker = within(this.#reading.persons, sentence)[0]?.name ?? this.#speaker;
    return roles.length > 0 || speaksOn;
  }

  #takeStops(event: Draft, sentence: Sentence): void {
    for (const place of stopsIn(this.#reading, sentence)) {
      const isKnown = event.places.some(({ value, start }) => value === place.place.path && start === sentence.start);
      if (isKnown) continue;
      event.places.push({
        value: place.place.path,
        start: sentence.start,
        end: sentence.end,
        rule: 'visit.stop',
      });
    }
  }
}

/** Of a deed only who was there speaks, and where it is told; what is said of it later is comment. */
function speaksAt(event: Draft, person: string, { paragraph }: Sentence): boolean {
  if (event.type === 'meeting') return true;
  return (takesPart(event, person) || GATHERINGS.has(event.rule)) && event.sentence.paragraph === paragraph;
}

/** Whether a sentence goes on in the paragraph that told of a meeting: whoever speaks in it speaks there. */
function isAround({ type, sentence }: Draft, { paragraph }: Sentence): boolean {
  return type === 'meeting' && sentence.paragraph === paragraph;
}

function takesPart(draft: Draft, person: string): boolean {
  return draft.actors.includes(person) || draft.participants.some((participant) => participant.person === person);
}

/** Of several events in one sentence: a chair is at the meeting, others where they act. */
function chooseEvent(here: readonly Draft[], role: Participation['role'], person: string): Draft | undefined {
  if (here.length < 2) return here[0];
  if (role === 'chaired') return here.find(({ type }) => type === 'meeting') ?? here[0];
  return here.find(({ actors }) => actors.includes(person)) ?? here[0];
}
