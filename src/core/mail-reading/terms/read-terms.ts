import { withoutSignature } from '../answers/new-text.js';
import { daysIn } from '../mail-days.js';
import { sentencesOf } from '../sentences.js';
import type { Proposal, ProposedRel, ProposedWords, TermsProposals } from '../terms-proposals.js';
import { priceIn } from './price.js';

const URL = /\b(?:https?:\/\/|www\.)[^\s<>"'()[\]{}|\\^`]{3,500}/gi;
const MOST_LINKS = 20;
const NUMBERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:one|a single|een|één|1)$/i, 1],
  [/^(?:two|twee|2)$/i, 2],
  [/^(?:three|drie|3)$/i, 3],
  [/^(?:four|vier|4)$/i, 4],
  [/^(?:five|vijf|5)$/i, 5],
];
const LINK_COUNT =
  /\b(one|two|three|four|five|een|één|twee|drie|vier|vijf|a single|\d{1,2})(?: \(\d\))?(?: (?:do-?follow|no-?follow|follow|sponsored|outbound|outgoing|external|externe|contextual|permanent|text|back|uitgaande|gratis|free))*[ -](?:back-?)?links?\b/i;
const WHEN =
  /\b(?:publish\w*|post(?:ed)?|go(?:es)? live|live|online|deadline|deliver\w*|due|send|submit|receive|ready|by|before|until|schedul\w*|plaats\w*|geplaatst|gepubliceerd|publiceren|publicatie|uiterlijk|voor|vóór|inleveren|aanleveren|opleveren|ingepland|gepland|leveren)\b/i;
const WORDS =
  /\b(\d{3,5}|\d{1,2}[.,]\d{3})(?:\s?(?:-|–|to|tot|en|and)\s?(\d{3,5}|\d{1,2}[.,]\d{3}))?\+?\s?(?:words|woorden)\b/i;

/**
 * Reads what looks like terms of a placement from the new text of an answer: links, rel, number of links, a date, a price, a length. Each with its
 * sentence, for a person to take over or not; null where nothing was found. `today` is the mail's own day.
 */
export function readTerms(newText: string, today: string | null): TermsProposals | null {
  const sentences = sentencesOf(withoutSignature(newText));
  const terms: TermsProposals = {
    links: linksIn(sentences),
    rel: firstOf(sentences, relIn),
    linkCount: firstOf(sentences, linkCountIn),
    date: firstOf(sentences, (sentence) => dateIn(sentence, today)),
    price: firstOf(sentences, priceIn),
    words: firstOf(sentences, wordsIn),
  };
  const { links, ...single } = terms;
  const hasAny = links.length > 0 || Object.values(single).some((one) => one !== null);
  return hasAny ? terms : null;
}

function firstOf<Value>(
  sentences: readonly string[],
  read: (sentence: string) => Value | null,
): Proposal<Value> | null {
  for (const sentence of sentences) {
    const value = read(sentence);
    if (value !== null) return { value, sentence };
  }
  return null;
}

function linksIn(sentences: readonly string[]): readonly Proposal<string>[] {
  const found = new Map<string, Proposal<string>>();
  for (const sentence of sentences) {
    for (const [raw] of sentence.matchAll(URL)) {
      const value = raw.replace(/[.,;:!?]+$/, '');
      if (!found.has(value)) found.set(value, { value, sentence });
    }
  }
  return [...found.values()].slice(0, MOST_LINKS);
}

const REFUSED_REL =
  /\b(?:no|not|non|never|geen|niet|nooit|without|zonder|instead of|rather than|in plaats van|(?:don't|do not|won't|will not|can't|cannot) (?:\w+ ){1,2})(?: ?an?)? ?(?:do-?follow|no-?follow|sponsored|gesponsord\w*)/gi;

/** What a link is to be marked as. A sentence that names two kinds says none, unless it refuses the other. */
function relIn(sentence: string): ProposedRel | null {
  const kept = sentence.replace(REFUSED_REL, ' ');
  const found: ProposedRel[] = [];
  if (/\bno-?follow\b/i.test(kept)) found.push('nofollow');
  if (
    /\bsponsored (?:tag|attribute|link|rel)|rel=.?sponsored|\bsponsored\b(?=.{0,20}\b(?:link|tag|attribute))|gesponsorde? (?:link|tag)/i.test(
      kept,
    )
  )
    found.push('sponsored');
  if (/\brel=.?ugc\b|\bugc\b/i.test(kept)) found.push('ugc');
  if (/\bdo-?follow\b|(?<!no-?|no )\bfollow[- ]links?\b/i.test(kept)) found.push('follow');
  return found.length === 1 ? (found[0] ?? null) : null;
}

function linkCountIn(sentence: string): number | null {
  const said = LINK_COUNT.exec(sentence)?.[1];
  if (said === undefined) return null;
  const count = NUMBERS.find(([word]) => word.test(said))?.[1] ?? Number(said);
  return Number.isInteger(count) && count >= 1 && count <= 50 ? count : null;
}

function dateIn(sentence: string, today: string | null): string | null {
  if (!WHEN.test(sentence)) return null;
  const day = daysIn(sentence, today)[0]?.day ?? null;
  return day !== null && (today === null || day >= today) ? day : null;
}

function wordsIn(sentence: string): ProposedWords | null {
  const match = WORDS.exec(sentence);
  if (match === null) return null;
  const [first, second] = [match[1], match[2]].map((text) =>
    text === undefined ? null : Number(text.replace(/[.,]/, '')),
  );
  if (second !== null && second !== undefined) return { min: first ?? null, max: second };
  const before = sentence.slice(Math.max(0, match.index - 25), match.index);
  const isMost = /\b(?:max(?:imum|imaal)?|up to|at most|no more than|hooguit|niet meer dan|tot)\b/i.test(
    before,
  );
  const isLeast =
    /\b(?:min(?:imum|imaal|\.)?|at least|ten minste|minstens|vanaf|from)\b/i.test(before) ||
    match[0].includes('+');
  return { min: isMost ? null : (first ?? null), max: isLeast ? null : (first ?? null) };
}
