import type { Verdict } from './verdict.js';

/** Whether a verdict proves something about the link: the page was read, or is gone. */
export function isProof(verdict: Verdict): boolean {
  return verdict !== 'unreachable' && verdict !== 'unverifiable';
}
