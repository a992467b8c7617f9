/** Read an article: its text with every fact marked in place, and the list of facts beside it, each leading to the other. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ArticleAnswer, ArticleFact } from '../../api.ts';
import { getArticle } from '../http.ts';
import { useLoaded } from '../load.ts';
import { pageOf } from '../page-of.ts';
import { ArticleList, ArticleRow } from '../parts/article-list.tsx';
import { FactList } from '../parts/fact-list.tsx';
import { Glyph, Icon, NodeGlyph } from '../parts/icon.tsx';
import { RouteLink } from '../parts/link.tsx';
import { bylineText } from '../parts/quote.tsx';
import { Await, Empty } from '../parts/states.tsx';
import type { Passage } from '../route.ts';
import { segmentText } from '../segments.ts';
import { adjust, navigate } from '../state.ts';
import { subject } from '../tab-title.ts';
import { readingWords } from '../words/reading.ts';
import { words } from '../words.ts';

interface ArticlePageProps {
  readonly id: string | null;
  readonly passage: Passage | null;
  /** Key of the relation that the passage is read for. */
  readonly fact: string | null;
}

export function ArticlePage({ id, passage, fact }: ArticlePageProps): JSX.Element {
  if (id === null) return <ArticleList />;
  return <OneArticle key={id} id={id} passage={passage} fact={fact} />;
}

interface OneArticleProps extends ArticlePageProps {
  readonly id: string;
}

function OneArticle({ id, passage, fact }: OneArticleProps): JSX.Element {
  const loaded = useLoaded(() => getArticle(id), id);
  return (
    <main class="article">
      <Await of={loaded}>{(article) => <Reading article={article} passage={passage} fact={fact} />}</Await>
    </main>
  );
}

interface ReadingProps extends Omit<ArticlePageProps, 'id'> {
  readonly article: ArticleAnswer;
}

function Reading({ article, passage, fact }: ReadingProps): JSX.Element {
  const { facts, source } = article;
  useEffect(() => {
    subject.value = { id: source.id, name: source.title };
  }, [source.id]);
  const chosen = useSignal(chosenFact(facts, passage, fact));
  const choose = (index: number) => {
    chosen.value = index;
    const next = facts[index];
    const at = next ? { start: next.start, end: next.end } : null;
    adjust({ page: 'article', id: source.id, passage: at, fact: next?.relation.key ?? null });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (
        step === undefined ||
        event.ctrlKey ||
        event.metaKey ||
        event.isComposing ||
        event.target instanceof HTMLInputElement
      )
        return;
      choose(Math.max(0, Math.min(facts.length - 1, chosen.peek() + step)));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  useEffect(() => {
    document.querySelector('.paper .chosen')?.scrollIntoView({ block: 'center' });
    // On a narrow screen the list lies under the text, and bringing it into sight would take the text out of it.
    if (matchMedia('(min-width: 960px)').matches)
      document.querySelector('.fact-list [aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen.value]);
  return (
    <>
      <Rail article={article} />
      <Paper article={article} chosen={chosen.value} passage={passage} choose={choose} />
      <FactList article={article} chosen={chosen.value} choose={choose} />
    </>
  );
}

function Rail({
  article: { source, dateBasis, siblings, mentions, nodes },
}: {
  readonly article: ArticleAnswer;
}): JSX.Element {
  const times = new Map<string, number>();
  for (const { id } of mentions) times.set(id, (times.get(id) ?? 0) + 1);
  const named = nodes
    .filter(({ id }) => times.has(id))
    .sort((one, other) => (times.get(other.id) ?? 0) - (times.get(one.id) ?? 0));
  return (
    <nav class="rail" aria-label={readingWords().samePage}>
      <button
        type="button"
        class="row-button back"
        onClick={() => navigate({ page: 'article', id: null, passage: null, fact: null })}
      >
        <Icon name="left" small />
        {readingWords().allArticles}
      </button>
      <div class="issue">
        <b>{source.publication ?? source.title}</b>
        {source.issue !== null && <span>{words().issue(source.issue)}</span>}
        {source.date && <span>{source.date}</span>}
        {dateBasis && <span>{readingWords().dateBasis(dateBasis)}</span>}
      </div>
      <section>
        <div class="head">
          <h2>{readingWords().samePage}</h2>
        </div>
        <ul class="article-rows">
          {siblings.map((node) => (
            <ArticleRow
              key={node.id}
              node={{ ...node, note: null, issue: null, date: null }}
              current={node.id === source.id}
            />
          ))}
        </ul>
      </section>
      {named.length > 0 && (
        <section>
          <div class="head">
            <h2>{readingWords().namedHere}</h2>
            <span class="grow" />
            <span>{readingWords().times}</span>
          </div>
          <ul class="rows">
            {named.map((node) => (
              <li key={node.id}>
                <NodeGlyph node={node} />
                <RouteLink to={pageOf(node.id)} class="row-button clip grow" title={node.name}>
                  {node.name}
                </RouteLink>
                <span class="count">{times.get(node.id)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </nav>
  );
}

interface PaperProps {
  readonly article: ArticleAnswer;
  readonly chosen: number;
  /** Words to mark although no fact rests on exactly them. */
  readonly passage: Passage | null;
  readonly choose: (index: number) => void;
}

function Paper({
  article: { source, subtitle, text, facts, mentions, nodes },
  chosen,
  passage,
  choose,
}: PaperProps): JSX.Element {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind.toLowerCase()]));
  const extra = passage !== null && chosen < 0 ? [passage] : [];
  const paragraphs = segmentText(text, [...facts, ...extra], mentions);
  return (
    <article class="paper" lang="zh-CN">
      <header>
        <h1>{source.title}</h1>
        {subtitle && !source.title.includes(subtitle) && <p class="subtitle">{subtitle}</p>}
        {source.byline.length > 0 && (
          <p class="by">
            <Glyph name="reporter" small /> {bylineText(source)}
          </p>
        )}
      </header>
      {text === '' && <Empty>{readingWords().noText}</Empty>}
      <div class="text">
        {paragraphs.map((segments) => (
          <p key={segments[0]?.start ?? 0}>
            {segments.map(({ text: piece, start, facts: over, begins, names }) => {
              const named =
                names === null ? piece : <span class={`named named-${kinds.get(names) ?? ''}`}>{piece}</span>;
              if (over.length === 0) return <span key={start}>{named}</span>;
              const on = over.includes(chosen) || over.includes(facts.length);
              const numbers = begins.filter((index) => index < facts.length).map((index) => index + 1);
              return (
                // The list beside the text does the same by keyboard.
                // biome-ignore lint/a11y/useKeyWithClickEvents: see above
                <mark key={start} class={on ? 'chosen' : undefined} onClick={() => choose(nextOf(over, chosen))}>
                  {numbers.length > 0 && <sup>{numbers.join(' ')}</sup>}
                  {named}
                </mark>
              );
            })}
          </p>
        ))}
      </div>
    </article>
  );
}

/** The fact that an address asks for: by its relation and passage, else by the passage alone; -1 for none. */
function chosenFact(facts: readonly ArticleFact[], passage: Passage | null, key: string | null): number {
  if (passage === null) return -1;
  const here = ({ start, end }: ArticleFact) => start === passage.start && end === passage.end;
  const exact = facts.findIndex((fact) => here(fact) && fact.relation.key === key);
  return exact >= 0 ? exact : facts.findIndex(here);
}

/** A passage that states several facts steps through them. */
function nextOf(over: readonly number[], chosen: number): number {
  return over[(over.indexOf(chosen) + 1) % over.length] as number;
}
