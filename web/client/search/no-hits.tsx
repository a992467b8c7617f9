/** Where nothing was found: what was looked at, what is near, and what can be done. */
import type { JSX } from 'preact';
import { openNode } from '../actions.ts';
import { NodeGlyph } from '../parts/icon.tsx';
import { navigate, overview } from '../state.ts';
import { searchWords } from '../words/search.ts';
import { words } from '../words.ts';
import type { Searching } from './found.ts';

interface NoHitsProps {
  readonly query: string;
  readonly searching: Searching;
  readonly close: () => void;
  readonly retry: (query: string) => void;
}

export function NoHits({ query, searching: { found, busy, failed }, close, retry }: NoHitsProps): JSX.Element {
  if (failed) return <p class="state">{words().offline}</p>;
  if (busy) return <p class="state">{words().searching}…</p>;
  const parts = partsOf(query);
  return (
    <div class="no-hits">
      <b>
        <bdi>{searchWords().nothing(query)}</bdi>
      </b>
      <p>{lookedAt()}</p>
      {found.near.length > 0 && (
        <>
          <h2>{searchWords().near}</h2>
          <ul>
            {found.near.map(({ node, form, by }) => (
              <li key={node.id}>
                <button
                  type="button"
                  class="start-row"
                  onClick={() => {
                    close();
                    void openNode(node.id);
                  }}
                >
                  <NodeGlyph node={node} />
                  <bdi class="grow clip">{form === node.name ? node.name : `${node.name}（${form}）`}</bdi>
                  <span class="hint">{searchWords().by[by]}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{searchWords().also}</h2>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <button type="button" class="start-row" onClick={() => retry(part)}>
              <bdi class="grow">{searchWords().shorter(part)}</bdi>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            class="start-row"
            onClick={() => {
              close();
              navigate({ page: 'article', id: null, passage: null, fact: null });
            }}
          >
            <span class="grow">{searchWords().articles}</span>
          </button>
        </li>
      </ul>
    </div>
  );
}

/** Characters of a word: the shortest that says something. */
const WORD = 2;

/** The first and the last word of what was typed, where it is longer than one. */
function partsOf(query: string): readonly string[] {
  const characters = [...query.replace(/\s/gu, '')];
  if (characters.length <= WORD) return [];
  return [...new Set([characters.slice(0, WORD).join(''), characters.slice(-WORD).join('')])];
}

function lookedAt(): string {
  const kinds = overview.value?.kinds;
  if (!kinds) return searchWords().lookedAtAll;
  const { Article: articles = 0, ...others } = kinds;
  const names = Object.values(others).reduce((sum, count) => sum + count, 0);
  return searchWords().lookedAt(names, articles);
}
