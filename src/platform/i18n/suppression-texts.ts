import type { RowFault } from '../../core/courtesy/read-suppressions.js';
import type { Locale } from './catalogue.js';

const FAULTS: Readonly<Record<Locale, Readonly<Record<RowFault, string>>>> = {
  en: {
    not_an_address:
      'This is neither a mail address nor a domain. Write it as name@site.example or site.example.',
    free_mail_domain: 'Anybody can have an address at this domain. Name the address instead.',
    unknown_reason:
      'This reason is not known. Leave it empty, or use asked, objected, bounced, complained or imported.',
  },
  nl: {
    not_an_address:
      'Dit is geen mailadres en geen domein. Schrijf het als naam@site.example of site.example.',
    free_mail_domain: 'Iedereen kan een adres bij dit domein hebben. Noem het adres zelf.',
    unknown_reason:
      'Deze reden is niet bekend. Laat hem leeg, of gebruik asked, objected, bounced, complained of imported.',
  },
};

/** Why a row of a list was not taken, and what to do. */
export function suppressionFault(fault: RowFault, locale: Locale): string {
  return FAULTS[locale][fault];
}
