import type { Ground } from '../contacts/contact.js';
import type { TemplateLocale } from './values.js';

/** Where the address is from, as far as the ground for mailing tells; `none` says nothing about it. */
type Source = 'site' | 'consent' | 'customer' | 'talk' | 'none';

type Form = 'formal' | 'informal';
type Words = Readonly<Record<TemplateLocale, Readonly<Record<Form, string>>>>;

const FROM: Readonly<Record<Source, Words>> = {
  site: {
    en: { formal: 'I found your address on your site. ', informal: 'I found your address on your site. ' },
    nl: { formal: 'Uw adres vond ik op uw site. ', informal: 'Je adres vond ik op je site. ' },
  },
  consent: {
    en: {
      formal: 'You told us that we may write to you. ',
      informal: 'You told us that we may write to you. ',
    },
    nl: {
      formal: 'U liet ons weten dat we u mogen mailen. ',
      informal: 'Je liet ons weten dat we je mogen mailen. ',
    },
  },
  customer: {
    en: {
      formal: 'I write because we have worked together. ',
      informal: 'I write because we have worked together. ',
    },
    nl: {
      formal: 'Ik mail u omdat we hebben samengewerkt. ',
      informal: 'Ik mail je omdat we hebben samengewerkt. ',
    },
  },
  talk: {
    en: {
      formal: 'I write because we have been in touch before. ',
      informal: 'I write because we have been in touch before. ',
    },
    nl: {
      formal: 'Ik mail u omdat we eerder contact hadden. ',
      informal: 'Ik mail je omdat we eerder contact hadden. ',
    },
  },
  none: { en: { formal: '', informal: '' }, nl: { formal: '', informal: '' } },
};

const HOW: Words = {
  en: {
    formal: 'If you would rather not hear from me, reply "no thanks" and I will not write again.',
    informal: 'Rather not hear from me? Reply "no thanks" and I will not write again.',
  },
  nl: {
    formal: 'Ontvangt u liever geen mail van mij? Antwoord "nee, bedankt", dan schrijf ik u niet meer.',
    informal: 'Liever geen mail van mij? Antwoord "nee, bedankt", dan schrijf ik je niet meer.',
  },
};

const SOURCE_OF: Readonly<Record<Ground, Source>> = {
  consent: 'consent',
  published_for_purpose: 'site',
  existing_customer: 'customer',
  journalist_request: 'none',
  ongoing_correspondence: 'talk',
  other: 'none',
};

/**
 * The line that says where the address is from and how to object (D265, D306). Where it is from follows the ground that is recorded; without one it
 * was found on their site.
 */
export function optOutLine(locale: TemplateLocale, isFormal: boolean, ground: Ground | null = null): string {
  return lineOf(ground === null ? 'site' : SOURCE_OF[ground], locale, isFormal ? 'formal' : 'informal');
}

function lineOf(source: Source, locale: TemplateLocale, form: Form): string {
  return `${FROM[source][locale][form]}${HOW[locale][form]}`;
}
