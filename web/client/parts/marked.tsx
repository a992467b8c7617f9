/** Text with the letters that a search hit underlined. (Yellow is for evidence only.) */
import type { JSX } from 'preact';

export function Marked({
  text,
  spans,
}: {
  readonly text: string;
  readonly spans: readonly (readonly [number, number])[];
}): JSX.Element {
  const parts: JSX.Element[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    parts.push(<span key={at}>{text.slice(at, start)}</span>, <u key={`u${start}`}>{text.slice(start, end)}</u>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
