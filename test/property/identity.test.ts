import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveEvents } from '../../ingest/identity/events.ts';
import { resolvePersons } from '../../ingest/identity/persons.ts';
import { joinsSurely, leavesSurely, summaryOf } from '../../ingest/identity/shortcut.ts';
import type { EventProfile, IdentityDecision, PersonProfile, Resolution } from '../../ingest/identity/types.ts';
import { event, person } from '../ingest/identity/sample.ts';

const PLACES = [
  '浙江省',
  '浙江省/舟山市',
  '浙江省/舟山市/岱山县',
  '浙江省/舟山市/岱山县/衢山镇',
  '浙江省/舟山市/嵊泗县',
  '浙江省/湖州市/安吉县',
  '湖南省/邵阳市',
];
const POSTS = PLACES.flatMap((place) => [
  `书记@${place.split('/').at(-1)}委@${place}`,
  `民警@${place.split('/').at(-1)}公安局@${place}`,
  `${place.length > 9 ? '村委会主任' : '县长'}@-@${place}`,
  `原局长@${place.split('/').at(-1)}民政局@${place}`,
]);
const NATION = ['总书记@中共中央@?', '民警@城中派出所@?'];
/** Common, middling and rare, because each takes other ways. */
const NAMES = ['王伟', '陈国强', '王昌荣', '褚银良'];
const OTHERS = ['涂冬山', '帅燮琅', '李娜', '车俊'];
const DAYS = ['2017-05-01', '2018-05-20', '2019-07-01', '2019-07-20', '2019-11', '2022', null];

function mention(name: string, index: number): fc.Arbitrary<PersonProfile> {
  return fc
    .record({
      posts: fc.subarray([...POSTS, ...NATION], { maxLength: 2 }),
      press: fc.constantFrom(undefined, undefined, undefined, 'reporter' as const, 'correspondent' as const),
      paper: fc.constantFrom('浙江法制报', '湖南法制报', null),
      on: fc.constantFrom(...DAYS),
      at: fc.subarray(PLACES, { maxLength: 2 }),
      with: fc.subarray(OTHERS, { maxLength: 2 }),
    })
    .map(({ press, posts, ...rest }) =>
      person({
        ...rest,
        name,
        ...(press ? { press } : { posts }),
        article: index.toString(16).padStart(16, '0'),
      }),
    );
}

/** Many repeats of few posts, so that one person is found often. */
const block = fc
  .constantFrom(...NAMES)
  .chain((name) =>
    fc
      .integer({ min: 1, max: 14 })
      .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => mention(name, index)))),
  );

/** One leader in the articles of some years: the blocks for which the shortcut is made. */
const leader = fc
  .tuple(fc.constantFrom('王昌荣', '褚银良', '陈国强', '习近平'), fc.integer({ min: 2, max: 12 }))
  .chain(([name, size]) =>
    fc.tuple(
      ...Array.from({ length: size }, (_, index) =>
        fc
          .record({
            posts: fc.oneof(
              {
                weight: 6,
                arbitrary: fc.subarray(
                  ['书记@浙江省委政法委@浙江省', '省委常委@浙江省委@浙江省', '总书记@中共中央@?'],
                  { maxLength: 2 },
                ),
              },
              { weight: 1, arbitrary: fc.subarray(POSTS, { maxLength: 1 }) },
            ),
            on: fc.constantFrom(...DAYS),
            at: fc.subarray(PLACES, { maxLength: 1 }),
            with: fc.subarray(OTHERS, { maxLength: 2 }),
          })
          .map((spec) => person({ ...spec, name, article: index.toString(16).padStart(16, '0') })),
      ),
    ),
  );

/** A rare name in two offices: one person while the years between them are many. */
const mover = fc.integer({ min: 2, max: 6 }).chain((size) =>
  fc.tuple(
    ...Array.from({ length: size }, (_, index) =>
      fc
        .record({
          posts: fc.constantFrom(
            ['县长@-@浙江省/舟山市/岱山县'],
            ['县长@-@浙江省/舟山市/嵊泗县'],
            ['书记@浙江省委政法委@浙江省'],
          ),
          on: fc.constantFrom(...DAYS),
        })
        .map((spec) => person({ ...spec, name: '褚银良', article: index.toString(16).padStart(16, '0') })),
    ),
  ),
);

function decisionsOn(profiles: readonly { readonly ref: string }[]): fc.Arbitrary<readonly IdentityDecision[]> {
  const ref = fc.constantFrom(...profiles.map((profile) => profile.ref));
  return fc.array(fc.record({ kind: fc.constantFrom('same' as const, 'different' as const), a: ref, b: ref }), {
    maxLength: 3,
  });
}

const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });

const homes = ({
  clusters,
}: Resolution): ReadonlyMap<string, { readonly id: string; readonly reasons: readonly string[] }> =>
  new Map(clusters.flatMap(({ members }) => members.map(({ ref, id, reasons }) => [ref, { id, reasons }] as const)));

const eventBlock = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.tuple(
    ...Array.from({ length: size }, (_, index) =>
      fc
        .record({
          name: fc.constantFrom(
            '全省平安建设现场推进会',
            '平安建设现场推进会',
            '座谈会',
            '市委常委会会议',
            '王昌荣在湖州调研',
          ),
          type: fc.constantFrom('meeting' as const, 'inspection' as const),
          places: fc.subarray(PLACES, { maxLength: 2 }),
          who: fc.subarray(['chaired 王昌荣', 'spoke 车俊', 'attended 李娜', 'chaired 袁家军'], { maxLength: 3 }),
          organizers: fc.subarray(['org/浙江省委', 'org/湖州市委'], { maxLength: 1 }),
        })
        .map(
          (spec): EventProfile =>
            event({
              ...spec,
              article: `article/${(index >> 1).toString(16).padStart(16, '0')}`,
              local: `event/2019-07-01/${spec.name}${index % 2 ? '' : '二'}`,
            }),
        ),
    ),
  ),
);

describe('resolution', () => {
  it('of people depends on the set of mentions and decisions, not on their order or repetition', () => {
    fc.assert(
      fc.property(
        block.chain((profiles) =>
          decisionsOn(profiles).chain((decisions) =>
            fc.tuple(
              fc.constant(profiles),
              fc.constant(decisions),
              shuffled([...profiles, ...profiles.slice(0, 2)]),
              shuffled(decisions),
            ),
          ),
        ),
        ([profiles, decisions, others, sameDecisions]) => {
          const swapped = sameDecisions.map(({ kind, a, b }) => ({ kind, a: b, b: a }));
          expect(resolvePersons(others, swapped)).toEqual(resolvePersons(profiles, decisions));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of people puts every mention into one cluster, under ids of their own', () => {
    fc.assert(
      fc.property(block, (profiles) => {
        const { clusters } = resolvePersons(profiles, []);
        expect(clusters.flatMap(({ members }) => members.map(({ ref }) => ref)).sort()).toEqual(
          profiles.map(({ ref }) => ref).sort(),
        );
        expect(new Set(clusters.map(({ id }) => id)).size).toBe(clusters.length);
        expect(clusters.every(({ id, members }) => members.every((member) => member.id === id))).toBe(true);
        const plain = `person/${profiles[0]?.name}`;
        expect(clusters.some(({ id }) => id === plain)).toBe(clusters.length === 1);
        for (const id of clusters.map((cluster) => cluster.id)) expect(id).toMatch(/^person\/[^|#!\s]+$/u);
      }),
      { numRuns: 300 },
    );
  });

  it('of people obeys decisions where they do not contradict each other', () => {
    fc.assert(
      fc.property(
        block.chain((profiles) =>
          fc.tuple(
            fc.constant(profiles),
            fc.constantFrom(...profiles),
            fc.constantFrom(...profiles),
            fc.constantFrom('same' as const, 'different' as const),
          ),
        ),
        ([profiles, { ref: a }, { ref: b }, kind]) => {
          fc.pre(a !== b);
          const found = homes(resolvePersons(profiles, [{ kind, a, b }]));
          expect(found.get(a)?.id === found.get(b)?.id).toBe(kind === 'same');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of events depends on the set alone, and gives every event an id of its own', () => {
    fc.assert(
      fc.property(
        eventBlock.chain((profiles) =>
          decisionsOn(profiles).chain((decisions) =>
            fc.tuple(fc.constant(profiles), fc.constant(decisions), shuffled([...profiles, ...profiles.slice(0, 2)])),
          ),
        ),
        ([profiles, decisions, others]) => {
          const found = resolveEvents(profiles, decisions);
          expect(resolveEvents(others, [...decisions].reverse())).toEqual(found);
          expect(new Set(found.clusters.map(({ id }) => id)).size).toBe(found.clusters.length);
          expect(found.clusters.flatMap(({ members }) => members.map(({ ref }) => ref)).sort()).toEqual(
            [...new Set(profiles.map(({ ref }) => ref))].sort(),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the shortcut', () => {
  it('lets a mention in only where the full computation changes nothing else', () => {
    let sure = 0;
    fc.assert(
      fc.property(fc.oneof(leader, mover, block), (profiles) => {
        const [added, ...known] = profiles as [PersonProfile, ...PersonProfile[]];
        const before = resolvePersons(known, []);
        const summary = summaryOf(known, [], before);
        const joined = joinsSurely(summary, [added]);
        if (joined === null) return;
        sure += 1;
        const after = resolvePersons(profiles, []);
        expect(after.clusters.length).toBe(1);
        for (const [ref, home] of homes(before)) expect(homes(after).get(ref)).toEqual(home);
        expect(sorted(joined)).toEqual(sorted(summaryOf(profiles, [], after)));
      }),
      { numRuns: 2_000 },
    );
    expect(sure).toBeGreaterThan(100);
  });

  it('stays true over mentions that come and go', () => {
    let gone = 0;
    fc.assert(
      fc.property(fc.oneof(leader, mover), fc.array(fc.nat(), { maxLength: 30 }), (profiles, steps) => {
        let present = profiles.slice(0, 1);
        let summary = summaryOf(present, [], resolvePersons(present, []));
        for (const step of steps) {
          const one = profiles[step % profiles.length] as PersonProfile;
          const isThere = present.includes(one);
          const next = isThere ? present.filter((other) => other !== one) : [...present, one];
          const short = isThere ? leavesSurely(summary, [one]) : joinsSurely(summary, [one]);
          const full = resolvePersons(next, []);
          if (short !== null) {
            if (isThere) gone += 1;
            expect(full.clusters.length).toBe(1);
          }
          summary = short ?? summaryOf(next, [], full);
          present = next;
        }
      }),
      { numRuns: 1_000 },
    );
    expect(gone).toBeGreaterThan(100);
  });
});

function sorted(summary: ReturnType<typeof summaryOf>): unknown {
  return { ...summary, units: summary.units.map((unit) => JSON.stringify(unit)).sort() };
}
