/** The formats that a reader can choose, in the order of the menu. */
import { EXPORT_FORMATS } from '../../api/limits.ts';

export const FORMATS = ['png', 'svg', ...EXPORT_FORMATS, 'markdown', 'html'] as const;
export type FormatName = (typeof FORMATS)[number];
