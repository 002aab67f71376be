import type { TemplateLocale, TemplateValue } from './values.js';

type InBoth<Text> = Readonly<Record<TemplateLocale, Text>>;

/** One variable a template may use: its path, what it is in words, and an example of what it holds. */
export interface TemplateVariable {
  readonly path: string;
  readonly words: InBoth<string>;
  readonly example: InBoth<TemplateValue>;
}

/** An own field of a campaign kind, as far as templates care. */
export interface VariableField {
  readonly key: string;
  readonly type: string;
  readonly words: InBoth<{ readonly name: string }>;
}

/** Fields that templates know as the page of the pitch. */
const PAGE_FIELDS = new Set(['pageUrl', 'pageTitle', 'observation']);
/** Fields that are no words for a mail. */
const NO_WORDS = new Set(['files', 'member', 'yes_no']);

const date = (on: string): TemplateValue => ({ kind: 'date', on });
const same = (value: TemplateValue): InBoth<TemplateValue> => ({ en: value, nl: value });
const row = (
  path: string,
  words: readonly [string, string],
  example: InBoth<TemplateValue>,
): TemplateVariable => ({
  path,
  words: { en: words[0], nl: words[1] },
  example,
});

/** Variables every kind has, in the order the catalogue shows them. */
export const VARIABLES: readonly TemplateVariable[] = [
  row('contact.firstName', ['First name of the contact', 'Voornaam van de contactpersoon'], same('Noor')),
  row('contact.lastName', ['Last name of the contact', 'Achternaam van de contactpersoon'], same('de Vries')),
  row(
    'contact.name',
    ['Full name of the contact', 'Volledige naam van de contactpersoon'],
    same('Noor de Vries'),
  ),
  row('contact.position', ['What the contact does', 'Functie van de contactpersoon'], {
    en: 'Editor',
    nl: 'Redacteur',
  }),
  row('site.name', ['Name of the site', 'Naam van de site'], same('Kiln Journal')),
  row('site.host', ['Address of the site', 'Adres van de site'], same('kilnjournal.example')),
  row(
    'page.url',
    ['Their page this is about', 'De pagina van hen waar het om gaat'],
    same('https://kilnjournal.example/glazes'),
  ),
  row('page.title', ['Title of their page', 'Titel van hun pagina'], {
    en: 'Ten glazes that forgive',
    nl: 'Tien glazuren die vergeven',
  }),
  row('page.observation', ['What you noticed on their page', 'Wat je op hun pagina opviel'], {
    en: 'Your note on cooling a kiln slowly is the clearest I have read.',
    nl: 'Het stuk over langzaam afkoelen is het helderste dat ik las.',
  }),
  row('brand.name', ['Name of the brand', 'Naam van het merk'], same('Clay & Co')),
  row('brand.url', ['Website of the brand', 'Website van het merk'], same('https://clay-co.example/')),
  row('brand.description', ['What the brand does', 'Wat het merk doet'], {
    en: 'teaches pottery online',
    nl: 'geeft online pottenbakles',
  }),
  row('client.name', ['Name of the client', 'Naam van de klant'], same('Clay & Co')),
  row('target.url', ['Our page', 'Onze pagina'], same('https://clay-co.example/kiln-guide')),
  row('target.title', ['Title of our page', 'Titel van onze pagina'], {
    en: 'A guide to kiln temperatures',
    nl: 'Gids voor oventemperaturen',
  }),
  row('asset.title', ['Title of the asset', 'Titel van het materiaal'], {
    en: 'Kiln survey 2026',
    nl: 'Ovenonderzoek 2026',
  }),
  row(
    'asset.url',
    ['Address of the asset', 'Adres van het materiaal'],
    same('https://clay-co.example/kiln-survey'),
  ),
  row('asset.type', ['Sort of asset', 'Soort materiaal'], { en: 'survey', nl: 'onderzoek' }),
  row('sender.firstName', ['Your first name', 'Je voornaam'], same('Sam')),
  row('sender.name', ['Your name', 'Je naam'], same('Sam Bakker')),
  row('sender.position', ['What you do', 'Je functie'], { en: 'Outreach', nl: 'Outreach' }),
  row('sender.company', ['Your company', 'Je bedrijf'], same('Harbour Outreach')),
  row(
    'sender.address',
    ['Postal address of your company', 'Postadres van je bedrijf'],
    same('Havenstraat 1, 1234 AB Havenstad'),
  ),
  row('sender.email', ['Your address', 'Je e-mailadres'], same('sam@harbour.example')),
  row('campaign.name', ['Name of the campaign', 'Naam van de campagne'], {
    en: 'Kiln guide, autumn',
    nl: 'Ovengids, najaar',
  }),
  row('optOut.line', ['The line that says how to object', 'De regel die zegt hoe je bezwaar maakt'], {
    en: 'I found your address on your site. Rather not hear from me? Reply "no thanks" and I will not write again.',
    nl: 'Dit adres staat op de site. Liever geen mail meer? Antwoord "nee, bedankt", dan blijft het hierbij.',
  }),
  row('formal', ['Only to ask: is the contact addressed as u', 'Alleen om te vragen: is het u'], same(true)),
  row(
    'informal',
    ['Only to ask: is the contact addressed as je', 'Alleen om te vragen: is het je'],
    same(true),
  ),
  row('today', ['The day it is sent', 'De dag van verzenden'], same(date('2026-03-04'))),
  row(
    'placement.url',
    ['The page our link stands on', 'De pagina waar onze link staat'],
    same('https://kilnjournal.example/glazes'),
  ),
  row(
    'placement.targetUrl',
    ['Where our link leads', 'Waar onze link naartoe gaat'],
    same('https://clay-co.example/kiln-guide'),
  ),
  row('placement.anchor', ['The words of our link', 'De woorden van onze link'], {
    en: 'kiln guide',
    nl: 'ovengids',
  }),
  row(
    'placement.liveSince',
    ['Since when our link stood there', 'Sinds wanneer onze link er stond'],
    same(date('2025-10-01')),
  ),
  row('placement.change', ['What changed about our link', 'Wat er aan onze link veranderde'], {
    en: 'the link is gone',
    nl: 'de link is weg',
  }),
  row(
    'placement.seen',
    ['When we last looked', 'Wanneer we voor het laatst keken'],
    same(date('2026-03-02')),
  ),
  row(
    'order.price',
    ['Price of the order', 'Prijs van de order'],
    same({ kind: 'money', minor: 25_000, currency: 'EUR' }),
  ),
  row('order.term', ['Months the placement stays', 'Maanden dat de plaatsing blijft'], same('12')),
  row('order.label', ['How the link is labelled', 'Hoe de link gemarkeerd wordt'], same('sponsored')),
];

/** Whether a variable only answers yes or no: it can be asked by `if`, not printed. */
export function isFlag(variable: TemplateVariable): boolean {
  return typeof variable.example.en === 'boolean';
}

/** The catalogue of a kind: what every kind has, then the kind's own fields as `field.<key>`. */
export function variablesOf(fields: readonly VariableField[]): readonly TemplateVariable[] {
  const own = fields.filter((field) => !PAGE_FIELDS.has(field.key) && !NO_WORDS.has(field.type));
  return [
    ...VARIABLES,
    ...own.map((field) =>
      row(`field.${field.key}`, [field.words.en.name, field.words.nl.name], same(exampleOf(field))),
    ),
  ];
}

function exampleOf(field: VariableField): TemplateValue {
  switch (field.type) {
    case 'date':
      return date('2026-03-18');
    case 'money':
      return { kind: 'money', minor: 25_000, currency: 'EUR' };
    case 'url':
      return 'https://kilnjournal.example/old-page';
    case 'proof':
      return '404, 18-03-2026';
    case 'number':
      return '12';
    case 'yes_no':
      return true;
    case 'list':
      return ['Glazing for beginners', 'Firing without waste'];
    default:
      return 'Glazing for beginners';
  }
}

/** Values for a trial: the examples of a catalogue, addressed formally or not. */
export function exampleValues(
  variables: readonly TemplateVariable[],
  locale: TemplateLocale,
  isFormal: boolean,
): Map<string, TemplateValue> {
  const values = new Map(
    variables.map((variable): [string, TemplateValue] => [variable.path, variable.example[locale]]),
  );
  return values.set('formal', isFormal).set('informal', !isFormal);
}

/** The known name a mistyped one was probably meant to be: at most a third of it wrong; null when none is near. */
export function nearestName(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Letters to add, drop or change to make one word of another (Levenshtein). */
function editDistance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const change = (before[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(change, (before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    before = current;
  }
  return before[other.length] ?? 0;
}
