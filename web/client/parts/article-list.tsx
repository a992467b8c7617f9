/** Articles, the newest paper first. */
import type { JSX } from 'preact';
import type { NodeBrief } from '../../api.ts';
import { getArticles } from '../http.ts';
import { dateOf } from '../kinds.ts';
import { useLoaded } from '../load.ts';
import { navigate } from '../state.ts';
import { typeWord } from '../terms.ts';
import { readingWords } from '../words/reading.ts';
import { startWords } from '../words/start.ts';
import { words } from '../words.ts';
import { Await, Empty } from './states.tsx';

export function ArticleList(): JSX.Element {
  const loaded = useLoaded(getArticles, 'articles');
  return (
    <main class="article-index">
      <h1>{readingWords().allArticles}</h1>
      <p class="soft">{readingWords().pickArticle}</p>
      <Await of={loaded}>
        {({ articles }) =>
          articles.length === 0 ? (
            <Empty>{startWords().startEmptyHelp}</Empty>
          ) : (
            <ul class="article-rows">
              {articles.map((node) => (
                <ArticleRow key={node.id} node={node} current={false} />
              ))}
            </ul>
          )
        }
      </Await>
    </main>
  );
}

export function ArticleRow({ node, current }: { readonly node: NodeBrief; readonly current: boolean }): JSX.Element {
  const about = [
    node.note,
    node.issue === null ? null : words().issue(node.issue),
    dateOf(node),
    node.type ? typeWord(node.type) : null,
  ];
  return (
    <li>
      <button
        type="button"
        aria-current={current ? 'true' : undefined}
        onClick={() => navigate({ page: 'article', id: node.id, passage: null, fact: null })}
      >
        <b lang="zh-CN">{node.name}</b>
        <span>{about.filter(Boolean).join(' · ')}</span>
      </button>
    </li>
  );
}
