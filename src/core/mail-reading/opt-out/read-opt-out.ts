import { withoutSignature } from '../answers/new-text.js';
import type { OptOutAnswer, OptOutReading } from '../opt-out-reading.js';
import { sentencesOf } from '../sentences.js';
import { isClear, isHarmless } from './clear-requests.js';
import { isDeclined, isDoubtful, isPlainStop } from './hints.js';

const NONE: OptOutReading = { answer: 'none', sentence: null };
const LONGEST_SENTENCE = 600;

/**
 * Reads from the new text of a person's answer whether he wants no more mail. `clear` is said only of a sentence that is nothing but such a
 * request, about himself, without condition; what merely touches on it is `doubtful` and a person decides. Whole words, English and Dutch; the
 * signature is not read, since it may hold the writer's own unsubscribe line.
 */
export function readOptOut(newText: string): OptOutReading {
  const sentences = sentencesOf(withoutSignature(newText)).map(plain);
  const whole = sentences.length <= 4;
  return (
    first(
      sentences,
      'clear',
      (sentence) => isClear(sentence) || (whole && isPlainStop(sentence) && isAlone(sentences, sentence)),
    ) ??
    first(sentences, 'doubtful', isDoubtful) ??
    first(sentences, 'not_interested', isDeclined) ??
    NONE
  );
}

function first(
  sentences: readonly string[],
  answer: OptOutAnswer,
  says: (sentence: string) => boolean,
): OptOutReading | null {
  const found = sentences.find((sentence) => sentence.length <= LONGEST_SENTENCE && says(sentence));
  return found === undefined ? null : { answer, sentence: found };
}

/** A bare "Stop." is a request only where nothing else is said but greetings, thanks and a name. */
function isAlone(sentences: readonly string[], stop: string): boolean {
  return sentences.every(
    (sentence) =>
      sentence === stop ||
      isPlainStop(sentence) ||
      isClear(sentence) ||
      isHarmless(sentence) ||
      isName(sentence),
  );
}

function isName(sentence: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,3},?$/u.test(sentence);
}

function plain(sentence: string): string {
  return sentence
    .replace(/[\u2018\u2019`\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
