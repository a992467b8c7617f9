/** The events of one article, and the facts that hang on them. */

import { alignEvents, eventsOf, type FoundEvent } from './align-events.ts';
import type { GoldArticle, GoldEvent, Names } from './gold.ts';
import { type Category, type Check, compare, type Judgement, type Scored, type Shown, type Verdict } from './judge.ts';
import { allNames, isNamed, pathOf, squash } from './names.ts';
import { placeWords } from './quotes.ts';
import { type FoundFact, type Scene, unfound } from './scene.ts';

export function scoreEvents(gold: GoldArticle, scene: Scene): Scored {
  const found = eventsOf(scene);
  const pairs = alignEvents([...gold.events, ...gold.optional.events], found);
  const judgements: Judgement[] = [];
  const checks: Check[] = [];
  for (const annotated of gold.events) {
    const event = pairs.get(annotated);
    if (event) {
      const shown = { ...scene.showEntity(event.event), item: nameOf(annotated) };
      judgements.push({ category: 'events', verdict: 'right', ...shown });
      checks.push(...checksOf(annotated, event));
    } else {
      const shown = unfound(nameOf(annotated), sentenceOf(annotated, scene));
      judgements.push({ category: 'events', verdict: 'missed', ...shown });
    }
    judgements.push(...factsOf(gold, annotated, event, scene));
  }
  const required = new Set(gold.events.flatMap((annotated) => pairs.get(annotated) ?? []));
  const optional = new Set(gold.optional.events.flatMap((annotated) => pairs.get(annotated) ?? []));
  for (const event of found) {
    if (!required.has(event)) judgements.push(...whole(event, optional.has(event) ? 'optional' : 'wrong', scene));
  }
  return { judgements, checks };
}

const nameOf = ({ names }: GoldEvent): string => names[0] as string;

function sentenceOf({ names, participants, places }: GoldEvent, scene: Scene): string | null {
  const words = [participants.map(({ person }) => person), places.flat().flatMap(placeWords)];
  return scene.quotes.naming(names) ?? scene.quotes.naming(...words.filter((group) => group.length > 0));
}

function checksOf(gold: GoldEvent, { event, date }: FoundEvent): readonly Check[] {
  const name = nameOf(gold);
  const type: Check = {
    measure: 'eventType',
    right: gold.type === event.type,
    item: `${name}: ${gold.type}, found ${event.type}`,
  };
  if (gold.date === null) return [type];
  return [type, { measure: 'eventDate', right: gold.date === date, item: `${name}: ${gold.date}, found ${date}` }];
}

/** The facts of an annotated event; without `event` all of them are missed. */
function factsOf(
  article: GoldArticle,
  gold: GoldEvent,
  event: FoundEvent | undefined,
  scene: Scene,
): readonly Judgement[] {
  const name = nameOf(gold);
  const { naming } = scene.quotes;
  const roles = compare({
    category: 'roles',
    gold: gold.participants,
    found: event?.roles ?? [],
    same: (a, b) => a.person === b.person && a.role === b.role,
    showGold: ({ person, role }) => unfound(roleText(person, role, name), naming([person])),
    showFound: ({ person, role, found }) => scene.showFact(found, roleText(person, role, name)),
  });
  // A superior of a venue, or a place the article lists as doubtful, is neither asked for nor counted as wrong.
  const doubtful = [...article.optional.places, ...gold.places.map((paths) => paths.flatMap(superiors))];
  const linked = (
    category: Category,
    asked: readonly Names[],
    found: readonly FoundFact[],
    end: 'from' | 'to',
    optional: readonly Names[],
    same: (names: Names, fact: FoundFact) => boolean = (names, fact) => isNamed(names, fact[end]),
  ): readonly Judgement[] =>
    compare({
      category,
      gold: asked,
      found,
      optional,
      same,
      showGold: (names) => unfound(linkText(name, names[0] as string), naming(names.flatMap(placeWords))),
      showFound: (fact) => scene.showFact(fact, linkText(name, pathOf(fact[end]))),
    }).judgements;
  const { programs, organizations, optional } = article;
  return [
    ...roles.judgements,
    ...linked('held_in', gold.places, event?.venues ?? [], 'to', doubtful, (paths, { to }) =>
      paths.includes(pathOf(to)),
    ),
    ...linked('presenters', gold.presenters, event?.presenters ?? [], 'from', [], isPresenter),
    ...linked(
      'about',
      gold.programs.map((program) => allNames(program, [...programs, ...optional.programs])),
      event?.programs ?? [],
      'to',
      optional.programs,
    ),
    ...linked(
      'organized',
      gold.organizers.map((body) => allNames(body, [...organizations, ...optional.organizations])),
      event?.organizers ?? [],
      'from',
      optional.organizations,
    ),
  ];
}

const roleText = (person: string, role: string, event: string): string => `${person} ${role} @ ${event}`;
const linkText = (event: string, other: string): string => `${event} @ ${other}`;

function superiors(path: string): Names {
  const parts = path.split('/');
  return parts.map((_, length) => parts.slice(0, length).join('/'));
}

function isPresenter(names: Names, { from }: FoundFact): boolean {
  const accepted = names.map(squash);
  return [from.path ?? from.name, from.name, ...from.aliases].some((form) => accepted.includes(squash(form)));
}

/** An event that no annotated one asks for, with all its facts. */
function whole(event: FoundEvent, verdict: Verdict, scene: Scene): readonly Judgement[] {
  const { name } = event.event;
  const linked = (category: Category, facts: readonly FoundFact[], end: 'from' | 'to'): readonly Judgement[] =>
    facts.map((fact) => ({ category, verdict, ...scene.showFact(fact, linkText(name, pathOf(fact[end]))) }));
  const shown: Shown = scene.showEntity(event.event);
  return [
    { category: 'events', verdict, ...shown },
    ...event.roles.map(
      ({ person, role, found }): Judgement => ({
        category: 'roles',
        verdict,
        ...scene.showFact(found, roleText(person, role, name)),
      }),
    ),
    ...linked('held_in', event.venues, 'to'),
    ...linked('presenters', event.presenters, 'from'),
    ...linked('about', event.programs, 'to'),
    ...linked('organized', event.organizers, 'from'),
  ];
}
