import { describe, expect, it } from '@jest/globals';
import { splitText } from '../answers/new-text.js';
import type { OptOutAnswer } from '../opt-out-reading.js';
import { readOptOut } from './read-opt-out.js';

/** Answers in the words of people in a hurry: polite, cross, brief, with slips of the hand. */
const ANSWERS: Readonly<Record<OptOutAnswer, readonly string[]>> = {
  clear: [
    'Pls take me of your list',
    'unsuscribe',
    'Pls unsubcribe',
    'unsubsribe me',
    'please remvoe me from your mailing list',
    "I'd appreciate it if you would stop emailing me.",
    'Would you be so kind as to remove me from your list?',
    'Thanks, but please remove me from your list.',
    'Please cease all communication with me.',
    'Opt me out please',
    "Please don't follow up again.",
    "Don't send me any more of these",
    'I have asked you before: please remove me from your list.',
    'Please do not send any further correspondence to this address.',
    'Please make sure I am removed from your list.',
    'Take my name off your list.',
    "I've no interest, please stop mailing.",
    'Please stop emailing us',
    'Graag niet meer mailen',
    'Zou u mij willen uitschrijven?',
    'Ik wil graag uitgeschreven worden.',
    'Graag ontvang ik geen mails meer van jullie.',
    'Wij ontvangen liever geen mails meer van u.',
    'Ik heb al eerder gevraagd: stop met mailen.',
    'Ik wil niks meer van jullie horen.',
    'Kan ik van deze lijst af?',
    'Gaarne uitschrijven.',
    'Wilt u ons e-mailadres verwijderen?',
    'Graag uit jullie bestand halen.',
  ],
  doubtful: [
    'If this is automated, please remove me.',
    'Please remove John from your list, he left.',
    'Where did you get my email address?',
    'You keep emailing me.',
    'Please update your records, I no longer work there.',
    'Stop, wait, I need to ask my colleague first.',
    "If you don't stop I will block you.",
    'Rather than emailing me, use the form on our site.',
    'Why am I getting this?',
    'I get too many of these mails.',
    'You have the wrong person.',
    'Waarom krijg ik deze mails?',
    'Hoe meld ik me af?',
    'Bel me liever, mail niet meer.',
    "Mail mijn collega's niet meer.",
    'Ik heb hier nooit toestemming voor gegeven.',
    'Wie heeft jullie mijn adres gegeven?',
    "Not now, please don't write again before March.",
  ],
  not_interested: [
    'Thanks, no.',
    'Hard pass.',
    "It's a no from us.",
    "We'd rather not.",
    "This isn't a fit for us.",
    "We're good, thanks.",
    'We do not work with agencies.',
    'Our blog is closed for contributors.',
    'Thanks but we only publish in-house content.',
    'Wij zijn hier niet in geïnteresseerd.',
    'Wij gaan hier niet op in.',
    'Helaas, dit past niet bij onze site.',
    'Voor ons niet interessant.',
    'Liever niet.',
    'Nee, hier doen wij niet aan.',
    'Wij hebben al genoeg schrijvers.',
  ],
  none: [
    "We don't accept guest posts but you can buy an ad.",
    'Not now, try in March.',
    'Please stop by our office next week.',
    'Stop worrying, we will publish it tomorrow.',
    'Please stop at 800 words.',
    'Remove the link to the old page and it is fine.',
    'Please take the picture off the page.',
    'Unsubscribe from our newsletter if you like, it is in the footer.',
    'Unsubscribe rates are high this month.',
    'How to unsubscribe readers politely would be a nice topic.',
    "Don't email the draft as PDF, use Word please.",
    'She no longer works here, please contact Tim.',
    'I will take the photo from your list of images.',
    'Haal de link eraf en dan plaatsen we het.',
    'Haal de spelfouten uit de tekst.',
    'Kun je mij de lijst mailen?',
    'Mag ik de lijst met onderwerpen?',
    'Kan ik de factuur krijgen?',
    'Nu niet, misschien later.',
    'Uitschrijven van bezoekers gaat automatisch bij ons event.',
    'Piet werkt hier niet meer, mail Kees.',
    'Wij stoppen graag extra aandacht in dit artikel.',
    'Geen probleem, mail maar.',
  ],
};

const OURS = 'Rather not hear from me? Reply "no thanks" and I will not write again.';

describe('an answer in the words of people', () => {
  it.each(
    Object.entries(ANSWERS).flatMap(([answer, sentences]) =>
      sentences.map((sentence): readonly [string, string] => [sentence, answer]),
    ),
  )('%s: %s', (sentence, answer) => {
    expect(readOptOut(sentence).answer).toBe(answer);
  });
});

describe('words of stopping that are not the writer’s', () => {
  it.each([
    [
      'quoted below',
      `Sounds good.\n\nOn Fri, 20 Nov 2026, Anna <anna@agency.example> wrote:\n> ${OURS}\n> Remove me`,
    ],
    ['quoted above', `> ${OURS}\n> Please unsubscribe me\n\nSounds good.`],
    [
      'in a mail that is passed on',
      'See below.\n\n---------- Forwarded message ----------\nFrom: Kim <kim@other.example>\nDate: Thu, 19 Nov 2026\nSubject: list\nTo: Jo <jo@site.example>\n\nPlease remove me from your list.',
    ],
    ['in a signature', 'Sounds good.\n-- \nJo\nTo unsubscribe from our newsletter reply STOP'],
    ['in a footer', 'Leuk!\n\nWilt u geen nieuwsbrief meer ontvangen? Klik hier om u af te melden.'],
    ['in quotation marks', 'Our readers write "remove me" and are gone within a day.'],
  ])('%s', (_, text) => {
    expect(readOptOut(splitText(text, ['anna@agency.example']).text).answer).toBe('none');
  });

  it('are, where he writes them above a quote', () => {
    const text = `STOP\n\nOn Fri, 20 Nov 2026, Anna <anna@agency.example> wrote:\n> ${OURS}`;
    expect(readOptOut(splitText(text, []).text).answer).toBe('clear');
  });
});
