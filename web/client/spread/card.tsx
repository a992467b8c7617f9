/** One figure of a page, with its name, a hint and its switches. */
import type { ComponentChildren, JSX } from 'preact';

interface CardProps {
  readonly name: string;
  readonly title: string;
  readonly hint?: string;
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Card({ name, title, hint, tools, children }: CardProps): JSX.Element {
  return (
    <section class={`card card-${name}`} aria-labelledby={`card-${name}`}>
      <div class="card-head">
        <h2 id={`card-${name}`}>{title}</h2>
        {hint && <span class="hint">{hint}</span>}
        <span class="grow" />
        {tools}
      </div>
      {children}
    </section>
  );
}
