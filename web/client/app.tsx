/** The page: top bar, one of its pages, and what lies over them. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { language } from './language.ts';
import { Explore } from './pages/explore.tsx';
import { KeysDialog } from './parts/keys-dialog.tsx';
import { lazyPage } from './parts/lazy.tsx';
import { PageNotice } from './parts/page-notice.tsx';
import { PageFailure } from './parts/states.tsx';
import { Tabs, TopBar } from './parts/top-bar.tsx';
import { route } from './state.ts';
import { tabTitle } from './tab-title.ts';
import { SavedPage } from './views/saved-page.tsx';
import { words } from './words.ts';

const ArticlePage = lazyPage('article', async () => (await import('./pages/article.tsx')).ArticlePage);
const QueryPage = lazyPage('query', async () => (await import('./pages/query.tsx')).QueryPage);
const ConsolePage = lazyPage('console', async () => (await import('./pages/console.tsx')).ConsolePage);
const EntityPage = lazyPage('entity', async () => (await import('./pages/entity.tsx')).EntityPage);
const BoardPage = lazyPage('board', async () => (await import('./pages/board.tsx')).BoardPage);
const IngestPage = lazyPage('ingest', async () => (await import('./pages/ingest.tsx')).IngestPage);
const Program = lazyPage('program', async () => (await import('./pages/program.tsx')).ProgramPage);

export function App(): JSX.Element {
  const current = route.value;
  useEffect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
    document.title = `${words().brand} · ${tabTitle(current)}`;
  });
  return (
    <>
      <TopBar />
      <PageFailure />
      {current.page === 'explore' && <Explore />}
      {current.page === 'query' && <QueryPage id={current.id} params={current.params} />}
      {current.page === 'console' && <ConsolePage fields={current.fields} />}
      {current.page === 'article' && <ArticlePage id={current.id} passage={current.passage} fact={current.fact} />}
      {current.page === 'entity' && <EntityPage id={current.id} fields={current.fields} />}
      {current.page === 'program' && <Program id={current.id} fields={current.fields} />}
      {current.page === 'board' && <BoardPage fields={current.fields} />}
      {current.page === 'ingest' && <IngestPage />}
      {current.page === 'saved' && <SavedPage key={current.id} id={current.id} />}
      <div class="bottom-bar">
        <Tabs />
      </div>
      <PageNotice />
      <KeysDialog />
    </>
  );
}
