import type { Kind } from '../kind.js';
import {
  COLD_MAILS,
  COLD_SEQUENCE,
  PAGE_FIELDS,
  SEEN_STAGES,
  TO_SEEN_STAGES,
  USUAL_LOSSES,
} from '../usual-parts.js';

/** Guest blogging: an article of ours on their site, with a link where it helps the reader (D33, D287, D297). */
export const kind: Kind = {
  key: 'guest_blogging',
  words: {
    en: {
      name: 'Guest blogging',
      description: 'Write an article for a site your readers trust, with one link where it helps them.',
    },
    nl: {
      name: 'Gastblogs',
      description:
        'Een artikel schrijven voor een site die je doelgroep vertrouwt, met één link waar de lezer er iets aan heeft.',
    },
  },
  stages: [
    {
      key: 'found',
      words: {
        en: { name: 'Found', nextStep: 'Read the guidelines and judge the fit' },
        nl: { name: 'Gevonden', nextStep: 'Lees de richtlijnen en beoordeel of het past' },
      },
      whoMoves: 'us',
      stuckAfterDays: 14,
    },
    {
      key: 'qualified',
      words: {
        en: { name: 'Qualified', nextStep: 'Think of two or three topics and write the first mail' },
        nl: { name: 'Geschikt', nextStep: 'Bedenk twee of drie onderwerpen en schrijf de eerste mail' },
      },
      whoMoves: 'us',
      stuckAfterDays: 10,
    },
    {
      key: 'pitched',
      words: {
        en: { name: 'Pitched', nextStep: 'Wait for the editor' },
        nl: { name: 'Voorgesteld', nextStep: 'Wacht op de redactie' },
      },
      whoMoves: 'them',
      stuckAfterDays: 14,
      needsApproval: 'site',
      isContact: true,
    },
    {
      key: 'topic_agreed',
      words: {
        en: { name: 'Topic agreed', nextStep: 'Write the brief and choose a writer' },
        nl: { name: 'Onderwerp akkoord', nextStep: 'Schrijf de briefing en kies een schrijver' },
      },
      whoMoves: 'us',
      stuckAfterDays: 7,
      needsApproval: 'topic',
    },
    {
      key: 'drafting',
      words: {
        en: { name: 'Being written', nextStep: 'Finish the draft' },
        nl: { name: 'Wordt geschreven', nextStep: 'Maak het concept af' },
      },
      whoMoves: 'us',
      stuckAfterDays: 14,
    },
    {
      key: 'submitted',
      words: {
        en: { name: 'Submitted', nextStep: "Wait for the editor's verdict" },
        nl: { name: 'Ingeleverd', nextStep: 'Wacht op het oordeel van de redactie' },
      },
      whoMoves: 'them',
      stuckAfterDays: 14,
      needsApproval: 'draft',
    },
    {
      key: 'edits',
      words: {
        en: { name: 'Edits', nextStep: "Work in the editor's remarks" },
        nl: { name: 'Aanpassen', nextStep: 'Verwerk de opmerkingen van de redactie' },
      },
      whoMoves: 'us',
      stuckAfterDays: 5,
    },
    {
      key: 'scheduled',
      words: {
        en: { name: 'Scheduled', nextStep: 'Wait for publication' },
        nl: { name: 'Ingepland', nextStep: 'Wacht op publicatie' },
      },
      whoMoves: 'them',
      stuckAfterDays: 30,
      isAgreed: true,
    },
    {
      key: 'published',
      words: {
        en: { name: 'Published', nextStep: 'Enter the address of the article at the placement' },
        nl: { name: 'Gepubliceerd', nextStep: 'Vul het adres van het artikel in bij de plaatsing' },
      },
      whoMoves: 'us',
      stuckAfterDays: 5,
    },
    ...SEEN_STAGES,
  ],
  defaultStage: 'found',
  moves: {
    found: ['qualified'],
    qualified: ['pitched', 'found'],
    pitched: ['topic_agreed', 'qualified'],
    topic_agreed: ['drafting', 'pitched'],
    drafting: ['submitted', 'topic_agreed'],
    submitted: ['edits', 'scheduled', 'drafting'],
    edits: ['submitted', 'scheduled'],
    scheduled: ['published', 'edits'],
    published: ['scheduled'],
    live: [],
    differs: ['scheduled'],
    removed: ['scheduled'],
  },
  fields: [
    {
      key: 'guidelinesUrl',
      type: 'url',
      words: {
        en: { name: 'Their guidelines', hint: 'The page with their guidelines for guest authors' },
        nl: { name: 'Hun richtlijnen', hint: 'De pagina met hun richtlijnen voor gastauteurs' },
      },
    },
    {
      key: 'acceptance',
      type: 'long_text',
      words: {
        en: { name: 'What they accept', hint: 'Length, tone, links, payment: what they said when asked' },
        nl: {
          name: 'Wat ze plaatsen',
          hint: 'Lengte, toon, links, betaling: wat ze zeiden toen we het vroegen',
        },
      },
    },
    {
      key: 'metricsTold',
      type: 'text',
      words: {
        en: { name: 'Figures they gave', hint: 'Readers or visits, and when they said so' },
        nl: { name: 'Cijfers die ze gaven', hint: 'Lezers of bezoeken, en wanneer ze dat zeiden' },
      },
    },
    {
      key: 'ideas',
      type: 'list',
      words: {
        en: { name: 'Topics to propose', hint: 'Two or three titles, each with one line of outline' },
        nl: { name: 'Onderwerpen om voor te stellen', hint: 'Twee of drie titels, elk met één regel opzet' },
      },
    },
    {
      key: 'sampleUrl',
      type: 'url',
      words: { en: { name: 'Sample of our work' }, nl: { name: 'Voorbeeld van ons werk' } },
    },
    {
      key: 'topic',
      type: 'text',
      words: { en: { name: 'Agreed topic' }, nl: { name: 'Afgesproken onderwerp' } },
      shownFor: ['topic', 'draft'],
    },
    {
      key: 'brief',
      type: 'long_text',
      words: { en: { name: 'Brief' }, nl: { name: 'Briefing' } },
      shownFor: ['topic'],
    },
    { key: 'writer', type: 'text', words: { en: { name: 'Writer' }, nl: { name: 'Schrijver' } } },
    {
      key: 'dueOn',
      type: 'date',
      words: { en: { name: 'Draft due' }, nl: { name: 'Concept klaar op' } },
      onCalendar: 'due',
    },
    {
      key: 'draft',
      type: 'long_text',
      words: {
        en: { name: 'Draft', hint: 'The text, or the address of the shared document' },
        nl: { name: 'Concept', hint: 'De tekst, of het adres van het gedeelde document' },
      },
      shownFor: ['draft'],
    },
    {
      key: 'draftFiles',
      type: 'files',
      words: { en: { name: 'Files of the draft' }, nl: { name: 'Bestanden bij het concept' } },
      shownFor: ['draft'],
    },
    {
      key: 'images',
      type: 'files',
      words: { en: { name: 'Images' }, nl: { name: 'Afbeeldingen' } },
      shownFor: ['draft'],
    },
    {
      key: 'linkPlace',
      type: 'choice',
      words: { en: { name: 'Where the link goes' }, nl: { name: 'Waar de link komt' } },
      choices: [
        { key: 'body', words: { en: { name: 'In the text' }, nl: { name: 'In de tekst' } } },
        { key: 'bio', words: { en: { name: 'In the author bio' }, nl: { name: 'In de auteursbio' } } },
        {
          key: 'resources',
          words: { en: { name: 'In a list of sources' }, nl: { name: 'In een lijst met bronnen' } },
        },
        { key: 'other', words: { en: { name: 'Elsewhere' }, nl: { name: 'Elders' } } },
      ],
    },
    {
      key: 'relPolicy',
      type: 'choice',
      words: { en: { name: 'Their rule for links' }, nl: { name: 'Hun regel voor links' } },
      choices: [
        { key: 'follow', words: { en: { name: 'Follow' }, nl: { name: 'Follow' } } },
        { key: 'nofollow', words: { en: { name: 'Nofollow' }, nl: { name: 'Nofollow' } } },
        { key: 'sponsored', words: { en: { name: 'Sponsored' }, nl: { name: 'Sponsored' } } },
        { key: 'unknown', words: { en: { name: 'Not said' }, nl: { name: 'Niet gezegd' } } },
      ],
    },
    {
      key: 'publishOn',
      type: 'date',
      words: { en: { name: 'Publication date' }, nl: { name: 'Publicatiedatum' } },
      onCalendar: 'due',
    },
    ...PAGE_FIELDS,
  ],
  required: {
    pitched: ['site', 'contact', 'ideas'],
    topic_agreed: ['topic'],
    drafting: ['topic', 'writer', 'dueOn'],
    submitted: ['draft'],
    scheduled: ['linkPlace', 'terms'],
  },
  losses: [
    {
      key: 'topic_rejected',
      words: { en: { name: 'Topics rejected' }, nl: { name: 'Onderwerpen afgewezen' } },
    },
    { key: 'draft_rejected', words: { en: { name: 'Draft rejected' }, nl: { name: 'Concept afgewezen' } } },
    {
      key: 'published_without_link',
      words: { en: { name: 'Published without the link' }, nl: { name: 'Geplaatst zonder link' } },
    },
    {
      key: 'nofollow_instead',
      words: { en: { name: 'Nofollow instead of follow' }, nl: { name: 'Nofollow in plaats van follow' } },
    },
    {
      key: 'author_page_only',
      words: {
        en: { name: 'Link on the author page only' },
        nl: { name: 'Alleen een link op de auteurspagina' },
      },
    },
    ...USUAL_LOSSES,
  ],
  placement: { type: 'guest_post', compensation: 'none' },
  onPlacement: TO_SEEN_STAGES,
  sequence: COLD_SEQUENCE,
  mails: COLD_MAILS,
};
