import type { TemplateLocale } from '../../src/core/templates/values.js';

type Fields = Readonly<Record<string, unknown>>;
type InBoth = Readonly<Record<TemplateLocale, Fields>>;

const gone = ['2026-11-18', '2026-11-20'].map((on) => ({
  url: 'https://oldglaze.example/table',
  on,
  status: 404,
  finding: null,
}));

/** What a pitch of any kind knows of the page it is about. */
const PAGE: InBoth = {
  en: {
    pageUrl: 'https://kilnjournal.example/glazes',
    pageTitle: 'Ten glazes that forgive',
    observation: 'Your note on cooling a kiln slowly is the clearest I have read.',
  },
  nl: {
    pageUrl: 'https://kilnjournal.example/glazuren',
    pageTitle: 'Tien glazuren die vergeven',
    observation: 'Het stuk over langzaam afkoelen is het helderste dat ik erover las.',
  },
};

const OWN: Readonly<Record<string, { readonly same?: Fields } & InBoth>> = {
  guest_blogging: {
    same: {
      guidelinesUrl: 'https://kilnjournal.example/write-for-us',
      sampleUrl: 'https://clay-co.example/blog/raku',
      dueOn: '2026-12-04',
      publishOn: '2026-12-18',
      linkPlace: 'body',
      relPolicy: 'follow',
      writer: 'Mira Jansen',
      metricsTold: '12,000 readers a month',
    },
    en: {
      acceptance: 'About 900 words, one link.',
      ideas: [
        'Glazing in winter: what cold does to your coats',
        'Five firings, one kiln: planning a week without waste',
      ],
      topic: 'Glazing in winter',
      brief: 'What cold does, and three ways around it.',
      draft: 'When the shed is at six degrees ...',
    },
    nl: {
      acceptance: 'Zo’n 900 woorden, één link.',
      ideas: [
        'Glazuren in de winter: wat kou met de lagen doet',
        'Vijf keer stoken in één oven: een week plannen zonder verspilling',
      ],
      topic: 'Glazuren in de winter',
      brief: 'Wat kou doet, en drie manieren eromheen.',
      draft: 'Als het in de schuur zes graden is ...',
    },
  },
  broken_link: {
    same: {
      deadUrl: 'https://oldglaze.example/table',
      proof: gone,
      archiveUrl: 'https://archive.example/oldglaze',
      otherDeadUrls: ['oldglaze.example/cones', 'raku.example/club'],
    },
    en: {
      deadAnchor: 'firing table',
      deadPlace: 'under “Further reading”',
      oldContent: 'a table of firing temperatures',
      whyMatches: 'It has the same table, with cones and Celsius side by side.',
    },
    nl: {
      deadAnchor: 'stooktabel',
      deadPlace: 'onder “Verder lezen”',
      oldContent: 'een tabel met stooktemperaturen',
      whyMatches: 'Daar staat dezelfde tabel, met kegels en graden Celsius naast elkaar.',
    },
  },
  haro: {
    same: {
      outlet: 'Kiln Journal',
      reporter: 'Noor de Vries',
      source: 'Reporters Weekly',
      replyAddress: 'query-123@requests.example',
      deadlineOn: '2026-11-24',
      deadlineTime: '17:00 CET',
      attributionUrl: 'https://clay-co.example/team/mira',
      headshotUrl: 'https://clay-co.example/team/mira.jpg',
    },
    en: {
      request: 'Why do glazes crawl, and what can beginners do?',
      questions: ['1. Why do glazes crawl?', '2. What can beginners do?'],
      instructions: 'At most 150 words.',
      expert: 'Mira Jansen',
      expertTitle: 'head of ceramics at Clay & Co',
      credential: 'She has fired kilns for twenty years and teaches some 300 beginners a year.',
      answer:
        'Glazes crawl because dust or grease keeps them from wetting the clay. “Sponge every pot before you glaze it, and wait an hour. That one habit saves half of all ruined work.”',
    },
    nl: {
      request: 'Waarom trekt glazuur samen, en wat kunnen beginners doen?',
      questions: ['1. Waarom trekt glazuur samen?', '2. Wat kunnen beginners doen?'],
      instructions: 'Hooguit 150 woorden.',
      expert: 'Mira Jansen',
      expertTitle: 'hoofd keramiek bij Clay & Co',
      credential: 'Ze stookt al twintig jaar ovens en leert jaarlijks zo’n 300 beginners glazuren.',
      answer:
        'Glazuur trekt samen doordat stof of vet het van de klei afhoudt. “Neem elke pot af met een spons en wacht een uur. Die ene gewoonte redt de helft van het mislukte werk.”',
    },
  },
  unlinked_mention: {
    same: { mentionedOn: '2026-10-02', author: 'Noor de Vries', tone: 'positive', linkedElsewhere: false },
    en: {
      sentence: 'The best table I know is the one Clay & Co hands to its students.',
      readerGain: 'The table is free, so your readers have it in one click.',
    },
    nl: {
      sentence: 'De beste tabel die ik ken, krijgen de cursisten van Clay & Co mee.',
      readerGain: 'De tabel is gratis, dus die is er dan in één klik.',
    },
  },
  link_insertion: {
    same: {
      price: { minor: 25_000, currency: 'EUR' },
      termMonths: 12,
      startsOn: '2026-12-01',
      endsOn: '2027-11-30',
      label: 'sponsored',
      paymentMethod: 'bank_transfer',
    },
    en: {
      agreement: 'your email of 18 November',
      passage: 'Temperature matters more than most people think.',
      anchor: 'a guide to kiln temperatures',
    },
    nl: {
      agreement: 'mail van 18 november',
      passage: 'De temperatuur doet meer dan de meeste mensen denken.',
      anchor: 'gids voor oventemperaturen',
    },
  },
  digital_pr: {
    same: { pressUrl: 'https://clay-co.example/press', embargoOn: '2026-12-01' },
    en: {
      angle: 'In the north, where energy costs most, it is nearly half.',
      news: 'One in three hobby potters stopped firing at home this year.',
      figure: '34% of hobby potters no longer fire at home',
      method: 'survey among 1,040 potters, October 2026',
      release: 'One in three hobby potters ...',
      expert: 'Mira Jansen',
      expertTitle: 'head of ceramics',
    },
    nl: {
      angle: 'In het noorden, waar energie het duurst is, is het bijna de helft.',
      news: 'Eén op de drie hobbypottenbakkers stookt dit jaar niet meer thuis.',
      figure: '34% van de hobbypottenbakkers stookt niet meer thuis',
      method: 'enquête onder 1.040 pottenbakkers, oktober 2026',
      release: 'Eén op de drie hobbypottenbakkers ...',
      expert: 'Mira Jansen',
      expertTitle: 'hoofd keramiek',
    },
  },
  partnership: {
    same: {
      reason: 'shared_event',
      wouldLinkAnyway: true,
      readersGain: true,
      format: 'report',
      ourPageUrl: 'https://clay-co.example/kiln-days',
      dueOn: '2026-12-11',
    },
    en: {
      occasion: 'We both had a stand at the Kiln Days in May.',
      proposal: 'Let us ask our readers and yours how they fire, and publish the answers together.',
      theirGain: 'Your readers would get figures of their own trade that nobody has yet.',
      ourAnchor: 'Kiln Journal',
      theirAnchor: 'the Kiln Days survey',
    },
    nl: {
      occasion: 'We stonden in mei allebei op de Ovendagen.',
      proposal: 'Laten we onze lezers samen vragen hoe ze stoken, en de uitkomst samen publiceren.',
      theirGain: 'Zo komen er cijfers over hun eigen vak die er nog niet zijn.',
      ourAnchor: 'Kiln Journal',
      theirAnchor: 'het Ovendagen-onderzoek',
    },
  },
  directory: {
    same: {
      guidelinesUrl: 'https://kilnjournal.example/directory/criteria',
      listingName: 'Clay & Co',
      listingAddress: 'Havenstraat 1, 1234 AB Havenstad',
      listingPhone: '+31 10 000 00 00',
      cost: { minor: 0, currency: 'EUR' },
      asksLinkBack: false,
      recheckOn: '2027-11-20',
    },
    en: {
      category: 'Pottery courses',
      description: 'Online pottery courses for beginners, with kits sent to your home.',
      fitsBecause: 'It gives courses with a teacher, which is what you list.',
    },
    nl: {
      category: 'Pottenbakcursussen',
      description: 'Online pottenbakcursussen voor beginners, met pakketten aan huis.',
      fitsBecause: 'Het geeft cursussen met een docent, en die horen in de gids.',
    },
  },
  link_reclamation: {
    same: { lostOn: '2026-11-10', liveSince: '2025-10-01', whatChanged: 'link_removed' },
    en: {
      changeNote: 'When I looked on 12 November, it was no longer there.',
      anchor: 'kiln guide',
      sinceWhen: 'since the guest article of October 2025',
    },
    nl: {
      changeNote: 'Toen ik op 12 november keek, stond hij er niet meer.',
      anchor: 'ovengids',
      sinceWhen: 'sinds het gastartikel van oktober 2025',
    },
  },
  competitor_gap: {
    same: {
      competitors: ['potsandmore.example'],
      competitorUrl: 'https://potsandmore.example/kilns',
    },
    en: {
      linkContext: 'See the kiln overview of Pots and More.',
      whyBetter: 'It adds what is missing in most: the temperatures for electric kilns since 2020.',
    },
    nl: {
      linkContext: 'Zie het ovenoverzicht van Pots and More.',
      whyBetter: 'Er staat in wat meestal ontbreekt: de temperaturen voor elektrische ovens van na 2020.',
    },
  },
};

/** Every own field of a pitch of this kind filled in, files and members apart, in the words of one language. */
export function fullPitch(kind: string, locale: TemplateLocale): Record<string, unknown> {
  const own = OWN[kind];
  if (own === undefined) throw new Error(`There is no full pitch for ${kind}.`);
  return { ...PAGE[locale], ...own.same, ...own[locale] };
}
