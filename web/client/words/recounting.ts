/** Words for numbers that lag behind the graph. */
import { pick } from '../language.ts';

export const recountingWords = pick({
  zh: {
    recounting: (articles: number) => `这里是 ${articles} 篇文章时的统计；图谱刚有更改，正在重新统计，完成后自动更新。`,
  },
  en: {
    recounting: (articles) =>
      `Counted when the graph had ${articles} articles. It has changed since; the new count will appear by itself.`,
  },
});
