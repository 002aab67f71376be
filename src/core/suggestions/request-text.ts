import { sentencesOf } from './sentences.js';

/** What a request's own words say about how it wants to be answered (D184). */
export const REQUEST_FLAGS = [
  'link_offered',
  'link_refused',
  'no_third_parties',
  'no_ai',
  'headshot_asked',
  'bio_asked',
  'profile_asked',
  'phone_asked',
  'products_asked',
] as const;
export type RequestFlag = (typeof REQUEST_FLAGS)[number];

const FLAGS: Readonly<Record<RequestFlag, RegExp>> = {
  link_offered:
    /\b(?:with|offer\w*|provide|include|get|receive)\b[^.?!\n]{0,40}\b(?:back-?link|do-?follow link|link back|link to your)\b|\bmet (?:een )?(?:back)?link\b/i,
  link_refused: /\b(?:no|not|don'?t|cannot|can'?t|without|geen)\b[^.?!\n]{0,40}\b(?:back-?links?|links?)\b/i,
  no_third_parties:
    /\b(?:no|not from|without|geen)\b[^.?!\n]{0,30}\b(?:pr (?:firms?|agenc\w+|people|reps?|pitches)|third[- ]part\w+|agenc(?:y|ies)|publicists?|pr-bureaus?)\b/i,
  no_ai:
    /\b(?:no|not|without|never|geen|zonder)\b[^.?!\n]{0,40}\b(?:ai|a\.i\.|chat ?gpt|ai-generated|llms?)\b|\bai[- ](?:generated|written)\b[^.?!\n]{0,60}\b(?:ignored|deleted|rejected|not be)\b/i,
  headshot_asked: /\b(?:head-?shots?|portrait photo|portretfoto|foto van uzelf)\b/i,
  bio_asked: /\b(?:short bio|a bio|your bio|bios?|biography|korte biografie)\b/i,
  profile_asked: /\blinked-?in\b/i,
  phone_asked: /\b(?:phone|zoom|video) (?:interview|call)s?\b|\bby phone\b|\btelefonisch\b/i,
  products_asked: /\b(?:product|affiliate|amazon) links?\b/i,
};

/** The flags of a request; an offer of a link that is refused in the same words is a refusal. */
export function requestFlags(text: string): RequestFlag[] {
  const found = REQUEST_FLAGS.filter((flag) => FLAGS[flag].test(text));
  return found.includes('link_refused') ? found.filter((flag) => flag !== 'link_offered') : found;
}

const NUMBERED = /^\s*(?:\(?\d{1,2}[.)]|[-*•–])\s+/;
const ASKING = /\b(?:questions?|vragen|answer (?:the following|these|any)|beantwoord)\b/i;

/** The questions of a request, one line each, in its order and with its numbering (D299). */
export function questionsOf(text: string): string[] {
  let isAsked = false;
  const found = text.split('\n').flatMap((line): string[] => {
    const bare = line.trim();
    if (bare === '') return [];
    const isListed = NUMBERED.test(line);
    if (isListed) return bare.includes('?') || isAsked ? [bare] : [];
    isAsked = ASKING.test(bare);
    return sentencesOf(bare)
      .map((sentence) => sentence.text)
      .filter((sentence) => sentence.endsWith('?'));
  });
  return [...new Set(found)].slice(0, 30);
}

const INSTRUCTION =
  /\b(?:please (?:include|provide|send|add|keep|do not|don'?t|only)|must (?:include|be)|only (?:respond|reply|pitch)|do not|don'?t|no (?:ai|pr|attachments?|phone)|at most|maximum|up to \d+ words|\d+ (?:words|woorden)|in the subject|include (?:your|the|a)|graag (?:met|voorzien)|vermeld|stuur|geen ai|maximaal)\b/i;

/** Sentences that say how to answer, word for word. */
export function instructionsOf(text: string): string[] {
  const sentences = text
    .split('\n')
    .flatMap((line) => sentencesOf(line.trim()).map((sentence) => sentence.text));
  return [
    ...new Set(sentences.filter((sentence) => INSTRUCTION.test(sentence) && !sentence.endsWith('?'))),
  ].slice(0, 20);
}

const RUNS = /[0-9a-f]{40,}|[A-Za-z0-9+/]{60,}={0,2}/gi;

/**
 * Long runs of hex or base64 that decode to readable words are instructions for machines, planted to find them out: they are cut from the
 * text, and their presence means that no machine is wanted to answer (D170).
 */
export function withoutCanaries(text: string): { text: string; hasCanary: boolean } {
  const cut = text.replace(RUNS, (run) => (isReadable(hexText(run) ?? baseText(run) ?? '') ? '' : run));
  return cut === text
    ? { text, hasCanary: false }
    : { text: cut.replace(/[ \t]{2,}/g, ' ').trim(), hasCanary: true };
}

function hexText(run: string): string | null {
  if (!/^[0-9a-f]+$/i.test(run) || run.length % 2 !== 0) return null;
  return run.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

function baseText(run: string): string | null {
  const bare = run.replace(/=+$/, '');
  const whole = bare.slice(0, bare.length - (bare.length % 4));
  return /^[A-Za-z0-9+/]+$/.test(whole) ? atob(whole) : null;
}

/** Words with spaces between, and hardly anything else. */
function isReadable(text: string): boolean {
  const plain = text.replace(/[^A-Za-z0-9 ,.'!?:;\n-]/g, '');
  return text.length >= 20 && plain.length > text.length * 0.95 && text.trim().split(/\s+/).length >= 4;
}
