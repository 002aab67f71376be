import { isWord, REL_TERMS } from '../../api/placement-words.js';
import type { TermProposal, TermsFromMail } from './inbox-api.js';

/** What a person may still change before anything is recorded; empty where nothing was said. */
export interface TermsDraft {
  readonly rel: string;
  readonly dueOn: string;
  readonly durationUntil: string;
  readonly compensation: string;
  readonly targetUrl: string;
  readonly sourceUrl: string;
  readonly anchor: string;
  readonly notes: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_NOTES = 2_000;

/** The form as the words of a mail fill it; what has no field of its own goes into the notes, in their words. */
export function draftOf(proposals: readonly TermProposal[], targetUrl: string): TermsDraft {
  const said = (term: string) => proposals.find((one) => one.term === term)?.value ?? '';
  const day = (term: string) => (DAY.test(said(term)) ? said(term) : '');
  return {
    rel: isWord(REL_TERMS, said('rel')) ? said('rel') : '',
    dueOn: day('due'),
    durationUntil: day('duration'),
    compensation: said('price') === '' ? 'none' : 'money',
    targetUrl,
    sourceUrl: '',
    anchor: '',
    notes: [...new Set(proposals.map(({ sentence }) => sentence.trim()))]
      .filter((sentence) => sentence !== '')
      .join('\n')
      .slice(0, MOST_NOTES),
  };
}

/** What is sent; fields that say nothing are left out. */
export function termsOf(draft: TermsDraft, pitchId: string | undefined): TermsFromMail {
  const said = Object.entries<string>({ ...draft }).filter(([, value]) => value.trim() !== '');
  return {
    ...(Object.fromEntries(said.map(([name, value]) => [name, value.trim()])) as TermsFromMail),
    ...(pitchId === undefined ? {} : { pitchId }),
  };
}
