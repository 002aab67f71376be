import { siteKey } from '../sites/site-key.js';

/** A line that names no site. */
export interface LineFault {
  /** From 1. */
  readonly lineNo: number;
  readonly text: string;
}

/** The addresses of pasted lines, and the lines that are none. Empty lines count, but say nothing. */
export interface PastedAddresses {
  readonly addresses: readonly string[];
  readonly faults: readonly LineFault[];
}

/** Characters of a wrong line that are shown again. */
const SHOWN = 200;

/**
 * Reads pasted lines, an address or host each. A line that names no site (no host, or a word without a dot) is told by its number; the
 * others are taken.
 */
export function readPastedAddresses(lines: readonly string[]): PastedAddresses {
  const addresses: string[] = [];
  const faults: LineFault[] = [];
  for (const [index, line] of lines.entries()) {
    const text = line.trim().replaceAll('\u0000', '');
    if (text === '') continue;
    if (namesSite(text)) addresses.push(text);
    else faults.push({ lineNo: index + 1, text: text.slice(0, SHOWN) });
  }
  return { addresses, faults };
}

function namesSite(text: string): boolean {
  if (/\s/.test(text)) return false;
  const key = siteKey(text);
  return key !== null && /[.:]/.test(key);
}
