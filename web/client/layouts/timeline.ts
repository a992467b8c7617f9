/** Left to right by date, in lanes by kind; what has no date of its own stands where its dated neighbours do. */
import type { GlyphName } from '../kinds.ts';
import { ROOM } from '../place.ts';
import type { Spot } from '../view.ts';
import { adjacency, type LayoutNode, type LayoutTask, mean, settled } from './task.ts';

/** Events in the middle, between who made them and what they are about. */
const LANE_OF: Readonly<Record<GlyphName, number>> = {
  article: 0,
  reporter: 1,
  official: 2,
  person: 3,
  org: 4,
  event: 5,
  program: 6,
  place: 7,
};
const LANES = Object.values(LANE_OF);
const DAY = 24 * 60 * 60 * 1000;
/** A day is so wide, and a stretch without anything no wider than so many days. */
const DAY_WIDTH = 6;
const LONGEST_GAP = 60;
/** Between two lanes, and between two nodes of one. */
const LANE_GAP = 56;
const GAP = 12;
/** A lane is so many rows deep before nodes are pushed to the right: as many as make it a third as deep as it is wide. */
const DEPTH = { least: 3, share: 1.5 };

export function timelineLayout(task: Pick<LayoutTask, 'nodes' | 'edges'>): readonly Spot[] {
  const places = placesInTime(task);
  const spots = new Map<string, { x: number; y: number }>();
  let top = 0;
  for (const lane of LANES) {
    const members = task.nodes.filter(({ glyph }) => LANE_OF[glyph] === lane);
    if (members.length === 0) continue;
    const rows = stack(members, places);
    for (const [id, { x, row }] of rows) spots.set(id, { x, y: top + row * (ROOM.y + GAP) });
    top += (1 + Math.max(...[...rows.values()].map(({ row }) => row))) * (ROOM.y + GAP) + LANE_GAP;
  }
  return settled(task.nodes, (id) => spots.get(id) ?? { x: 0, y: 0 });
}

/** How far right each node would stand. What neither has a date nor a dated neighbour stands left of everything. */
function placesInTime(task: Pick<LayoutTask, 'nodes' | 'edges'>): ReadonlyMap<string, number> {
  const days = new Map(
    task.nodes.flatMap(({ id, date }) => (date === null ? [] : [[id, Date.parse(date) / DAY] as const])),
  );
  const scale = new Map<number, number>();
  let [x, before] = [0, Number.NaN];
  for (const day of [...new Set(days.values())].sort((one, other) => one - other)) {
    if (!Number.isNaN(before)) x += Math.min(LONGEST_GAP, day - before) * DAY_WIDTH;
    scale.set(day, x);
    before = day;
  }
  const near = adjacency(task);
  return new Map(
    task.nodes.map(({ id }) => {
      const day = days.get(id);
      if (day !== undefined) return [id, scale.get(day) ?? 0];
      const around = (near.get(id) ?? []).flatMap((other) => days.get(other) ?? []).map((of) => scale.get(of) ?? 0);
      return [id, around.length > 0 ? mean(around) : -2 * ROOM.x];
    }),
  );
}

/** Nodes of a lane side by side: each in the first row that has room at its place. */
function stack(
  members: readonly LayoutNode[],
  places: ReadonlyMap<string, number>,
): ReadonlyMap<string, { x: number; row: number }> {
  const sorted = members.toSorted(
    (one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0) || (one.id < other.id ? -1 : 1),
  );
  const ends: number[] = [];
  const most = Math.max(DEPTH.least, Math.ceil(Math.sqrt(members.length) / DEPTH.share));
  return new Map(
    sorted.map(({ id }) => {
      const wanted = places.get(id) ?? 0;
      const free = ends.findIndex((end) => end <= wanted);
      const row = free >= 0 ? free : ends.length < most ? ends.length : ends.indexOf(Math.min(...ends));
      const x = Math.max(wanted, ends[row] ?? wanted);
      ends[row] = x + ROOM.x + GAP;
      return [id, { x, row }];
    }),
  );
}
