/** The page: top bar, one of three pages, and what lies over them. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { ArticlePage } from './pages/article.tsx';
import { Explore } from './pages/explore.tsx';
import { QueryPage } from './pages/query.tsx';
import { KeysDialog } from './parts/keys-dialog.tsx';
import { PageFailure } from './parts/states.tsx';
import { Tabs, TopBar } from './parts/top-bar.tsx';
import { route } from './state.ts';
import { language, words } from './words.ts';

export function App(): JSX.Element {
  const current = route.value;
  useEffect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
    document.title = `${words().brand} · ${words()[current.page]}`;
  });
  return (
    <>
      <TopBar />
      <PageFailure />
      {current.page === 'explore' && <Explore />}
      {current.page === 'query' && <QueryPage id={current.id} params={current.params} />}
      {current.page === 'article' && <ArticlePage id={current.id} passage={current.passage} fact={current.fact} />}
      <div class="bottom-bar">
        <Tabs />
      </div>
      <KeysDialog />
    </>
  );
}
