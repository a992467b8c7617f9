/** People, places, bodies and programs to make a graph of: names that do not come twice, and a few of each that nearly everything names. */
import type { NodeRecord, PlaceLevel, SubLabel } from '../../graph/model.ts';
import type { Random } from '../../graph/random.ts';
import { loadGazetteer } from '../../ingest/gazetteer.ts';
import { organizationId, personId, placeId, programId } from '../../ingest/ids.ts';
import { searchForms } from '../../ingest/search-forms.ts';
import { loadNameStock } from '../extract/corpus.ts';

export interface WorldSize {
  readonly persons: number;
  readonly places: number;
  readonly organizations: number;
  readonly programs: number;
}

/** One of them: what a text calls it, and its record. */
export interface Made {
  readonly name: string;
  readonly node: NodeRecord;
}

export interface MadePlace extends Made {
  readonly path: string;
}

export interface MadeBody extends Made {
  readonly seat: MadePlace;
}

/** Each list begins with what is named most. */
export interface World {
  readonly persons: readonly Made[];
  readonly places: readonly MadePlace[];
  readonly organizations: readonly MadeBody[];
  readonly programs: readonly Made[];
}

/** What a paper of Zhejiang names most comes first. */
const HOME = '浙江省';
const LEVEL_LABEL: Readonly<Record<PlaceLevel, SubLabel | null>> = {
  country: null,
  province: 'Province',
  city: 'City',
  county: 'County',
  township: 'Township',
  village: 'Village',
};
const BODIES = ['县委', '县政府', '公安局', '人民法院', '人民检察院', '司法局', '民政局', '教育局', '水利局', '信访局'];
const PROGRAM_ENDS = ['工程', '行动', '机制', '平台', '模式', '工作法', '改革', '试点'];
/** One in so many people speaks for a public office. */
const OFFICIALS = 3;

export function makeWorld(size: WorldSize, random: Random): World {
  const stock = loadNameStock();
  const given = (characters: number): string =>
    Array.from({ length: characters }, () => random.of(stock.given)).join('');
  const places = makePlaces(size.places, given);
  const taken = new Set<string>();
  const unique = (make: () => string): string => {
    for (;;) {
      const name = make();
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
  const organizations = Array.from({ length: size.organizations }, (_, index) => {
    // Namesakes among places, and bodies beyond the usual, get a name of their own.
    const seat = places[index % places.length] as MadePlace;
    let tries = 0;
    const name = unique(() => seat.name + (tries++ < BODIES.length ? '' : given(2)) + random.of(BODIES));
    return { name, seat, node: nodeOf(organizationId(name), 'Organization', name, [], {}) };
  });
  return {
    places,
    organizations,
    persons: Array.from({ length: size.persons }, (_, index) => {
      const name = unique(() => random.of(stock.surnames) + given(2));
      return { name, node: nodeOf(personId(name), 'Person', name, index % OFFICIALS === 0 ? ['Official'] : [], {}) };
    }),
    programs: Array.from({ length: size.programs }, () => {
      const name = unique(() => given(2 + random.below(3)) + random.of(PROGRAM_ENDS));
      return { name, node: nodeOf(programId(name), 'Program', name, [], {}) };
    }),
  };
}

/** China's divisions, those of the home province first, and below them as many made villages as are missing. */
function makePlaces(count: number, given: (characters: number) => string): readonly MadePlace[] {
  const divisions = loadGazetteer()
    .divisions.filter(({ to, path }) => to === null && path.length > 0)
    .map(({ path, name, level }) => ({ path, name, level }));
  const isAway = ({ path }: { readonly path: string }): number => (path.startsWith(HOME) ? 0 : 1);
  const depth = ({ path }: { readonly path: string }): number => path.split('/').length;
  const real = divisions.sort((a, b) => isAway(a) - isAway(b) || depth(a) - depth(b)).slice(0, count);
  const paths = new Set(real.map(({ path }) => path));
  const villages: typeof real = [];
  while (real.length + villages.length < count) {
    const parent = real[villages.length % real.length] as (typeof real)[number];
    const name = `${given(2)}村`;
    const path = `${parent.path}/${name}`;
    if (paths.has(path)) continue;
    paths.add(path);
    villages.push({ path, name, level: 'village' });
  }
  return [...real, ...villages].map(({ path, name, level }) => {
    const label = LEVEL_LABEL[level];
    return { name, path, node: nodeOf(placeId(path), 'Place', name, label ? [label] : [], { path, level }) };
  });
}

function nodeOf(
  id: string,
  kind: NodeRecord['kind'],
  name: string,
  labels: readonly SubLabel[],
  properties: NodeRecord['properties'],
): NodeRecord {
  const forms = searchForms(name, [], kind === 'Person');
  return { id, kind, labels: [...labels], properties: { ...properties, name, ...forms } };
}
