/** Pairs of mentions as a reader would judge them. `third` stands in the block beside them, where the judgement needs more than two. */
import type { PersonSpec } from './sample.ts';

export interface Pair {
  readonly why: string;
  readonly is: 'same' | 'different';
  readonly a: PersonSpec;
  readonly b: PersonSpec;
  readonly third?: readonly PersonSpec[];
}

const Z = '浙江省';
const DAISHAN = '浙江省/舟山市/岱山县';
const QUJIANG = '浙江省/衢州市/衢江区';
const SUICHANG = '浙江省/丽水市/遂昌县';
const SHENGSI = '浙江省/舟山市/嵊泗县';
const ANJI = '浙江省/湖州市/安吉县';

const SAME: readonly Omit<Pair, 'is'>[] = [
  {
    why: 'one post printed with and without its body',
    a: { name: '王昌荣', posts: ['政法委书记@浙江省委政法委@浙江省'] },
    b: { name: '王昌荣', posts: ['省委政法委书记@浙江省委政法委@浙江省'], on: '2021-04-28' },
  },
  {
    why: 'a rare name with compatible posts of one province',
    a: { name: '王昌荣', posts: ['省委常委@浙江省委@浙江省'] },
    b: { name: '王昌荣', posts: ['政法委书记@浙江省委政法委@浙江省'], on: '2020-03-01' },
  },
  {
    why: 'a rare name, once without a post, in the same paper',
    a: { name: '王昌荣', posts: ['省委常委@浙江省委@浙江省', '政法委书记@浙江省委政法委@浙江省'] },
    b: { name: '王昌荣', at: ['浙江省/湖州市'] },
  },
  {
    why: 'a very rare name without any post in two articles',
    a: { name: '褚银良', at: ['浙江省/宁波市/宁海县'] },
    b: { name: '褚银良', at: ['浙江省/宁波市/宁海县'], on: '2019-09-01' },
  },
  {
    why: 'a common name with the same body',
    a: { posts: [`副局长@岱山县公安局@${DAISHAN}`] },
    b: { posts: [`党委委员@岱山县公安局@${DAISHAN}`], on: '2020-05-01' },
  },
  {
    why: 'a common name with the same police bureau of a city',
    a: { posts: ['民警@舟山市公安局@浙江省/舟山市'] },
    b: { posts: ['民警@舟山市公安局@浙江省/舟山市'], on: '2021-01-01' },
  },
  {
    why: 'deputy head of a county becomes its head',
    a: { posts: [`副县长@-@${DAISHAN}`] },
    b: { posts: [`县长@-@${DAISHAN}`], on: '2022-03-01' },
  },
  {
    why: 'acting head and head of a county',
    a: { name: '俞能', posts: [`代县长@-@${SHENGSI}`] },
    b: { name: '俞能', posts: [`县长@-@${SHENGSI}`], on: '2019-09-01' },
  },
  {
    why: 'a common name: acting and full president of one court',
    a: { posts: ['代院长@淮安市中级人民法院@江苏省/淮安市'] },
    b: { posts: ['院长@淮安市中级人民法院@江苏省/淮安市'], on: '2020-03-01' },
  },
  {
    why: 'standing committee member and deputy head of one county',
    a: { posts: [`县委常委@岱山县委@${DAISHAN}`] },
    b: { posts: [`副县长@-@${DAISHAN}`], on: '2019-08-01' },
  },
  {
    why: 'concurrent posts of one city in two articles',
    a: { name: '卢旭帆', posts: ['副书记@温州市委政法委@浙江省/温州市'] },
    b: { name: '卢旭帆', posts: ['主任@温州市平安办@浙江省/温州市'] },
  },
  {
    why: 'a rare name: secretary of a county, later vice mayor of its city',
    a: { name: '沈世山', posts: [`县委书记@遂昌县委@${SUICHANG}`], on: '2016-02-01' },
    b: { name: '沈世山', posts: ['副市长@-@浙江省/丽水市'], on: '2019-02-01' },
  },
  {
    why: 'a rare name moved to another county of the city, years later',
    a: { name: '沈世山', posts: [`代县长@-@${SUICHANG}`], on: '2015-11-01' },
    b: { name: '沈世山', posts: ['县委书记@云和县委@浙江省/丽水市/云和县'], on: '2020-02-01' },
  },
  {
    why: 'a very rare name moved to another city, years later',
    a: { name: '褚银良', posts: ['县委书记@宁海县委@浙江省/宁波市/宁海县'], on: '2015-11-01' },
    b: { name: '褚银良', posts: ['副区长@-@浙江省/杭州市/滨江区'], on: '2021-02-01' },
  },
  {
    why: '原局长 and 局长 of one bureau',
    a: { posts: [`原局长@岱山县民政局@${DAISHAN}`], on: '2021-01-01' },
    b: { posts: [`局长@岱山县民政局@${DAISHAN}`], on: '2016-01-01' },
  },
  {
    why: 'a rare name: the former secretary of another place is still he',
    a: { name: '杜兴林', posts: [`原县委书记@遂昌县委@${SUICHANG}`], on: '2019-07-01' },
    b: { name: '杜兴林', posts: ['副市长@-@浙江省/丽水市'], on: '2019-07-02' },
  },
  {
    why: 'a reporter of a common name in two issues of one paper',
    a: { press: 'reporter' },
    b: { press: 'reporter', on: '2021-02-02' },
  },
  {
    why: 'a reporter who also took the photograph',
    a: { press: 'reporter' },
    b: { press: 'photographer', on: '2019-08-02' },
  },
  {
    why: 'the reporter of the byline, named by the text as 记者',
    a: { press: 'reporter', article: '00000000000000aa' },
    b: { press: 'reporter', from: 'text', article: '00000000000000aa' },
  },
  {
    why: 'a photographer of the same paper',
    a: { name: '张卉', press: 'photographer' },
    b: { name: '张卉', press: 'photographer', on: '2019-10-10' },
  },
  {
    why: 'a correspondent of a rare name in two issues',
    a: { name: '沈忠瑞', press: 'correspondent' },
    b: { name: '沈忠瑞', press: 'correspondent', on: '2018-10-10' },
  },
  {
    why: 'a blank inside a name of two characters',
    a: { name: '王 伟', posts: [`县长@-@${DAISHAN}`] },
    b: { name: '王伟', posts: [`县长@-@${DAISHAN}`] },
  },
  {
    why: 'traditional and simplified print',
    a: { name: '張偉', posts: [`县长@-@${DAISHAN}`] },
    b: { name: '张伟', posts: [`县长@-@${DAISHAN}`] },
  },
  {
    why: 'two kinds of dots in a minority name',
    a: { name: '买买提·吐尔逊', posts: ['民警@乌鲁木齐市公安局@新疆维吾尔自治区/乌鲁木齐市'] },
    b: { name: '买买提•吐尔逊', posts: ['民警@乌鲁木齐市公安局@新疆维吾尔自治区/乌鲁木齐市'] },
  },
  {
    why: 'a foreign name with a dot, without a post',
    a: { name: '史蒂夫·米勒', at: ['浙江省/金华市/义乌市'] },
    b: { name: '史蒂夫·米勒', at: ['浙江省/金华市/义乌市'], on: '2019-09-09' },
  },
  {
    why: 'head of state in every province',
    a: { name: '习近平', posts: ['总书记@中共中央@?'] },
    b: { name: '习近平', posts: ['国家主席@国家@?'], paper: '湖南法制报' },
  },
  {
    why: 'the general secretary and the former secretary of the province',
    a: { name: '习近平', posts: ['总书记@中共中央@?'] },
    b: { name: '习近平', posts: ['原浙江省委书记@浙江省委@浙江省'] },
  },
  {
    why: 'a head of state without a post anywhere',
    a: { name: '习近平', posts: ['总书记@中共中央@?'] },
    b: { name: '习近平', at: ['四川省/成都市'] },
  },
  {
    why: 'a common name: two villagers shown with the same rare neighbour',
    a: { at: [`${ANJI}/天子湖镇/高庄村`], with: ['褚银良', '涂冬山'] },
    b: { at: [`${ANJI}/天子湖镇/高庄村`], with: ['褚银良'] },
  },
  {
    why: 'a village head named again without his post in a story on the village',
    a: { name: '董国存', posts: ['村委会主任@-@浙江省/宁波市/奉化区/大堰镇/后畈村'] },
    b: { name: '董国存', at: ['浙江省/宁波市/奉化区/大堰镇/后畈村'], on: '2019-12-01' },
  },
  {
    why: 'a common name: two posts of one village',
    a: { posts: [`党支部书记@-@${ANJI}/天子湖镇/高庄村`] },
    b: { posts: [`村委会主任@-@${ANJI}/天子湖镇/高庄村`], on: '2021-12-01' },
  },
  {
    why: 'a name in a caption without a post, beside the county head of that rare name',
    a: { name: '俞能', posts: [`县长@-@${SHENGSI}`], on: '2019-07-01' },
    b: { name: '俞能', at: [SHENGSI] },
  },
  {
    why: 'judge and presiding judge of one county court',
    a: { name: '牛艳红', posts: [`副庭长@嵊泗县嵊山法庭@${SHENGSI}`] },
    b: { name: '牛艳红', posts: [`法官@嵊泗县人民法院@${SHENGSI}`], on: '2023-01-01' },
  },
  {
    why: 'deputy police head of a district and of its city, later',
    a: { name: '柯伟力', posts: ['副主任@路桥区公安分局@浙江省/台州市/路桥区'] },
    b: { name: '柯伟力', posts: ['民警@台州市公安局@浙江省/台州市'], on: '2022-05-05' },
  },
  {
    why: 'a common name: the mention without a post stands in the county of one of two',
    a: { name: '陈国强', posts: [`派出所所长@岱山县公安局@${DAISHAN}`] },
    b: { name: '陈国强', at: [`${DAISHAN}/衢山镇`], with: ['褚银良'] },
    third: [
      { name: '陈国强', posts: ['镇长@-@浙江省/衢州市/衢江区/高家镇'], with: [] },
      { name: '陈国强', posts: [`派出所所长@岱山县公安局@${DAISHAN}`], with: ['褚银良'] },
    ],
  },
];

const DIFFERENT: readonly Omit<Pair, 'is'>[] = [
  {
    why: 'a police officer in 岱山 and the head of a township in 衢州',
    a: { posts: [`民警@岱山县公安局@${DAISHAN}`] },
    b: { posts: [`乡长@-@${QUJIANG}/举村乡`] },
  },
  {
    why: 'the same, years later',
    a: { posts: [`民警@岱山县公安局@${DAISHAN}`] },
    b: { posts: [`乡长@-@${QUJIANG}/举村乡`], on: '2023-07-01' },
  },
  {
    why: 'a reporter and an official in one article',
    a: { press: 'reporter', article: '00000000000000bb' },
    b: { posts: [`县长@-@${DAISHAN}`], article: '00000000000000bb' },
  },
  {
    why: 'a reporter and an official, a rare name',
    a: { name: '沈忠瑞', press: 'reporter' },
    b: { name: '沈忠瑞', posts: [`县长@-@${DAISHAN}`] },
  },
  { why: 'reporters of two papers', a: { press: 'reporter' }, b: { press: 'reporter', paper: '湖南法制报' } },
  { why: 'father and son', a: { name: '王大伟', at: [ANJI] }, b: { name: '王小伟', at: [ANJI] } },
  {
    why: 'predecessor and successor in one post',
    a: { name: '李建国', posts: [`县长@-@${DAISHAN}`] },
    b: { name: '李建军', posts: [`县长@-@${DAISHAN}`], on: '2021-01-01' },
  },
  {
    why: 'county heads of two provinces in one month',
    a: { name: '李军', posts: [`县长@-@${DAISHAN}`] },
    b: { name: '李军', posts: ['县长@-@湖南省/邵阳市/隆回县'] },
  },
  {
    why: 'even a rare name: county heads of two provinces in one month',
    a: { name: '吴锦虎', posts: [`县长@-@${DAISHAN}`] },
    b: { name: '吴锦虎', posts: ['县长@-@湖南省/邵阳市/隆回县'] },
  },
  {
    why: 'county heads of two counties of one city in one month',
    a: { name: '李军', posts: [`县长@-@${DAISHAN}`] },
    b: { name: '李军', posts: [`县长@-@${SHENGSI}`] },
  },
  {
    why: 'a common name: township heads of two counties, years apart',
    a: { name: '张敏', posts: [`镇长@-@${DAISHAN}/衢山镇`] },
    b: { name: '张敏', posts: [`镇长@-@${ANJI}/天子湖镇`], on: '2024-01-01' },
  },
  {
    why: 'the victim of a fraud and the officer of another city',
    a: { at: ['浙江省/金华市/义乌市'] },
    b: { posts: [`民警@岱山县公安局@${DAISHAN}`] },
  },
  {
    why: 'victims of two crimes in two cities',
    a: { at: ['浙江省/金华市/义乌市'] },
    b: { at: ['浙江省/温州市/乐清市'] },
  },
  {
    why: 'victims of two crimes in one county',
    a: { name: '张伟', at: ['浙江省/金华市/义乌市'] },
    b: { name: '张伟', at: ['浙江省/金华市/义乌市'], on: '2021-01-01' },
  },
  {
    why: 'a defendant and the head of the province’s court',
    a: { name: '李军', at: ['浙江省/温州市/乐清市'] },
    b: { name: '李军', posts: ['院长@浙江省高级人民法院@浙江省'] },
  },
  {
    why: 'two 王伟 of one meeting’s list, whom the extractor knew to be two',
    a: { article: '00000000000000cc', local: 'person/王伟', posts: [`镇长@-@${ANJI}/天子湖镇`] },
    b: { article: '00000000000000cc', local: 'person/王伟#2', posts: [`镇党委副书记@天子湖镇党委@${ANJI}/天子湖镇`] },
  },
  {
    why: 'the same without posts and of a rare name',
    a: { name: '沈忠瑞', article: '00000000000000dd', local: 'person/沈忠瑞' },
    b: { name: '沈忠瑞', article: '00000000000000dd', local: 'person/沈忠瑞#2' },
  },
  {
    why: 'a village head and the deputy governor, a common name',
    a: { posts: [`村委会主任@-@${ANJI}/天子湖镇/高庄村`] },
    b: { posts: [`副省长@-@${Z}`] },
  },
  {
    why: 'a company’s manager and a county’s police',
    a: { posts: [`总经理@岱山县海运公司@${DAISHAN}`] },
    b: { posts: [`民警@湖州市公安局@浙江省/湖州市`] },
  },
  {
    why: 'officers of two police stations of one province, a common name',
    a: { name: '张伟', posts: ['民警@城中派出所@浙江省/湖州市/德清县'] },
    b: { name: '张伟', posts: ['民警@城中派出所@浙江省/宁波市/余姚市'] },
  },
  {
    why: 'stations of one name whose county nobody says',
    a: { name: '张伟', posts: ['民警@城中派出所@?'], at: ['浙江省/湖州市/德清县'] },
    b: { name: '张伟', posts: ['民警@城中派出所@?'], at: ['四川省/绵阳市/三台县'] },
  },
  {
    why: 'grid workers of two villages in one township',
    a: { name: '张敏', posts: [`网格员@-@${ANJI}/天子湖镇/高庄村`] },
    b: { name: '张敏', posts: [`网格员@-@${ANJI}/天子湖镇/南店村`] },
  },
  { why: 'a correspondent and a villager', a: { press: 'correspondent' }, b: { at: [`${ANJI}/天子湖镇`] } },
  {
    why: 'reporter in the byline, bare name in the text of another article',
    a: { press: 'reporter' },
    b: { at: ['浙江省/温州市/乐清市'], on: '2020-01-01' },
  },
  {
    why: 'provincial secretary of one province and township head of another, rare name',
    a: { name: '黄关春', posts: ['省委常委@湖南省委@湖南省'] },
    b: { name: '黄关春', posts: [`镇长@-@${DAISHAN}/衢山镇`], on: '2019-07-01' },
  },
  {
    why: 'a common name: retired cadre of one county, police of another',
    a: { posts: [`原局长@岱山县民政局@${DAISHAN}`] },
    b: { posts: ['民警@诸暨市公安局@浙江省/绍兴市/诸暨市'] },
  },
  {
    why: 'a caption’s dancer and a judge',
    a: { name: '李娜', at: ['浙江省/杭州市/临安区'] },
    b: { name: '李娜', posts: ['法官@温州市中级人民法院@浙江省/温州市'] },
  },
  {
    why: 'model workers of two lists of a province',
    a: { name: '李娜', posts: [`教师@安吉县第一小学@${ANJI}`] },
    b: { name: '李娜', posts: [`护士长@岱山县人民医院@${DAISHAN}`] },
  },
  {
    why: 'a single foreign name in two cities',
    a: { name: 'Ahmed', at: ['浙江省/金华市/义乌市'] },
    b: { name: 'Ahmed', at: ['浙江省/宁波市'] },
  },
  {
    why: 'shared companion known to the whole province proves nothing',
    a: { at: [ANJI], with: [{ name: '车俊', reach: 'province' }] },
    b: { at: [DAISHAN], with: [{ name: '车俊', reach: 'province' }] },
  },
];

export const PAIRS: readonly Pair[] = [
  ...SAME.map((pair) => ({ ...pair, is: 'same' as const })),
  ...DIFFERENT.map((pair) => ({ ...pair, is: 'different' as const })),
];
