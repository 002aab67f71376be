import type { MayMailCode } from '../../core/contacts/may-mail.js';
import type { Locale } from './catalogue.js';

type Code = MayMailCode | 'suppressed';

const WORDS: Readonly<Record<Locale, Readonly<Record<Code, string>>>> = {
  en: {
    has_ground: 'May be mailed: the ground that is recorded holds.',
    own_words: 'The ground is in your own words. Read them and decide.',
    not_required: 'May be mailed: their country asks for no ground.',
    objected: 'They said that they want no mail. That holds for ever.',
    erased: 'This person was erased.',
    no_address: 'There is no mail address.',
    ground_missing: 'Their country asks for a ground before the first mail. Record one with what proves it.',
    evidence_missing: 'Nothing proves the ground. Add the page, or the words they wrote.',
    country_unknown:
      'Their country is not known, so neither is its law. Fill in the country, or record a ground.',
    rule_unknown: 'The law of their country is not known here. Record a ground, or decide yourself.',
    suppressed: 'They are on the do-not-contact list.',
  },
  nl: {
    has_ground: 'Mag gemaild worden: de vastgelegde grondslag geldt.',
    own_words: 'De grondslag staat er in eigen woorden. Lees ze en beslis.',
    not_required: 'Mag gemaild worden: het land vraagt geen grondslag.',
    objected: 'Deze persoon wil geen mail. Dat blijft zo.',
    erased: 'Deze persoon is gewist.',
    no_address: 'Er is geen mailadres.',
    ground_missing: 'Het land vraagt een grondslag vóór de eerste mail. Leg er een vast, met bewijs.',
    evidence_missing: 'Niets bewijst de grondslag. Voeg de pagina toe, of de woorden die ze schreven.',
    country_unknown:
      'Het land is niet bekend, en dus ook de wet niet. Vul het land in, of leg een grondslag vast.',
    rule_unknown: 'De wet van dit land is hier niet bekend. Leg een grondslag vast, of beslis zelf.',
    suppressed: 'Deze persoon staat op de niet-benaderen-lijst.',
  },
};

/** Whether somebody may be mailed, in a sentence that says what to do. */
export function mayMailSentence(code: Code, locale: Locale): string {
  return WORDS[locale][code];
}
