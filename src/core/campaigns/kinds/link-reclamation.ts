import type { Kind } from '../kind.js';
import {
  COLD_MAILS,
  COLD_SEQUENCE,
  PAGE_FIELDS,
  SEEN_STAGES,
  TO_SEEN_STAGES,
  USUAL_LOSSES,
} from '../usual-parts.js';

/** Link reclamation: a link that was there is gone or changed; ask neutrally for it back (D38, D286, D305). */
export const kind: Kind = {
  key: 'link_reclamation',
  words: {
    en: { name: 'Link reclamation', description: 'Win back links that were there and are gone or changed.' },
    nl: {
      name: 'Verloren links terughalen',
      description: 'Links terugkrijgen die er stonden en zijn verdwenen of veranderd.',
    },
  },
  stages: [
    {
      key: 'noticed',
      words: {
        en: { name: 'Loss noticed', nextStep: 'Find out what changed, and whether it was meant' },
        nl: { name: 'Verlies gezien', nextStep: 'Zoek uit wat er is veranderd, en of dat de bedoeling was' },
      },
      whoMoves: 'us',
      stuckAfterDays: 7,
    },
    {
      key: 'understood',
      words: {
        en: { name: 'Cause known', nextStep: 'Write the mail: neutral, with the address to restore' },
        nl: { name: 'Oorzaak bekend', nextStep: 'Schrijf de mail: neutraal, met het adres dat terug mag' },
      },
      whoMoves: 'us',
      stuckAfterDays: 7,
    },
    {
      key: 'asked',
      words: {
        en: { name: 'Asked', nextStep: 'Wait for their answer' },
        nl: { name: 'Gevraagd', nextStep: 'Wacht op antwoord' },
      },
      whoMoves: 'them',
      stuckAfterDays: 14,
      isContact: true,
    },
    {
      key: 'replied',
      words: {
        en: { name: 'In conversation', nextStep: 'Answer them' },
        nl: { name: 'In gesprek', nextStep: 'Beantwoord hun bericht' },
      },
      whoMoves: 'us',
      stuckAfterDays: 4,
    },
    {
      key: 'promised',
      words: {
        en: { name: 'Restoring promised', nextStep: 'Wait until the link is back' },
        nl: { name: 'Herstel toegezegd', nextStep: 'Wacht tot de link terug is' },
      },
      whoMoves: 'them',
      stuckAfterDays: 14,
      isAgreed: true,
    },
    ...SEEN_STAGES,
  ],
  defaultStage: 'noticed',
  moves: {
    noticed: ['understood'],
    understood: ['asked', 'noticed'],
    asked: ['replied', 'promised', 'understood'],
    replied: ['promised', 'asked'],
    promised: ['replied'],
    live: [],
    differs: ['promised'],
    removed: ['promised'],
  },
  fields: [
    {
      key: 'lostOn',
      type: 'date',
      words: {
        en: { name: 'Last seen', hint: 'The last day the link was there' },
        nl: { name: 'Laatst gezien', hint: 'De laatste dag dat de link er stond' },
      },
    },
    {
      key: 'liveSince',
      type: 'date',
      words: { en: { name: 'There since' }, nl: { name: 'Stond er sinds' } },
    },
    {
      key: 'whatChanged',
      type: 'choice',
      words: { en: { name: 'What changed' }, nl: { name: 'Wat er veranderde' } },
      choices: [
        { key: 'link_removed', words: { en: { name: 'Link removed' }, nl: { name: 'Link weggehaald' } } },
        { key: 'page_gone', words: { en: { name: 'Page gone' }, nl: { name: 'Pagina weg' } } },
        {
          key: 'page_redirected',
          words: { en: { name: 'Page redirected' }, nl: { name: 'Pagina doorgestuurd' } },
        },
        {
          key: 'target_changed',
          words: { en: { name: 'Link leads elsewhere' }, nl: { name: 'Link gaat ergens anders heen' } },
        },
        {
          key: 'rel_changed',
          words: { en: { name: 'Label of the link changed' }, nl: { name: 'Label van de link veranderd' } },
        },
        {
          key: 'not_indexed',
          words: { en: { name: 'Page no longer indexed' }, nl: { name: 'Pagina niet meer geïndexeerd' } },
        },
        {
          key: 'moved_to_footer',
          words: { en: { name: 'Moved to the footer' }, nl: { name: 'Verplaatst naar de voettekst' } },
        },
        { key: 'other', words: { en: { name: 'Something else' }, nl: { name: 'Iets anders' } } },
      ],
    },
    {
      key: 'changeNote',
      type: 'long_text',
      words: {
        en: { name: 'What changed, in a sentence', hint: 'Neutral, for the mail' },
        nl: { name: 'Wat er veranderde, in één zin', hint: 'Neutraal, voor de mail' },
      },
    },
    {
      key: 'anchor',
      type: 'text',
      words: { en: { name: 'Words of the link' }, nl: { name: 'Tekst van de link' } },
    },
    {
      key: 'proof',
      type: 'files',
      words: {
        en: { name: 'Proof', hint: 'A picture or copy of the page as it was' },
        nl: { name: 'Bewijs', hint: 'Een afbeelding of kopie van de pagina zoals hij was' },
      },
    },
    {
      key: 'sinceWhen',
      type: 'text',
      words: {
        en: { name: 'How it came about', hint: 'Such as: guest article of May 2024' },
        nl: { name: 'Hoe de link er kwam', hint: 'Bijvoorbeeld: gastartikel van mei 2024' },
      },
    },
    ...PAGE_FIELDS,
  ],
  required: {
    understood: ['pageUrl', 'whatChanged', 'changeNote'],
    asked: ['site', 'contact', 'target_page', 'pageUrl', 'changeNote'],
    promised: ['terms'],
  },
  losses: [
    { key: 'refused', words: { en: { name: 'Refused' }, nl: { name: 'Geweigerd' } } },
    {
      key: 'replaced',
      words: { en: { name: 'Replaced by another link' }, nl: { name: 'Vervangen door een andere link' } },
    },
    {
      key: 'page_gone_for_good',
      words: { en: { name: 'Page gone for good' }, nl: { name: 'Pagina definitief weg' } },
    },
    { key: 'site_sold', words: { en: { name: 'Site sold' }, nl: { name: 'Site verkocht' } } },
    {
      key: 'was_meant',
      words: { en: { name: 'Removed for a good reason' }, nl: { name: 'Met reden weggehaald' } },
    },
    ...USUAL_LOSSES,
  ],
  placement: { type: 'editorial', compensation: 'none' },
  onPlacement: TO_SEEN_STAGES,
  sequence: COLD_SEQUENCE,
  mails: [...COLD_MAILS, 'reclaim'],
};
