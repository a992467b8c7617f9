/** Where new nodes land: on a ring around the node they were expanded from. Nothing that is there already moves. */
import type { Placed, Spot } from './view.ts';

/** Wide enough that labels of eight characters at neighbouring slots do not touch. */
const RING = 170;
/** Between two rings: a node, two lines of label and a date. */
const RING_STEP = 120;
const SLOTS = 12;
/** Nodes closer than this, across and down, lie on each other's labels: eight characters wide, three lines high. */
export const ROOM = { x: 112, y: 86 };
const MAX_RINGS = 40;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Places for `ids` around `anchor`, spread evenly, each at the free slot nearest to where an even spread would put it.
 * Slots are 30° apart on the first ring and as dense on the wider ones.
 */
export function placeAround(anchor: Point, ids: readonly string[], taken: readonly Point[]): readonly Spot[] {
  const occupied = [...taken];
  const away = awayFrom(anchor, taken);
  return ids.map((id, index) => {
    const wanted = away + (index * 2 * Math.PI) / Math.max(1, Math.min(ids.length, SLOTS));
    const spot = freeSlot(anchor, wanted, occupied);
    occupied.push(spot);
    return { id, ...spot };
  });
}

/** Each new node beside the first shown node it is related to; a relation to another new one counts once that is placed. */
export function placeRelated(
  shown: readonly Placed[],
  added: readonly string[],
  relations: readonly { readonly from: string; readonly to: string }[],
): readonly Placed[] {
  const places = new Map(shown.map((node) => [node.id, node]));
  const placed: Placed[] = [];
  let waiting = [...added];
  while (waiting.length > 0) {
    const anchorOf = (id: string) =>
      relations
        .flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
        .find((other) => places.has(other));
    const id = waiting.find((other) => anchorOf(other) !== undefined) ?? (waiting[0] as string);
    const anchor = places.get(anchorOf(id) ?? '');
    const taken = [...places.values()];
    const spot = anchor ? (placeAround(anchor, [id], taken)[0] as Placed) : { id, ...placeApart(taken) };
    places.set(id, spot);
    placed.push(spot);
    waiting = waiting.filter((other) => other !== id);
  }
  return placed;
}

/**
 * Places for the nodes of a path between two others: evenly along the line, moved off it, left and right in turn, where something
 * stands already.
 */
export function placeBetween(from: Point, to: Point, ids: readonly string[], taken: readonly Point[]): readonly Spot[] {
  const occupied = [...taken];
  const length = Math.max(1, distance(from, to));
  const across = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  return ids.map((id, index) => {
    const share = (index + 1) / (ids.length + 1);
    const on = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    const spots = Array.from({ length: 2 * MAX_RINGS }, (_, step) => {
      const off = (step % 2 === 0 ? -1 : 1) * Math.ceil(step / 2) * RING_STEP;
      return { x: Math.round(on.x + across.x * off), y: Math.round(on.y + across.y * off) };
    });
    const spot = spots.find((one) => occupied.every((other) => apart(one, other))) ?? (spots.at(-1) as Point);
    occupied.push(spot);
    return { id, ...spot };
  });
}

/** A place for a node that belongs to nothing shown: right of all that is there, or the middle of an empty canvas. */
export function placeApart(taken: readonly Point[]): Point {
  if (taken.length === 0) return { x: 0, y: 0 };
  const right = Math.max(...taken.map(({ x }) => x));
  const middle = taken.reduce((sum, { y }) => sum + y, 0) / taken.length;
  return { x: right + RING, y: Math.round(middle) };
}

function freeSlot(anchor: Point, wanted: number, occupied: readonly Point[]): Point {
  for (let ring = 0; ring < MAX_RINGS; ring++) {
    const radius = RING + ring * RING_STEP;
    const slots = SLOTS * (1 + ring);
    const first = Math.round((wanted / (2 * Math.PI)) * slots);
    for (let step = 0; step < slots; step++) {
      const offset = step % 2 === 1 ? (step + 1) / 2 : -step / 2;
      const spot = slotAt(anchor, radius, (first + offset) / slots);
      if (occupied.every((other) => apart(spot, other))) return spot;
    }
  }
  return slotAt(anchor, RING + MAX_RINGS * RING_STEP, wanted / (2 * Math.PI));
}

function slotAt({ x, y }: Point, radius: number, turn: number): Point {
  const angle = turn * 2 * Math.PI;
  return { x: Math.round(x + radius * Math.cos(angle)), y: Math.round(y + radius * Math.sin(angle)) };
}

/** The direction, in radians, that points from the rest of the picture to the anchor; up where there is no rest. */
function awayFrom(anchor: Point, taken: readonly Point[]): number {
  const others = taken.filter((other) => distance(other, anchor) > 1);
  if (others.length === 0) return -Math.PI / 2;
  const centre = { x: mean(others.map(({ x }) => x)), y: mean(others.map(({ y }) => y)) };
  return Math.atan2(anchor.y - centre.y, anchor.x - centre.x);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Whether neither lies on the other's label. */
export function apart(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) >= ROOM.x || Math.abs(one.y - other.y) >= ROOM.y;
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
