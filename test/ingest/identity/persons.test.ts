import { describe, expect, it } from 'vitest';
import { resolvePersons } from '../../../ingest/identity/persons.ts';
import { assignmentOf, resolveBlock } from '../../../ingest/identity/resolve.ts';
import { event, person } from './sample.ts';

const DAISHAN = '浙江省/舟山市/岱山县';
const officer = () => person({ posts: [`民警@岱山县公安局@${DAISHAN}`] });
const head = () => person({ posts: ['乡长@-@浙江省/衢州市/衢江区/举村乡'], on: '2019-07-20' });

describe('the ids of people', () => {
  it('are plain while a name means one person', () => {
    expect(resolvePersons([officer(), officer()], []).clusters.map(({ id }) => id)).toEqual(['person/王伟']);
  });

  it('name what tells two of them apart', () => {
    const found = resolvePersons(
      [officer(), head(), person({ press: 'reporter' }), person({ at: ['浙江省/温州市'] })],
      [],
    );
    expect(found.clusters.map(({ id }) => id)).toEqual([
      'person/王伟（举村乡）',
      'person/王伟（岱山县公安局）',
      'person/王伟（浙江法制报）',
      'person/王伟（温州市）',
    ]);
  });

  it('take the body that most mentions give', () => {
    const both = [`民警@岱山县公安局@${DAISHAN}`, `委员@岱山县政协@${DAISHAN}`];
    const found = resolvePersons([person({ posts: both }), person({ posts: both.slice(1) }), head()], []);
    expect(found.clusters.map(({ id }) => id)).toContain('person/王伟（岱山县政协）');
  });

  it('use a second trait where the first is the same, and a hash where nothing is known', () => {
    const station = (place: string) => person({ posts: [`民警@城中派出所@${place}`] });
    const found = resolvePersons(
      [station('浙江省/湖州市/德清县'), station('浙江省/宁波市/余姚市'), person({ article: 'ab12cd34ef56ab78' })],
      [],
    );
    expect(found.clusters.map(({ id }) => id)).toEqual([
      'person/王伟（ab12cd34）',
      'person/王伟（城中派出所·余姚市）',
      'person/王伟（城中派出所·德清县）',
    ]);
  });
});

describe('reasons', () => {
  it('show the weights of what joined a mention to one of several', () => {
    const near = person({ at: [`${DAISHAN}/衢山镇`], with: ['褚银良', '涂冬山'] });
    const found = assignmentOf(
      resolvePersons(
        [person({ posts: [`民警@岱山县公安局@${DAISHAN}`], with: ['褚银良', '涂冬山'] }), head(), near],
        [],
      ),
    );
    expect(found.get(near.ref)?.id).toBe('person/王伟（岱山县公安局）');
    expect(found.get(near.ref)?.reasons).toContain(`bare.county +3.0 ${DAISHAN}、${DAISHAN}/衢山镇`);
    expect(found.get(near.ref)?.reasons).toContain('company.local +3.0 涂冬山');
  });

  it('say that a mention nobody can place is uncertain', () => {
    const stray = person({ on: null });
    const found = assignmentOf(resolvePersons([officer(), head(), stray], []));
    expect(found.get(stray.ref)?.reasons.at(-1)).toBe('bare.uncertain');
  });

  it('say what keeps two apart', () => {
    const found = resolvePersons([officer(), head()], []);
    expect(found.clusters[0]?.members[0]?.reasons[0]).toContain('apart time.at-once −6.8 19 d');
  });
});

describe('decisions', () => {
  it('join against every contradiction, and are named as the reason', () => {
    const [a, b] = [officer(), head()];
    const { clusters } = resolvePersons([a, b], [{ kind: 'same', a: b.ref, b: a.ref }]);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]?.members[0]?.reasons).toContain('decision.same');
  });

  it('put apart what has the same post, and let the rest follow one of the two', () => {
    const [a, b, c] = [officer(), officer(), officer()];
    const found = assignmentOf(resolvePersons([a, b, c], [{ kind: 'different', a: a.ref, b: b.ref }]));
    expect(found.get(a.ref)?.id).not.toBe(found.get(b.ref)?.id);
    expect([found.get(a.ref)?.id, found.get(b.ref)?.id]).toContain(found.get(c.ref)?.id);
  });

  it('hold for whole clusters: no third mention brings together what was put apart', () => {
    const a = person({ name: '王昌荣', posts: ['省委常委@浙江省委@浙江省'] });
    const b = person({ name: '王昌荣', posts: ['书记@浙江省委政法委@浙江省'] });
    const between = person({ name: '王昌荣', posts: ['省委常委@浙江省委@浙江省', '书记@浙江省委政法委@浙江省'] });
    const found = assignmentOf(resolvePersons([a, b, between], [{ kind: 'different', a: a.ref, b: b.ref }]));
    expect(found.get(a.ref)?.id).not.toBe(found.get(b.ref)?.id);
  });

  it('on mentions that are not there change nothing', () => {
    const profiles = [officer(), head()];
    const decisions = [{ kind: 'same' as const, a: profiles[0]?.ref ?? '', b: 'article/none!person/王伟' }];
    expect(resolvePersons(profiles, decisions)).toEqual(resolvePersons(profiles, []));
  });

  it('that contradict each other join', () => {
    const [a, b] = [officer(), head()];
    const both = [
      { kind: 'same' as const, a: a.ref, b: b.ref },
      { kind: 'different' as const, a: a.ref, b: b.ref },
    ];
    expect(resolvePersons([a, b], both).clusters).toHaveLength(1);
  });
});

describe('a block', () => {
  it('of nobody is empty', () => {
    expect(resolvePersons([], [])).toEqual({ clusters: [] });
  });

  it('has one name', () => {
    expect(() => resolvePersons([person({}), person({ name: '李军' })], [])).toThrow(/one name/u);
    expect(() => resolveBlock([person({}), event({})], [])).toThrow(/one block/u);
  });

  it('of a common name with thousands of mentions keeps its people apart', () => {
    const counties = Array.from({ length: 60 }, (_, index) => `浙江省/第${index}市/第${index}县`);
    const profiles = Array.from({ length: 3_000 }, (_, index) => {
      const county = counties[index % counties.length] as string;
      return index % 7 === 0
        ? person({ at: [`${county}/某镇`], on: '2019-07-01' })
        : person({
            posts: [`民警@${county.slice(-3)}公安局${index % 5}@${county}`],
            on: `20${10 + (index % 12)}-07-01`,
          });
    });
    const officers = resolvePersons(profiles, []).clusters.filter(({ id }) => id.includes('公安局'));
    expect(officers).toHaveLength(counties.length);
  });
});
