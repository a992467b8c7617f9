/** The paper's own words, with those that state the fact marked, and where they stand. */
import type { JSX } from 'preact';
import type { Quote, Source } from '../../api.ts';
import { copyText } from '../clipboard.ts';
import { citation } from '../decide/citation.ts';
import { language, punctuation } from '../language.ts';
import { writeAddress } from '../route.ts';
import { navigate } from '../state.ts';
import { roleWord } from '../terms.ts';
import { decideWords } from '../words/decide.ts';
import { words } from '../words.ts';
import { Glyph, Icon } from './icon.tsx';

interface QuoteProps {
  readonly quote: Quote;
  /** Key of the relation it is shown for. */
  readonly fact?: string;
  readonly current?: boolean;
}

/** A passage that opens its article at these words. */
export function QuoteView({ quote, fact, current = false }: QuoteProps): JSX.Element {
  const passage = { start: quote.start, end: quote.end };
  const route = { page: 'article', id: quote.source.id, passage, fact: fact ?? null } as const;
  const cite = () => {
    const address = new URL(writeAddress(route), location.href).href;
    void copyText(citation({ ...quote, address }, language.value), decideWords().cited);
  };
  return (
    <figure class="evidence">
      <a
        class={current ? 'quote current' : 'quote'}
        href={writeAddress(route)}
        onClick={(event) => {
          event.preventDefault();
          navigate(route);
        }}
      >
        <blockquote lang="zh-CN">
          {quote.cutBefore && '…'}
          {quote.before}
          <mark>{quote.quote}</mark>
          {quote.after}
          {quote.cutAfter && '…'}
        </blockquote>
      </a>
      <SourceLine source={quote.source} cite={cite} />
    </figure>
  );
}

/** Paper, issue, day, who signed it. */
function SourceLine({ source, cite }: { readonly source: Source; readonly cite: () => void }): JSX.Element {
  const paper = [source.publication, source.issue === null ? null : words().issue(source.issue)]
    .filter(Boolean)
    .join(' ');
  return (
    <figcaption class="source">
      <Glyph name="article" small />
      <span class="clip">{paper || source.title}</span>
      {source.date && <span class="nowrap">{source.date}</span>}
      {source.byline.length > 0 && <span class="clip byline">{bylineText(source)}</span>}
      <button type="button" class="cite" aria-label={decideWords().cite} title={decideWords().cite} onClick={cite}>
        <Icon name="quote" small />
      </button>
    </figcaption>
  );
}

/** Names by role: `记者 张倩 王志浩`. */
export function bylineText({ byline }: Source): string {
  const roles = [...new Set(byline.map(({ role }) => role))];
  return roles
    .map((role) => {
      const names = byline.filter((one) => one.role === role).map(({ name }) => name);
      return [role === null ? words().byline : roleWord(role), ...names].join(' ');
    })
    .join(punctuation().comma);
}
