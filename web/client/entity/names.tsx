/** What else an entity is called, and on request which articles print it how. */
import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { EntityHead, NamesAnswer } from '../../api/entity.ts';
import { useLoaded } from '../load.ts';
import { RouteLink } from '../parts/link.tsx';
import { Await } from '../parts/states.tsx';
import { entityWords } from '../words/entity.ts';
import { getNames } from './calls.ts';
import { NAMES_PART } from './parts.ts';

interface NamesProps {
  readonly head: EntityHead;
  readonly open: Signal<boolean>;
}

export function Names({ head: { node, aliases }, open }: NamesProps): JSX.Element {
  const words = entityWords();
  return (
    <div class="names" id={NAMES_PART} tabIndex={-1}>
      {aliases.length > 0 && (
        <span>
          {words.aliases} <bdi lang="zh-CN">{aliases.join('、')}</bdi>
        </span>
      )}
      <button
        type="button"
        class="link"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {words.printedNames}
      </button>
      {open.value && <Forms id={node.id} />}
    </div>
  );
}

function Forms({ id }: { readonly id: string }): JSX.Element {
  const loaded = useLoaded(() => getNames(id), id);
  return (
    <Await of={loaded}>
      {({ forms, looked, total }) => (
        <div class="card forms">
          <ul>
            {forms.map((form) => (
              <Form key={form.form} form={form} />
            ))}
          </ul>
          {looked < total && <p class="list-foot">{entityWords().lookedInto(looked, total)}</p>}
        </div>
      )}
    </Await>
  );
}

function Form({
  form: { form, mentions, articles, named },
}: {
  readonly form: NamesAnswer['forms'][number];
}): JSX.Element {
  return (
    <li>
      <b lang="zh-CN">
        <bdi>{form}</bdi>
      </b>
      <span class="hint nowrap">{entityWords().printed(mentions, articles)}</span>
      <ul>
        {named.map(({ source, start, end }) => (
          <li key={source.id}>
            <RouteLink to={{ page: 'article', id: source.id, passage: { start, end }, fact: null }} class="link">
              <bdi lang="zh-CN">{source.title}</bdi>
            </RouteLink>{' '}
            <span class="hint nowrap">{[source.publication, source.date].filter(Boolean).join(' ')}</span>
          </li>
        ))}
        {articles > named.length && <li class="hint">{entityWords().moreChoices(articles - named.length)}</li>}
      </ul>
    </li>
  );
}
