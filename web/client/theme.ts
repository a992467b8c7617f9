/** Light or dark: the reader's choice, else the system's. */
import { effect, signal } from '@preact/signals';

export type Theme = 'light' | 'dark';

const STORED = 'zhitu.theme';

const system = matchMedia('(prefers-color-scheme: dark)');

const chosen = (): Theme | null => {
  const stored = localStorage.getItem(STORED);
  return stored === 'light' || stored === 'dark' ? stored : null;
};

export const theme = signal<Theme>(chosen() ?? (system.matches ? 'dark' : 'light'));

export function setTheme(next: Theme): void {
  theme.value = next;
  localStorage.setItem(STORED, next);
}

/** Keeps the document in step; call once. */
export function applyTheme(): void {
  system.addEventListener('change', ({ matches }) => {
    if (chosen() === null) theme.value = matches ? 'dark' : 'light';
  });
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
  });
}
