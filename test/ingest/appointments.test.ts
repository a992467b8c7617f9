import { describe, expect, test } from 'vitest';
import { extracted } from '../support/extracted.ts';

/** The posts found in a body text as `name:title@body` or `name:title@place`, with their state. */
function posts(text: string): string[] {
  const { entities, facts } = extracted(text);
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  return facts
    .filter(({ type }) => type === 'HOLDS')
    .map(({ from, to, title, acting, former }) => {
      const state = acting ? ' (acting)' : former ? ' (former)' : '';
      return `${nameOf.get(from)}:${title}@${nameOf.get(to)}${state}`;
    });
}

describe('a post belongs to', () => {
  test.each([
    [
      'the name behind a remark in brackets',
      '浙江省公安厅副厅长（正厅长级）、桐庐县公安局局长金石磊讲话。',
      ['金石磊:浙江省公安厅副厅长@浙江省公安厅', '金石磊:桐庐县公安局局长@桐庐县公安局'],
    ],
    [
      'whoever held one and now holds another',
      '时任龙游县人民法院院长、现衢州市中级人民法院副院长程又新带着法官来了。',
      ['程又新:龙游县人民法院院长@龙游县人民法院 (former)', '程又新:衢州市中级人民法院副院长@衢州市中级人民法院'],
    ],
    [
      'who said what stands before it',
      '“跑五六个门变成了进一扇门。”龙游县委政法委副书记、县综治中心主任程又新说。',
      ['程又新:龙游县委政法委副书记@龙游县委政法委', '程又新:县综治中心主任@龙游县综治中心'],
    ],
    ['the body pointed at', '龙游县公安局出动了。该局副局长郭宏伟说。', ['郭宏伟:该局副局长@龙游县公安局']],
    ['nobody whom something is done for', '郭宏伟为全体干警授课，胡大有为30名民警讲课。', []],
    [
      'the company named last',
      '检察官走访德清县春禾木业有限公司。公司董事长邹明礼说，企业最怕不懂法。',
      ['邹明礼:公司董事长@德清县春禾木业有限公司'],
    ],
    [
      'an office whose name ends in what could be a verb',
      '省司法厅执法指导处处长柏青松主持会议。',
      ['柏青松:省司法厅执法指导处处长@浙江省司法厅执法指导处'],
    ],
    [
      'whoever gives it up',
      '会议接受汪海清因工作变动辞去龙游县人民检察院检察长职务的请求。',
      ['汪海清:龙游县人民检察院检察长@龙游县人民检察院 (former)'],
    ],
    [
      'the name before the age',
      '他大名周正平，56岁，龙游县公安局溪口派出所民警，驻村9年。',
      ['周正平:龙游县公安局溪口派出所民警@龙游县溪口派出所'],
    ],
    [
      'the name at the head of a notice',
      '单国良，男，1965年生，浙江东阳人，现任东阳市公安局巍山派出所所长。',
      ['单国良:东阳市公安局巍山派出所所长@东阳市巍山派出所'],
    ],
    [
      'the subject, with words between',
      '永嘉县岩头镇副镇长石磊当时还是镇司法所所长。老支书瞿树林是岩头村的调解员。',
      ['石磊:永嘉县岩头镇副镇长@岩头镇', '石磊:镇司法所所长@岩头镇司法所', '瞿树林:调解员@岩头村'],
    ],
    [
      'a delegate of those who hold it',
      '龙游县公安局溪口派出所民警代表涂强发言。',
      ['涂强:龙游县公安局溪口派出所民警@龙游县溪口派出所'],
    ],
    [
      'the station of the article, for an officer of a quarter',
      '玉环市公安局坎门派出所很忙。社区民警董志鹏把双方请进调解室。',
      ['董志鹏:社区民警@玉环市坎门派出所'],
    ],
    [
      'who holds it, without the verb before it',
      '徐跃进请来玉环市市场监管局局长马国庆，玉环市司法局组织律师吕超普法，居民看到玉环市调解队队长胡美凤。',
      ['马国庆:玉环市市场监管局局长@玉环市市场监管局', '吕超:律师@玉环市', '胡美凤:玉环市调解队队长@玉环市调解队'],
    ],
    ['the name before it', '玉环市公安局很忙。刘伟副局长带领民警走访。', ['刘伟:副局长@玉环市公安局']],
    [
      'the auxiliary, not the brigade',
      '玉环市公安局特警大队辅警朱浩跳进河里。',
      ['朱浩:玉环市公安局特警大队辅警@玉环市公安局特警大队'],
    ],
    ['whoever holds it now, after 日前', '日前玉环市委书记盛一舟讲话。', ['盛一舟:玉环市委书记@玉环市委']],
    [
      'a law firm, where its name holds the word',
      '杭州平和律师事务所律师吴清旺参加论证。',
      ['吴清旺:杭州平和律师事务所律师@杭州平和律师事务所'],
    ],
    [
      'nobody who only hires others',
      '永嘉县岩头镇党委副书记韦明芬说，镇里聘请律师担任村级法律顾问。',
      ['韦明芬:永嘉县岩头镇党委副书记@岩头镇党委'],
    ],
  ])('%s', (_, text, expected) => {
    expect(posts(text)).toEqual(expected);
  });
});
