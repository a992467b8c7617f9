/** Reads organizations off a text from left to right: bodies of party and state by their seat, others by the words before their tail. */
import type { Gazetteer } from './gazetteer.ts';
import { committeeAt } from './organization-committees.ts';
import { FoundOrganizations } from './organization-found.ts';
import { nameOrganization, policeOf } from './organization-names.ts';
import { bureauAt, unitAt } from './organization-offices.ts';
import { addOpen } from './organization-open.ts';
import { addSeated } from './organization-seated.ts';
import type { BareTail, ReadOrganization } from './organization-unify.ts';
import type { OrganizationWords, Tail } from './organization-words.ts';
import type { Document, PlaceMention } from './types.ts';

/** Longest and shortest bare name of a place before a paper (衢州|日报), in characters. */
const LONGEST_BARE_NAME = 4;
const SHORTEST_BARE_NAME = 2;

/** Every body of the document and every tail that names none by itself, in the order in which they end. */
export function readOrganizations(
  doc: Document,
  places: readonly PlaceMention[],
  gazetteer: Gazetteer,
  words: OrganizationWords,
): readonly (ReadOrganization | BareTail)[] {
  const found = new FoundOrganizations(doc, places, gazetteer, words);
  for (let at = 0; at < doc.text.length; at++) {
    const end =
      committee(found, at) ??
      police(found, at) ??
      paper(found, at, gazetteer) ??
      tailed(found, at) ??
      unitAt(found, at) ??
      bureauAt(found, at);
    if (end !== null) at = end - 1;
  }
  return found.all;
}

function committee(found: FoundOrganizations, at: number): number | null {
  const read = committeeAt(found.text, at, found.seats, found.words);
  if (read === null) return null;
  found.add(read.start, read.end, read.named, read.tail, 'committee', read.confidence);
  return read.end;
}

/** 义乌公安: the police of a place. */
function police(found: FoundOrganizations, at: number): number | null {
  const { text } = found;
  const place = found.seats.placeAt.get(at);
  if (!place || !text.startsWith('公安', at) || found.words.policeNotAfter.has(text[at + 2] ?? '')) return null;
  if (place.place.level !== 'city' && place.place.level !== 'county') return null;
  const printed = text.slice(place.start, at + 2);
  const named = nameOrganization(policeOf(place.place.path), place.place.path);
  found.add(place.start, at + 2, { ...named, aliases: [...named.aliases, printed] }, '公安局', 'police', 0.85);
  return at + 2;
}

/** 衢州日报. */
function paper(found: FoundOrganizations, at: number, gazetteer: Gazetteer): number | null {
  const { text, words } = found;
  const kind = words.papers.startingAt(text, at);
  if (!kind) return null;
  const start = bareNameBefore(text, at, gazetteer);
  if (start === null) return null;
  const end = at + kind.length;
  const name = text.slice(start, end);
  // 接受某法治报记者采访: who reports is no party to what is told.
  if (text.startsWith('记者', end)) return end;
  const house = text[end] === '社' ? end + 1 : end;
  const office = words.paperOffices.startingAt(text, house);
  if (office !== null) {
    const named = { name: `${name}社${office}`, aliases: [name + office, office], seat: null };
    found.add(start, house + office.length, named, office, 'paper', 0.85);
    return house + office.length;
  }
  found.add(start, end, { name, aliases: [`${name}社`], seat: null }, kind, 'paper', 0.9);
  return end;
}

/** Where the bare name of a place starts that ends at `at`; in a paper's name it is no place mention. */
function bareNameBefore(text: string, at: number, gazetteer: Gazetteer): number | null {
  for (let length = LONGEST_BARE_NAME; length >= SHORTEST_BARE_NAME; length--) {
    if (at >= length && gazetteer.stemmed(text.slice(at - length, at)).length > 0) return at - length;
  }
  return null;
}

/** A body whose tail a list has. */
function tailed(found: FoundOrganizations, at: number): number | null {
  const tail = found.words.tailAt(found.text, at);
  // 交警支队|支队长: the second is of the post.
  if (!tail || found.text.endsWith(tail.word, at)) return null;
  const end = at + tail.word.length;
  const add = tail.kind === 'national' ? addNational : tail.kind === 'seated' ? addSeated : addOpen;
  return add(found, at, end, tail) ? end : null;
}

function addNational(found: FoundOrganizations, at: number, end: number, { word }: Tail): boolean {
  if (word === '中央' && !found.words.centreRight.startingAt(found.text, end)) return false;
  found.add(at, end, nameOrganization(word, null), word, 'national', 0.95);
  return true;
}
