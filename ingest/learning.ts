/** Which place learned from which: 赴桐乡考察学习, 借鉴A的经验, 在B复制推广. */
import { type Clause, cutClauses, type LaunchContext, type PlaceGroup } from './launch-scene.ts';
import { firstFrom } from './spans.ts';
import type { Document, LearningMention, PlaceMention, ProgramMention, Staged } from './types.ts';

/** Of two ways in which one clause or another states the same pair, the more explicit one stands: the smaller number. */
const EXPLICITNESS = {
  'learning.visit': 0,
  'learning.borrow': 1,
  'learning.taken': 1,
  'learning.copied': 1,
  'learning.named': 1,
  'learning.tour': 2,
  'learning.mutual': 3,
} as const;
const STUDY =
  /学习考察|考察学习|取经|学习交流|交流学习|学习借鉴|观摩学习|参观学习|考察取经|学习|借鉴|观摩|对标学习|拜师/u;
const VISIT = /考察|交流|参观/u;
/** A body that travels to learn; an inspector (督导组, 调研组) does not. */
const DELEGATION = /考察团|考察组|代表团|党政代表|学习组|学习考察|考察学习|取经|一行|组团|团队|率队|带队/u;
const GOES = /(?:赴|到|来到|来|前往|抵达|走进|奔赴)$/u;
const BORROWS = /(?:学习|借鉴|对标|复制推广|复制|推广|引进|移植|照搬|参照|取自|效仿|吸收|学)(?:了)?$/u;
/** 从桐乡引进“三治融合”: from where it was taken. */
const TAKEN = /^[^，。；]{0,24}?(?:引进|引入|移植|复制|带回|学来|学到|取来)/u;
const EXPERIENCE = /^[^，。；]{0,14}?(?:经验|做法|模式|机制|制度|样板|工作法)/u;
const FROM_ABOVE = /督导|督查|检查|视察|巡视|慰问|暗访|专题调研|调研指导/u;
const COMES = /^[^，。]{0,8}(?:前来|慕名而来|专程来|赶来)[^，。]{0,4}(?:学习|取经|观摩|考察学习)/u;
const MUTUAL = /交流互鉴|结对共建|互学互鉴|互学互比/u;
const COPIED = /(?:复制推广|复制|落地生根|落地|推广)/u;

/** Pairs of learner and model with the clause that says so; unnamed models (邻村, 先进地区) give none. `clauses` where they are cut already. */
export function findLearning(
  doc: Document,
  context: Pick<LaunchContext, 'places' | 'programs'> & Partial<LaunchContext>,
  clauses: readonly Clause[] = cutClauses(doc, { organizations: [], dates: [], ...context }),
): Staged<LearningMention> {
  const found = new Map<string, LearningMention & Link>();
  let subject: string | null = null;
  let paragraph = -2;
  for (const [index, clause] of clauses.entries()) {
    if (clause.paragraph !== paragraph) subject = null;
    paragraph = clause.paragraph;
    const next = clauses[index + 1];
    const sentence = next && next.sentence === clause.sentence ? clause.text + next.text : clause.text;
    for (const link of [
      ...visits(clause, next?.sentence === clause.sentence ? next : null, sentence, subject),
      ...borrowings(clause, subject, context.places),
      ...exchanges(clause),
    ]) {
      if (link.learner === link.model || !unrelated(link)) continue;
      const key = `${link.learner}\n${link.model}`;
      const program =
        link.program ??
        (clause.programs[0] ?? (next?.sentence === clause.sentence ? next.programs[0] : undefined))?.name ??
        null;
      const earlier = found.get(key);
      if (earlier && isAsExplicit(earlier, link) && (earlier.program !== null || program === null)) continue;
      found.set(key, { kind: 'Learning', start: clause.start, end: clause.end, ...link, program });
    }
    subject = clause.groups[0]?.paths.at(-1) ?? subject;
  }
  return { items: [...found.values()].sort((a, b) => a.start - b.start), issues: [] };
}

type Rule = keyof typeof EXPLICITNESS;
type Link = Pick<LearningMention, 'learner' | 'model' | 'program'> & { readonly rule: Rule };

function isAsExplicit(earlier: Link, later: Link): boolean {
  return EXPLICITNESS[earlier.rule] <= EXPLICITNESS[later.rule];
}

/** A place does not learn from the county it lies in, nor from what lies in it. */
function unrelated({ learner, model }: Link): boolean {
  return !learner.startsWith(`${model}/`) && !model.startsWith(`${learner}/`);
}

/** A 赴|到|来 B 考察学习; and B …, A 派员前来学习取经. */
function visits(clause: Clause, next: Clause | null, sentence: string, subject: string | null): readonly Link[] {
  if (FROM_ABOVE.test(sentence)) return [];
  const goal = clause.groups.findIndex((group) => GOES.test(before(clause, group)));
  const target = clause.groups[goal];
  if (!target) {
    const guests = clause.groups[0];
    const comes = subject && guests && COMES.test(clause.text.slice(guests.end - clause.start));
    return comes ? links(guests.paths, [subject], 'learning.visit') : [];
  }
  const learners = clause.groups[goal - 1]?.paths ?? (subject ? [subject] : next?.groups[0]?.paths);
  if (!learners) return [];
  const behind = sentence.slice(target.end - clause.start);
  if (STUDY.test(behind)) return links(learners, target.paths, 'learning.visit');
  if (!DELEGATION.test(sentence) || !VISIT.test(behind)) return [];
  return links(
    learners.filter((learner) => !isAbove(learner, target)),
    target.paths,
    'learning.tour',
  );
}

function links(learners: readonly string[], models: readonly string[], rule: Rule): readonly Link[] {
  return learners.flatMap((learner) => models.map((model) => ({ learner, model, program: null, rule })));
}

/** Whether the learner is a superior by rank: a province's team in a county inspects. */
function isAbove(learner: string, target: PlaceGroup): boolean {
  return target.paths.every((path) => path.split('/').length > learner.split('/').length + 1);
}

/** A 借鉴|学习|复制 B 的经验; A 从 B 引进 X; B 的 X 在 A 复制推广. */
function borrowings(clause: Clause, subject: string | null, places: readonly PlaceMention[]): readonly Link[] {
  const found: Link[] = [];
  for (const [index, group] of clause.groups.entries()) {
    const learner = clause.groups[index - 1]?.paths.at(-1) ?? subject;
    const model = group.paths.at(-1) as string;
    const behind = clause.text.slice(group.end - clause.start);
    if (learner && BORROWS.test(before(clause, group)) && EXPERIENCE.test(behind))
      found.push({
        learner,
        model,
        program: programBehind(clause, group),
        rule: 'learning.borrow',
      });
    const taken = clause.programs.find(({ start }) => start >= group.end);
    if (learner && taken && /[从自]$/u.test(before(clause, group)) && TAKEN.test(behind))
      found.push({ learner, model, program: taken.name, rule: 'learning.taken' });
    const goal = clause.groups[index + 1];
    const program = programBehind(clause, group);
    if (goal && program && /在$/u.test(before(clause, goal)) && COPIED.test(clause.text.slice(goal.end - clause.start)))
      found.push({
        learner: goal.paths.at(-1) as string,
        model,
        program,
        rule: 'learning.copied',
      });
  }
  for (const program of clause.programs) {
    const near = places[firstFrom(places, program.start - 1)];
    const own = near && near.start < program.start + 2 ? near : undefined;
    const acting = clause.groups.findLast(({ end }) => end <= program.start)?.paths.at(-1) ?? subject;
    const text = clause.text.slice(0, program.start - clause.start).replace(/[“‘]$/u, '');
    if (
      own &&
      acting &&
      own.start < program.end &&
      BORROWS.test(text) &&
      /学|借鉴|复制|引进|移植|对标/u.test(text.slice(-4))
    )
      found.push({
        learner: acting,
        model: own.place.path,
        program: program.name,
        rule: 'learning.named',
      });
  }
  return found;
}

/** A与B交流互鉴: each from the other. */
function exchanges(clause: Clause): readonly Link[] {
  if (!MUTUAL.test(clause.text)) return [];
  const paths = clause.groups.flatMap((group) => group.paths);
  const [first, second] = paths;
  if (!first || !second || paths.length > 2) return [];
  return [...links([first], [second], 'learning.mutual'), ...links([second], [first], 'learning.mutual')];
}

function before(clause: Clause, group: PlaceGroup): string {
  return clause.text.slice(0, group.start - clause.start);
}

/** The program that a place's name stands before: 桐乡“三治融合”经验. */
function programBehind(clause: Clause, group: PlaceGroup): string | null {
  const program: ProgramMention | undefined = clause.programs.find(
    ({ start }) => start >= group.end && start - group.end <= 4,
  );
  return program?.name ?? null;
}
