import { expect, it } from 'vitest';
import { rowsByCity } from '../../../../web/client/queries/result-places.ts';

it('puts rows into the cities that their places lie in, once each, and names those that lie elsewhere or nowhere', () => {
  const rows = [
    ['place/浙江省/湖州市', 'place/浙江省/湖州市/吴兴区'],
    [['place/浙江省/温州市', 'place/浙江省/湖州市/南浔区']],
    ['place/浙江省', '温州市'],
    ['place/江苏省/苏州市'],
    ['person/王昌荣', null],
  ];
  expect(rowsByCity(rows)).toEqual({
    cities: new Map([
      ['湖州市', [0, 1]],
      ['温州市', [1]],
    ]),
    elsewhere: [2, 3],
    nowhere: [4],
  });
});
