/** What is carried from clause to clause while launches are read: subject, plans, speaker, topic. */
import { actingPlaces, subjectOf } from './launch-places.ts';
import type { Clause } from './launch-scene.ts';
import type { LaunchWords } from './launch-words.ts';
import type { ProgramMention } from './types.ts';

/** 要总结推广诸暨市“红枫义警”: the clauses behind go on about who is to copy it. */
const COPIED = /(?:推广|普及|总结|借鉴|复制)[^，。]{0,24}$/u;

/** What is known when a clause is reached. */
export interface State {
  paragraph: number;
  sentence: number;
  /** Places that the last clause spoke about. */
  subject: readonly string[];
  /** Sentence of the clause that named it. */
  subjectSentence: number;
  planned: boolean;
  /** Whether plans reach beyond their sentence: a leader urges (强调), or they say so (下一步). */
  urged: boolean;
  lasting: boolean;
  /** Whether the paragraph before ended by asking what comes next. */
  asked: boolean;
  /** The place of the last speaker, where his post tells it and it is not above the article's own. */
  speaker: string | null;
  /** Whether someone spoke since `subject` was named: his demands are on the article's place, not on the stop he stands at. */
  addressed: boolean;
  /** The program that 这一做法 and clauses without a program go on about, and its sentence. */
  topic: ProgramMention | null;
  topicSentence: number;
}

/** Before the first clause. */
export function startState(): State {
  return {
    paragraph: Number.NEGATIVE_INFINITY,
    sentence: -1,
    subject: [],
    subjectSentence: -1,
    planned: false,
    urged: false,
    lasting: false,
    asked: false,
    speaker: null,
    addressed: false,
    topic: null,
    topicSentence: -1,
  };
}

/** Plans end with the paragraph, with a report of what was done, and with the sentence unless they were urged or last. */
export function enterClause(clause: Clause, state: State, words: LaunchWords, speaker: string | null): void {
  const forget = { planned: state.asked, lasting: state.asked };
  if (clause.paragraph !== state.paragraph) {
    Object.assign(state, forget, { paragraph: clause.paragraph, subject: [], speaker: null, urged: false });
    Object.assign(state, { addressed: false, asked: false });
  }
  if (speaker !== null) {
    // 在青山村，村主任甲介绍: he speaks of where he stands, in the place of his post.
    const stands =
      state.subjectSentence === clause.sentence && state.subject.every((path) => path.startsWith(`${speaker}/`));
    Object.assign(state, { speaker, subject: stands ? state.subject : [speaker], addressed: false });
  }
  if (words.reports(clause.text)) Object.assign(state, { planned: false, lasting: false });
  if (clause.sentence !== state.sentence && !state.urged && !state.lasting) state.planned = false;
  state.sentence = clause.sentence;
}

/** 三地: what follows is about these places. */
export function pointTo(paths: readonly string[], sentence: number, state: State): void {
  Object.assign(state, { subject: paths, subjectSentence: sentence, speaker: null, addressed: false });
}

/** What a clause leaves behind: its subject, its program as topic, and whether what follows is urged. `denied` clauses name neither subject nor topic. */
export function leaveClause(clause: Clause, state: State, words: LaunchWords, denied: boolean): void {
  const subject = subjectOf(
    actingPlaces(clause).filter(({ start }) => !COPIED.test(clause.text.slice(0, start - clause.start))),
    clause,
  );
  if (subject && !denied) {
    state.subject = subject.paths;
    state.subjectSentence = clause.sentence;
    state.speaker = null;
    state.addressed = false;
  }
  if (clause.programs[0] && !denied && clause.sentence !== state.topicSentence) {
    state.topic = clause.programs[0];
    state.topicSentence = clause.sentence;
  }
  if (clause.text.trim() !== '') state.asked = denied && words.lasts(clause.text);
  const speech = words.speaks(clause.text);
  if (speech === null) return;
  state.planned = speech === 'demands';
  state.urged = speech !== 'says';
  state.addressed = state.speaker === null;
}
