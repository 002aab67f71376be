import type { RelationshipSentence } from '../../core/relationships/relationship-sentence.js';
import { formatMessage, type Locale } from './catalogue.js';
import { relationships as english } from './en/relationships.js';
import { relationships as dutch } from './nl/relationships.js';
import type { Telling } from './placement-texts.js';

const TEXTS = { en: english, nl: dutch } as const;

/** The sentence about a relationship, in words: both directions, what is not known, and why the two link. */
export function relationshipText({ params }: RelationshipSentence, { locale, timeZone }: Telling): string {
  const texts = TEXTS[locale];
  const say = (message: string, more: Readonly<Record<string, string | number | null>> = params): string =>
    formatMessage(message, locale, more);
  return say(texts.whole, {
    toUs: say(texts.toUs, {
      ...params,
      toldBy: say(texts.toldBy),
      toldOn: dayText(params['toldAt'], locale, 'UTC'),
    }),
    toThem: say(texts.toThem, { ...params, readOn: dayText(params['ownSiteReadAt'], locale, timeZone) }),
    reason: params['reason'] === 'none' ? 'none' : reasonText(params, texts, say),
  });
}

function reasonText(
  params: RelationshipSentence['params'],
  texts: Readonly<Record<keyof typeof english, string>>,
  say: (message: string, more?: Readonly<Record<string, string | number | null>>) => string,
): string {
  const reason = say(texts.reason);
  const reasonNote = String(params['reasonNote'] ?? '').replace(/[.!]+$/, '');
  if (params['reason'] === 'other') return reasonNote;
  return reasonNote === '' ? reason : say(texts.reasonWithNote, { reason, reasonNote });
}

function dayText(
  moment: string | number | null | undefined,
  locale: Locale,
  timeZone: string,
): string | null {
  if (typeof moment !== 'number') return null;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(moment));
}
