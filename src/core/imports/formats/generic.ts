import type { Format } from './format.js';

const METRICS = {
  'metric.ahrefs.domain_rating': 'domain rating|dr|ahrefs dr|ahrefs domain rating',
  'metric.ahrefs.organic_traffic': 'ahrefs traffic|ahrefs organic traffic',
  'metric.moz.domain_authority': 'domain authority|da|moz da|moz domain authority',
  'metric.moz.spam_score': 'spam score|moz spam score',
  'metric.majestic.trust_flow': 'trust flow|tf|majestic tf|majestic trust flow',
  'metric.majestic.citation_flow': 'citation flow|cf|majestic cf|majestic citation flow',
  'metric.semrush.authority_score': 'authority score|as|ascore|semrush as|semrush authority score',
  'metric.semrush.organic_traffic': 'semrush traffic|semrush organic traffic',
  'metric.semrush.toxicity_score': 'toxicity score|toxicity|semrush toxicity score',
  'metric.hand.traffic': 'traffic|monthly traffic|organic traffic|visits|monthly visits|verkeer|bezoekers',
} as const;

/** The pages of a link, as people call them; the first names are the clearest. */
const PAGES = {
  source_url:
    'source url|source page|url from|referring page url|referring page|linking page|link from|linking url|placement url|page url|live url|published url|article url|source|backlink|backlink url|bronpagina|bron url|linkende pagina|geplaatst op|bron|pagina',
  target_url:
    'target url|target page|url to|link to|link url|destination url|destination|landing page|our page|target|doelpagina|doel url|bestemming|linkt naar|landingspagina|doel',
} as const;

/** Names of prices, bare and with the currencies people write behind them: `Price (EUR)` folds to `price eur`. */
function priced(names: string): string {
  const currencies = ['', ' eur', ' euro', ' usd', ' gbp', ' in eur', ' in euro', ' in usd'];
  return names
    .split('|')
    .flatMap((name) => currencies.map((currency) => `${name}${currency}`))
    .join('|');
}

const CURRENCY = 'currency|valuta|wahrung';
const BROKER =
  'broker|supplier|seller|vendor|reseller|sold by|tussenpersoon|leverancier|verkoper|vermittler|lieferant|anbieter';

/** What is asked for a placement, as rate sheets call it in English, Dutch and German. */
const ASKED = {
  price_guest_post: priced(
    'guest post price|guest post|guestpost price|guest posting price|guest post cost|guest post fee|guest post rate|price guest post|gp price|article price|price per article|sponsored post price|sponsored article price|prijs gastblog|prijs gastartikel|gastblog prijs|gastartikel prijs|tarief gastblog|prijs artikel|preis gastartikel|gastartikel preis|gastbeitrag preis|preis gastbeitrag|preis artikel',
  ),
  price_link_insertion: priced(
    'link insertion price|link insertion|link insertion cost|link insertion fee|price link insertion|insertion price|li price|niche edit price|niche edit|link insert price|prijs linkinvoeging|linkinvoeging prijs|linkinvoeging|prijs link|tarief link|preis link|preis linkeinfugung|linkeinfugung|linkeinbau preis|preis linkeinbau',
  ),
  price: priced(
    'price|cost|rate|fee|asking price|prijs|kosten|tarief|vraagprijs|preis|tarif|honorar|verkaufspreis',
  ),
  currency: CURRENCY,
  type: 'placement type|type of placement|price for|price is for|plaatsingstype|soort plaatsing|prijs voor|platzierungsart|art der platzierung|preis fur',
  rel_policy:
    'rel policy|link policy|follow nofollow|dofollow nofollow|nofollow dofollow|do follow no follow|follow|dofollow|do follow|is dofollow|nofollow|no follow|is nofollow|link attribute|linkattribuut|linkattribut|rel',
  words_from:
    'min words|minimum words|min word count|minimum word count|words from|minimum aantal woorden|min woorden|woorden vanaf|mindestworter|worter ab|mindestwortzahl',
  words_to:
    'max words|maximum words|max word count|maximum word count|words to|maximum aantal woorden|max woorden|woorden tot|worter bis|hochstwortzahl',
  words:
    'words|word count|number of words|words required|article length|aantal woorden|woorden|artikellengte|worter|wortzahl|wortanzahl|artikellange',
  broker: BROKER,
} as const;

const PEOPLE = {
  site: 'domain|site|website|domain name|root domain|site url|website url|homepage|web site|host|domein|domeinnaam|company website|webseite|internetseite|url',
  publisher:
    'publisher|company|company name|organization|organisation|uitgever|bedrijf|organisatie|outlet|publication',
  contact_name: 'contact name|contact|full name|name|person|author|contactpersoon|naam|volledige naam',
  first_name: 'first name|firstname|given name|voornaam',
  last_name: 'last name|lastname|surname|family name|achternaam',
  position: 'position|job title|title|role|functie|functietitel',
  email:
    'email|e mail|email address|e mail address|mail|contact email|email 1|primary email|e mailadres|emailadres|mailadres',
  email_2: 'email 2|secondary email|second email|e mail 2',
  email_3: 'email 3|third email|e mail 3',
  email_4: 'email 4|e mail 4',
  email_5: 'email 5|e mail 5',
  email_status: 'email status|verification status|verification|e mail status',
  phone: 'phone|phone number|telephone|mobile|telefoon|telefoonnummer',
  status: 'status|prospect status',
  stage: 'stage|relationship stage|relationship|fase|relatie',
  tags: 'tags|tag|labels|label',
  topics: 'topics|topic|category|categories|niche|industry|onderwerp|onderwerpen|categorie|thema',
  language: 'language|lang|taal',
  country: 'country|country code|land',
  owner: 'owner|assigned to|assignee|eigenaar|verantwoordelijke',
  notes: 'notes|note|comment|comments|remarks|notities|opmerking|opmerkingen',
  do_not_contact: 'do not contact|dnc|blacklisted|niet benaderen',
  ...ASKED,
  last_contacted:
    'last contacted|last contact|last contact date|last touch|contacted on|laatst benaderd|laatste contact',
} as const;

/** Sheets of no tool: the words people use, in English and Dutch (of prices in German, too), and the names our own exports write (D221). */
export const GENERIC: readonly Format[] = [
  {
    id: 'placement_sheet',
    tool: 'Spreadsheet',
    name: 'Placements',
    content: 'placements',
    needs: [PAGES.source_url, PAGES.target_url],
    columns: {
      ...PAGES,
      brand: 'brand|brand name|website|merk|client|klant',
      type: 'type|link type|placement type|kind|soort|linktype',
      compensation: 'compensation|in return|paid|deal|vergoeding|tegenprestatie|betaald',
      rel: 'rel|rel attribute|link rel|follow|dofollow|nofollow dofollow|attribute|agreed rel|attribuut',
      anchor: 'anchor|anchor text|link text|ankertekst|anker|linktekst',
      match: 'match|accepted step',
      label: 'label',
      due_on: 'due|due on|due date|deadline|expected on|verwacht op|uiterlijk',
      agreed_on: 'agreed on|agreed|date agreed|deal date|afgesproken op|datum afspraak',
      agreed_with: 'agreed with|contact|contact name|afgesproken met|contactpersoon',
      owner: 'owner|assignee|owner email|eigenaar|verantwoordelijke',
      notes: 'notes|note|comment|comments|remarks|notities|opmerking|opmerkingen',
      publisher: 'publisher|uitgever',
      broker: BROKER,
      price: priced('price|cost|fee|prijs|kosten|bedrag|preis'),
      currency: CURRENCY,
    },
    isLikely: true,
  },
  {
    id: 'link_sheet',
    tool: 'Spreadsheet',
    name: 'Links',
    content: 'links_to_us',
    needs: [
      PAGES.source_url,
      PAGES.target_url,
      'first seen|last seen|first found|last checked|date lost|lost|link state|eerst gezien|laatst gezien|dr|da|domain rating|domain authority',
    ],
    lacks:
      'compensation|paid|agreed on|agreed with|due|due on|due date|deadline|placement type|type|deal|in return|afgesproken op|afgesproken met|vergoeding|tegenprestatie|betaald|uiterlijk',
    columns: {
      ...PAGES,
      ...METRICS,
      anchor: 'anchor|anchor text|link text|ankertekst|anker|linktekst',
      rel: 'rel|rel attribute|link rel|attribute|attribuut',
      dofollow: 'dofollow|follow|is dofollow',
      nofollow: 'nofollow|is nofollow',
      link_state: 'link state|state|link status|status',
      first_seen: 'first seen|first found|date found|found on|eerst gezien',
      last_seen: 'last seen|last checked|last check|last crawled|laatst gezien',
      lost_on: 'lost|lost on|date lost|lost date|verloren op',
      brand: 'brand|brand name|merk',
      notes: 'note|notes|comment|comments|opmerking|opmerkingen',
    },
    isLikely: true,
  },
  {
    id: 'contact_sheet',
    tool: 'Spreadsheet',
    name: 'Contacts',
    content: 'contacts',
    needs: [`${PEOPLE.email}|contact name|full name|first name|voornaam|contactpersoon`],
    columns: { ...PEOPLE, ...METRICS },
    isLikely: true,
  },
  {
    id: 'prospect_sheet',
    tool: 'Spreadsheet',
    name: 'Prospects',
    content: 'prospects',
    needs: [PEOPLE.site],
    lacks: PEOPLE.email,
    columns: { ...PEOPLE, ...METRICS },
    isLikely: true,
  },
];
