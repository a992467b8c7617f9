/** One annotated article against what was extracted from it: names, posts and launches (events are in score-events.ts). */
import type { Entity } from '../../ingest/contract.ts';
import type { GoldArticle, GoldLaunch, GoldLearning, GoldPost, Names } from './gold.ts';
import { type Check, compare, type Judgement, type Scored, type Shown } from './judge.ts';
import { allNames, isNamed, isSamePost, pathOf } from './names.ts';
import { placeWords } from './quotes.ts';
import { type FoundFact, type Scene, unfound } from './scene.ts';
import { scoreEvents } from './score-events.ts';

export function scoreArticle(gold: GoldArticle, scene: Scene): Scored {
  const launches = scoreLaunches(gold, scene);
  const events = scoreEvents(gold, scene);
  return {
    judgements: [
      ...scoreByline(gold, scene),
      ...scoreNames(gold, scene),
      ...scorePosts(gold, scene),
      ...events.judgements,
      ...launches.judgements,
      ...scoreLearning(gold, scene),
    ],
    checks: [...events.checks, ...launches.checks],
  };
}

function scoreByline(gold: GoldArticle, { article }: Scene): readonly Judgement[] {
  const show = ({ name, role }: GoldArticle['byline'][number]): Shown => unfound(`${name} ${role}`, null);
  return compare({
    category: 'byline',
    gold: gold.byline,
    found: article.byline,
    same: (a, b) => a.name === b.name && a.role === b.role,
    showGold: show,
    showFound: show,
  }).judgements;
}

function scoreNames(gold: GoldArticle, scene: Scene): readonly Judgement[] {
  const reporters = new Set(gold.byline.map(({ name }) => name));
  const named = (
    category: 'persons' | 'places' | 'organizations' | 'programs',
    found: readonly Entity[],
    same: (names: Names, entity: Entity) => boolean = isNamed,
  ): readonly Judgement[] =>
    compare({
      category,
      gold: gold[category],
      found,
      optional: gold.optional[category],
      same,
      showGold: (names) => unfound(names[0] as string, scene.quotes.naming(names.flatMap(placeWords))),
      showFound: scene.showEntity,
    }).judgements;
  return [
    ...named(
      'persons',
      scene.of('Person').filter(({ name }) => !reporters.has(name)),
    ),
    ...named('places', scene.of('Place'), (paths, place) => paths.includes(pathOf(place))),
    ...named('organizations', scene.of('Organization')),
    ...named('programs', scene.of('Program')),
  ];
}

function scorePosts(gold: GoldArticle, scene: Scene): readonly Judgement[] {
  return compare<GoldPost, FoundFact>({
    category: 'posts',
    gold: gold.posts,
    found: scene.facts.filter(({ fact }) => fact.type === 'HOLDS'),
    optional: gold.optional.posts,
    repeats: true,
    same: ([person, titles], { fact: { title = '' }, from, to }) => {
      const readings = [title, ...[to.name, ...to.aliases].map((body) => body + title)];
      return person.includes(from.name) && titles.some((gold) => readings.some((reading) => isSamePost(reading, gold)));
    },
    showGold: ([person, titles]) => unfound(`${person[0]} ${titles[0]}`, scene.quotes.naming(person, titles)),
    showFound: (found) => scene.showFact(found, `${found.from.name} ${found.to.name}|${found.fact.title}`),
  }).judgements;
}

function scoreLaunches(gold: GoldArticle, scene: Scene): Scored {
  const namesOf = (program: string): Names => allNames(program, [...gold.programs, ...gold.optional.programs]);
  const { pairs, judgements } = compare<GoldLaunch, FoundFact>({
    category: 'launched',
    gold: gold.launched,
    found: scene.facts.filter(({ fact }) => fact.type === 'LAUNCHED_IN'),
    optional: gold.optional.launched,
    repeats: true,
    same: ({ program, place }, { from, to }) => isNamed(namesOf(program), from) && place.includes(pathOf(to)),
    showGold: ({ program, place }) =>
      unfound(`${program} → ${place[0]}`, scene.quotes.naming(namesOf(program), place.flatMap(placeWords))),
    showFound: (found) => scene.showFact(found, `${found.from.name} → ${pathOf(found.to)}`),
  });
  const checks = pairs.map(([{ program, place, stage }, { fact }]): Check => {
    return {
      measure: 'stage',
      right: stage === fact.stage,
      item: `${program} → ${place[0]}: ${stage}, found ${fact.stage}`,
    };
  });
  return { judgements, checks };
}

function scoreLearning(gold: GoldArticle, scene: Scene): readonly Judgement[] {
  const words = ({ learner, model }: GoldLearning): string => `${learner[0]} ← ${model[0]}`;
  return compare<GoldLearning, FoundFact>({
    category: 'learned',
    gold: gold.learned,
    found: scene.facts.filter(({ fact }) => fact.type === 'LEARNED_FROM'),
    optional: gold.optional.learned,
    same: ({ learner, model }, { from, to }) => learner.includes(pathOf(from)) && model.includes(pathOf(to)),
    showGold: (item) =>
      unfound(words(item), scene.quotes.naming(item.learner.flatMap(placeWords), item.model.flatMap(placeWords))),
    showFound: (found) => scene.showFact(found, `${pathOf(found.from)} ← ${pathOf(found.to)}`),
  }).judgements;
}
