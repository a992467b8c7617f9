/** Words for numbers that lag behind the graph. */
import { pick } from '../language.ts';

export const recountingWords = pick({
  zh: {
    recounting: (articles: number) => `这里是 ${articles} 篇文章时的统计；图谱刚有更改，正在重新统计，完成后自动更新。`,
    counting: (articles: number) => `刚启动，正在统计全部 ${articles} 篇文章，数完自动显示`,
  },
  en: {
    recounting: (articles) =>
      `Counted when the graph had ${articles} articles. It has changed since; the new count will appear by itself.`,
    counting: (articles) => `Just started: counting all ${articles} articles, the numbers will appear by themselves`,
  },
});
