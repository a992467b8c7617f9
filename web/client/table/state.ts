/** Whether the table of what is shown is open, and what it lists. */
import { signal } from '@preact/signals';

export const tableOpen = signal(false);

export function toggleTable(): void {
  tableOpen.value = !tableOpen.value;
}
