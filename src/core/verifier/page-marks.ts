import type { PageSignals } from './html-signals.js';
import type { PageMark } from './verdict.js';

/** Marks. */
export function pageMarks(_signals: PageSignals): PageMark[] {
  return [];
}
