/** Which place learned from which: 赴桐乡考察学习, 借鉴A的经验, 在B复制推广. */
import { type Clause, cutClauses, type LaunchContext, type PlaceGroup } from './launch-scene.ts';
import type { Document, LearningMention, PlaceMention, ProgramMention, Staged } from './types.ts';

const CONFIDENCE = { study: 0.9, borrow: 0.85, visit: 0.6, mutual: 0.4 } as const;
const STUDY =
  /学习考察|考察学习|取经|学习交流|交流学习|学习借鉴|观摩学习|参观学习|考察取经|学习|借鉴|观摩|对标学习|拜师/u;
const VISIT = /考察|交流|参观/u;
/** A body that travels to learn; an inspector (督导组, 调研组) does not. */
const DELEGATION = /考察团|考察组|代表团|党政代表|学习组|学习考察|考察学习|取经|一行|组团|团队|率队|带队/u;
const GOES = /(?:赴|到|来到|来|前往|抵达|走进|奔赴)$/u;
const BORROWS = /(?:学习|借鉴|对标|复制推广|复制|推广|引进|移植|照搬|参照|取自|效仿|吸收|学)(?:了)?$/u;
const EXPERIENCE = /^[^，。；]{0,14}?(?:经验|做法|模式|机制|制度|样板|工作法)/u;
const FROM_ABOVE = /督导|督查|检查|视察|巡视|慰问|暗访|专题调研|调研指导/u;
const MUTUAL = /交流互鉴|结对共建|互学互鉴|互学互比/u;
const COPIED = /(?:复制推广|复制|落地生根|落地|推广)/u;

/** Pairs of learner and model with the clause that says so; unnamed models (邻村, 先进地区) give none. */
export function findLearning(
  doc: Document,
  context: Pick<LaunchContext, 'places' | 'programs'> & Partial<LaunchContext>,
): Staged<LearningMention> {
  const clauses = cutClauses(doc, { organizations: [], dates: [], ...context });
  const found = new Map<string, LearningMention>();
  let subject: string | null = null;
  let paragraph = -2;
  for (const [index, clause] of clauses.entries()) {
    if (clause.paragraph !== paragraph) subject = null;
    paragraph = clause.paragraph;
    const next = clauses[index + 1];
    const sentence = next && next.sentence === clause.sentence ? clause.text + next.text : clause.text;
    for (const link of [
      ...visits(clause, sentence, subject),
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
      if (earlier && earlier.confidence >= link.confidence && (earlier.program !== null || program === null)) continue;
      found.set(key, { kind: 'Learning', start: clause.start, end: clause.end, ...link, program });
    }
    subject = clause.groups[0]?.paths.at(-1) ?? subject;
  }
  return { items: [...found.values()].sort((a, b) => a.start - b.start), issues: [] };
}

type Link = Pick<LearningMention, 'learner' | 'model' | 'program' | 'rule' | 'confidence'>;

/** A place does not learn from the county it lies in, nor from what lies in it. */
function unrelated({ learner, model }: Link): boolean {
  return !learner.startsWith(`${model}/`) && !model.startsWith(`${learner}/`);
}

/** A 赴|到|来 B 考察学习. */
function visits(clause: Clause, sentence: string, subject: string | null): readonly Link[] {
  if (FROM_ABOVE.test(sentence)) return [];
  const goal = clause.groups.findIndex((group) => GOES.test(before(clause, group)));
  if (goal < 0) return [];
  const target = clause.groups[goal] as PlaceGroup;
  const learner = clause.groups[goal - 1]?.paths.at(-1) ?? subject;
  if (!learner) return [];
  const behind = sentence.slice(target.end - clause.start);
  const team = DELEGATION.test(sentence);
  if (STUDY.test(behind))
    return target.paths.map((model) => ({
      learner,
      model,
      program: null,
      rule: 'learning.visit',
      confidence: CONFIDENCE.study,
    }));
  if (team && VISIT.test(behind) && !isAbove(learner, target))
    return target.paths.map((model) => ({
      learner,
      model,
      program: null,
      rule: 'learning.tour',
      confidence: CONFIDENCE.visit,
    }));
  return [];
}

/** Whether the learner is a superior by rank: a province's team in a county inspects. */
function isAbove(learner: string, target: PlaceGroup): boolean {
  return target.paths.every((path) => path.split('/').length > learner.split('/').length + 1);
}

/** A 借鉴|学习|复制 B 的经验; B 的 X 在 A 复制推广. */
function borrowings(clause: Clause, subject: string | null, places: readonly PlaceMention[]): readonly Link[] {
  const links: Link[] = [];
  for (const [index, group] of clause.groups.entries()) {
    const learner = clause.groups[index - 1]?.paths.at(-1) ?? subject;
    const model = group.paths.at(-1) as string;
    const behind = clause.text.slice(group.end - clause.start);
    if (learner && BORROWS.test(before(clause, group)) && EXPERIENCE.test(behind))
      links.push({
        learner,
        model,
        program: programBehind(clause, group),
        rule: 'learning.borrow',
        confidence: CONFIDENCE.borrow,
      });
    const goal = clause.groups[index + 1];
    const program = programBehind(clause, group);
    if (goal && program && /在$/u.test(before(clause, goal)) && COPIED.test(clause.text.slice(goal.end - clause.start)))
      links.push({
        learner: goal.paths.at(-1) as string,
        model,
        program,
        rule: 'learning.copied',
        confidence: CONFIDENCE.borrow,
      });
  }
  for (const program of clause.programs) {
    const own = places.find(({ start }) => start >= program.start - 1 && start < program.start + 2);
    const acting = clause.groups.findLast(({ end }) => end <= program.start)?.paths.at(-1) ?? subject;
    const text = clause.text.slice(0, program.start - clause.start).replace(/[“‘]$/u, '');
    if (
      own &&
      acting &&
      own.start < program.end &&
      BORROWS.test(text) &&
      /学|借鉴|复制|引进|移植|对标/u.test(text.slice(-4))
    )
      links.push({
        learner: acting,
        model: own.place.path,
        program: program.name,
        rule: 'learning.named',
        confidence: CONFIDENCE.borrow,
      });
  }
  return links;
}

/** A与B交流互鉴: each from the other. */
function exchanges(clause: Clause): readonly Link[] {
  if (!MUTUAL.test(clause.text)) return [];
  const paths = clause.groups.flatMap((group) => group.paths);
  const [first, second] = paths;
  if (!first || !second || paths.length > 2) return [];
  const link = (learner: string, model: string): Link => ({
    learner,
    model,
    program: null,
    rule: 'learning.mutual',
    confidence: CONFIDENCE.mutual,
  });
  return [link(first, second), link(second, first)];
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
