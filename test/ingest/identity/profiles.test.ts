import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../../ingest/contract.ts';
import { eventProfiles } from '../../../ingest/identity/event-profiles.ts';
import { personProfiles } from '../../../ingest/identity/profiles.ts';

const text = '7月1日，岱山县县长王伟主持召开座谈会，村民李娜参加。记者王伟报道，总书记习近平指出。';
const span = (words: string, from = 0): [number, number] => {
  const start = text.indexOf(words, from);
  return [start, start + words.length];
};

const EVENT = 'event/2019-07-01/座谈会';
const at = { evidence: [0, 5] as [number, number], rule: 'x', confidence: 0.9 };
const page: ExtractedPage = {
  source: {
    file: 'x.txt',
    sha256: '0',
    publication: '浙江法制报',
    issue: null,
    date: { value: '2019-07-02', precision: 'day', basis: 'printed' },
  },
  articles: [
    {
      id: 'article/00000000000000aa',
      title: null,
      subtitle: null,
      kind: 'news',
      byline: [
        { name: '王伟', role: 'reporter' },
        { name: '王伟', role: 'photographer' },
        { name: '张卉', role: 'photographer' },
      ],
      text,
      entities: [
        {
          id: 'place/浙江省/舟山市/岱山县',
          kind: 'Place',
          name: '岱山县',
          aliases: [],
          mentions: [span('岱山县')],
          path: '浙江省/舟山市/岱山县',
          level: 'county',
        },
        {
          id: 'place/浙江省/舟山市',
          kind: 'Place',
          name: '舟山市',
          aliases: [],
          mentions: [],
          path: '浙江省/舟山市',
          level: 'city',
        },
        { id: 'org/中共中央', kind: 'Organization', name: '中共中央', aliases: [], mentions: [] },
        { id: 'person/王伟', kind: 'Person', name: '王伟', aliases: [], mentions: [span('王伟')] },
        { id: 'person/李娜', kind: 'Person', name: '李娜', aliases: [], mentions: [span('李娜')] },
        { id: 'person/习近平', kind: 'Person', name: '习近平', aliases: [], mentions: [span('习近平')] },
        {
          id: EVENT,
          kind: 'Event',
          name: '座谈会',
          aliases: ['会议'],
          mentions: [span('座谈会')],
          type: 'meeting',
          date: { value: '2019-07-01', precision: 'day', basis: 'printed' },
        },
      ],
      facts: [
        { type: 'HOLDS', from: 'person/王伟', to: 'place/浙江省/舟山市/岱山县', title: '县长', ...at },
        { type: 'HOLDS', from: 'person/习近平', to: 'org/中共中央', title: '总书记', ...at },
        { type: 'CHAIRED', from: 'person/王伟', to: EVENT, ...at },
        { type: 'ATTENDED', from: 'person/李娜', to: EVENT, ...at },
        { type: 'HELD_IN', from: EVENT, to: 'place/浙江省/舟山市', ...at },
        { type: 'HELD_IN', from: EVENT, to: 'place/浙江省/舟山市/岱山县', ...at },
      ],
    },
  ],
};

describe('the profiles of a page’s people', () => {
  const profiles = personProfiles(page);
  const of = (local: string) => profiles.find((profile) => profile.local === local);

  it('are one for each name in the text and one for each in the byline', () => {
    expect(profiles.map(({ ref }) => ref)).toEqual(
      ['person/王伟', 'person/李娜', 'person/习近平', 'byline/王伟', 'byline/张卉'].map(
        (local) => `article/00000000000000aa!${local}`,
      ),
    );
  });

  it('hold posts with the place of their body', () => {
    expect(of('person/王伟')?.posts).toEqual([
      {
        title: '县长',
        body: 'place/浙江省/舟山市/岱山县',
        place: '浙江省/舟山市/岱山县',
        acting: false,
        former: false,
      },
    ]);
  });

  it('hold the roles and the paper of a byline', () => {
    expect(of('byline/王伟')).toMatchObject({
      press: ['photographer', 'reporter'],
      publication: '浙江法制报',
      published: '2019-07-02',
      posts: [],
    });
  });

  it('tie a person to the narrowest places of events', () => {
    expect(of('person/李娜')?.places).toEqual(['浙江省/舟山市/岱山县']);
  });

  it('name the companions, but for those whom the whole nation knows', () => {
    expect(of('person/李娜')?.companions).toEqual([{ name: '王伟', reach: 'local' }]);
    expect(of('byline/王伟')?.companions).toEqual([{ name: '张卉', reach: 'local' }]);
  });

  it('see the paper’s own people in the text by what stands before the name', () => {
    const [article] = page.articles;
    if (!article) throw new Error('no article');
    const entities = article.entities.map((entity) =>
      entity.id === 'person/王伟' ? { ...entity, mentions: [span('王伟', text.indexOf('记者'))] } : entity,
    );
    expect(of('person/王伟')?.press).toEqual([]);
    const pressOf = (body: string) =>
      personProfiles({ ...page, articles: [{ ...article, text: body, entities }] })[0]?.press;
    expect(pressOf(text)).toEqual(['reporter']);
    expect(pressOf(text.replace('。记者', '通讯员'))).toEqual(['correspondent']);
    expect(pressOf(text.replace('记者', '局长'))).toEqual([]);
  });
});

describe('the profiles of a page’s events', () => {
  it('say when, where, who and of what kind', () => {
    expect(eventProfiles(page)).toEqual([
      {
        kind: 'Event',
        ref: `article/00000000000000aa!${EVENT}`,
        article: 'article/00000000000000aa',
        local: EVENT,
        name: '座谈会',
        aliases: ['会议'],
        type: 'meeting',
        day: '2019-07-01',
        places: ['浙江省/舟山市', '浙江省/舟山市/岱山县'],
        roles: [
          { person: '李娜', role: 'attended' },
          { person: '王伟', role: 'chaired' },
        ],
        programs: [],
        organizers: [],
      },
    ]);
  });
});
