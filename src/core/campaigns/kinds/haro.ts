import type { Kind } from '../kind.js';
import { PAGE_FIELDS, SEEN_STAGES, TO_SEEN_STAGES, USUAL_LOSSES } from '../usual-parts.js';

/** Journalists' requests: an expert answers a reporter before the deadline; nothing is asked in return (D37, D289, D299). */
export const kind: Kind = {
  key: 'haro',
  words: {
    en: {
      name: 'Journalist requests',
      description: "Let an expert answer a reporter's question before the deadline.",
    },
    nl: {
      name: 'Journalistenoproepen',
      description: 'Een expert vóór de deadline antwoord laten geven op de vraag van een journalist.',
    },
  },
  stages: [
    {
      key: 'received',
      words: {
        en: { name: 'Received', nextStep: 'Decide whether we have somebody who knows this' },
        nl: { name: 'Binnengekomen', nextStep: 'Bepaal of we iemand hebben die hier verstand van heeft' },
      },
      whoMoves: 'us',
      stuckAfterDays: 2,
    },
    {
      key: 'claimed',
      words: {
        en: { name: 'Claimed by an expert', nextStep: 'Write the answer with the expert' },
        nl: { name: 'Expert gevonden', nextStep: 'Schrijf het antwoord met de expert' },
      },
      whoMoves: 'us',
      stuckAfterDays: 2,
    },
    {
      key: 'drafted',
      words: {
        en: { name: 'Answer written', nextStep: 'Have the expert check every quote' },
        nl: { name: 'Antwoord geschreven', nextStep: 'Laat de expert elk citaat nakijken' },
      },
      whoMoves: 'us',
      stuckAfterDays: 2,
    },
    {
      key: 'sent',
      words: {
        en: { name: 'Sent', nextStep: 'Wait for the reporter' },
        nl: { name: 'Verstuurd', nextStep: 'Wacht op de journalist' },
      },
      whoMoves: 'them',
      stuckAfterDays: 21,
      needsApproval: 'draft',
      isContact: true,
    },
    {
      key: 'replied',
      words: {
        en: { name: 'Reporter replied', nextStep: 'Answer the reporter today' },
        nl: { name: 'Journalist reageerde', nextStep: 'Geef de journalist vandaag antwoord' },
      },
      whoMoves: 'us',
      stuckAfterDays: 1,
    },
    {
      key: 'mentioned',
      words: {
        en: { name: 'Quoted without a link', nextStep: 'Thank them; ask politely for a link, or leave it' },
        nl: {
          name: 'Geciteerd zonder link',
          nextStep: 'Bedank ze; vraag beleefd om een link, of laat het zo',
        },
      },
      whoMoves: 'us',
      stuckAfterDays: 14,
    },
    {
      key: 'quoted',
      words: {
        en: { name: 'Quoted', nextStep: 'Look for the article until it is seen' },
        nl: { name: 'Geciteerd', nextStep: 'Zoek het artikel tot het is gezien' },
      },
      whoMoves: 'them',
      stuckAfterDays: 90,
      isAgreed: true,
    },
    ...SEEN_STAGES,
  ],
  defaultStage: 'received',
  moves: {
    received: ['claimed'],
    claimed: ['drafted', 'received'],
    drafted: ['sent', 'claimed'],
    sent: ['replied', 'quoted', 'mentioned', 'drafted'],
    replied: ['quoted', 'mentioned', 'sent'],
    mentioned: ['quoted', 'replied'],
    quoted: ['mentioned', 'replied'],
    live: [],
    differs: ['quoted'],
    removed: ['quoted'],
  },
  fields: [
    {
      key: 'request',
      type: 'long_text',
      words: {
        en: { name: 'Request', hint: 'What the reporter asks, word for word' },
        nl: { name: 'Oproep', hint: 'Wat de journalist vraagt, woord voor woord' },
      },
    },
    {
      key: 'questions',
      type: 'list',
      words: {
        en: { name: 'Questions', hint: "One line each, in the reporter's order and numbering" },
        nl: { name: 'Vragen', hint: 'Elk op een regel, in de volgorde en nummering van de journalist' },
      },
    },
    { key: 'outlet', type: 'text', words: { en: { name: 'Outlet' }, nl: { name: 'Medium' } } },
    { key: 'reporter', type: 'text', words: { en: { name: 'Reporter' }, nl: { name: 'Journalist' } } },
    {
      key: 'source',
      type: 'text',
      words: {
        en: { name: 'Where it came from', hint: 'The service or newsletter it was in' },
        nl: { name: 'Waar de oproep vandaan komt', hint: 'De dienst of nieuwsbrief waarin hij stond' },
      },
    },
    {
      key: 'replyAddress',
      type: 'text',
      words: {
        en: { name: 'Answer to', hint: 'The address the answer goes to' },
        nl: { name: 'Antwoord aan', hint: 'Het adres waar het antwoord naartoe gaat' },
      },
    },
    {
      key: 'deadlineOn',
      type: 'date',
      words: { en: { name: 'Deadline' }, nl: { name: 'Deadline' } },
      onCalendar: 'deadline',
    },
    {
      key: 'deadlineTime',
      type: 'text',
      words: {
        en: { name: 'Time of the deadline', hint: 'With its time zone, such as 17:00 EST' },
        nl: { name: 'Tijd van de deadline', hint: 'Met tijdzone, bijvoorbeeld 17.00 uur CET' },
      },
    },
    {
      key: 'instructions',
      type: 'long_text',
      words: {
        en: { name: 'Special instructions', hint: 'Such as: no AI, no attachments, at most 150 words' },
        nl: { name: 'Bijzondere eisen', hint: 'Bijvoorbeeld: geen AI, geen bijlagen, hooguit 150 woorden' },
      },
    },
    {
      key: 'expert',
      type: 'text',
      words: {
        en: { name: 'Expert', hint: 'The name as it may be quoted' },
        nl: { name: 'Expert', hint: 'De naam zoals die geciteerd mag worden' },
      },
    },
    {
      key: 'expertTitle',
      type: 'text',
      words: {
        en: { name: 'Title and organisation', hint: 'Such as: head of ceramics at Clay & Co' },
        nl: { name: 'Functie en organisatie', hint: 'Bijvoorbeeld: hoofd keramiek bij Clay & Co' },
      },
    },
    {
      key: 'credential',
      type: 'long_text',
      words: {
        en: { name: 'Why the expert knows', hint: 'One sentence for the mail' },
        nl: { name: 'Waarom de expert dit weet', hint: 'Eén zin voor de mail' },
      },
    },
    {
      key: 'answer',
      type: 'long_text',
      words: {
        en: { name: 'Answer', hint: 'Ready to be quoted, the first sentence answers the question' },
        nl: { name: 'Antwoord', hint: 'Klaar om te citeren; de eerste zin beantwoordt de vraag' },
      },
      shownFor: ['draft'],
    },
    {
      key: 'attributionUrl',
      type: 'url',
      words: { en: { name: 'Address for the attribution' }, nl: { name: 'Adres bij de naamsvermelding' } },
    },
    { key: 'headshotUrl', type: 'url', words: { en: { name: 'Headshot' }, nl: { name: 'Portretfoto' } } },
    ...PAGE_FIELDS,
  ],
  required: {
    claimed: ['request', 'deadlineOn', 'expert'],
    drafted: ['answer'],
    sent: ['request', 'deadlineOn', 'expert', 'expertTitle', 'credential', 'answer'],
    quoted: ['site', 'terms'],
  },
  losses: [
    {
      key: 'deadline_passed',
      words: { en: { name: 'Deadline passed' }, nl: { name: 'Deadline verstreken' } },
    },
    { key: 'not_selected', words: { en: { name: 'Not selected' }, nl: { name: 'Niet gekozen' } } },
    {
      key: 'published_without_us',
      words: { en: { name: 'Published without us' }, nl: { name: 'Gepubliceerd zonder ons' } },
    },
    {
      key: 'mention_only',
      words: { en: { name: 'Mentioned without a link' }, nl: { name: 'Genoemd zonder link' } },
    },
    {
      key: 'no_expert',
      words: { en: { name: 'Nobody who knows' }, nl: { name: 'Geen expert beschikbaar' } },
    },
    ...USUAL_LOSSES,
  ],
  placement: { type: 'journalist_quote', compensation: 'none' },
  onPlacement: TO_SEEN_STAGES,
  sequence: [
    { purpose: 'answer', afterWorkingDays: 0 },
    { purpose: 'thank_you', afterWorkingDays: 1 },
  ],
  mails: ['answer', 'thank_you'],
};
