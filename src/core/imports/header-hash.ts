import { foldHeader } from './fold-header.js';

/** The headers of a table as one text, to be hashed: tables with the same one are read by the mapping that was remembered for it. */
export function headerText(headers: readonly string[]): string {
  return headers.map(foldHeader).join('\n');
}
