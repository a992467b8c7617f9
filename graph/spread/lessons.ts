/** Arrows from whom was learned to who learned, at the level of the picture. */
import type { SpreadLesson } from './figures.ts';
import { placeAt } from './place-levels.ts';
import type { Lesson, SpreadLevel } from './types.ts';

/** Only what texts say, and only between different places of the level; who is above the level stays where the text has him. */
export function lessonsAt(lessons: readonly Lesson[], level: SpreadLevel): readonly SpreadLesson[] {
  return lessons.flatMap(({ learner, model, when, key, evidence, confidence }) => {
    const from = placeAt(learner.id, level) ?? learner.id;
    const to = placeAt(model.id, level) ?? model.id;
    if (from === to) return [];
    return [
      { learner: from, model: to, learnerPlace: learner.id, modelPlace: model.id, when, key, evidence, confidence },
    ];
  });
}
