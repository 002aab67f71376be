import type { Ground } from '../contacts/contact.js';
import { optOutLine } from './opt-out.js';
import type { TemplateLocale, TemplateValue } from './values.js';

/** What a mail may know of the placement it speaks of. */
export interface MailPlacement {
  readonly url: string | null;
  readonly targetUrl: string;
  readonly anchor: string | null;
  readonly liveSince: string | null;
  readonly state: string;
  readonly seenOn: string | null;
}

/** What a mail may know of the order of its pitch. */
export interface MailOrder {
  readonly priceMinor: number | null;
  readonly currency: string;
  readonly termMonths: number | null;
  readonly label: string | null;
}

/** Everything around a pitch that a mail may name; empty texts and nulls are empty variables. */
export interface MailFacts {
  readonly texts: Readonly<Record<string, string | null>>;
  readonly isFormal: boolean;
  /** The ground for mailing the contact; the line about objecting follows it. */
  readonly ground?: Ground | null;
  readonly today: string;
  readonly placement: MailPlacement | null;
  readonly order: MailOrder | null;
}

const CHANGES: Readonly<Record<string, Readonly<Record<TemplateLocale, string>>>> = {
  removed: { en: 'the link is gone', nl: 'de link is weg' },
  differs: { en: 'the link is not as we agreed', nl: 'de link is anders dan afgesproken' },
  site_down: { en: 'the site does not answer', nl: 'de site is onbereikbaar' },
  site_gone: { en: 'the site is gone', nl: 'de site is weg' },
};

/** The values of a mail's variables for one pitch, beside the own fields of its kind. */
export function pitchValues(facts: MailFacts, locale: TemplateLocale): Map<string, TemplateValue> {
  const values = new Map<string, TemplateValue>();
  for (const [path, text] of Object.entries(facts.texts)) if (text !== null) values.set(path, text);
  values.set('formal', facts.isFormal).set('informal', !facts.isFormal);
  values.set('today', { kind: 'date', on: facts.today });
  values.set('optOut.line', optOutLine(locale, facts.isFormal, facts.ground ?? null));
  if (facts.placement !== null) addPlacement(values, facts.placement, locale);
  if (facts.order !== null) addOrder(values, facts.order);
  return values;
}

function addPlacement(
  values: Map<string, TemplateValue>,
  placement: MailPlacement,
  locale: TemplateLocale,
): void {
  const { url, targetUrl, anchor, liveSince, state, seenOn } = placement;
  values
    .set('placement.url', url ?? '')
    .set('placement.targetUrl', targetUrl)
    .set('placement.anchor', anchor ?? '');
  values.set('placement.change', CHANGES[state]?.[locale] ?? '');
  if (liveSince !== null) values.set('placement.liveSince', { kind: 'date', on: liveSince });
  if (seenOn !== null) values.set('placement.seen', { kind: 'date', on: seenOn });
}

function addOrder(
  values: Map<string, TemplateValue>,
  { priceMinor, currency, termMonths, label }: MailOrder,
): void {
  if (priceMinor !== null) values.set('order.price', { kind: 'money', minor: priceMinor, currency });
  if (termMonths !== null) values.set('order.term', String(termMonths));
  if (label !== null && label !== 'none') values.set('order.label', label);
}
