/** What went wrong, by the code of a failure, and what can be done about it. The server's own words are English. */
import { pick } from '../language.ts';

/** What is said, and what can be done. */
type Said = readonly [title: string, help: string];

export const failureWords = pick<{
  readonly byCode: Readonly<Record<string, Said>>;
  readonly other: Said;
  readonly details: string;
  readonly search: string;
}>({
  zh: {
    byCode: {
      offline: ['连不上服务', '启动知图的窗口还开着吗？画面保留，恢复后可继续。'],
      'not-found': ['图里没有这一项', '地址可能有误，或它已随版面移出。按名称搜一搜。'],
      'bad-input': ['地址或填写的内容有误', '核对地址；若是点链接来的，请对方重新复制一次。'],
      'store-unavailable': ['图库没有应答', '图库恢复后再试一次，画面保留。'],
      'store-locked': ['图库正被另一个程序占用', '等它结束后再试一次。'],
      'limit-exceeded': ['超过了时间或数量的上限', '把范围收窄后再试一次。'],
      'disk-full': ['磁盘已满', '腾出空间后再试一次，图里原有的内容不受影响。'],
    },
    other: ['没有取到', '再试一次；仍不行，把下面的详情发给维护的人。'],
    details: '详情',
    search: '去搜索',
  },
  en: {
    byCode: {
      offline: [
        'The server does not answer',
        'Is the window that started Zhitu still open? The picture stays; go on when it is back.',
      ],
      'not-found': [
        'The graph has nothing of this kind',
        'The address may be wrong, or its page was removed. Search by name.',
      ],
      'bad-input': [
        'The address or a field does not fit',
        'Check the address; if a link led here, have it copied again.',
      ],
      'store-unavailable': ['The store does not answer', 'Try again when it is back. The picture stays.'],
      'store-locked': ['Another program holds the store', 'Try again when it has ended.'],
      'limit-exceeded': ['A limit of time or size was reached', 'Ask for less and try again.'],
      'disk-full': ['The disk is full', 'Make room and try again; what is in the graph is safe.'],
    },
    other: ['Could not be loaded', 'Try again; if that does not help, pass on the details below.'],
    details: 'Details',
    search: 'Search',
  },
});
