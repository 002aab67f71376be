import type { TemplateLocale } from './values.js';

const LINES: Readonly<Record<TemplateLocale, Readonly<Record<'formal' | 'informal', string>>>> = {
  en: {
    formal:
      'I found your address on your site. If you would rather not hear from me, reply "no thanks" and I will not write again.',
    informal:
      'I found your address on your site. Rather not hear from me? Reply "no thanks" and I will not write again.',
  },
  nl: {
    formal:
      'Uw adres vond ik op uw site. Ontvangt u liever geen mail van mij? Antwoord "nee, bedankt", dan schrijf ik u niet meer.',
    informal:
      'Je adres vond ik op je site. Liever geen mail van mij? Antwoord "nee, bedankt", dan schrijf ik je niet meer.',
  },
};

/** The line that says where the address is from and how to object (D265, D306). */
export function optOutLine(locale: TemplateLocale, isFormal: boolean): string {
  return LINES[locale][isFormal ? 'formal' : 'informal'];
}
