/** The language that the page speaks. */
import { signal } from '@preact/signals';

export type Language = 'zh' | 'en';

const STORED = 'zhitu.language';

export const language = signal<Language>(readLanguage());

export function setLanguage(next: Language): void {
  language.value = next;
  localStorage.setItem(STORED, next);
}

/** Words in both languages, as a function that gives those of the chosen one; reading it draws a component again on a change. */
export function pick<W>(both: { readonly zh: W; readonly en: W }): () => W {
  return () => both[language.value];
}

/** What stands between parts of what the page says. */
export const punctuation = pick({
  zh: { comma: '，', colon: '：', list: '、' },
  en: { comma: ', ', colon: ': ', list: ', ' },
});

/** The reader's choice, else Chinese: the papers are. */
function readLanguage(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
}
