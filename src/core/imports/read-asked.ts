import type { RelTerm } from '../placements/terms.js';
import { MOST_WORDS } from '../publishers/told-conditions.js';
import { foldHeader } from './fold-header.js';
import { readYesNo } from './read-yes-no.js';
import { readRel } from './words.js';

const LONGEST = 60;

/** How many words are asked for: at least, at most, or both. */
export interface WordsAsked {
  readonly wordsFrom?: number;
  readonly wordsTo?: number;
}

const UNIT = /\s*(?:words?|woorden|worter|wörter|worte|w)\.?$/i;
const NUMBER = String.raw`(\d{1,7}|\d{1,3}(?:[.,'’ ]\d{3})+)`;
const RANGE = new RegExp(`^${NUMBER}\\s*(?:-|–|—|to|tot|bis|t/m)\\s*${NUMBER}$`, 'i');
const LEAST = new RegExp(
  `^(?:(?:min|minimum|at least|from|vanaf|minimaal|minstens|ab|mindestens|mind)\\.?|>=?|≥)?:?\\s*${NUMBER}\\s*\\+?$`,
  'i',
);
const MOST = new RegExp(
  `^(?:(?:max|maximum|at most|up to|maximaal|hoogstens|tot|bis|bis zu|höchstens)\\.?|<=?|≤):?\\s*${NUMBER}$`,
  'i',
);

/** Reads a length as rate sheets write it: `500-1,000`, `min. 800 words`, `800+`, `max 1500`; a bare number is the least. Null for anything else. */
export function readWordsAsked(text: string): WordsAsked | null {
  if (text.length > LONGEST) return null;
  const cell = text.replace(/\s+/g, ' ').trim().replace(UNIT, '');
  const range = RANGE.exec(cell);
  if (range !== null) return inOrder(wordsOf(range[1]), wordsOf(range[2]));
  const most = MOST.exec(cell);
  if (most !== null) return inOrder(undefined, wordsOf(most[1]));
  const least = LEAST.exec(cell);
  return least === null ? null : inOrder(wordsOf(least[1]), undefined);
}

/** A least and a most number of words; null where they stand the wrong way round, are too large, or neither is there. */
export function inOrder(from: number | undefined, to: number | undefined): WordsAsked | null {
  if (from === undefined && to === undefined) return null;
  if ((from ?? 0) > (to ?? MOST_WORDS) || (to ?? 0) > MOST_WORDS) return null;
  return { ...(from !== undefined && { wordsFrom: from }), ...(to !== undefined && { wordsTo: to }) };
}

function wordsOf(digits: string | undefined): number {
  return Number((digits ?? '').replace(/\D/g, ''));
}

/** What people write for links of any kind. */
const ANY: ReadonlySet<string> = new Set([
  'both',
  'either',
  'mixed',
  'beide',
  'beides',
  'follow nofollow',
  'dofollow nofollow',
]);

/**
 * Reads which rel a site gives: a word for it, or a yes or no under a header that names one (`Dofollow: yes`). Null where it cannot be told; a
 * "no" to sponsored says nothing about the rest.
 */
export function readRelPolicy(text: string, header: string): RelTerm | null {
  if (text.length > LONGEST) return null;
  const folded = foldHeader(text).replace(/ links?$/, '');
  if (ANY.has(folded)) return 'any';
  const word = readRel(folded);
  if (word !== null) return word;
  const said = readYesNo(text);
  return said === null ? null : bySwitch(said, foldHeader(header));
}

function bySwitch(said: boolean, header: string): RelTerm | null {
  if (/^(?:is )?no ?follow$/.test(header)) return said ? 'nofollow' : 'follow';
  if (/^(?:is )?(?:do ?)?follow$/.test(header)) return said ? 'follow' : 'nofollow';
  return said && /^(?:is )?sponsored$/.test(header) ? 'sponsored' : null;
}
