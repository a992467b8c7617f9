import { beforeAll, describe, expect, it } from 'vitest';
import { groupBy } from '../../../graph/group-by.ts';
import type { ExtractedPage } from '../../../ingest/contract.ts';
import { blockOf } from '../../../ingest/identity/block.ts';
import { eventProfiles } from '../../../ingest/identity/event-profiles.ts';
import { personProfiles } from '../../../ingest/identity/profiles.ts';
import { resolveBlock } from '../../../ingest/identity/resolve.ts';
import { openPipeline } from '../../../ingest/pipeline.ts';
import { rawPage } from '../../support/pages.ts';

const head = (day: string) => `浙江法制报\n2019年${day}星期二 第5783期\n\n`;

const PAGES = {
  police: `${head('7月2日')}岱山民警救起落水老人\n本报记者 王伟\n\n7月1日，舟山市岱山县公安局衢山派出所民警王伟在巡逻时救起一名落水老人。“当时来不及多想。”王伟说。\n`,
  township: `${head('7月9日')}举村乡修通致富路\n本报记者 李明华\n\n7月8日，衢州市衢江区举村乡乡长王伟来到翁源村检查道路建设。王伟强调，要把路修到群众家门口。\n`,
  policeAgain: `${head('9月3日')}衢山派出所夜访渔家\n本报记者 李明华\n\n9月2日晚，岱山县公安局衢山派出所民警王伟走进渔家，宣讲反诈知识。\n`,
  governor: `${head('7月4日')}全省深化平安浙江建设工作会议在杭州召开\n本报记者 李明华\n\n7月3日，全省深化平安浙江建设工作会议在杭州召开。省委常委、政法委书记王昌荣出席会议并讲话。会议由副省长朱从玖主持。\n`,
  governorAgain: `${head('7月5日')}深化平安浙江建设工作会议召开\n本报记者 王伟\n\n7月3日，深化平安浙江建设工作会议在杭州召开，副省长朱从玖主持，省委政法委书记王昌荣讲话。\n`,
};

let homes: ReadonlyMap<string, readonly { readonly name: string; readonly page: string }[]>;

beforeAll(() => {
  const pipeline = openPipeline();
  const profiles = Object.entries(PAGES).flatMap(([page, text]) => {
    const extraction: ExtractedPage = pipeline.run(rawPage(text, `${page}.txt`)).extraction;
    return [...personProfiles(extraction), ...eventProfiles(extraction)].map((profile) => ({ page, profile }));
  });
  const pageOf = new Map(profiles.map(({ page, profile }) => [profile.ref, page]));
  const blocks = groupBy(
    profiles.map(({ profile }) => profile),
    blockOf,
  );
  homes = groupBy(
    [...blocks.values()].flatMap((block) =>
      resolveBlock(block, []).clusters.flatMap(({ id, members }) =>
        members.map(({ ref }) => ({ id, name: ref.slice(ref.indexOf('!') + 1), page: pageOf.get(ref) as string })),
      ),
    ),
    ({ id }) => id,
  );
});

const mentions = (id: string): readonly string[] =>
  (homes.get(id) ?? []).map(({ name, page }) => `${page} ${name}`).sort();

describe('pages', () => {
  it('with an officer, a township’s head and a reporter of one name give three people', () => {
    const ids = [...homes.keys()].filter((id) => id.startsWith('person/王伟')).sort();
    expect(ids).toHaveLength(3);
    const officer = ids.find((id) => mentions(id).includes('police person/王伟')) as string;
    expect(mentions(officer)).toEqual(['police person/王伟', 'policeAgain person/王伟']);
    const reporter = ids.find((id) => mentions(id).includes('police byline/王伟')) as string;
    expect(mentions(reporter)).toEqual(['governorAgain byline/王伟', 'police byline/王伟']);
  });

  it('with a rare name and one post in two forms give one person under the plain id', () => {
    expect(mentions('person/王昌荣')).toEqual(['governor person/王昌荣', 'governorAgain person/王昌荣']);
  });

  it('that tell of one meeting under two names give one event under the fuller', () => {
    expect(mentions('event/2019-07-03/全省深化平安浙江建设工作会议')).toHaveLength(2);
  });
});
