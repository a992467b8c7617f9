/** Name, pages, search, and the tools that are there on every page. */
import { computed } from '@preact/signals';
import type { JSX } from 'preact';
import { clear, copyLink } from '../actions.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { language, setLanguage } from '../language.ts';
import { type Route, writeAddress } from '../route.ts';
import { keysOpen, navigate, route, toCanvas, view } from '../state.ts';
import { setTheme, theme } from '../theme.ts';
import { SaveButton } from '../views/save-button.tsx';
import { words } from '../words.ts';
import { Icon } from './icon.tsx';
import { NarrowTools } from './narrow-tools.tsx';
import { SearchBox } from './search-box.tsx';
import { Undo } from './undo.tsx';

/** Written once for both rows of tabs: it names every node of the picture. */
const canvasAddress = computed(() => writeAddress({ page: 'explore', view: view.value }));

/** The tabs in their order, and where each leads. */
const PAGES = {
  explore: () => ({ page: 'explore', view: view.value }),
  program: () => ({ page: 'program', id: null, fields: {} }),
  query: () => ({ page: 'query', id: null, params: {} }),
  article: () => ({ page: 'article', id: null, passage: null, fact: null }),
  ingest: () => ({ page: 'ingest' }),
  board: () => ({ page: 'board', fields: {} }),
} as const satisfies Record<string, () => Route>;
type Tab = keyof typeof PAGES;

export function TopBar(): JSX.Element {
  return (
    <header class="top-bar">
      <a
        class="brand"
        href="/"
        aria-label={words().brand}
        onClick={(event) => {
          event.preventDefault();
          toCanvas();
          if (view.value.nodes.length > 0) clear();
        }}
      >
        <Mark />
        <span>{words().brand}</span>
      </a>
      <Tabs />
      <SearchBox />
      <div class="tools">
        <Undo />
        <ExportMenu />
        <button type="button" class="button" onClick={() => void copyLink()}>
          <Icon name="link" small />
          {words().copyLink}
        </button>
        <SaveButton />
        <NarrowTools />
        <Switches />
      </div>
    </header>
  );
}

/** The pages; at the bottom of a narrow screen. */
export function Tabs(): JSX.Element {
  return (
    <nav class="tabs" aria-label={words().mainNavigation}>
      {(Object.keys(PAGES) as Tab[]).map((page) => {
        const target = PAGES[page]();
        return (
          <a
            key={page}
            href={page === 'explore' ? canvasAddress.value : writeAddress(target)}
            aria-current={route.value.page === page ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              navigate(target);
            }}
          >
            {words()[page]}
          </a>
        );
      })}
    </nav>
  );
}

function Switches(): JSX.Element {
  const dark = theme.value === 'dark';
  return (
    <>
      <button
        type="button"
        class="icon-button wide"
        lang={language.value === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language.value === 'zh' ? 'en' : 'zh')}
      >
        {words().languageSwitch}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={dark ? words().light : words().dark}
        title={dark ? words().light : words().dark}
        onClick={() => setTheme(dark ? 'light' : 'dark')}
      >
        <Icon name={dark ? 'sun' : 'moon'} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={`${words().keys} ?`}
        title={`${words().keys} (?)`}
        onClick={() => {
          keysOpen.value = true;
        }}
      >
        <Icon name="help" />
      </button>
    </>
  );
}

/** Three kinds of node and the lines between them. */
function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 22 22" aria-hidden="true">
      <path class="mark-lines" d="M6 15.5 11 6l6 8.5M6 15.5l11-1" />
      <path class="mark-place" d="m11 2 3.4 2v4L11 10 7.6 8V4z" />
      <circle class="mark-person" cx="5.5" cy="15.8" r="3.7" />
      <path class="mark-program" d="m16.9 10.4 4.2 4.2-4.2 4.2-4.2-4.2z" />
    </svg>
  );
}
