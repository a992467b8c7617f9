/** The right column: the sentences behind what was chosen, and the articles where nothing is said. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Claim } from '../../api/spread.ts';
import { addNodes } from '../actions.ts';
import { useLoaded } from '../load.ts';
import { AllSentences } from '../parts/all-sentences.tsx';
import { ArticleRow } from '../parts/article-list.tsx';
import { Icon } from '../parts/icon.tsx';
import { ShowAll } from '../parts/show-all.tsx';
import { Await } from '../parts/states.tsx';
import { toCanvas } from '../state.ts';
import { spreadWords } from '../words/spread.ts';
import { words } from '../words.ts';
import { getCoverage } from './calls.ts';
import { pathOfId, pathText } from './names.ts';
import type { Panel, PanelItem } from './panel.ts';
import { StageMark } from './stage-mark.tsx';
import { whenText } from './times.ts';

/** Relations of a group whose sentences are shown before a reader asks for the rest. */
const FIRST_ITEMS = 6;
/** Articles listed at most. */
const FIRST_ARTICLES = 20;

export function EvidencePanel({ panel, close }: { readonly panel: Panel; readonly close: () => void }): JSX.Element {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section class="spread-evidence" ref={section} aria-label={words().evidence}>
      <div class="card-head">
        <h2 lang="zh-CN">{panel.title}</h2>
        <span class="grow" />
        <button type="button" class="icon-button tiny" aria-label={words().closeDetails} onClick={close}>
          <Icon name="close" small />
        </button>
      </div>
      {panel.path !== '' && <p class="soft">{panel.path}</p>}
      {panel.lines.map((line) => (
        <p key={line} class="evidence-line">
          {line}
        </p>
      ))}
      {panel.groups.map(({ key, head, items }) => (
        <div key={key} class="evidence-group">
          {head !== null && <h3 lang="zh-CN">{head}</h3>}
          <Items key={items.map((item) => item.key).join()} items={items} />
        </div>
      ))}
      {panel.articles && <Articles {...panel.articles} open={panel.groups.every(({ items }) => items.length === 0)} />}
      <div class="actions">
        <ToCanvas nodes={panel.nodes} />
      </div>
    </section>
  );
}

/** Takes the reader to the canvas, with these nodes on it. */
export function ToCanvas({ nodes }: { readonly nodes: readonly string[] }): JSX.Element {
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        toCanvas();
        void addNodes(nodes);
      }}
    >
      <Icon name="layout" small />
      {words().addToGraph}
    </button>
  );
}

function Items({ items }: { readonly items: readonly PanelItem[] }): JSX.Element {
  const all = useSignal(false);
  const shown = all.value ? items : items.slice(0, FIRST_ITEMS);
  return (
    <>
      {shown.map(({ key, claim }) => (
        <div key={key} class="claim">
          {claim && <ClaimLine claim={claim} />}
          <AllSentences relationKey={key} />
        </div>
      ))}
      <ShowAll
        shown={shown.length}
        total={items.length}
        ask={() => {
          all.value = true;
        }}
      />
    </>
  );
}

/** Stage, time, and where exactly the text says it was. */
function ClaimLine({ claim }: { readonly claim: Claim }): JSX.Element {
  const { stage, when, place, implied, viaName } = claim;
  return (
    <p class="claim-line">
      <StageMark mark={stage} />
      <b>{spreadWords().stage[stage]}</b>
      <span class="nowrap">{whenText(when)}</span>
      <span class="soft" lang="zh-CN">
        {pathText(pathOfId(place))}
      </span>
      {viaName !== null && (
        <span class="soft" lang="zh-CN">
          {spreadWords().via(viaName)}
        </span>
      )}
      {implied && <span class="badge warn">{spreadWords().impliedClaim}</span>}
    </p>
  );
}

interface ArticlesProps {
  readonly place: string;
  readonly period: string | null;
  /** Where no sentence is shown, the articles are what there is to read. */
  readonly open: boolean;
}

function Articles({ place, period, open }: ArticlesProps): JSX.Element {
  const loaded = useLoaded(() => getCoverage(place, period, FIRST_ARTICLES), `${place} ${period}`);
  return (
    <details class="evidence-articles" open={open}>
      <summary>{spreadWords().itsArticles}</summary>
      <Await of={loaded}>
        {({ articles, total }) => (
          <>
            <ul class="article-rows">
              {articles.map((node) => (
                <ArticleRow key={node.id} node={node} current={false} />
              ))}
            </ul>
            {articles.length < total && <p class="hint">{words().firstShown(articles.length, total)}</p>}
          </>
        )}
      </Await>
    </details>
  );
}
