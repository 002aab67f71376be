import type { OptOutAnswer, OptOutReading } from '../mail-reading/opt-out-reading.js';

/** Greetings and courtesies around the words: they change nothing about them. */
const BEFORE = '(?:(?:hi|hello|hey|dear|hoi|hallo|dag|beste|geachte)(?: [^\\s,.!?]+){0,3}[,!:.]? ?)?';
const WORDS = [
  'no,? (?:thanks|thank you|thankyou|thx|ty)',
  'nee,? (?:bedankt|dank (?:je|u|jullie)(?: wel)?|dankje(?:wel)?|danku(?:wel)?|dank)',
].join('|');
const BEHIND =
  '(?:[,.!]? (?:(?:kind|best) )?(?:regards|cheers|sorry|hoor|groet(?:en)?|mvg|vriendelijke groet(?:en)?|met vriendelijke groet(?:en)?))?';
const PROMISED = new RegExp(`^["'(]?${BEFORE}(?:${WORDS})${BEHIND}["')]?[\\s.,!]*$`, 'i');

/** What of an answer tells whether it is the one our line asks for. */
export interface AnswerToColdMail {
  readonly optOut: OptOutReading;
  /** Whether the mail it answers was cold: only such a mail carries the line. */
  readonly isToCold: boolean;
}

/**
 * What an answer means for further mail. Our opt-out line says: reply "no thanks" and I will not write again. To a mail that carried it, these
 * words and no others in the sentence are a clear request, not only a refusal of this offer.
 */
export function promisedOptOut({ optOut, isToCold }: AnswerToColdMail): OptOutAnswer {
  const isPromised = isToCold && optOut.answer === 'not_interested' && PROMISED.test(optOut.sentence ?? '');
  return isPromised ? 'clear' : optOut.answer;
}
