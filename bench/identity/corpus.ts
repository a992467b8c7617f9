/** A made-up corpus of mentions of which it is known who is who: careers of people in a made-up province, with homonyms planted. */
import { nameKey } from '../../ingest/identity/block.ts';
import type { PersonProfile, PostClaim } from '../../ingest/identity/types.ts';
import type { Random } from './random.ts';

export interface Known {
  readonly profile: PersonProfile;
  /** Number of the person who is meant. */
  readonly who: number;
}

/** How many names of each kind. */
export interface CorpusSize {
  /** 王伟, 李娜: each borne by `bearers` people. */
  readonly common: number;
  readonly bearers: number;
  /** 陈建国, 周志强: each borne by two or three. */
  readonly middling: number;
  /** Names put together by chance, each borne by one, and by two in one case of `RARE_TWICE`. */
  readonly rare: number;
}

const RARE_TWICE = 0.02;
const MIDDLING_GIVEN = ['建国', '建华', '志强', '国强', '海燕', '晓东', '丽娟', '秀英', '卫东', '文军'];

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁宋谢唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏',
];
const RARE_SURNAMES = [...'褚涂帅柯裘顾施俞贾詹毛史傅厉章楼應竺郦'.replace('應', '')];
const SINGLE = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚'];
const GIVEN = [
  ...'银良冬山燮琅昌荣恒毅旭帆茂华国光健航利跃新泉伟江晓峰建立兴占红关显辉文密事青洪祥必飞胜佳锦虎润天奉通林才方周蓉佩',
];
const CITIES = 11;
const COUNTIES = 8;
const TOWNSHIPS = 12;
const VILLAGES = 12;
/** Shares of noise that extraction leaves: a post whose place is unknown, or read as another one. */
const UNPLACED = 0.04;
const MISPLACED = 0.01;
/** How often the article gives no post. */
const BARE = 0.15;
const FIRST_YEAR = 2010;
const YEARS = 14;

/** Of a hundred people: from which on they are what. */
const LAST_PRESS = 8;
const ORDINARY = 20;
const FIRST_LEADER = 80;
const FIRST_CIVILIAN = 83;

interface Career {
  readonly name: string;
  readonly who: number;
  /** The posts of a year, and where the person is then. */
  at(year: number): { readonly posts: readonly PostClaim[]; readonly place: string };
  readonly press: PersonProfile['press'];
  readonly paper: string;
  readonly mentions: number;
  /** Colleagues and neighbours who may stand in the same article. */
  readonly circle: readonly string[];
}

/** All mentions, in no particular order. */
export function madeUpCorpus(random: Random, size: CorpusSize): readonly Known[] {
  const names: string[] = [];
  for (let index = 0; index < size.common; index++) {
    const name = random.pick(SURNAMES.slice(0, 12)) + random.pick(SINGLE);
    for (let bearer = 0; bearer < size.bearers; bearer++) names.push(name);
  }
  for (let index = 0; index < size.middling; index++) {
    const name = random.pick(SURNAMES.slice(0, 30)) + random.pick(MIDDLING_GIVEN);
    names.push(name, name, ...(random.chance(0.3) ? [name] : []));
  }
  for (let index = 0; index < size.rare; index++) {
    const name = random.pick(random.chance(0.4) ? RARE_SURNAMES : SURNAMES) + random.pick(GIVEN) + random.pick(GIVEN);
    names.push(name, ...(random.chance(RARE_TWICE) ? [name] : []));
  }
  const offices = new Set<string>();
  return names.flatMap((name, who) => mentionsOf(random, careerOf(random, name, who, offices)));
}

/** `offices`: what only one of a name holds, because few do: a newspaper's staff, a province's leadership. */
function careerOf(random: Random, name: string, who: number, offices: Set<string>): Career {
  const province = random.chance(0.85) ? '浙江省' : '湖南省';
  const city = `${province}/${province[0]}${random.below(CITIES)}市`;
  const county = `${city}/${city.at(-2)}${random.below(COUNTIES)}县`;
  const township = `${county}/${random.below(TOWNSHIPS)}镇`;
  const village = `${township}/${random.below(VILLAGES)}村`;
  const paper = province === '浙江省' ? random.pick(['浙江法制报', '浙江日报']) : '湖南法制报';
  const circle = Array.from({ length: 6 }, () => random.pick(SURNAMES) + random.pick(GIVEN) + random.pick(GIVEN));
  const turn = FIRST_YEAR + 2 + random.below(YEARS - 4);
  const base = { name, who, press: [], paper, circle, mentions: 1 + random.below(7) };
  const steady = (place: string, ...posts: PostClaim[]): Career => ({ ...base, at: () => ({ posts, place }) });
  const drawn = random.below(100);
  const office = drawn < LAST_PRESS ? `${name}|${paper}` : `${name}|${province}`;
  const isFew = drawn < LAST_PRESS || (drawn >= FIRST_LEADER && drawn < FIRST_CIVILIAN);
  const kind = isFew && offices.has(office) ? ORDINARY : drawn;
  if (isFew) offices.add(office);
  if (kind < LAST_PRESS)
    return {
      ...steady(city),
      press: [random.chance(0.7) ? 'reporter' : 'photographer'],
      mentions: 4 + random.below(20),
    };
  if (kind < 12) return { ...steady(county), press: ['correspondent'] };
  if (kind < 32) return steady(county, at('民警', `org/${last(county)}公安局`, county));
  if (kind < 40) return steady(city, at('法官', `org/${last(city)}中级人民法院`, city));
  if (kind < 52) {
    const next = random.chance(0.3) ? `${city}/${city.at(-2)}${random.below(COUNTIES)}县` : county;
    return {
      ...base,
      mentions: 3 + random.below(12),
      at: (year) => {
        const place = year < turn ? county : next;
        const posts = [at(year < turn ? '副县长' : '县长', `place/${place}`, place)];
        return { posts: year < turn ? posts : [at('县委副书记', `org/${last(place)}委`, place), ...posts], place };
      },
    };
  }
  if (kind < 60)
    return steady(
      county,
      at('局长', `org/${last(county)}${random.pick(['民政局', '司法局', '教育局', '水利局'])}`, county),
    );
  if (kind < 70)
    return {
      ...base,
      at: (year) => ({ posts: [at(year < turn ? '副镇长' : '镇长', `place/${township}`, township)], place: township }),
    };
  if (kind < FIRST_LEADER)
    return steady(village, at(random.pick(['村委会主任', '网格员']), `place/${village}`, village));
  if (kind < FIRST_CIVILIAN)
    return {
      ...steady(
        province,
        at('省委常委', `org/${province}委`, province),
        at('书记', `org/${province}委政法委`, province),
      ),
      mentions: 20 + random.below(20),
    };
  return { ...steady(village), mentions: random.chance(0.8) ? 1 : 2 };
}

function at(title: string, body: string, place: string): PostClaim {
  return { title, body, place, acting: false, former: false };
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function mentionsOf(random: Random, career: Career): readonly Known[] {
  return Array.from({ length: career.mentions }, () => {
    const year = FIRST_YEAR + random.below(YEARS);
    const month = 1 + random.below(12);
    const { posts: all, place } = career.at(year);
    const posts = random.chance(BARE) ? [] : all.length > 1 && random.chance(0.4) ? [random.pick(all)] : all;
    const isByline = career.press.length > 0;
    const article = `article/${random
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0')}${random
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0')}`;
    const local = `${isByline ? 'byline' : 'person'}/${career.name}`;
    return {
      who: career.who,
      profile: {
        kind: 'Person',
        ref: `${article}!${local}`,
        article,
        local,
        name: career.name,
        from: isByline ? 'byline' : 'text',
        published: `${year}-${String(month).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
        publication: career.paper,
        posts: isByline ? [] : posts.map((post) => damaged(random, post)),
        press: career.press,
        places: career.press[0] === 'reporter' || random.chance(0.3) ? [] : [place],
        companions: [...new Set(career.circle.filter(() => random.chance(0.25)))]
          .map((name) => ({ name: nameKey(name), reach: 'local' as const }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      },
    };
  });
}

function damaged(random: Random, post: PostClaim): PostClaim {
  if (random.chance(UNPLACED))
    return { ...post, body: post.body.startsWith('place/') ? 'org/县政府' : post.body, place: null };
  return random.chance(MISPLACED)
    ? { ...post, place: `浙江省/浙${random.below(CITIES)}市/${random.below(COUNTIES)}县` }
    : post;
}
