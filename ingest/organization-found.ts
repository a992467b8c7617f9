/** What was read of one document so far, with what the readers of its bodies ask. */
import type { Gazetteer } from './gazetteer.ts';
import { type LeftPart, leftPartReader } from './organization-extent.ts';
import { isKindOfBody } from './organization-kinds.ts';
import type { NamedOrganization } from './organization-names.ts';
import { SeatReader } from './organization-seats.ts';
import type { BareTail, ReadOrganization } from './organization-unify.ts';
import type { OrganizationWords, Tail } from './organization-words.ts';
import type { Document, PlaceMention } from './types.ts';

/** Longest name built from parts of parts (市公安局刑侦支队一大队), in characters. */
const LONGEST_NAME = 40;
/** How many forms of a name its parts inherit. */
const INHERITED_FORMS = 6;

/** The bodies of one document, added from left to right. Offsets count UTF-16 units of its text. */
export class FoundOrganizations {
  readonly text: string;
  readonly seats: SeatReader;
  readonly words: OrganizationWords;
  /** What stands before a tail that begins at `at`, read no further left than `floor`. */
  readonly leftPart: (at: number, floor: number) => LeftPart;
  readonly #found: (ReadOrganization | BareTail)[] = [];

  constructor(doc: Document, places: readonly PlaceMention[], gazetteer: Gazetteer, words: OrganizationWords) {
    this.text = doc.text;
    this.words = words;
    this.seats = new SeatReader(doc, places, gazetteer, words);
    this.leftPart = leftPartReader(doc.text, this.seats, words);
  }

  get all(): readonly (ReadOrganization | BareTail)[] {
    return this.#found;
  }

  /** The body that was added last; undefined where nothing or a bare tail was. */
  get last(): ReadOrganization | undefined {
    const last = this.#found.at(-1);
    return last && 'name' in last ? last : undefined;
  }

  /** The body whose name ends so and that was added last. */
  lastEndingWith(letter: string): ReadOrganization | undefined {
    return this.#found.findLast((one): one is ReadOrganization => 'name' in one && one.name.endsWith(letter));
  }

  /** @param rule the end of the rule's name */
  add(start: number, end: number, named: NamedOrganization, tail: string, rule: string, confidence: number): void {
    this.#found.push({ ...named, start, end, tail, rule: `organizations.${rule}`, confidence });
  }

  /** A body inside the body that ends right before it: 拱墅区公安分局|刑侦大队. A name that grows too long is not added. */
  addPart(parent: ReadOrganization, at: number, end: number, own: string): void {
    const { text } = this;
    const aliases = [
      text.slice(parent.start, end),
      own,
      ...parent.aliases.slice(0, INHERITED_FORMS).map((alias) => alias + own),
    ];
    const name = parent.name + own;
    if (name.length > LONGEST_NAME) return;
    const forms = [...new Set(aliases)].filter((alias) => alias !== name && alias.length > 2);
    this.add(parent.start, end, { name, aliases: forms, seat: parent.seat }, text.slice(at, end), 'part', 0.85);
  }

  /** A tail that nothing before it makes a name. */
  addBare(start: number, end: number, tail: string): void {
    this.#found.push({ start, end, tail });
  }

  takeBackLast(): void {
    this.#found.pop();
  }

  /** Whether the words before a tail say a kind of body; `hasParent` where another body ends right before them. */
  isKind(left: LeftPart, tail: Tail, hasParent: boolean): boolean {
    const anyLevel = left.level !== '' && this.seats.isAnyLevel(left.start);
    return isKindOfBody(this.text, left, tail, hasParent, anyLevel, this.words);
  }
}
