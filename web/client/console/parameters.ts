/** The parameters of a query that is being typed, and what is typed for them. */
import type { ConsoleInput } from '../../api/console.ts';

/** Texts, comments and quoted names, in which a `$` means nothing, or a parameter. */
const PART =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\[\s\S]|[^'\\])*'?|"(?:\\[\s\S]|[^"\\])*"?|`[^`]*`?|\$([\p{L}\p{N}_]+)/gu;

/** The names behind `$`, each once, in their order. */
export function parameterNames(cypher: string): readonly string[] {
  return [...new Set([...cypher.matchAll(PART)].flatMap(([, name]) => name ?? []))];
}

/** The values as the server takes them: JSON where it is JSON (a number, a list, `null`, a quoted text), else the text as it stands. */
export function parameterValues(
  names: readonly string[],
  typed: Readonly<Record<string, string>>,
): NonNullable<ConsoleInput['params']> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = (typed[name] ?? '').trim();
      return text === '' ? [] : [[name, readValue(text)]];
    }),
  );
}

function readValue(text: string): NonNullable<ConsoleInput['params']>[string] {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
